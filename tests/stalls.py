"""How long the window did not answer, and where the main thread was meanwhile."""

import sys
import threading
import time
import traceback
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 5
LONG_S = 0.1  # from here on a person feels it


class Stall(NamedTuple):
    """The main thread worked for `cpu_ms` while something was done, and took no other event meanwhile.

    `ms` went by meanwhile: the rest it waited for another thread, or for a machine that others use too.
    `where` is the stack at 100 ms, else "".
    """

    cpu_ms: float
    ms: float
    doing: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.cpu_ms:.0f} ms of work in {self.ms:.0f} ms: {self.doing}{self.where}"


class StallMeter(QObject):
    """Lets a timer beat on the main thread and remembers the longest time without a beat.

    `doing` names what comes next and starts anew: what the driver itself takes in between is not counted.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stalls: list[Stall] = []  # the longest of each thing that was done
        self._main = threading.get_ident()
        self._doing, self._where = "", ""
        self._last: float | None = None
        self._worked = 0.0
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> "StallMeter":
        self._timer.start()
        self._watcher.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._timer.stop()
        self._ended.set()
        self._watcher.join()

    def doing(self, what: str) -> None:
        """Say what is done from now on."""
        self._doing, self._where = what, ""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self.stalls.append(Stall(0, 0, what))

    def rest(self) -> None:
        """What was done is over; nothing counts until the next thing."""
        self._beat()
        self._last = None

    def _beat(self) -> None:
        now, worked, last = time.perf_counter(), time.thread_time(), self._last
        if last is None:
            return
        stall = Stall((worked - self._worked) * 1000, (now - last) * 1000, self._doing, self._where)
        self.stalls[-1] = max(self.stalls[-1], stall)
        self._last, self._worked, self._where = now, worked, ""

    def _watch(self) -> None:
        while not self._ended.wait(LONG_S / 10):
            last = self._last
            if last is None or self._where or time.perf_counter() - last < LONG_S:
                continue
            frames = traceback.extract_stack(sys._current_frames()[self._main])
            ours = [frame for frame in frames if "/bimtek/" in frame.filename][-6:]
            places = (f"\n             {frame.filename}:{frame.lineno} {frame.name}" for frame in ours)
            self._where = "".join(places) or "\n             in Qt"
