"""Use a module folder, or say everything that is wrong with it. Imports its readers on first use."""

from pathlib import Path
from typing import TYPE_CHECKING

from bimtek.content.problems import Problem, grave, in_order
from bimtek.domain.errors import ModuleBrokenError
from bimtek.domain.text import _

if TYPE_CHECKING:
    from bimtek.domain.module import Module

SHOWN = 5


def check_module(folder: Path) -> list[Problem]:
    """Return every problem of a module's texts, advice too, by file and line."""
    return inspect_module(folder)[1]


def inspect_module(folder: Path) -> "tuple[Module | None, list[Problem]]":
    """Return a module as far as it can be read, for looking at its slides, and every problem of its texts."""
    from bimtek.content.lint import lint
    from bimtek.content.reader import read_folder

    reading = read_folder(folder)
    return reading.module, in_order([*reading.problems, *lint(reading)])


def read_module(folder: Path) -> "tuple[Module | None, list[Problem]]":
    """Return a module and no problem, or None and what keeps it from being used."""
    from bimtek.content.reader import read_folder

    reading = read_folder(folder)
    problems = in_order(grave(reading.problems))
    return (None, problems) if problems else (reading.module, [])


def broken(name: str, problems: list[Problem]) -> ModuleBrokenError:
    """Return the error for a module with problems."""
    first = problems[0]
    return ModuleBrokenError(
        _("Modul “{name}” belum dapat dipakai: {count} kesalahan.", name=name, count=len(problems)),
        advice=_(
            "Yang pertama: {file} baris {line}. {message}",
            file=first.file,
            line=first.line,
            message=first.message,
        ),
        detail="\n".join(map(str, problems[:SHOWN])),
    )
