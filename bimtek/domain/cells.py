"""Cells of a list as spreadsheets and texts deliver them, and a sheet of such cells.

A cell is plain Python: text, a number, a date, a truth value, or None when empty. An error of the
spreadsheet ("#N/A") is its text. Digits of numbers that are names are judged by whoever reads them:
beyond 2**53 a number cell no longer tells which digits were typed.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from bimtek.domain.formatting import numeric_date
from bimtek.domain.names import clean

Cell = str | int | float | bool | date | time | None

EXACT_LIMIT = 2**53
ERRORS = frozenset(
    ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA")
)
_PLACEHOLDERS = frozenset(
    ("nn", "null", "none", "nan", "n/a", "nihil", "kosong", "tidak ada", "belum ada", "tdk ada", "blm ada")
)
_EMPTY_MARKS = re.compile(r"[-–—_.…·*'’`\s0]*|x{2,}", re.IGNORECASE)
_OVERFLOW = re.compile(r"#{2,}")
_SHORTENED = re.compile(r"'?[+-]?\d[.,]?\d*\s?[eE]\s?\+?\d{1,3}|#{2,}")
_FORMULA_TEXT = re.compile(r'="(.*)"', re.DOTALL)

Row = tuple[int, tuple[Cell, ...]]
Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of cells. Lines count from 1 as the spreadsheet shows them, columns from 0.

    `rows` holds the lines with content only, in order. `merged` are (first line, first column,
    last line, last column). `hidden_lines` is None when the format does not tell.
    `visible` is False for a sheet hidden in the workbook; `free_text` marks lines of a text, which
    have no header.
    """

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Area, ...] = ()
    hidden_lines: frozenset[int] | None = None
    hidden_columns: frozenset[int] = frozenset()
    visible: bool = True
    free_text: bool = False

    @property
    def width(self) -> int:
        """Number of columns of the longest row."""
        return max((len(cells) for _line, cells in self.rows), default=0)


def shown(cell: Cell) -> str:
    """A cell as one clean line of text, whatever it holds; placeholders are still there."""
    if isinstance(cell, str):
        return clean(_unwrapped(cell))
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number_text(cell)
    return f"{cell:%H.%M}" if isinstance(cell, time) else numeric_date(cell)


def text_of(cell: Cell) -> str:
    """Like `shown`, but empty for placeholders ("-", "0", "NN", "xxx") and for errors."""
    text = shown(cell)
    return "" if is_placeholder(text) or is_error(text) else text


def is_blank(cell: Cell) -> bool:
    """True when nothing can be seen in the cell."""
    return cell is None or (isinstance(cell, str) and not clean(cell))


def is_placeholder(text: str) -> bool:
    """True for text that stands for "nothing", and for no text at all."""
    return bool(_EMPTY_MARKS.fullmatch(text)) or text.casefold() in _PLACEHOLDERS


def is_error(cell: Cell) -> bool:
    """True for an error of the spreadsheet, and for a number too wide for its column in a CSV."""
    if not isinstance(cell, str) or not cell.startswith("#"):
        return False
    return cell.strip() in ERRORS or bool(_OVERFLOW.fullmatch(cell.strip()))


def is_shortened(text: str) -> bool:
    """True for digits a spreadsheet has shortened for ever: "3.17401E+15", "########"."""
    return bool(_SHORTENED.fullmatch(text))


def is_number(cell: Cell) -> bool:
    """True for a number cell; a truth value is not one."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def whole(cell: Cell) -> int | None:
    """The digits of a number cell when all of them are certain: whole, not negative, below 2**53."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    if not 0 <= cell < EXACT_LIMIT or cell != int(cell):
        return None
    return int(cell)


def as_date(cell: Cell) -> date | None:
    """The day of a date cell."""
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else None


def _unwrapped(text: str) -> str:
    """Text without what people add to keep Excel from reading it: a leading apostrophe, ="…"."""
    formula = _FORMULA_TEXT.fullmatch(text.strip()) if text.startswith("=") else None
    text = formula[1] if formula else text
    return text[1:] if len(text) > 1 and text[0] in "'’`" and text[1].isdigit() else text


def _number_text(number: float) -> str:
    exact = whole(number)
    if exact is not None:
        return str(exact)
    return f"{number:.15G}"
