"""Minutes for a discussion, counted down in front of everybody."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

TOLD = (60, 10, 0)  # seconds left that are said aloud; every second would drown the room
USUAL_MINUTES = 5
_LOOK_MS = 200


class Countdown(QObject):
    """Runs from start() to stop(); at zero it stays, so that the end is seen. `clock` gives seconds."""

    ticked = Signal()  # what is shown is another second, or it began or stopped
    told = Signal(int)  # seconds left, one of TOLD

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._ends_at: float | None = None
        self._shown = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def running(self) -> bool:
        """True from start() to stop(), also when time is up."""
        return self._ends_at is not None

    @property
    def left_s(self) -> int:
        """Whole seconds left, 0 when time is up."""
        return 0 if self._ends_at is None else max(ceil(self._ends_at - self._clock()), 0)

    def start(self, minutes: int) -> None:
        """Begin anew."""
        self._run_until(self._clock() + 60 * minutes)

    def add_minute(self) -> None:
        """Give one minute more, also after time was up."""
        if self._ends_at is not None:
            self._run_until(max(self._ends_at, self._clock()) + 60)

    def stop(self) -> None:
        """Take it away."""
        self._ends_at = None
        self._timer.stop()
        self.ticked.emit()

    def look(self) -> None:
        """Look at the clock: show another second, tell the few that matter."""
        left, before = self.left_s, self._shown
        if left == before or not self.running:
            return
        self._shown = left
        self.ticked.emit()
        for mark in TOLD:
            if left <= mark < before:
                self.told.emit(mark)
        if not left:
            self._timer.stop()

    def _run_until(self, moment: float) -> None:
        self._ends_at = moment
        self._shown = self.left_s
        self._timer.start()
        self.ticked.emit()
