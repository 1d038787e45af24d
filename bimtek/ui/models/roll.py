"""The list of one session as the screen holds it: found by two letters, marked at once, taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from bimtek.domain.attendance import Mark
from bimtek.domain.formatting import folded
from bimtek.domain.people import Counts
from bimtek.services.attendance import Line

MOST_FOUND = 30
SIMILAR = 3
RECENT = 5


@dataclass(frozen=True, slots=True)
class Found:
    """What two letters lead to: people of that name, or else people of a similar one."""

    lines: tuple[Line, ...]
    similar: tuple[Line, ...] = ()


class Roll:
    """Everybody on the list of one session, in list order. Nothing here is stored."""

    def __init__(self, lines: Sequence[Line] = (), recent: Iterable[str] = ()) -> None:
        self._lines = {line.participation.id: line for line in lines}
        self._names = {
            key: f" {folded(line.participation.person.name.name)}" for key, line in self._lines.items()
        }
        self._recent = [key for key in recent if key in self._lines]

    @property
    def lines(self) -> list[Line]:
        """Everybody, in list order."""
        return list(self._lines.values())

    @property
    def present(self) -> Counts:
        """Counts of those present."""
        return Counts.of([line.participation.person for line in self._lines.values() if line.present])

    @property
    def untaken(self) -> int:
        """How many have no mark at all."""
        return sum(line.mark is None for line in self._lines.values())

    @property
    def recent(self) -> list[Line]:
        """The people marked last, newest first."""
        return [self._lines[key] for key in self._recent[:RECENT]]

    def get(self, participation_id: str) -> Line | None:
        """One line, or None."""
        return self._lines.get(participation_id)

    def mark(self, participation_id: str, mark: Mark | None, consent_at: str = "") -> Line:
        """Show a mark, or none, and a consent given with it; returns the line as it was before."""
        before = self._lines[participation_id]
        who = before.participation
        if consent_at and not who.consent_at:
            who = replace(who, consent_at=consent_at)
        self.put(Line(who, mark))
        return before

    def put(self, line: Line) -> None:
        """Show a line as given: newest of the recent ones when it carries a mark."""
        key = line.participation.id
        self._lines[key] = line
        if key in self._recent:
            self._recent.remove(key)
        if line.mark is not None:
            self._recent.insert(0, key)

    def find(self, typed: str) -> Found:
        """People with a word that begins with what was typed: those not taken yet first."""
        key = folded(typed)
        if not key:
            return Found(())
        hits = [
            (self._lines[who].mark is not None, 0 if name.startswith(f" {key}") else 1, at, who)
            for at, (who, name) in enumerate(self._names.items())
            if f" {key}" in name
        ]
        if hits:
            return Found(tuple(self._lines[who] for *_rank, who in sorted(hits)[:MOST_FOUND]))
        return Found((), self._similar(key))

    def _similar(self, key: str) -> tuple[Line, ...]:
        by_name: dict[str, str] = {}
        for who, name in self._names.items():
            by_name.setdefault(name.strip(), who)
            by_name.setdefault(name.split()[0] if name.strip() else "", who)
        close = get_close_matches(key, by_name, SIMILAR, 0.75)
        return tuple(self._lines[who] for who in dict.fromkeys(by_name[name] for name in close))
