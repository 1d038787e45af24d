"""A plan without dates or ids: what a template or a kegiatan file says, ready to become a kegiatan."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import pairwise

from bimtek.domain.kegiatan import AgendaItem, ItemKind, Kegiatan, Session, minutes_between
from bimtek.domain.people import Participation


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One agenda line of a plan."""

    starts: time
    ends: time
    title: str
    kind: ItemKind
    module: str = ""
    jp: int | None = None
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One session of a plan; `day` 1 is the first date of the kegiatan."""

    day: int
    label: str
    starts: time
    ends: time | None
    agenda: tuple[PlannedItem, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A ready plan to begin from. `jp` is what its agenda adds up to at 45 minutes."""

    key: str
    title: str
    summary: str
    jp: int
    sessions: tuple[PlannedSession, ...]

    @property
    def days(self) -> int:
        """How many days it needs."""
        return max((session.day for session in self.sessions), default=1)

    @property
    def modules(self) -> tuple[str, ...]:
        """Modules its agenda names, each once."""
        named = [item.module for session in self.sessions for item in session.agenda if item.module]
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class KegiatanPlan:
    """A kegiatan file: the kegiatan without ids and sessions, its plan, its people, its logo files."""

    kegiatan: Kegiatan
    sessions: tuple[PlannedSession, ...]
    people: tuple[Participation, ...]
    logos: tuple[str, ...]
    letterhead_image: str


def dates_for(first: date, days: int) -> tuple[date, ...]:
    """Consecutive dates from the first one."""
    return tuple(first + timedelta(days=n) for n in range(days))


def teaching_only(sessions: Sequence[PlannedSession], modules: Collection[str]) -> tuple[PlannedSession, ...]:
    """The plan with these modules and no others; a line that loses its module keeps its words and time."""

    def kept(item: PlannedItem) -> PlannedItem:
        return item if item.module in modules else replace(item, module="")

    return tuple(replace(session, agenda=tuple(map(kept, session.agenda))) for session in sessions)


def schedule(
    sessions: Sequence[PlannedSession], dates: Sequence[date], kegiatan_id: str, new_id: Callable[[], str]
) -> tuple[Session, ...]:
    """Put a plan on dates; sessions of a day beyond the last date fall on the last date."""
    return tuple(_session(s, dates[min(s.day, len(dates)) - 1], kegiatan_id, new_id) for s in sessions)


def days_of(kegiatan: Kegiatan) -> tuple[date, ...]:
    """Every day of a kegiatan in order, also one without a session or one only a session names."""
    return tuple(sorted({*kegiatan.dates, *(session.on_date for session in kegiatan.sessions)}))


def as_plan(kegiatan: Kegiatan) -> tuple[PlannedSession, ...]:
    """The plan behind an existing kegiatan, for using it again on other dates."""
    days = days_of(kegiatan)
    return tuple(
        PlannedSession(
            days.index(s.on_date) + 1,
            s.label,
            s.starts,
            s.ends,
            tuple(PlannedItem(a.starts, a.ends, a.title, a.kind, a.module, a.jp) for a in s.agenda),
        )
        for s in kegiatan.sessions
    )


def overlaps(session: Session) -> list[tuple[AgendaItem, AgendaItem]]:
    """Neighbouring agenda lines of which the second begins before the first ends."""
    lines = sorted(session.agenda, key=lambda a: (a.starts, a.order))
    return [(a, b) for a, b in pairwise(lines) if minutes_between(b.starts, a.ends) > 0]


def _session(plan: PlannedSession, on_date: date, kegiatan_id: str, new_id: Callable[[], str]) -> Session:
    session_id = new_id()
    agenda = tuple(
        AgendaItem(
            id=new_id(),
            session_id=session_id,
            order=order,
            starts=item.starts,
            ends=item.ends,
            title=item.title,
            kind=item.kind,
            jp=item.jp,
            module=item.module,
            speakers=item.speakers,
        )
        for order, item in enumerate(plan.agenda)
    )
    return Session(
        id=session_id,
        kegiatan_id=kegiatan_id,
        on_date=on_date,
        label=plan.label,
        starts=plan.starts,
        ends=plan.ends,
        agenda=agenda,
    )
