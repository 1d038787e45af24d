"""One SQLite file: one writer thread that commits in groups, read-only connections for the rest."""

import contextlib
import os
import queue
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from bimtek.domain.clock import Clock, SystemClock, stamp
from bimtek.domain.errors import NewerFileError
from bimtek.domain.text import _
from bimtek.storage import journal, migrations
from bimtek.storage.connection import (
    Database,
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


class _Request(NamedTuple):
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
        self._journaled = False
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
        reader: _Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            reader = self._local.reader = _Reader(self.path)
            with self._readers_lock:
                self._readers.add(reader.db)
        return reader.db

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let what this thread reads inside be of one moment, whatever is stored meanwhile."""
        self.db.execute("begin")
        try:
            yield
        finally:
            self.db.execute("rollback")

    def now(self) -> str:
        """The present moment as it is stored."""
        return stamp(self.clock.now())

    def close(self) -> None:
        """Finish what is queued, then stop the writer; readers go first so that it checkpoints last."""
        if not self._thread.is_alive():
            return
        with self._readers_lock:
            for db in self._readers:
                db.close()
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
        db.close()

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
            with _transaction(db):  # one BEGIN … COMMIT, one fsync
                if not self._journaled:  # not while opening: it takes longer than all the rest of that
                    journal.install(db)
                for request in group:
                    self._run(db, request, at, results)
        except Exception as error:  # nothing of the group is stored: nobody is told that it was
            known = explained(error, db)
            for request in group:
                if not request.done.done():
                    request.done.set_exception(known)
            return
        self._journaled = True
        self.changes += len(results)
        for done, result in results:
            done.set_result(result)

    def _run(self, db: Database, request: _Request, at: str, results: list[tuple[Future[Any], Any]]) -> None:
        execute = db.execute
        execute("savepoint change")
        try:
            journal.begin(db, request.id, request.label, request.kegiatan_id, self._device, at)
            results.append((request.done, request.work(db)))
            execute("release change")
        except Exception as error:
            if not db.in_transaction:  # SQLite gave up the whole transaction (disk full)
                raise
            execute("rollback to change")
            execute("release change")
            request.done.set_exception(explained(error, db))


@contextlib.contextmanager
def _transaction(db: Database) -> Iterator[None]:
    db.execute("begin")
    try:
        yield
        db.execute("commit")
    except BaseException:
        if db.in_transaction:  # else SQLite gave it up itself
            db.execute("rollback")
        raise


class _Reader:
    """The connection of one thread, closed when the thread has ended."""

    def __init__(self, path: Path) -> None:
        self.db = open_reader(path)

    def __del__(self) -> None:
        self.db.close()


def _run_aside(db: Database, request: _Request) -> None:
    try:
        request.done.set_result(request.work(db))
    except Exception as error:
        request.done.set_exception(explained(error, db))


def prepare(path: Path) -> Database:
    """Open the data file for writing; one that is newer or damaged is refused unchanged.

    A copy is made before migrating.
    """
    if path.exists() and path.stat().st_size:
        roll_back_left_over(path)
        _refuse_newer_or_damaged(path)
    db = open_writer(path)
    with closed_on_error(db):
        if migrations.applied(db) and migrations.pending(db):
            _copy_before_migration(db, path)
        db.execute("pragma foreign_keys = off")
        migrations.apply(db)
        db.execute("pragma foreign_keys = on")
    return db


def _refuse_newer_or_damaged(path: Path) -> None:
    db = open_untouched(path)
    try:
        if path.stat().st_size <= CHECKED_AT_START:
            _check_pages(db)
        missing, unknown = migrations_in(db)
    finally:
        db.close()
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
        db.backup(copy)
