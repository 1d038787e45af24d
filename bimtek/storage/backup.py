"""Copies of the data file: made between two commits, believed only after they were opened again."""

import contextlib
import sqlite3
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from bimtek.domain.errors import BrokenBackupError, DamagedFileError, DataFileError, NewerFileError
from bimtek.domain.text import _
from bimtek.storage.connection import as_opening_error, connect, damaged, open_untouched
from bimtek.storage.schema import migrations_in
from bimtek.storage.store import Store

COUNTED = ("kegiatan", "orang", "keikutsertaan", "attendance", "attempt", "answer", "certificate", "berkas")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy holds: rows per table, the kegiatan in it, the last number of the journal."""

    counts: dict[str, int]
    titles: tuple[str, ...]
    journal: int


def copy_data_file(store: Store, target: Path) -> Future[None]:
    """Copy the data file to `target` with SQLite's backup interface; the Future holds when it is done."""

    def work(conn: sqlite3.Connection) -> None:
        with contextlib.closing(connect(target)) as copy:
            conn.backup(copy)
            copy.execute("pragma journal_mode = delete")

    return store.aside(work)


def fold_log(path: Path) -> bool:
    """Write what stands in the `-wal` beside a database into it, so that one file holds everything.

    False when the file is too damaged for that. Errors: DataFileError when it is in use or the disk fails.
    """
    try:
        with contextlib.closing(connect(path)) as conn:
            conn.execute("pragma journal_mode = delete")
    except (DataFileError, sqlite3.Error) as error:
        opening = as_opening_error(error)
        if isinstance(opening, DamagedFileError):
            return False
        raise opening from error
    return True


def inspect(path: Path) -> Contents:
    """Open a copy, check every page, and tell what it holds.

    Errors: BrokenBackupError when it is damaged or no data file of Bimtek, NewerFileError, DataFileError
    when it cannot be opened.
    """
    try:
        db = open_untouched(path)
        try:
            _check(db)
            missing, unknown = migrations_in(db)
            if unknown and not missing:
                raise NewerFileError(
                    _("Cadangan ini dibuat oleh Bimtek versi lebih baru."),
                    advice=_("Perbarui aplikasi Bimtek, lalu pulihkan lagi."),
                )
            if unknown:
                raise damaged("migrations")
            counts = {t: int(db.execute(f"select count(*) from {t}").fetchone()[0]) for t in COUNTED}
            titles = [row[0] for row in db.execute("select title from kegiatan where deleted_at is null")]
            journal = db.execute("select coalesce(max(seq), 0) from perubahan").fetchone()[0]
        finally:
            db.close()
    except (DamagedFileError, sqlite3.Error) as error:
        raise broken_backup(error.detail if isinstance(error, DamagedFileError) else str(error)) from error
    return Contents(counts, tuple(titles), int(journal))


def _check(conn: sqlite3.Connection) -> None:
    (result,) = conn.execute("pragma integrity_check(1)").fetchone()
    if result != "ok":
        raise damaged(result)


def broken_backup(detail: str = "") -> BrokenBackupError:
    """What is said of a backup that cannot be believed."""
    return BrokenBackupError(
        _("Cadangan ini rusak atau bukan cadangan Bimtek."),
        _("Data yang sedang dipakai tidak berubah."),
        _("Pilih cadangan lain."),
        detail,
    )
