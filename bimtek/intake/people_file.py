"""Reads a list of people from a file, whatever kind of table it is."""

from dataclasses import replace
from pathlib import Path

from bimtek.intake.delimited import read_delimited, read_text
from bimtek.intake.guard import Workbook, read_spreadsheet
from bimtek.intake.pasted import read_pasted

SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".tab")
SUFFIXES = (*SPREADSHEETS, *TEXTS, ".txt")
_MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_people_file(path: Path) -> Workbook:
    """Read a spreadsheet or a text table; what the file is decides, not only its name.

    Errors: SpreadsheetError, worded for the person.
    """
    if path.suffix.lower() == ".txt":
        return Workbook((replace(read_pasted(read_text(path)), name=path.stem),))
    if path.suffix.lower() in TEXTS or _is_text(path):
        return Workbook((read_delimited(path),))
    return read_spreadsheet(path)


def _is_text(path: Path) -> bool:
    """True for a text table that was given the name of a spreadsheet, as some programs do."""
    try:
        with path.open("rb") as file:
            head = file.read(2000)
    except OSError:
        return False
    if head.startswith(_MAGIC) or not head.strip():
        return False
    return b"\x00" not in head and b"<" not in head[:200] and any(s in head for s in (b"\t", b";", b","))
