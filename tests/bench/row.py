"""What a row of the table is, and how ours and its floor are measured: in turns, in one run."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from tests.bench.stores import Stores

ROUNDS = 5
Sample = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians of ours and of the floor, in the unit of the row."""

    value: float
    floor: float

    @property
    def ratio(self) -> float:
        """How many times the floor ours takes."""
        return self.value / self.floor


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `must` is the ratio it may not pass, `aim` where it is going."""

    name: str
    unit: str
    must: float
    aim: float
    measure: Callable[[Stores], Figures]


def in_turns(ours: Sample, floor: Sample, rounds: int = ROUNDS) -> Figures:
    """Medians of samples taken alternately, after one of each that does not count."""
    ours()
    floor()
    taken: tuple[list[float], list[float]] = ([], [])
    for _round in range(rounds):
        for sample, into in zip((ours, floor), taken, strict=True):
            gc.collect()
            into.append(sample())
    return Figures(median(taken[0]), median(taken[1]))


def cpu_s(work: Callable[[], object]) -> float:
    """CPU seconds of the whole process, all threads, that `work` takes."""
    before = time.process_time()
    work()
    return time.process_time() - before
