"""The one factory of SQLite connections, and the wording of what can go wrong with them."""

import contextlib
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from bimtek.domain.errors import BimtekError, DataFileError
from bimtek.domain.text import Text, _

LOG_PAGES = 4096
WRITER_CACHE_KIB = 32_000

_ADVICE_SPACE = _("Kosongkan sebagian ruang penyimpanan, lalu coba lagi.")
_ADVICE_RESTORE = _("Buka Pengaturan, lalu pulihkan cadangan terbaru.")
_SAFE = _("Data yang sudah tersimpan tetap aman.")

_KNOWN: tuple[tuple[str, Text, Text, Text], ...] = (
    ("full", _("Ruang penyimpanan penuh, perubahan terakhir belum tersimpan."), _SAFE, _ADVICE_SPACE),
    (
        "readonly",
        _("Folder data tidak dapat ditulis."),
        _SAFE,
        _("Pindahkan folder data ke tempat yang boleh ditulis, lalu coba lagi."),
    ),
    (
        "locked",
        _("Berkas data sedang dipakai program lain."),
        _SAFE,
        _("Tutup program lain yang membuka berkas itu, lalu coba lagi."),
    ),
    (
        "disk i/o",
        _("Penyimpanan tidak menjawab saat data ditulis."),
        _SAFE,
        _("Periksa kabel atau diska, lalu buka lagi aplikasi ini."),
    ),
    (
        "not a database",
        _("Berkas data rusak atau bukan milik Bimtek."),
        _("Berkas itu tidak diubah."),
        _ADVICE_RESTORE,
    ),
    ("malformed", _("Sebagian berkas data rusak."), _("Cadangan Anda tidak tersentuh."), _ADVICE_RESTORE),
    (
        "unable to open",
        _("Folder data tidak dapat dibuka."),
        _("Data Anda tidak berubah."),
        _("Periksa apakah folder itu ada dan boleh ditulis."),
    ),
)


def open_writer(path: Path) -> Database:
    """Open the single writing connection: WAL, every commit synced, foreign keys on.

    What SQLite keeps for taking a single statement back stays in memory, and a large import fits into
    the cache: both save half the work of a change, and neither is needed after a crash.
    """
    db = _open(path)
    db.conn.execute("pragma temp_store = memory")
    db.conn.execute(f"pragma cache_size = -{WRITER_CACHE_KIB}")
    db.conn.execute("pragma journal_mode = wal")
    db.conn.execute("pragma synchronous = full")
    db.conn.execute("pragma foreign_keys = on")
    # Moving the log into the file syncs twice: after 16 MB, or when the window closes, not during a test.
    db.conn.execute(f"pragma wal_autocheckpoint = {LOG_PAGES}")
    return db


def open_reader(path: Path) -> Database:
    """Open a connection that cannot write and never checkpoints."""
    db = _open(path)
    db.conn.execute("pragma wal_autocheckpoint = 0")
    db.conn.execute("pragma query_only = on")
    return db


def open_untouched(path: Path) -> Database:
    """Open an existing file read-only, for looking before anything is allowed to change."""
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5.0)
    return Database(conn)


def roll_back_left_over(path: Path) -> None:
    """Let SQLite undo what a kill left half done outside the log, as while a backup was put in place.

    Until then the file cannot even be looked at read-only.
    """
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists() and journal.stat().st_size:
        with contextlib.closing(sqlite3.connect(path, timeout=5.0)) as conn:
            conn.execute("select count(*) from sqlite_master")


def _open(path: Path) -> Database:
    # Readers are closed by Store.close, from another thread than the one that read.
    # No implicit BEGIN: a transaction starts only where the store says so.
    return Database(sqlite3.connect(path, timeout=5.0, check_same_thread=False, isolation_level=None))


def as_known_error(error: Exception) -> Exception:
    """Word what the environment did (disk, lock, damage); a bug of ours comes back unchanged."""
    if isinstance(error, BimtekError) or not isinstance(error, sqlite3.DatabaseError):
        return error
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
        return error
    message = str(error).lower()
    for sign, what, data_safe, advice in _KNOWN:
        if sign in message:
            return DataFileError(what, data_safe, advice, detail=str(error))
    return error


def as_opening_error(error: Exception) -> Exception:
    """Word what keeps a file from being opened: whatever SQLite cannot make sense of is damage."""
    known = as_known_error(error)
    if known is not error or not isinstance(error, sqlite3.Error | UnicodeDecodeError):
        return known
    what, data_safe, advice = next(words for sign, *words in _KNOWN if sign == "malformed")
    return DataFileError(what, data_safe, advice, detail=type(error).__name__)
