"""Tables drawn on the canvas: widths that add up, cells that shrink before they grow, one grid a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bimtek.documents.fonts import Face
from bimtek.documents.page import HAIR, MM, Sheet
from bimtek.documents.text import LEADING, Fitted, fit, sizes

PADDING = 1.2  # millimetres between a cell's text and the lines beside it
AIR = 1.4  # above and below a cell's text together: three lines of 7 pt fit a row of 10 mm
HEAD_GREY = 0.9
CELL_SIZES = tuple(sizes(9, 7))
_BASELINE = 0.86  # from the top of a line, in units of its size


@dataclass(frozen=True, slots=True)
class Column:
    """A column in millimetres: it may shrink to `least`; `most` is how far it grows before the others.

    `paired` is the signature column of zig-zag lists: one cell over two rows, halved by a line.
    `parts` splits the column below its header into labelled columns of equal width.
    """

    key: str
    header: str
    width: float
    least: float
    most: float = 0.0
    grows: bool = False
    align: str = "l"
    paired: bool = False
    parts: tuple[str, ...] = ()


def share_out(columns: Sequence[Column], total: float) -> tuple[Column, ...]:
    """Widths that add up to `total` exactly: shrink by slack, or grow what may grow."""
    spare = total - sum(column.width for column in columns)
    if spare < 0:
        slack = sum(column.width - column.least for column in columns)
        factor = -spare / slack if slack else 0.0
        widths = [column.width - (column.width - column.least) * factor for column in columns]
    else:
        widths = []
        for column in columns:
            extra = min(spare, max(0.0, column.most - column.width))
            spare -= extra
            widths.append(column.width + extra)
        growing = sum(w for w, column in zip(widths, columns, strict=True) if column.grows)
        widths = [
            w + spare * w / growing if column.grows else w for w, column in zip(widths, columns, strict=True)
        ]
    return tuple(replace(column, width=w) for column, w in zip(columns, widths, strict=True))


def fit_cell(text: str, column: Column, room: float, tries: Sequence[float] = CELL_SIZES) -> Fitted:
    """Text of one cell, shrunk and broken to fit its column and `room` millimetres of height."""
    return fit(text, (column.width - 2 * PADDING) * MM, (room - AIR) * MM, Face.REGULAR, tries)


class Cell(NamedTuple):
    """Stacked texts of one cell, in reading order; `height` is that of the text in millimetres."""

    parts: tuple[Fitted, ...] = ()
    face: Face = Face.REGULAR
    height: float = 0.0

    @classmethod
    def of(cls, *parts: Fitted, face: Face = Face.REGULAR) -> "Cell":
        """Stack texts."""
        return cls(parts, face, sum([part.height for part in parts]) / MM)


EMPTY = Cell()


class Row(NamedTuple):
    """One row: its cells by column, and its height in millimetres."""

    cells: tuple[Cell, ...]
    height: float


def draw_cell(sheet: Sheet, cell: Cell, x: float, y: float, column: Column, height: float) -> None:
    """Write a cell's texts, centred in height."""
    at = y + (height - cell.height) / 2
    for part in cell.parts:
        step = part.size * LEADING / MM
        base = at + part.size * _BASELINE / MM
        for line in part.lines:
            if column.align == "c":
                sheet.put(x + column.width / 2, base, line, cell.face, part.size, "c")
            elif column.align == "r":
                sheet.put(x + column.width - PADDING, base, line, cell.face, part.size, "r")
            else:
                sheet.put(x + PADDING, base, line, cell.face, part.size)
            base += step
        at += part.height / MM


def draw_header(sheet: Sheet, columns: Sequence[Column], x: float, y: float, height: float) -> None:
    """The header row: light fill, bold, broken at words; column parts get a second line of labels."""
    total = sum(column.width for column in columns)
    sheet.box(x, y, total, height, grey=HEAD_GREY)
    for column in columns:
        own = height / 2 if column.parts else height
        room = (column.width - 2 * PADDING) * MM
        label = fit(column.header, room, own * MM, Face.BOLD, sizes(9, 6.5), max_lines=2)
        centred = replace(column, align="c")
        draw_cell(sheet, Cell.of(label, face=Face.BOLD), x, y, centred, own)
        _draw_parts(sheet, column, x, y + own, own)
        x += column.width


def _draw_parts(sheet: Sheet, column: Column, x: float, y: float, height: float) -> None:
    if not column.parts:
        return
    each = column.width / len(column.parts)
    narrow = replace(column, width=each, align="c")
    for n, part in enumerate(column.parts):
        label = fit(part, (each - 1) * MM, height * MM, Face.BOLD, sizes(8.5, 6.5), max_lines=2)
        draw_cell(sheet, Cell.of(label, face=Face.BOLD), x + n * each, y, narrow, height)
    sheet.lines([(x, y, x + column.width, y)], HAIR)


def draw_rows(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Row], x: float, y: float) -> float:
    """Write the texts of rows from y down; returns the y below the last one."""
    for row in rows:
        at = x
        for column, cell in zip(columns, row.cells, strict=True):
            if cell.parts:
                draw_cell(sheet, cell, at, y, column, row.height)
            at += column.width
        y += row.height
    return y


def draw_grid(
    sheet: Sheet, columns: Sequence[Column], heights: Sequence[float], x: float, y: float, header: float
) -> None:
    """All lines of a page's table at once: header, rows, columns, halves of paired cells."""
    total = sum(column.width for column in columns)
    bottom = y + header + sum(heights)
    paired = columns[-1].width if columns[-1].paired else 0.0
    segments = [(x, y, x + total, y)]
    at = y + header
    for n, height in enumerate(heights):
        inside_pair = paired and n % 2
        segments.append((x, at, x + total - (paired if inside_pair else 0.0), at))
        at += height
    segments.append((x, bottom, x + total, bottom))
    edge = x
    for column in columns:
        segments.append((edge, y, edge, bottom))
        segments += _inner(column, edge, y, header, bottom)
        edge += column.width
    segments.append((edge, y, edge, bottom))
    sheet.lines(segments)


def _inner(
    column: Column, edge: float, y: float, header: float, bottom: float
) -> list[tuple[float, float, float, float]]:
    if column.paired:
        middle = edge + column.width / 2
        return [(middle, y + header, middle, bottom)]
    each = column.width / max(1, len(column.parts))
    top = y + header / 2
    return [(edge + n * each, top, edge + n * each, bottom) for n in range(1, len(column.parts))]


def paginate(
    heights: Sequence[float], first: float, later: float, tail: float, most: int = 10**9, least_tail: int = 1
) -> list[int]:
    """How many units (rows, or pairs of rows) go on each page.

    `first` and `later` are the room of pages in millimetres, `most` units a page at most; the tail
    (signatures) stands under the last unit and never without `least_tail` units above it.
    """
    counts = [0]
    used, room = 0.0, first
    for height in heights:
        if counts[-1] and (used + height > room + 1e-6 or counts[-1] >= most):
            counts.append(0)
            used, room = 0.0, later
        counts[-1] += 1
        used += height
    if used + tail > room + 1e-6 and counts[-1] > least_tail:
        counts[-1] -= least_tail
        counts.append(least_tail)
    return _pull(counts, least_tail)


def _pull(counts: list[int], wanted: int) -> list[int]:
    """Move units from earlier pages so that the last page has `wanted`."""
    while len(counts) > 1 and counts[-1] < wanted < counts[-2]:
        counts[-2] -= 1
        counts[-1] += 1
    return counts
