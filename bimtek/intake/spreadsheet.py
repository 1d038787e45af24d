"""Reads xlsx, xls and ods into plain tuples. Runs in a worker process: see `guard`.

calamine gives the values; it does not tell hidden rows, hidden columns and errors of formulas, so
those come from the XML beside it. The size is judged before calamine lays out the cells.
Imports are few, because each file starts a fresh interpreter.
"""

import gc
import sys
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from bimtek.intake.facts import NO_FACTS, Facts

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from bimtek.domain.cells import Cell, Row

MAX_CELLS = 200_000
MAX_AREA = 12_000_000  # cells between the corners; calamine lays out every one of them
MAX_UNPACKED = 300 * 1024 * 1024
MEMORY_LIMIT = 2 * 1024**3


class RawSheet(NamedTuple):
    """A sheet as it crosses the process border; `rows` is None when it was too large to read."""

    name: str
    visible: bool
    rows: "tuple[Row, ...] | None"
    merged: tuple[tuple[int, int, int, int], ...]
    hidden_lines: frozenset[int] | None
    hidden_columns: frozenset[int]


class Refused(Exception):  # noqa: N818
    """Why a file was not read; its argument is one word for `guard`."""


def serve(path: str, results: "Connection") -> None:
    """Read in the worker and send ("ok", sheets), or the reason why not and a detail."""
    gc.disable()  # the process ends with the file
    _limit_memory()
    try:
        results.send(("ok", read(path)))
    except Refused as error:
        results.send((str(error), repr(error.__cause__)))
    except PermissionError as error:
        results.send(("terkunci", type(error).__name__))
    except OSError as error:
        results.send(("hilang", type(error).__name__))
    except MemoryError as error:
        results.send(("besar", type(error).__name__))
    except BaseException as error:  # a panic of calamine is no Exception
        results.send(("rusak", type(error).__name__))


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def read(path: str) -> list[RawSheet]:
    """Read all sheets of a workbook, the visible ones first, up to MAX_CELLS cells together.

    Errors: Refused with "jenis", "sandi", "besar" or "rusak".
    """
    facts = _facts(path)
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        with CalamineWorkbook.from_path(path) as book:
            found = [
                (at, sheet.name, sheet.visible == SheetVisibleEnum.Visible)
                for at, sheet in enumerate(book.sheets_metadata)
                if sheet.typ == SheetTypeEnum.WorkSheet
            ]
            return _read_sheets(book, found, facts)
    except PasswordError as error:
        raise Refused("sandi") from error
    except CalamineError as error:
        raise Refused("rusak") from error


def _read_sheets(
    book: Any, found: list[tuple[int, str, bool]], facts: dict[str, Facts] | None
) -> list[RawSheet]:
    sheets: dict[int, RawSheet] = {}
    left = MAX_CELLS
    for at, name, visible in sorted(found, key=lambda sheet: not sheet[2]):
        known = facts.get(name, NO_FACTS) if facts is not None else None
        rows, merged = None, None
        if known is None or (known.cells <= left and known.area <= MAX_AREA):
            rows, merged = _rows(book.get_sheet_by_index(at), known, left)
            left -= sum(len(cells) for _line, cells in rows or ())
        sheets[at] = RawSheet(
            name,
            visible,
            rows,
            tuple((a + 1, b, c + 1, d) for (a, b), (c, d) in merged or ()) or (known.merged if known else ()),
            known.hidden_lines if known else None,
            known.hidden_columns if known else frozenset(),
        )
    if sheets and all(sheet.rows is None for sheet in sheets.values()):
        raise Refused("besar")
    return [sheets[at] for at in sorted(sheets)]


def _rows(sheet: Any, known: Facts | None, limit: int) -> "tuple[tuple[Row, ...] | None, Any]":
    """Rows with content, None beyond the limit of cells; and the merged ranges."""
    if sheet.start is None:
        return (), None
    pad = (None,) * sheet.start[1]
    errors = known.errors if known else {}
    rows = []
    for line, values in enumerate(sheet.iter_rows(), 1):
        cells = _cells(values, pad, errors.get(line))
        if cells:
            limit -= len(cells)
            if limit < 0:
                return None, None
            rows.append((line, cells))
    return tuple(rows), sheet.merged_cell_ranges


def _cells(values: list[Any], pad: tuple[None, ...], errors: dict[int, str] | None) -> "tuple[Cell, ...]":
    """A row without the empty cells at its end; empty text is None, an error its text."""
    count = len(values)
    if errors:
        values = [*pad, *values]
        values += [""] * (max(errors) + 1 - len(values))
        for at, text in errors.items():
            values[at] = values[at] or text
        pad, count = (), len(values)
    while count and values[count - 1] == "":
        count -= 1
    if not count:
        return ()
    return pad + tuple(
        [None if v == "" else _plain(v) if type(v) is timedelta else v for v in values[:count]]
    )


def _plain(value: timedelta) -> str:
    minutes = int(value.total_seconds()) // 60
    return f"{minutes // 60:02d}.{minutes % 60:02d}"


def _facts(path: str) -> dict[str, Facts] | None:
    """What the file tells about its sheets beside their values; None when it tells nothing.

    Errors: Refused for what is no spreadsheet, or too large to open.
    """
    with open(path, "rb") as file:  # noqa: PTH123  (pathlib would be one more import)
        start = file.read(8)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return None
    if not start.startswith(b"PK"):
        raise Refused("jenis")
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(item.file_size for item in packed.infolist()) > MAX_UNPACKED:
                raise Refused("besar")
            names = set(packed.namelist())
            if "xl/workbook.xml" in names:
                from bimtek.intake import xlsx_facts

                return xlsx_facts.read(packed)
            if "content.xml" in names:
                from bimtek.intake import ods_facts

                return ods_facts.read(packed, MAX_AREA)
            if "xl/workbook.bin" in names:
                return None
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, EOFError) as error:
        raise Refused("rusak") from error
    raise Refused("jenis")
