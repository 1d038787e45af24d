"""One SQLite file: one writer thread that commits in groups, read-only connections for the rest."""

import contextlib
import os
import queue
import sqlite3
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from bimtek.domain.clock import Clock, SystemClock, stamp
from bimtek.domain.errors import NewerFileError
from bimtek.domain.text import _
from bimtek.storage import journal
from bimtek.storage.connection import (
    as_opening_error,
    closed_on_error,
    connect,
    damaged,
    explained,
    open_reader,
    open_untouched,
    open_writer,
    roll_back_left_over,
)
from bimtek.storage.migrations import migrations
from bimtek.storage.schema import migrations_in

GROUP = 200  # changes per commit at most: bounds how long one commit keeps others waiting
CHECKED_AT_START = 32 * 1024**2  # bytes: a file up to this size is looked through in a tenth of a second

_UUID_KIND, _UUID_4 = 0xF << 76 | 0b11 << 62, 4 << 76 | 0b10 << 62  # the bits of version and variant

Result = TypeVar("Result")


class Change(Future[Result]):
    """The Future of one change; `id` is its name in the journal, known before it is stored."""

    def __init__(self) -> None:
        super().__init__()
        self.id = new_id()


@dataclass(frozen=True, slots=True)
class _Request:
    label: str
    kegiatan_id: str
    work: Callable[[Any], Any]
    done: Future[Any]
    id: str = ""
    aside: bool = False


def new_id() -> str:
    """A random UUID (version 4) as text: rows made on two laptops never share one.

    Put together here because `uuid.uuid4().hex` takes three times as long, and each change needs some.
    """
    return f"{int.from_bytes(os.urandom(16), 'big') & ~_UUID_KIND | _UUID_4:032x}"


class Store:
    """The only door to the data file.

    Every change is a function that runs on the writer thread inside its own savepoint; many waiting
    changes share one commit, so one fsync serves them all. The Future is done when the change, and
    what `perubahan` says of it, is durable.
    Errors: DamagedFileError, NewerFileError, DataFileError when the file cannot be written. What a change
    ends in is worded here; readers word their own errors.
    """

    def __init__(self, path: Path, clock: Clock | None = None, device: str = "laptop") -> None:
        self.path = path
        self.clock = clock or SystemClock()
        self.changes = 0  # committed since start: tells the automatic backup whether there is news
        self._device = device
        self._waiting: queue.SimpleQueue[_Request | None] = queue.SimpleQueue()
        self._put_back: list[_Request | None] = []
        self._closed = False
        self._door = threading.Lock()  # nothing is queued behind the end
        self._local = threading.local()
        self._readers: weakref.WeakSet[Database] = weakref.WeakSet()
        self._readers_lock = threading.Lock()
        ready: Future[None] = Future()
        # A daemon, so that a program that dies without close() does not hang on it; what close() has
        # not waited for was never acknowledged.
        self._thread = threading.Thread(
            target=self._write_loop, args=(ready,), name="store-writer", daemon=True
        )
        self._thread.start()
        ready.result()

    def submit(
        self, label: str, change: Callable[[Database], Result], kegiatan_id: str = ""
    ) -> Change[Result]:
        """Queue a change; never blocks. A change that raises is undone alone and fails its own Future."""
        done: Change[Result] = Change()
        self._queue(_Request(label, kegiatan_id, change, done, done.id))
        return done

    def write(self, label: str, change: Callable[[Database], Result], kegiatan_id: str = "") -> Result:
        """Like submit, and wait until durable. Not from the GUI thread."""
        return self.submit(label, change, kegiatan_id).result()

    def aside(self, work: Callable[[sqlite3.Connection], Result]) -> Future[Result]:
        """Run work between two commits on the writing connection, outside a transaction: backups."""
        return self._queue(_Request("", "", work, Future(), aside=True))

    @property
    def db(self) -> Database:
        """Read-only connection of the calling thread, opened on first use, closed with the thread."""
        db: Database | None = getattr(self._local, "db", None)
        if db is None:
            db = self._local.db = open_reader(self.path)
            weakref.finalize(db, db.conn.close)
            with self._readers_lock:
                self._readers.add(db)
        return db

    def now(self) -> str:
        """The present moment as it is stored."""
        return stamp(self.clock.now())

    def close(self) -> None:
        """Finish what is queued, then stop the writer; readers go first so that it checkpoints last."""
        if not self._thread.is_alive():
            return
        with self._readers_lock:
            for db in self._readers:
                db.conn.close()
            self._readers.clear()
        with self._door:
            self._closed = True
            self._waiting.put(None)
        self._thread.join()

    def _queue(self, request: _Request) -> Future[Any]:
        with self._door:
            if self._closed:
                request.done.set_exception(RuntimeError("the store is closed"))
            else:
                self._waiting.put(request)
        return request.done

    def _write_loop(self, ready: Future[None]) -> None:
        try:
            db = prepare(self.path)
        except Exception as error:
            ready.set_exception(as_opening_error(error))
            return
        ready.set_result(None)
        while (request := self._next()) is not None:
            if request.aside:
                _run_aside(db, request)
            else:
                self._commit(db, self._group(request))
        db.conn.close()

    def _next(self) -> _Request | None:
        return self._put_back.pop() if self._put_back else self._waiting.get()

    def _group(self, first: _Request) -> list[_Request]:
        group = [first]
        while len(group) < GROUP and not self._waiting.empty():
            request = self._waiting.get()
            if request is None or request.aside:
                self._put_back.append(request)  # its turn comes right after this group
                break
            group.append(request)
        return group

    def _commit(self, db: Database, group: list[_Request]) -> None:
        results: list[tuple[Future[Any], Any]] = []
        at = self.now()
        try:
            with db.atomic():  # one BEGIN … COMMIT, one fsync
                for request in group:
                    self._run(db, request, at, results)
        except Exception as error:  # nothing of the group is stored: nobody is told that it was
            known = explained(error, db.conn)
            for request in group:
                if not request.done.done():
                    request.done.set_exception(known)
            return
        self.changes += len(results)
        for done, result in results:
            done.set_result(result)

    def _run(self, db: Database, request: _Request, at: str, results: list[tuple[Future[Any], Any]]) -> None:
        execute = db.conn.execute
        execute("savepoint change")
        try:
            journal.begin(db, request.id, request.label, request.kegiatan_id, self._device, at)
            results.append((request.done, request.work(db)))
            execute("release change")
        except Exception as error:
            if not db.conn.in_transaction:  # SQLite gave up the whole transaction (disk full)
                raise
            execute("rollback to change")
            execute("release change")
            request.done.set_exception(explained(error, db.conn))


