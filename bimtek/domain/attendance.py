"""Who was there, for how long, and how much of the learning time that is."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bimtek.domain.errors import RefusedError
from bimtek.domain.kegiatan import AgendaItem, Kegiatan, Session
from bimtek.domain.text import _


class Status(StrEnum):
    """State of one person in one session; no mark at all means not yet taken."""

    HADIR = "hadir"
    IZIN = "izin"
    SAKIT = "sakit"
    ALPA = "alpa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Attendance of one keikutsertaan in one session.

    `arrived_at` is a stored UTC moment; `left_at` is the local clock time of leaving early, or None.
    """

    id: str
    session_id: str
    participation_id: str
    status: Status
    arrived_at: str = ""
    left_at: time | None = None
    channel: str = "laptop"


def attendance_closed(session: str) -> RefusedError:
    """What to say to whoever wants to change the marks of a closed session, named by its label."""
    return RefusedError(
        _("Absensi {session} sudah ditutup.", session=session),
        advice=_("Buka lagi absensinya, perbaiki, lalu tutup lagi."),
    )


def _attended(item: AgendaItem, mark: Mark | None) -> bool:
    """An agenda line counts when the person was present until its end."""
    if mark is None or mark.status is not Status.HADIR:
        return False
    return mark.left_at is None or item.ends <= mark.left_at


@dataclass(frozen=True, slots=True)
class Presence:
    """JP earned of JP offered, and whether the person was seen in any session."""

    jp: int
    of_jp: int
    seen: bool

    @property
    def fraction(self) -> float:
        """Share of the learning time attended, 0..1; without JP, whether seen at all."""
        if self.of_jp == 0:
            return 1.0 if self.seen else 0.0
        return self.jp / self.of_jp

    @property
    def earned(self) -> bool:
        """True when a paper has something to state: JP attended, or being there where none are counted."""
        return self.jp > 0 or (self.seen and self.of_jp == 0)


def presence(kegiatan: Kegiatan, marks: dict[str, Mark]) -> Presence:
    """Sum up one person; `marks` are that person's marks by session id.

    Leaving early takes away the agenda lines that ended later, as on paper lists with a time out.
    """
    jp = sum(
        _session_jp(session, marks.get(session.id), kegiatan.minutes_per_jp) for session in kegiatan.sessions
    )
    seen = any(mark.status is Status.HADIR for mark in marks.values())
    return Presence(jp, kegiatan.jp, seen)


def _session_jp(session: Session, mark: Mark | None, minutes_per_jp: int) -> int:
    return sum(item.credit(minutes_per_jp) for item in session.agenda if _attended(item, mark))
