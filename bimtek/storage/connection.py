"""The one factory of SQLite connections, and the wording of what can go wrong with them."""

import contextlib
import functools
import sqlite3
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar

from bimtek.domain.errors import BimtekError, DamagedFileError, DataFileError
from bimtek.domain.text import Text, _
from bimtek.storage.schema import is_sound

LOG_PAGES = 4096
WRITER_CACHE_KIB = 32_000
PATIENCE = 5.0  # seconds to wait for another program that holds the file
# A store closes its connections from another thread than the one that used them. No implicit BEGIN: a
# transaction starts only where the store says so.
BETWEEN_THREADS: dict[str, Any] = {"check_same_thread": False, "isolation_level": None}
FETCHED = 256  # rows taken at a time: fewer steps between C and Python than row by row

_ADVICE_SPACE = _("Kosongkan sebagian ruang penyimpanan, lalu coba lagi.")
_ADVICE_RESTORE = _("Pulihkan cadangan terbaru.")
_SAFE = _("Data yang sudah tersimpan tetap aman.")

Given = ParamSpec("Given")
Result = TypeVar("Result")


class _Known(NamedTuple):
    """What SQLite says when the environment fails, and how it is worded."""

    signs: tuple[str, ...]
    what: Text
    data_safe: Text
    advice: Text
    kind: type[DataFileError] = DataFileError

    def worded(self, detail: str) -> DataFileError:
        return self.kind(self.what, self.data_safe, self.advice, detail)


_DAMAGED = _Known(
    ("malformed",),
    _("Sebagian berkas data rusak."),
    _("Cadangan Anda tidak tersentuh."),
    _ADVICE_RESTORE,
    DamagedFileError,
)
_KNOWN = (
    _Known(
        ("full", "ioerr_shmsize"),  # the second: no room for the file beside the log, found while opening
        _("Ruang penyimpanan penuh, perubahan terakhir belum tersimpan."),
        _SAFE,
        _ADVICE_SPACE,
    ),
    _Known(
        ("readonly",),
        _("Folder data tidak dapat ditulis."),
        _SAFE,
        _("Pindahkan folder data ke tempat yang boleh ditulis, lalu coba lagi."),
    ),
    _Known(
        ("locked",),
        _("Berkas data sedang dipakai program lain."),
        _SAFE,
        _("Tutup program lain yang membuka berkas itu, lalu coba lagi."),
    ),
    _Known(
        ("disk i/o",),
        _("Penyimpanan tidak menjawab saat data dibaca atau ditulis."),
        _SAFE,
        _("Periksa kabel atau diska, lalu buka lagi aplikasi ini. Bila terulang, pulihkan cadangan."),
        DamagedFileError,
    ),
    _Known(
        ("not a database",),
        _("Berkas data rusak atau bukan milik Bimtek."),
        _("Berkas itu tidak diubah."),
        _ADVICE_RESTORE,
        DamagedFileError,
    ),
    _DAMAGED,
    _Known(
        ("unable to open",),
        _("Folder data tidak dapat dibuka."),
        _("Data Anda tidak berubah."),
        _("Periksa apakah folder itu ada dan boleh ditulis."),
    ),
)


def as_known_error(error: Exception) -> Exception:
    """Word what the environment did (disk, lock, damage); a bug of ours comes back unchanged."""
    if isinstance(error, UnicodeDecodeError) or _is_undecoded(error):
        return damaged(type(error).__name__)  # what it says holds the text that stands there
    if isinstance(error, BimtekError) or not isinstance(error, sqlite3.DatabaseError):
        return error
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
        return error
    said = f"{error} {getattr(error, 'sqlite_errorname', '')}".lower()
    for known in _KNOWN:
        if any(sign in said for sign in known.signs):
            return known.worded(str(error))
    return error


def as_opening_error(error: Exception) -> Exception:
    """Word what keeps a file from being opened: whatever SQLite cannot make sense of is damage."""
    known = as_known_error(error)
    return damaged(type(error).__name__) if isinstance(known, sqlite3.Error) else known


def damaged(detail: str) -> DamagedFileError:
    """What is said of data that cannot be read as it was written. `detail` holds nothing of it."""
    return DamagedFileError(_DAMAGED.what, _DAMAGED.data_safe, _DAMAGED.advice, detail)


