"""What people sign an attendance list for: every session, every day, or several days at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from bimtek.domain.kegiatan import Kegiatan, Session

MOST_DATES = 6  # columns of signatures that stand beside each other on one sheet


@dataclass(frozen=True, slots=True)
class Occasion:
    """One list of a role. `dates` has the days of a list with a column for each, else it is empty."""

    session: Session
    dates: tuple[date, ...] = ()


def occasions(kegiatan: Kegiatan, *, matrix: bool = False) -> list[Occasion]:
    """The occasions of a kegiatan in their order, as its papers are set.

    With `matrix`, all its days beside each other, at most six on a list.
    """
    by_time = sorted(kegiatan.sessions, key=lambda session: (session.on_date, session.starts))
    days = [list(group) for _date, group in groupby(by_time, key=lambda session: session.on_date)]
    if matrix and len(days) > 1:
        halves = -(-len(days) // MOST_DATES)
        each = -(-len(days) // halves)
        return [
            Occasion(_day_session(part[0]), tuple(day[0].on_date for day in part))
            for part in (days[n : n + each] for n in range(0, len(days), each))
        ]
    if kegiatan.papers.list_per == "hari":
        return [Occasion(_day_session(day)) for day in days]
    return [Occasion(session) for session in by_time]


def _day_session(sessions: Sequence[Session]) -> Session:
    """One session standing for a whole day: from the first start to the last end."""
    ends = [session.ends for session in sessions]
    known = [end for end in ends if end is not None]
    return replace(
        sessions[0],
        label="",
        starts=min(session.starts for session in sessions),
        ends=max(known) if len(known) == len(ends) else None,
        agenda=tuple(item for session in sessions for item in session.agenda),
    )
