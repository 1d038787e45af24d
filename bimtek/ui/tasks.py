"""The only door to a worker thread: jobs with progress, cancel, and results on the main thread."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

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


class Task(QObject):
    """One running job. Its signals are delivered in the main thread."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)  # BimtekError
    ended = Signal()  # always last but one, also after cancel
    left = Signal(object)  # the task itself, when it can be forgotten

    def __init__(self, job: Callable[[Progress], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next progress call."""
        self._stop.set()

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def run(self) -> None:
        """Do the job; called once, by the pool."""
        try:
            result = self._job(self._report)
        except Cancelled:
            log.info("task cancelled")
        except BimtekError as error:
            self.failed.emit(as_shown(error))
        except Exception as error:
            log.exception("bug in task")
            self.failed.emit(as_shown(error))
        else:
            self.succeeded.emit(result)
        finally:
            self.ended.emit()
            self.left.emit(self)


class TaskRunner(QObject):
    """Starts jobs and outlives them: close() waits, so no worker meets a dead object."""

    idle = Signal()  # the last running job has left

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._tasks: set[Task] = set()

    def run(
        self,
        job: Callable[[Progress], Any],
        *,
        done: Callable[[Any], object],
        failed: Callable[[BimtekError], object],
        progressed: Callable[[int, int], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Task:
        """Run job(progress) on a worker. Slots are connected before it starts: none is missed."""
        task = Task(job, self)
        task.succeeded.connect(done)
        task.failed.connect(failed)
        if progressed is not None:
            task.progressed.connect(progressed)
        if ended is not None:
            task.ended.connect(ended)
        task.left.connect(self._forget)
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

    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)
        task.deleteLater()
        if not self._tasks:
            self.idle.emit()
