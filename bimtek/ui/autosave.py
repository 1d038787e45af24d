"""Saves what is typed once typing rests, and says so."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bimtek.domain.clock import Clock
from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import clock_time
from bimtek.domain.text import _
from bimtek.ui.after import after
from bimtek.ui.messages import show_error
from bimtek.ui.widgets.chip import StatusChip

REST_MS = 600


class Autosave(QWidget):
    """A word about the state. `save` stores everything and returns its Future, None when it cannot yet."""

    saved = Signal()  # what was typed is durable

    def __init__(
        self, save: Callable[[], Future[Any] | None], clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._save, self._clock = save, clock
        self.state = StatusChip(_("Tersimpan otomatis"))
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REST_MS)
        self.timer.timeout.connect(self._on_rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.state)

    def touch(self) -> None:
        """Something was changed: save when typing rests."""
        self.state.show_state(_("Menyimpan…"))
        self.timer.start()

    def flush(self) -> None:
        """Save now what still waits."""
        if self.timer.isActive():
            self.timer.stop()
            self._on_rest()

    def _on_rest(self) -> None:
        future = self._save()
        if future is None:
            self.state.show_state(_("Belum tersimpan"), "warning")
            return
        after(future, self._on_saved, self._on_failed, self)

    def _on_saved(self, _result: object) -> None:
        if not self.timer.isActive():
            at = clock_time(self._clock.now().astimezone().time())
            self.state.show_state(_("Tersimpan {at}", at=at), "success")
            self.saved.emit()

    def _on_failed(self, error: BimtekError) -> None:
        self.state.show_state(_("Belum tersimpan"), "warning")
        show_error(self, error)
