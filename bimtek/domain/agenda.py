"""Editing an agenda: lines kept in order of time, moved with their length, checked for overlaps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from bimtek.domain.kegiatan import AgendaItem, Session, minutes_between
from bimtek.domain.plan import overlaps
from bimtek.domain.text import _

USUAL_MINUTES = 45
_LAST_MINUTE = 23 * 60 + 59


@dataclass(frozen=True, slots=True)
class AgendaProblems:
    """Ids of lines that begin before the one above ends, that end before they begin, or lie outside."""

    overlapping: frozenset[str]
    backwards: frozenset[str]
    outside: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.overlapping or self.backwards or self.outside)


def ordered(session: Session) -> Session:
    """The session with its lines in order of time, numbered so."""
    lines = sorted(session.agenda, key=lambda a: (a.starts, a.order))
    return replace(session, agenda=tuple(replace(line, order=at) for at, line in enumerate(lines)))


def put_line(session: Session, line: AgendaItem) -> Session:
    """Add a line, or put it in place of the one with its id."""
    others = tuple(a for a in session.agenda if a.id != line.id)
    return ordered(replace(session, agenda=(*others, line)))


def without_line(session: Session, line_id: str) -> Session:
    """Leave a line out; the others keep their times."""
    return ordered(replace(session, agenda=tuple(a for a in session.agenda if a.id != line_id)))


def blank_line(session: Session, line_id: str, after: AgendaItem | None = None) -> AgendaItem:
    """An empty line that begins where another ends: the one given, or the last."""
    last = after or max(session.agenda, key=lambda a: a.ends, default=None)
    starts = last.ends if last else session.starts
    return AgendaItem(
        id=line_id,
        session_id=session.id,
        order=len(session.agenda),
        starts=starts,
        ends=later(starts, USUAL_MINUTES),
        title="",
    )


def move_line(session: Session, line_id: str, step: int) -> Session:
    """Swap a line with its neighbour above (-1) or below (1); lengths and the pause between stay."""
    lines = list(ordered(session).agenda)
    at = next((n for n, line in enumerate(lines) if line.id == line_id), -1)
    to = at + step
    if at < 0 or not 0 <= to < len(lines):
        return session
    first, second = lines[min(at, to)], lines[max(at, to)]
    pause = minutes_between(first.ends, second.starts)
    above = replace(second, starts=first.starts, ends=later(first.starts, second.minutes))
    below_starts = later(above.ends, pause)
    below = replace(first, starts=below_starts, ends=later(below_starts, first.minutes))
    lines[min(at, to)], lines[max(at, to)] = above, below
    renumbered = tuple(replace(line, order=n) for n, line in enumerate(lines))
    return ordered(replace(session, agenda=renumbered))


def blank_session(sessions: Sequence[Session], session_id: str, kegiatan_id: str, on_date: date) -> Session:
    """A new session on a day: after the last one of that day, else in the morning."""
    that_day = [s for s in sessions if s.on_date == on_date]
    ends = max((s.ends for s in that_day if s.ends), default=None)
    starts = later(ends, 60) if ends else time(8, 0)
    return Session(
        id=session_id,
        kegiatan_id=kegiatan_id,
        on_date=on_date,
        label=str(_("Sesi {n}", n=len(that_day) + 1) if that_day else _("Pagi")),
        starts=starts,
        ends=later(starts, 4 * USUAL_MINUTES),
    )


def problems(session: Session) -> AgendaProblems:
    """What cannot be meant so."""
    outside = {
        a.id
        for a in session.agenda
        if a.starts < session.starts or (session.ends is not None and a.ends > session.ends)
    }
    return AgendaProblems(
        frozenset(second.id for _first, second in overlaps(session)),
        frozenset(a.id for a in session.agenda if a.ends <= a.starts),
        frozenset(outside),
    )


def later(at: time, minutes: int) -> time:
    """A clock time some minutes later, the last minute of the day at most."""
    total = min(at.hour * 60 + at.minute + minutes, _LAST_MINUTE)
    return time(total // 60, total % 60)