def reads_row(read: Callable[Given, Result]) -> Callable[Given, Result]:
    """The same function of a row; a value that nobody can have written is damage: DamagedFileError.

    SQLite does not notice a bit that turned over inside a date, a role or a record.
    """

    @functools.wraps(read)
    def checked(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            return read(*args, **kwargs)
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            raise damaged(f"{read.__module__}.{read.__name__}: {type(error).__name__}") from error

    return checked


def _is_undecoded(error: Exception) -> bool:
    return isinstance(error, sqlite3.OperationalError) and str(error).startswith("Could not decode")


def explained(error: Exception, conn: sqlite3.Connection) -> Exception:
    """Word what a statement on this connection ended in; a mistake of ours comes back unchanged.

    What would be a mistake of ours is one only when the file is sound. The cursors of the failed work
    are let go of: its error may live long, and would keep the file open.
    """
    known = as_known_error(error)
    if isinstance(error, sqlite3.DatabaseError):
        traceback.clear_frames(error.__traceback__)
    if isinstance(known, sqlite3.OperationalError | sqlite3.IntegrityError) and not is_sound(conn):
        known = damaged(type(error).__name__)
    if known is not error:
        known.__cause__ = error
    return known


def _wording(call: Callable[Given, Result]) -> Callable[Given, Result]:
    """The same call, whose errors of the environment are known ones."""

    @functools.wraps(call)
    def worded(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            return call(*args, **kwargs)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            known = as_known_error(error)
            for cursor in args:
                if isinstance(cursor, sqlite3.Cursor):
                    cursor.close()
                    known = explained(error, cursor.connection)
            if known is error:
                raise
            raise known from error

    return worded


class _Cursor(sqlite3.Cursor):
    """Damage shows itself in any step, often long after the statement began."""

    execute = _wording(sqlite3.Cursor.execute)
    executemany = _wording(sqlite3.Cursor.executemany)
    fetchone = _wording(sqlite3.Cursor.fetchone)
    fetchmany = _wording(sqlite3.Cursor.fetchmany)
    fetchall = _wording(sqlite3.Cursor.fetchall)

    def __next__(self) -> Any:
        row = self.fetchone()
        if row is None:
            raise StopIteration
        return row

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        while rows := self.fetchmany(FETCHED):
            yield from rows


class Database(sqlite3.Connection):
    """A connection of ours: `execute` gives tuples, `query` rows by the names of their columns."""

    def query(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Cursor:
        """Return the rows of a select."""
        cursor = self.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(sql, parameters)


class _Worded(Database):
    """A connection that words its own errors, wherever it is read from."""

    backup = _wording(sqlite3.Connection.backup)

    def cursor(self, *_made: Any) -> sqlite3.Cursor:  # type: ignore[override]
        """One whose steps are worded too."""
        return super().cursor(_Cursor)

    def execute(self, *given: Any) -> sqlite3.Cursor:
        """Run a statement."""
        return self.cursor().execute(*given)

    def executemany(self, *given: Any) -> sqlite3.Cursor:
        """Run a statement once for each of many parameters."""
        return self.cursor().executemany(*given)


def open_writer(path: Path) -> Database:
    """Open the single writing connection: WAL, every commit synced, foreign keys on.

    What SQLite keeps for taking a single statement back stays in memory, and a large import fits into
    the cache: both save half the work of a change, and neither is needed after a crash. Its errors are
    SQLite's own: the store words those of a whole change, which costs nothing while all is well.
    """
    db = sqlite3.connect(path, timeout=PATIENCE, factory=Database, **BETWEEN_THREADS)
    with closed_on_error(db):
        db.execute("pragma temp_store = memory")
        db.execute(f"pragma cache_size = -{WRITER_CACHE_KIB}")
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = full")
        db.execute("pragma foreign_keys = on")
        # Moving the log into the file syncs twice: after 16 MB, or when the window closes, not during a test.
        db.execute(f"pragma wal_autocheckpoint = {LOG_PAGES}")
    return db


def open_reader(path: Path) -> Database:
    """Open a connection that cannot write and never checkpoints."""
    db = connect(path, **BETWEEN_THREADS)
    db.execute("pragma wal_autocheckpoint = 0")
    db.execute("pragma query_only = on")
    return db


def open_untouched(path: Path) -> Database:
    """Open an existing file read-only, for looking before anything is allowed to change."""
    return connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


@contextlib.contextmanager
def closed_on_error(db: Database) -> Iterator[None]:
    """Let go of a file that turns out damaged, so that a backup can take its place."""
    try:
        yield
    except BaseException:
        db.close()
        raise


def roll_back_left_over(path: Path) -> None:
    """Let SQLite undo what a kill left half done outside the log, as while a backup was put in place.

    Until then the file cannot even be looked at read-only.
    """
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists() and journal.stat().st_size:
        with contextlib.closing(connect(path)) as conn:
            conn.execute("select count(*) from sqlite_master")


def connect(target: Path | str, **options: Any) -> Database:
    """Open a connection: errors of the environment are DataFileErrors."""
    return _wording(sqlite3.connect)(target, timeout=PATIENCE, factory=_Worded, **options)
