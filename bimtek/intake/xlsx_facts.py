"""Hidden rows and columns, errors and size of xlsx sheets, found in their XML by pattern."""

import re
import zipfile
from posixpath import join, normpath
from xml.etree import ElementTree

from bimtek.intake.facts import Facts

_ROW_NUMBER = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*?\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col\b(?=[^>]*?\bhidden="(?:1|true)")[^>]*>')
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c\b(?=[^>]*?\bt="e")[^>]*?\br="([A-Z]+)(\d+)"[^>]*>.{0,2000}?<(?:\w+:)?v>([^<]*)</',
    re.DOTALL,
)
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="(?:[A-Z]+\d+:)?([A-Z]{1,3})(\d+)"')
_WIDE_COLUMN = re.compile(rb'\br="([A-Z]{2,3})\d')
_ATTRIBUTE = re.compile(rb'\b(min|max)="(\d+)"')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read(packed: zipfile.ZipFile) -> dict[str, Facts]:
    """Facts of each sheet by its name; a sheet that cannot be found is left out."""
    names = set(packed.namelist())
    return {sheet: _facts(packed.read(part)) for sheet, part in _parts(packed).items() if part in names}


def _parts(packed: zipfile.ZipFile) -> dict[str, str]:
    """Where the XML of each sheet lies."""
    try:
        book = ElementTree.fromstring(packed.read("xl/workbook.xml"))
        relations = ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))
    except ElementTree.ParseError as error:
        raise ValueError(error) from error
    targets = {r.get("Id"): r.get("Target", "") for r in relations}
    sheets = (e for e in book.iter() if e.tag.rpartition("}")[2] == "sheet")
    return {
        sheet.get("name", ""): normpath(join("/xl", targets.get(sheet.get(_RELATION), ""))).lstrip("/")
        for sheet in sheets
    }


def _facts(xml: bytes) -> Facts:
    hidden = b'hidden="1"' in xml or b'hidden="true"' in xml
    return Facts(
        cells=xml.count(b"</c>") + xml.count(b":c>"),
        area=_area(xml),
        hidden_lines=frozenset(int(n) for n in _HIDDEN_ROW.findall(xml)) if hidden else frozenset(),
        hidden_columns=frozenset(at for tag in _HIDDEN_COLUMN.findall(xml) for at in _columns(tag))
        if hidden
        else frozenset(),
        merged=(),
        errors=_errors(xml),
    )


def _area(xml: bytes) -> int:
    """Cells between the corners: as the file says, else by its last row and widest cell."""
    said = _DIMENSION.search(xml, 0, 4000)
    if said:
        return (_column(said[1]) + 1) * int(said[2])
    last = max((int(number) for number in _ROW_NUMBER.findall(xml)), default=0)
    return last * (max((_column(letters) for letters in set(_WIDE_COLUMN.findall(xml))), default=25) + 1)


def _errors(xml: bytes) -> dict[int, dict[int, str]]:
    errors: dict[int, dict[int, str]] = {}
    if b't="e"' not in xml:
        return errors
    for letters, line, text in _ERROR_CELL.findall(xml):
        errors.setdefault(int(line), {})[_column(letters)] = text.decode("utf-8", "replace") or "#N/A"
    return errors


def _column(letters: bytes) -> int:
    """Column of its letters: A is 0, AA is 26."""
    at = 0
    for letter in letters:
        at = at * 26 + letter - 64
    return at - 1


def _columns(tag: bytes) -> range:
    """Columns a <col> stands for, at most as many as a list can have."""
    found = {name: int(value) for name, value in _ATTRIBUTE.findall(tag)}
    first = found.get(b"min", 1) - 1
    return range(first, min(found.get(b"max", 0), first + 200))
