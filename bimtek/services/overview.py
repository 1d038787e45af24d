"""Where each kegiatan stands, read from everything that was stored; nothing is kept twice."""

from collections.abc import Sequence
from datetime import date

from bimtek.domain.attendance import Status, presence
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.next_step import Standing
from bimtek.domain.people import Role
from bimtek.domain.quiz import TestKind
from bimtek.storage.attendance import AttendanceRepository
from bimtek.storage.certificates import CertificateRepository
from bimtek.storage.kegiatan import KegiatanRepository, KegiatanSummary
from bimtek.storage.people import PeopleRepository
from bimtek.storage.quizzes import QuizRepository
from bimtek.storage.settings import TeachingRepository


class Overview:
    """Reads only; quick enough for a page that opens."""

    def __init__(
        self,
        kegiatan: KegiatanRepository,
        people: PeopleRepository,
        attendance: AttendanceRepository,
        quizzes: QuizRepository,
        certificates: CertificateRepository,
        teaching: TeachingRepository,
    ) -> None:
        self._kegiatan = kegiatan
        self._people = people
        self._attendance = attendance
        self._quizzes = quizzes
        self._certificates = certificates
        self._teaching = teaching

    def standing(self, kegiatan_id: str) -> Standing | None:
        """What is known of one kegiatan, None when it was removed."""
        kegiatan = self._kegiatan.get(kegiatan_id)
        return self._standing(kegiatan) if kegiatan is not None else None

    def _standing(self, kegiatan: Kegiatan) -> Standing:
        peserta = {p.id for p in self._people.of_kegiatan(kegiatan.id, Role.PESERTA)}
        marks = self._attendance.of_kegiatan(kegiatan.id)
        present = {
            who
            for who, of_sessions in marks.items()
            if any(mark.status is Status.HADIR for mark in of_sessions.values())
        }
        rounds = {item.kind: item for item in self._quizzes.rounds(kegiatan.id)}
        attempts = self._quizzes.attempts(kegiatan.id)
        handed_in = [a.round_id for a in attempts if a.submitted_at and a.participation_id in peserta]
        pre, post = rounds.get(TestKind.PRE), rounds.get(TestKind.POST)
        modules = {a.module for a in kegiatan.agenda if a.module} | set(kegiatan.modules)
        held = {who for who, _kind in self._certificates.held(kegiatan.id)}
        return Standing(
            dates=kegiatan.dates,
            has_agenda=bool(kegiatan.agenda),
            participants=len(peserta),
            present=len(present & peserta),
            sessions=len(kegiatan.sessions),
            sessions_closed=sum(bool(s.closed_at) for s in kegiatan.sessions),
            has_modules=bool(modules),
            taught=any(self._teaching.slide(kegiatan.id, module) for module in modules),
            pre=pre.status if pre else "",
            pre_done=handed_in.count(pre.id) if pre else 0,
            post=post.status if post else "",
            post_done=handed_in.count(post.id) if post else 0,
            owed=sum(presence(kegiatan, marks[who]).earned for who in present & peserta),
            issued=len(held & peserta),
        )


def in_focus(known: Sequence[KegiatanSummary], today: date) -> KegiatanSummary | None:
    """The kegiatan a facilitator opened the laptop for: today's, else the next, else the last one.

    The sample only while there is nothing else.
    """
    real = [item for item in known if not item.sample] or known
    dated = [item for item in real if item.dates]
    for item in dated:
        if today in item.dates:
            return item
    ahead = [item for item in dated if item.dates[-1] >= today]
    if ahead:
        return min(ahead, key=lambda item: min(day for day in item.dates if day >= today))
    return max(dated, key=lambda item: item.dates[-1], default=None)
