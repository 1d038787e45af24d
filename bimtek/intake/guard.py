"""Reads spreadsheets in a process of its own, so that no file can hang, crash or fill this one.

The worker is started by "spawn" on every system; a frozen program needs
`multiprocessing.freeze_support()` as its first line.
"""

import multiprocessing
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from bimtek.domain.cells import Sheet
from bimtek.domain.errors import SpreadsheetError
from bimtek.domain.text import Text, _
from bimtek.intake.spreadsheet import RawSheet, serve

TIME_LIMIT_S = 30.0
_MAIN = sys.modules["__main__"]

_SAVE_AGAIN = _("Buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx.")


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets that were read, and the names of those that were too large."""

    sheets: tuple[Sheet, ...]
    too_large: tuple[str, ...] = ()


def read_spreadsheet(path: Path, time_limit_s: float = TIME_LIMIT_S) -> Workbook:
    """Read all sheets of an xlsx, xls or ods file.

    Errors: SpreadsheetError, worded for the person, whatever is wrong with the file.
    """
    raw = _in_worker(path, time_limit_s)
    return Workbook(
        tuple(_sheet(sheet) for sheet in raw if sheet.rows is not None),
        tuple(sheet.name for sheet in raw if sheet.rows is None),
    )


def _sheet(raw: RawSheet) -> Sheet:
    return Sheet(
        name=raw.name,
        rows=raw.rows or (),
        merged=raw.merged,
        hidden_lines=raw.hidden_lines,
        hidden_columns=raw.hidden_columns,
        visible=raw.visible,
    )


def _in_worker(path: Path, time_limit_s: float) -> list[RawSheet]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    worker = context.Process(target=serve, args=(str(path), there), name="bimtek-intake", daemon=True)
    with _main_set_aside():
        worker.start()
    there.close()
    try:
        if not here.poll(time_limit_s):
            raise _error("lama", "timeout")
        outcome, result = here.recv()
    except EOFError as error:
        raise _error("rusak", "worker died") from error
    finally:
        here.close()
        worker.kill()
        worker.join()
    if outcome != "ok":
        raise _error(outcome, result)
    sheets: list[RawSheet] = result
    return sheets


@contextmanager
def _main_set_aside() -> Iterator[None]:
    """Keep a starting worker from running the main file of this program again.

    It needs nothing of it, and a main file may be slow, unguarded, or not a file at all.
    """
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = _MAIN


def _error(reason: str, detail: str) -> SpreadsheetError:
    what, advice = _WORDING.get(reason, _WORDING["rusak"])
    return SpreadsheetError(what, advice=advice, detail=f"{reason}: {detail}")


_WORDING: dict[str, tuple[Text, Text]] = {
    "rusak": (_("Berkas ini rusak atau tidak lengkap."), _SAVE_AGAIN),
    "jenis": (_("Berkas ini bukan lembar kerja Excel atau LibreOffice."), _SAVE_AGAIN),
    "sandi": (
        _("Berkas ini dikunci dengan kata sandi."),
        _("Simpan salinannya tanpa kata sandi, lalu pilih lagi."),
    ),
    "besar": (
        _("Daftar ini terlalu besar: lebih dari 200.000 sel."),
        _("Salin bagian yang diperlukan ke berkas baru, lalu pilih lagi."),
    ),
    "lama": (
        _("Berkas ini terlalu lama dibaca dan dihentikan."),
        _("Salin daftarnya ke berkas baru, lalu pilih lagi."),
    ),
    "terkunci": (
        _("Berkas ini sedang dipakai program lain."),
        _("Tutup berkas itu di Excel, lalu pilih lagi."),
    ),
    "hilang": (_("Berkas ini tidak dapat dibuka."), _("Pastikan berkas masih ada dan diska terpasang.")),
}
