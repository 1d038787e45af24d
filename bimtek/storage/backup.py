"""Copies of the data file: made between two commits, believed only after they were opened again."""

import contextlib
import sqlite3
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from bimtek.domain.errors import DataFileError
from bimtek.domain.text import _
from bimtek.storage.connection import as_known_error, as_opening_error, open_untouched
from bimtek.storage.migrations import migrations
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
        with contextlib.closing(sqlite3.connect(target)) as copy:
            conn.backup(copy)
            copy.execute("pragma journal_mode = delete")

    return store.aside(work)


def fold_log(path: Path) -> bool:
    """Write what stands in the `-wal` beside a database into it, so that one file holds everything.

    False when the file is too damaged for that. Errors: DataFileError when it is in use or the disk fails.
    """
    try:
        with contextlib.closing(sqlite3.connect(path)) as conn:
            conn.execute("pragma journal_mode = delete")
    except sqlite3.OperationalError as error:
        raise as_opening_error(error) from error
    except sqlite3.DatabaseError:
        return False
    return True


def inspect(path: Path) -> Contents:
    """Open a copy, check every page, and tell what it holds.

    Errors: DataFileError when it is damaged, no data file of Bimtek, or from a newer one.
    """
    try:
        db = open_untouched(path)
        try:
            _check(db.conn)
            known = {m.name for m in migrations._migrations}
            if not {m.name for m in migrations.applied(db)} <= known:
                raise DataFileError(
                    _("Cadangan ini dibuat oleh Bimtek versi lebih baru."),
                    advice=_("Perbarui aplikasi Bimtek, lalu pulihkan lagi."),
                )
            counts = {t: int(db.execute(f"select count(*) from {t}").fetchone()[0]) for t in COUNTED}
            titles = [row[0] for row in db.execute("select title from kegiatan where deleted_at is null")]
            journal = db.execute("select coalesce(max(seq), 0) from perubahan").fetchone()[0]
        finally:
            db.conn.close()
    except sqlite3.DatabaseError as error:
        raise _unusable(error) from error
    return Contents(counts, tuple(titles), int(journal))


def _check(conn: sqlite3.Connection) -> None:
    result = conn.execute("pragma integrity_check(1)").fetchone()[0]
    if result != "ok":
        raise _unusable(result)


def _unusable(reason: object) -> DataFileError:
    known = as_known_error(reason) if isinstance(reason, Exception) else None
    return DataFileError(
        _("Cadangan ini rusak atau bukan cadangan Bimtek."),
        _("Data yang sedang dipakai tidak berubah."),
        _("Pilih cadangan lain."),
        detail=known.detail if isinstance(known, DataFileError) else str(reason),
    )
