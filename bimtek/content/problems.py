"""What is wrong with a module, where, and how badly."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bimtek.domain.text import Text


class Severity(StrEnum):
    """`salah` must be mended, and in its texts keeps a module from being used; `saran` is advice."""

    SALAH = "salah"
    SARAN = "saran"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `file` is relative to the module's folder, with `/`; lines count from 1."""

    file: str
    line: int
    message: Text
    severity: Severity = Severity.SALAH

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.message}"


def grave(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that keep a module from being used."""
    return [problem for problem in problems if problem.severity is Severity.SALAH]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems by file and line, each once."""
    unique = dict.fromkeys((p.file, p.line, str(p.message), p.severity) for p in problems)
    by_key = {(p.file, p.line, str(p.message), p.severity): p for p in problems}
    return [by_key[key] for key in sorted(unique)]
