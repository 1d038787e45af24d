"""Guesses what the columns of a list without header mean, from what stands in them."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from bimtek.domain.birthdays import parse_date
from bimtek.domain.cells import Cell, Sheet, as_date, is_number, shown, text_of, whole
from bimtek.domain.identity import NIK_DIGITS, NIP_DIGITS, read_id, read_phone, read_sex
from bimtek.domain.people import Sex
from bimtek.domain.roster.fields import Field
from bimtek.domain.roster.lines import group_field, is_ordinal, looks_like_a_name
from bimtek.domain.roster.result import Column

_LOOKED_AT = 60
_MOST = 0.6


def guess_columns(sheet: Sheet) -> tuple[Column, ...]:
    """Columns by their contents; the first column of words is the name."""
    columns = [Column(at, "", _typed_field(_samples(sheet, at))) for at in range(sheet.width)]
    taken: set[Field] = set()
    named: list[Column] = []
    for column in columns:
        field = column.field or _words_field(_samples(sheet, column.index), taken)
        field = None if field in taken else field
        if field is not None:
            taken.add(field)
        named.append(Column(column.index, "", field))
    return tuple(named)


def is_sure(columns: tuple[Column, ...]) -> bool:
    """True when a name was found, and beside it something that cannot be mistaken."""
    fields = {column.field for column in columns}
    return Field.NAMA in fields and bool(fields & {Field.NOMOR, Field.HP, Field.NIK, Field.NIP, Field.JK})


def _samples(sheet: Sheet, at: int) -> list[Cell]:
    cells = (row[at] for _line, row in sheet.rows[:_LOOKED_AT] if at < len(row))
    return [cell for cell in cells if text_of(cell)]


def _most(samples: list[Cell], test: Callable[[Cell], bool]) -> bool:
    return bool(samples) and sum(map(test, samples)) >= _MOST * len(samples)


def _typed_field(samples: list[Cell]) -> Field | None:
    """The meaning of cells that are built in a way of their own."""
    tests: tuple[tuple[Field, Callable[[Cell], bool]], ...] = (
        (Field.JK, lambda cell: read_sex(shown(cell)) in (Sex.MALE, Sex.FEMALE)),
        (Field.NIK, lambda cell: _id_digits(cell) == NIK_DIGITS),
        (Field.NIP, lambda cell: _id_digits(cell) == NIP_DIGITS),
        (Field.HP, lambda cell: bool(read_phone(cell).value)),
        (Field.LAHIR, _is_date),
        (Field.EMAIL, lambda cell: "@" in shown(cell)),
    )
    if _most(samples, is_ordinal):
        return Field.NOMOR if _counts_up(samples) else None
    return next((field for field, test in tests if _most(samples, test)), None)


def _counts_up(samples: list[Cell]) -> bool:
    numbers = [int("".join(filter(str.isdecimal, shown(cell)))) for cell in samples if is_ordinal(cell)]
    rises = [later > earlier for earlier, later in pairwise(numbers)]
    return sum(rises) >= _MOST * len(rises)


def _id_digits(cell: Cell) -> int:
    if is_number(cell) and whole(cell) is None:
        return len(f"{cell:.0f}")
    return len(read_id(cell).number)


def _is_date(cell: Cell) -> bool:
    return as_date(cell) is not None or parse_date(shown(cell), date.max) is not None


def _words_field(samples: list[Cell], taken: set[Field]) -> Field | None:
    """The meaning of a column of words, by its place after the name and the words in it."""
    if not _most(samples, lambda cell: any(char.isalpha() for char in shown(cell))):
        return None
    if Field.NAMA not in taken:
        return Field.NAMA if _most(samples, lambda cell: looks_like_a_name(shown(cell))) else None
    if _most(samples, lambda cell: group_field(shown(cell)) is Field.INSTANSI):
        return Field.INSTANSI
    return Field.DESA if Field.DESA not in taken else Field.INSTANSI
