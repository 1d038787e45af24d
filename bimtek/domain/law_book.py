"""Law as data: norms with their status, and what that means on a day. Facts lie in assets/hukum."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from bimtek.domain.law import LawReference

TURNING_DAY = datetime.date(2026, 1, 2)  # the KUHP of 2023 and UU 1/2026 came into force


class Status(StrEnum):
    """Where a norm stands. `akan` is never written: it is what a norm is before its first day."""

    IN_FORCE = "berlaku"
    CHANGED = "berubah"
    REPEALED = "dicabut"
    REPLACED = "diganti"
    COMING = "akan"


class Certainty(StrEnum):
    """How well a norm was checked: in two independent sources, in one, or not yet."""

    STRONG = "kuat"
    FAIR = "cukup"
    OPEN = "belum"


class Asked(StrEnum):
    """Who may be asked about a norm in a test: everybody, law enforcement alone, nobody."""

    ANYBODY = "umum"
    OFFICERS = "aph"
    NOBODY = "tidak"


class Complaint(StrEnum):
    """Whether a case waits for the complaint of somebody. `""`: the norm punishes nothing."""

    NONE = ""
    NOT_NEEDED = "biasa"
    NEEDED = "aduan"


@dataclass(frozen=True, slots=True)
class LawSource:
    """Where a norm was read; `code` is what the fact sheet calls it."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Law:
    """One act: `key` as in references, `aliases` the acts that changed it, `names` as people say it."""

    id: str
    name: str
    title: str
    key: str
    version: str
    checked_on: datetime.date
    aliases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """One norm in our own words. `before` says how it read until `changed_on`.

    Days of force are both included; None: the fact sheets do not tell the day.
    """

    id: str
    law: Law
    reference: LawReference
    title: str
    says: str
    elements: tuple[str, ...] = ()
    complaint: Complaint = Complaint.NONE
    complaint_by: str = ""
    longest_term: str = ""
    status: Status = Status.IN_FORCE
    replaced_by: tuple[str, ...] = ()
    from_day: datetime.date | None = None
    until_day: datetime.date | None = None
    changed_on: datetime.date | None = None
    before: str = ""
    checked_on: datetime.date
    certainty: Certainty
    asked: Asked = Asked.ANYBODY
    note: str = ""
    sources: tuple[LawSource, ...] = ()
    place: str = ""

    @property
    def citation(self) -> str:
        """As people say it: "Pasal 14 ayat (1) UU TPKS"."""
        return f"{self.reference.place} {self.law.name}".lstrip()

    def status_on(self, day: datetime.date) -> Status:
        """Where the norm stands, or stood, on a day."""
        if self.from_day is not None and day < self.from_day:
            return Status.COMING
        if self.status is Status.CHANGED:
            changed = self.changed_on is None or day >= self.changed_on
            return Status.CHANGED if changed else Status.IN_FORCE
        if self.status in (Status.REPEALED, Status.REPLACED):
            held = self.until_day is not None and day <= self.until_day
            return Status.IN_FORCE if held else self.status
        return self.status

    def in_force(self, day: datetime.date) -> bool:
        """True when people are bound by it on this day."""
        return self.status_on(day) in (Status.IN_FORCE, Status.CHANGED)

    def teachable(self, day: datetime.date) -> bool:
        """True when it may be taught as law: checked, and in force."""
        return self.certainty is not Certainty.OPEN and self.in_force(day)

    def may_be_key(self, day: datetime.date) -> bool:
        """True when the key of a question may rest on it."""
        return self.teachable(day) and self.asked is not Asked.NOBODY

    @property
    def turned(self) -> bool:
        """True when it reads otherwise, or is gone, since the turning day."""
        return self.changed_on == TURNING_DAY or (
            self.until_day is not None and self.until_day + datetime.timedelta(days=1) == TURNING_DAY
        )


class LawBook:
    """All norms, found by id and by reference."""

    def __init__(self, norms: Iterable[Norm] = ()) -> None:
        self.norms: tuple[Norm, ...] = tuple(norms)
        self._by_id = {norm.id: norm for norm in self.norms}

    @cached_property
    def laws(self) -> tuple[Law, ...]:
        """The acts, in the order of their norms."""
        return tuple({norm.law.id: norm.law for norm in self.norms}.values())

    def norm(self, norm_id: str) -> Norm | None:
        """Return one norm."""
        return self._by_id.get(norm_id)

    def resolve(self, reference: LawReference) -> tuple[Norm, ...]:
        """Return what a reference means: that very norm, else the nearest around it, else all inside it."""
        wanted = self._canonical(reference)
        around = [norm for norm in self._of_act.get(wanted.act_key, ()) if norm.reference.holds(wanted)]
        if around:
            depth = max(map(_depth, around))
            return tuple(norm for norm in around if _depth(norm) == depth)
        inside = self._of_act.get(wanted.act_key, ())
        return tuple(norm for norm in inside if wanted.holds(norm.reference))

    def successors(self, norm: Norm) -> tuple[Norm, ...]:
        """Return what stands in the place of a norm, to the end of the chain; a circle ends it too."""
        met: dict[str, Norm] = {}
        waiting = list(norm.replaced_by)
        while waiting:
            found = self._by_id.get(waiting.pop(0))
            if found is not None and found.id not in met and found.id != norm.id:
                met[found.id] = found
                waiting += found.replaced_by
        return tuple(met.values())

    def predecessors(self, norm: Norm) -> tuple[Norm, ...]:
        """Return the norms that this one took the place of."""
        return tuple(one for one in self.norms if norm.id in one.replaced_by)

    @cached_property
    def _of_act(self) -> dict[str, list[Norm]]:
        acts: dict[str, list[Norm]] = {}
        for norm in self.norms:
            acts.setdefault(norm.reference.act_key, []).append(norm)
        return acts

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {alias: law.key for law in self.laws for alias in law.aliases}

    def _canonical(self, reference: LawReference) -> LawReference:
        """Return the same place in the act itself, for a citation of one that changed it."""
        key = self._keys.get(reference.act_key)
        if key is None:
            return reference
        kind, number, year = key.rsplit("-", 2)
        return replace(reference, kind=kind, number=int(number), year=int(year))


def _depth(norm: Norm) -> int:
    reference = norm.reference
    return sum(map(bool, (reference.pasal, reference.ayat, reference.huruf)))


def same_place(norms: Sequence[Norm]) -> Iterable[tuple[Norm, Norm]]:
    """Yield norms that claim a place another norm has already."""
    met: dict[LawReference, Norm] = {}
    for norm in norms:
        first = met.setdefault(norm.reference, norm)
        if first is not norm:
            yield first, norm
