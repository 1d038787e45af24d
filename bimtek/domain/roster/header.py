"""Finds the header of a list: one row of known words, or two that belong together."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from bimtek.domain.cells import Cell, Row, Sheet, shown
from bimtek.domain.roster.fields import Field, field_of
from bimtek.domain.roster.result import Column

SEARCHED_ROWS = 15


@dataclass(frozen=True, slots=True)
class Header:
    """The lines a header takes, and its columns."""

    lines: tuple[int, ...]
    columns: tuple[Column, ...]

    @property
    def fields(self) -> set[Field]:
        """Meanings found."""
        return {c.field for c in self.columns if c.field is not None}


def find_header(sheet: Sheet) -> Header | None:
    """The header among the first rows: the most known words, a name column among them.

    Of equally good rows the first wins; a second row joins when it belongs to the first.
    """
    rows = sheet.rows[:SEARCHED_ROWS]
    found = [h for at in range(len(rows)) for h in _headers_at(sheet, rows, at) if Field.NAMA in h.fields]
    return max(found, key=lambda header: len(header.fields), default=None)


def header_of(sheet: Sheet, lines: tuple[int, ...]) -> Header:
    """The header that someone pointed at: one line or two that follow each other."""
    rows = [row for row in takewhile(lambda row: row[0] <= lines[-1], sheet.rows) if row[0] in lines]
    if len(rows) == 2:
        return _header(sheet, lines, _joined(sheet, rows[0], rows[1]))
    titles = [(shown(cell), "") for cell in rows[0][1]] if rows else []
    return _header(sheet, lines, titles)


def _headers_at(sheet: Sheet, rows: tuple[Row, ...], at: int) -> Iterable[Header]:
    """The row by itself, unless the next row belongs to it; then both."""
    line, _cells = rows[at]
    single = header_of(sheet, (line,))
    following = rows[at + 1] if at + 1 < len(rows) and rows[at + 1][0] == line + 1 else None
    if following is None:
        return [single]
    both = _header(sheet, (line, line + 1), _joined(sheet, rows[at], following))
    if Field.NAMA in single.fields:
        return [both] if _is_second_row(sheet, single, rows[at], following) else [single]
    below = header_of(sheet, (line + 1,))
    gains = len(both.fields) > len(below.fields) > 0 and Field.NAMA in below.fields
    return [both] if gains else [single]


def _is_second_row(sheet: Sheet, upper: Header, row: Row, following: Row) -> bool:
    """True when the row below only divides columns of the upper one."""
    texts = [(at, shown(cell)) for at, cell in enumerate(following[1]) if shown(cell)]
    names = {c.index for c in upper.columns if c.field in (Field.NAMA, Field.NOMOR)}
    if not texts or any(at in names for at, _text in texts):
        return False
    return all(_divides(sheet, row, at) or field_of(text) is not None for at, text in texts)


def _divides(sheet: Sheet, row: Row, at: int) -> bool:
    """True for a column under a header that spans several, or under none."""
    line, cells = row
    if at >= len(cells) or not shown(cells[at]):
        return True
    if any(top == bottom == line and left <= at <= right for top, left, bottom, right in sheet.merged):
        return True
    return at + 1 < len(cells) and not shown(cells[at + 1])


def _joined(sheet: Sheet, upper: Row, lower: Row) -> list[tuple[str, str]]:
    """(own, parent) titles of two rows: a header that spans columns counts for each below it."""
    width = max(len(upper[1]), len(lower[1]))
    titles: list[tuple[str, str]] = []
    parent = ""
    for at in range(width):
        over, under = _text_at(upper[1], at), _text_at(lower[1], at)
        parent = over or (parent if under else "")
        titles.append((under, parent) if under else (over, ""))
    return titles


def _text_at(cells: tuple[Cell, ...], at: int) -> str:
    return shown(cells[at]) if at < len(cells) else ""


def _header(sheet: Sheet, lines: tuple[int, ...], titles: list[tuple[str, str]]) -> Header:
    """Give each column its meaning; of two columns that mean the same the first has it."""
    taken: set[Field] = set()
    columns: list[Column] = []
    for at, (own, parent) in enumerate(titles):
        meaning = _meaning(own, parent)
        hidden = at in sheet.hidden_columns
        if meaning in taken or hidden:
            meaning = None
        if meaning is not None:
            taken.add(meaning)
        columns.append(Column(at, f"{parent} – {own}" if parent else own, meaning, hidden))
    return Header(lines, tuple(_without_lone_ticks(columns, taken)))


def _meaning(own: str, parent: str) -> Field | None:
    if not own:
        return None
    return field_of(own) or (field_of(f"{parent} {own}") or field_of(parent) if parent else None)


def _without_lone_ticks(columns: list[Column], taken: set[Field]) -> list[Column]:
    """Columns L and P are for ticks only as a pair; "P" alone could be anything."""
    pair = {Field.CENTANG_L, Field.CENTANG_P}
    if pair <= taken or not pair & taken:
        return columns
    return [Column(c.index, c.title, None, c.hidden) if c.field in pair else c for c in columns]
