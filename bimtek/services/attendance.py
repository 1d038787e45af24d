"""Taking attendance: who is there, who is excused, who leaves early."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import time

from bimtek.domain.attendance import Mark, Presence, Status, presence
from bimtek.domain.errors import NotFoundError
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.people import Counts, Participation, Role
from bimtek.domain.text import _
from bimtek.storage.attendance import AttendanceRepository
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.people import PeopleRepository
from bimtek.storage.store import Store

PRIVACY_LINE = _(
    "Data Anda dipakai untuk daftar hadir, nilai, dan sertifikat kegiatan ini."
    " Data tidak dibagikan ke pihak lain."
)
ERASED = _("Absensi {name} dibatalkan")
TAKEN = {
    Status.HADIR: _("{name} hadir"),
    Status.IZIN: _("{name} izin"),
    Status.SAKIT: _("{name} sakit"),
    Status.ALPA: _("{name} alpa"),
}
LEFT = _("{name} pulang lebih awal")
CLOSED = _("Absensi {session} ditutup")
OPENED = _("Absensi {session} dibuka lagi")


@dataclass(frozen=True, slots=True)
class Line:
    """One person on the attendance screen: their mark in this session, or None."""

    participation: Participation
    mark: Mark | None

    @property
    def present(self) -> bool:
        """Checked in as present."""
        return self.mark is not None and self.mark.status is Status.HADIR


@dataclass(frozen=True, slots=True)
class Board:
    """The attendance of one session: everybody in list order, and the counts of those present."""

    session: Session
    lines: tuple[Line, ...]
    present: Counts

    @property
    def expected(self) -> int:
        """How many people are on the list."""
        return len(self.lines)


class Attendance:
    """The verbs of the attendance screen. Changes return Futures that are done when durable.

    Marks of a closed session stay as they are: every change of one fails with a RefusedError. What has
    to be put right goes: open again, correct, close, which makes a new backup.
    """

    def __init__(
        self,
        store: Store,
        attendance: AttendanceRepository,
        people: PeopleRepository,
        kegiatan: KegiatanRepository,
        after_close: Callable[[], object],
    ) -> None:
        self._store = store
        self._attendance = attendance
        self._people = people
        self._kegiatan = kegiatan
        self._after_close = after_close

    def board(self, kegiatan_id: str, session_id: str, role: Role | None = Role.PESERTA) -> Board:
        """Everyone of one role (None: all roles) and their state in a session."""
        session = _session(self._get(kegiatan_id), session_id)
        marks = self._attendance.of_kegiatan(kegiatan_id)
        lines = tuple(
            Line(person, marks.get(person.id, {}).get(session_id))
            for person in self._people.of_kegiatan(kegiatan_id, role)
        )
        return Board(session, lines, Counts.of([x.participation.person for x in lines if x.present]))

    def check_in(self, who: Participation, session_id: str, *, consent: bool) -> Future[None]:
        """Note that somebody is present now; `consent` notes that they agreed to the privacy line."""
        return self.set_status(who, session_id, Status.HADIR, consent=consent)

    def set_status(
        self, who: Participation, session_id: str, status: Status, *, consent: bool = False
    ) -> Future[None]:
        """Note present, excused, ill or absent, over whatever was noted before."""
        now = self._store.now()
        mark = Mark(
            id="",
            session_id=session_id,
            participation_id=who.id,
            status=status,
            arrived_at=now if status is Status.HADIR else "",
        )
        label = str(TAKEN[status]).format(name=who.person.name.full)
        return self._attendance.put(mark, now if consent else "", label, who.kegiatan_id)

    def leave_early(self, who: Participation, mark: Mark, at: time) -> Future[None]:
        """Note the clock time at which somebody present left."""
        left = Mark(
            id=mark.id,
            session_id=mark.session_id,
            participation_id=who.id,
            status=Status.HADIR,
            arrived_at=mark.arrived_at,
            left_at=at,
            channel=mark.channel,
        )
        return self._attendance.put(left, "", str(LEFT).format(name=who.person.name.full), who.kegiatan_id)

    def clear(self, who: Participation, session_id: str) -> Future[None]:
        """Take back what was noted: the person counts as not yet taken."""
        label = str(ERASED).format(name=who.person.name.full)
        return self._attendance.clear(session_id, who.id, label, who.kegiatan_id)

    def latest(self, session_id: str, limit: int = 5) -> list[str]:
        """Participation ids of the last people checked in, newest first."""
        return [mark.participation_id for mark in self._attendance.latest(session_id, limit)]

    def close_session(self, kegiatan_id: str, session_id: str) -> None:
        """Close attendance of a session and make a backup. Waits; not from the GUI thread."""
        self._set_closed(kegiatan_id, session_id, self._store.now(), str(CLOSED))
        self._after_close()

    def reopen_session(self, kegiatan_id: str, session_id: str) -> None:
        """Open attendance of a session again. Waits; not from the GUI thread."""
        self._set_closed(kegiatan_id, session_id, "", str(OPENED))

    def owed(self, kegiatan_id: str) -> int:
        """How many peserta earned a paper by being there."""
        kegiatan = self._get(kegiatan_id)
        peserta = self._people.of_kegiatan(kegiatan_id, Role.PESERTA)
        marks = self._attendance.of_kegiatan(kegiatan_id)
        return sum(presence(kegiatan, marks.get(who.id, {})).earned for who in peserta)

    def presence_of_all(self, kegiatan: Kegiatan) -> dict[str, Presence]:
        """JP earned by everybody of a kegiatan, by participation id."""
        marks = self._attendance.of_kegiatan(kegiatan.id)
        people = self._people.of_kegiatan(kegiatan.id)
        return {p.id: presence(kegiatan, marks.get(p.id, {})) for p in people}

    def marks(self, kegiatan_id: str) -> dict[str, dict[str, Mark]]:
        """All marks: by participation id, then by session id."""
        return self._attendance.of_kegiatan(kegiatan_id)

    def _set_closed(self, kegiatan_id: str, session_id: str, at: str, label: str) -> None:
        session = _session(self._get(kegiatan_id), session_id)
        wording = label.format(session=session.label)
        self._kegiatan.close_session(session_id, kegiatan_id, at, wording).result()

    def _get(self, kegiatan_id: str) -> Kegiatan:
        kegiatan = self._kegiatan.get(kegiatan_id)
        if kegiatan is None:
            raise NotFoundError(
                _("Kegiatan ini tidak ada lagi."), advice=_("Buka daftar kegiatan, lalu pilih yang lain.")
            )
        return kegiatan


def _session(kegiatan: Kegiatan, session_id: str) -> Session:
    for session in kegiatan.sessions:
        if session.id == session_id:
            return session
    raise NotFoundError(_("Sesi ini tidak ada lagi."), advice=_("Buka lagi langkah Siapkan."))
