"""Hidden rows and columns, merged areas, errors and size of ods sheets, from their XML."""

import zipfile
from xml.etree import ElementTree

from bimtek.intake.facts import Facts

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_MANY = 100_000


class _Sheet:
    """Collects the facts of one table while its rows go by."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.line = 1
        self.column = 0
        self.cells = 0
        self.width = 0
        self.last = 0
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self.errors: dict[int, dict[int, str]] = {}

    def take_column(self, element: ElementTree.Element) -> None:
        count = _repeated(element, "columns")
        if element.get(f"{_TABLE}visibility") in ("collapse", "filter") and count < _MANY:
            self.hidden_columns.update(range(self.column, self.column + count))
        self.column += count

    def take_row(self, row: ElementTree.Element) -> None:
        count = _repeated(row, "rows")
        at = filled = 0
        for cell in (c for c in row if c.tag in _CELLS):
            times = _repeated(cell, "columns")
            if len(cell):
                filled += times
                self.width = max(self.width, at + times)
                self._take_cell(cell, at)
            at += times
        if filled:
            self.cells += filled * count
            self.last = self.line + count - 1
        if row.get(f"{_TABLE}visibility") in ("collapse", "filter") and count < _MANY:
            self.hidden.update(range(self.line, self.line + count))
        self.line += count

    def _take_cell(self, cell: ElementTree.Element, at: int) -> None:
        down = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
        right = int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
        if (down > 1 or right > 1) and down < _MANY:
            self.merged.append((self.line, at, self.line + down - 1, at + right - 1))
        if cell.get(_CALC) == "error":
            self.errors.setdefault(self.line, {})[at] = "".join(cell.itertext()).strip() or "#N/A"

    def facts(self) -> Facts:
        return Facts(
            cells=self.cells,
            area=self.last * self.width,
            hidden_lines=frozenset(self.hidden),
            hidden_columns=frozenset(self.hidden_columns),
            merged=tuple(self.merged),
            errors=self.errors,
        )


def read(packed: zipfile.ZipFile, max_area: int) -> dict[str, Facts]:
    """Facts of each sheet by its name. Reading stops at a sheet larger than `max_area`."""
    sheets: list[_Sheet] = []
    try:
        with packed.open("content.xml") as xml:
            for event, element in ElementTree.iterparse(xml, ("start", "end")):
                if event == "start":
                    if element.tag == f"{_TABLE}table":
                        sheets.append(_Sheet(element.get(f"{_TABLE}name", "")))
                elif sheets:
                    _take(sheets[-1], element)
                    if sheets[-1].last * sheets[-1].width > max_area:
                        break
    except ElementTree.ParseError as error:
        raise ValueError(error) from error
    return {sheet.name: sheet.facts() for sheet in sheets}


def _take(sheet: _Sheet, element: ElementTree.Element) -> None:
    if element.tag == f"{_TABLE}table-row":
        sheet.take_row(element)
        element.clear()
    elif element.tag == f"{_TABLE}table-column":
        sheet.take_column(element)


def _repeated(element: ElementTree.Element, what: str) -> int:
    return max(1, int(element.get(f"{_TABLE}number-{what}-repeated", "1")))
