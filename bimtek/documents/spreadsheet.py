"""Spreadsheets an office edits further: typed cells, print set-up, and never a formula from a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO, NamedTuple

import xlsxwriter

from bimtek.documents.text import clean
from bimtek.domain.kegiatan import Paper

CREATED = datetime(2024, 1, 1)  # noqa: DTZ001 -- one moment for all, so that equal data give equal bytes
PAPER_CODES = {Paper.A4: 9, Paper.F4: 14}  # 14 is what drivers call Folio
FONT = "Times New Roman"
MOST_CHARACTERS = 32_000  # of one cell; the format ends at 32,767

Value = str | int | float | date | None


class Column(NamedTuple):
    """A column: header, width in characters, and what it holds: "text", "int", "score", "gain" or "date"."""

    header: str
    width: float
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Style:
    """Formats of one workbook by name."""

    formats: dict[str, Any]

    @classmethod
    def of(cls, book: Any) -> "Style":
        """Register the formats."""
        base = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
        cell = {**base, "border": 1, "text_wrap": True}
        centred = {**cell, "align": "center"}
        kinds: dict[str, dict[str, Any]] = {
            "title": {**base, "bold": True, "font_size": 14},
            "plain": base,
            "note": {**base, "italic": True},
            "head": {**centred, "bold": True, "bg_color": "#E6E6E6"},
            "text": {**cell, "num_format": "@"},
            "int": {**centred, "num_format": "0"},
            "score": {**centred, "num_format": "0.0"},
            "gain": {**centred, "num_format": "0.00"},
            "date": {**centred, "num_format": "dd/mm/yyyy"},
            "label": {**base, "bold": True},
            "sample": {**cell, "num_format": "@", "italic": True, "font_color": "#595959"},
        }
        return cls({name: book.add_format(shape) for name, shape in kinds.items()})


class Workbook:
    """An xlsx being written. Texts are written as texts, whatever they begin with."""

    def __init__(self, out: BinaryIO, title: str, author: str = "") -> None:
        self._book: Any = xlsxwriter.Workbook(
            out,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._book.set_properties({"title": title, "author": author, "created": CREATED})
        self._style = Style.of(self._book)

    def sheet(self, name: str, columns: Sequence[Column], paper: Paper = Paper.A4) -> "Worksheet":
        """Add a sheet with these columns, set up to print on lying paper, one page wide."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(PAPER_CODES[paper])
        sheet.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&R&8Halaman &P dari &N")
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
        return Worksheet(sheet, self._style, columns)

    def close(self) -> None:
        """Finish the file."""
        self._book.close()


class Worksheet:
    """One sheet, filled from the top down."""

    def __init__(self, sheet: Any, style: Style, columns: Sequence[Column]) -> None:
        self.raw = sheet
        self.line = 0
        self._style, self._columns = style, columns

    def words(self, text: str, style: str = "plain", at: int = 0) -> None:
        """A line of its own above or below the table."""
        self._put(at, text, style)
        self.line += 1

    def fact(self, label: str, value: Value, kind: str) -> None:
        """A label and a figure below the table."""
        self._put(0, label, "label")
        self._put(3, value, kind)
        self.line += 1

    def header(self) -> None:
        """The header row: stays in sight and repeats on every printed page."""
        for at, column in enumerate(self._columns):
            self._put(at, column.header, "head")
        self.raw.repeat_rows(self.line)
        self.line += 1
        self.raw.freeze_panes(self.line, 2)

    def row(self, values: Sequence[Value], style: str = "") -> None:
        """A row of the table, each value as its column holds it."""
        for at, (value, column) in enumerate(zip(values, self._columns, strict=True)):
            self._put(at, value, style or column.kind)
        self.line += 1

    def _put(self, at: int, value: Value, kind: str) -> None:
        shape = self._style.formats[kind]
        if value is None or value == "":
            self.raw.write_blank(self.line, at, None, shape)
        elif isinstance(value, str):
            self.raw.write_string(self.line, at, clean(value)[:MOST_CHARACTERS], shape)
        elif isinstance(value, date):
            self.raw.write_datetime(self.line, at, value, shape)
        else:
            self.raw.write_number(self.line, at, value, shape)
