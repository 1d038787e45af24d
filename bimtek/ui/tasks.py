"""The only door to a worker thread: jobs with progress, cancel, and results on the main thread."""

import logging
import threading
from collections.abc import Callable
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

from bimtek.domain.errors import BimtekError
from bimtek.domain.text import _
from bimtek.services.progress import Cancelled, Progress

log = logging.getLogger(__name__)


class BugError(BimtekError):
    """A mistake of ours, worded; its dialog offers the log."""


def as_shown(error: BaseException) -> BimtekError:
    """An error for the person in front of it; of a mistake of ours the cause goes to the log, not the screen.

    It will live as long as its dialog, so it lets go of the places it went through: what they hold, such as
    the data file, could not be closed.
    """
    if isinstance(error, BimtekError):
        error.__cause__ = error.__context__ = None
        return error.with_traceback(None)
    return BugError(
        _("Ada kesalahan di aplikasi ini."),
        _("Data yang sudah tersimpan tetap aman."),
        _("Coba sekali lagi. Bila terulang, simpan log dan kirim ke pengelola Bimtek."),
        type(error).__name__,
    )


class _Word(Enum):
    """What a worker tells the main thread about its job."""

    PROGRESSED = auto()
    SUCCEEDED = auto()
    FAILED = auto()
    ENDED = auto()  # also after cancel
    LEFT = auto()  # always last: the job can be forgotten


class Task:
    """One running job, and the calls that hear of it in the main thread until `parent` is gone.

    No QObject: its worker may still be inside of it when the main thread has heard the last word.
    """

    def __init__(
        self,
        job: Callable[[Progress], Any],
        parent: QObject,
        calls: dict[_Word, Callable[..., object]],
        tell: Callable[["Task", _Word, tuple[object, ...]], None],
    ) -> None:
        self._job: Callable[[Progress], Any] | None = job
        self._parent: QObject | None = parent
        self._calls = calls
        self._tell = tell
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next progress call."""
        self._stop.set()

    def hear(self, word: _Word, told: tuple[object, ...]) -> None:
        """Make the call for a word; whoever closed a dialog no longer waits for its job."""
        call = self._calls.get(word)
        if call is not None and self._parent is not None and isValid(self._parent):
            call(*told)

    def let_go(self) -> None:
        """Drop what it holds, in the main thread: a worker must never be the last to hold a widget."""
        self._job = self._parent = None
        self._calls.clear()

    def run(self) -> None:
        """Do the job; called once, by the pool."""
        assert self._job is not None
        try:
            result = self._job(self._report)
        except Cancelled:
            log.info("task cancelled")
        except BimtekError as error:
            self._tell(self, _Word.FAILED, (as_shown(error),))
        except Exception as error:
            log.exception("bug in task")
            self._tell(self, _Word.FAILED, (as_shown(error),))
        else:
            self._tell(self, _Word.SUCCEEDED, (result,))
        finally:
            self._tell(self, _Word.ENDED, ())
            self._tell(self, _Word.LEFT, ())

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._tell(self, _Word.PROGRESSED, (done, total))


class TaskRunner(QObject):
    """Starts jobs and outlives them: close() waits, so no worker meets a dead object."""

    idle = Signal()  # the last running job has left
    _came = Signal(object, object, object)  # from a worker: a Task, a word, and what the call is told

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._tasks: set[Task] = set()
        self.before_next: Callable[[], object] | None = None  # done once, before the next job starts
        self._came.connect(self._on_word)

    def run(
        self,
        job: Callable[[Progress], Any],
        parent: QObject,
        *,
        done: Callable[[Any], object],
        failed: Callable[[BimtekError], object],
        progressed: Callable[[int, int], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Task:
        """Run job(progress) on a worker, and hear of it in the main thread until `parent` is gone."""
        before, self.before_next = self.before_next, None
        if before is not None:
            before()
        calls: dict[_Word, Callable[..., object]] = {_Word.SUCCEEDED: done, _Word.FAILED: failed}
        if progressed is not None:
            calls[_Word.PROGRESSED] = progressed
        if ended is not None:
            calls[_Word.ENDED] = ended
        task = Task(job, parent, calls, self._came.emit)
        self._tasks.add(task)
        self._pool.start(task.run)
        return task

    @property
    def busy(self) -> bool:
        """Whether a job is still running."""
        return bool(self._tasks)

    def stop_all(self, then: Callable[[], object]) -> None:
        """Cancel everything; call `then` in the main thread when the last job has left. Does not wait."""
        if not self._tasks:
            then()
            return
        from PySide6.QtCore import Qt  # its enums cost a fifth of a start: only where they are needed

        self.idle.connect(then, Qt.ConnectionType.SingleShotConnection)
        for task in self._tasks:
            task.cancel()

    def close(self) -> None:
        """Cancel everything and wait for the workers to leave."""
        for task in self._tasks:
            task.cancel()
        self._pool.waitForDone()

    def _on_word(self, task: Task, word: _Word, told: tuple[object, ...]) -> None:
        if word is not _Word.LEFT:
            task.hear(word, told)
            return
        self._tasks.discard(task)
        task.let_go()
        if not self._tasks:
            self.idle.emit()