def _run_aside(db: Database, request: _Request) -> None:
    try:
        request.done.set_result(request.work(db.conn))
    except Exception as error:
        request.done.set_exception(explained(error, db.conn))


def prepare(path: Path) -> Database:
    """Open the data file for writing; one that is newer or damaged is refused unchanged.

    A copy is made before migrating, and the journal is on before anything is written.
    """
    if path.exists() and path.stat().st_size:
        roll_back_left_over(path)
        _refuse_newer_or_damaged(path)
    db = open_writer(path)
    with closed_on_error(db):
        if migrations.applied(db) and migrations.pending(db):
            _copy_before_migration(db, path)
        db.conn.execute("pragma foreign_keys = off")
        migrations.apply(db)
        db.conn.execute("pragma foreign_keys = on")
        journal.install(db)
    return db


def _refuse_newer_or_damaged(path: Path) -> None:
    db = open_untouched(path)
    try:
        if path.stat().st_size <= CHECKED_AT_START:
            _check_pages(db.conn)
        missing, unknown = migrations_in(db)
    finally:
        db.conn.close()
    if missing and unknown:
        raise damaged("migrations")
    if unknown:
        raise NewerFileError(
            _("Data ini dibuat oleh Bimtek versi lebih baru."),
            _("Berkas data tidak diubah."),
            _("Perbarui aplikasi Bimtek di laptop ini, lalu buka lagi."),
            detail=", ".join(sorted(unknown)),
        )


def _check_pages(conn: sqlite3.Connection) -> None:
    """Look through the whole file without its indexes. Errors: DamagedFileError."""
    (result,) = conn.execute("pragma quick_check(1)").fetchone()
    if result != "ok":
        raise damaged(result)


def _copy_before_migration(db: Database, path: Path) -> None:
    folder = path.parent / "cadangan"
    folder.mkdir(exist_ok=True)
    version = len(migrations.applied(db))
    with contextlib.closing(connect(folder / f"sebelum-migrasi-{version:04d}.db")) as copy:
        db.conn.backup(copy)
