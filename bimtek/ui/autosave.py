"""Saves what is typed once typing rests, and says so."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from bimtek.domain.clock import Clock
from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import clock_time
from bimtek.domain.text import _
from bimtek.ui.after import after
from bimtek.ui.editors import Editor, edits, wait
from bimtek.ui.messages import show_error
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.chip import StatusChip

REST_MS = 600


class Autosave(QWidget):
    """A word about the state. `save` stores everything and returns its Future, None when it cannot yet.

    It saves when typing rests, when the keyboard goes elsewhere, and when `flush` is called.
    """

    saved = Signal()  # what was typed is durable

    def __init__(
        self,
        editors: tuple[Editor, ...],
        save: Callable[[], Future[Any] | None],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editors, self._save, self._clock = editors, save, clock
        self.refused = False  # what is typed cannot be stored as it is
        self._storing = 0  # how many savings are on their way
        self._then: Callable[[], object] | None = None
        self.state = StatusChip(_("Tersimpan otomatis"))
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REST_MS)
        self.timer.timeout.connect(self._on_rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.state)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self.flush)  # without the widgets: the one left may be half destroyed

    def touch(self) -> None:
        """Something was changed: save when typing rests."""
        self.state.show_state(_("Menyimpan…"))
        self.timer.start()
        wait(self)

    def flush(self) -> None:
        """Save now what still waits."""
        if self.timer.isActive():
            self.timer.stop()
            self._on_rest()

    def when_stored(self, then: Callable[[], object]) -> None:
        """Save now what waits and call `then` once it is durable, at once when nothing is on its way.

        Not called when it could not be stored: that is said, and what closes here stays open.
        """
        self.flush()
        if self._storing:
            self._then = then
        else:
            then()

    def _on_rest(self) -> None:
        try:
            future = self._save()
        except BimtekError as error:
            self.refused = True
            self._on_failed(error)
            return
        self.refused = future is None
        if future is None:
            self._show_unsaved()
            return
        self._storing += 1
        after(future, self._on_saved, self._on_not_saved, self)

    def _on_saved(self, _result: object) -> None:
        self._storing -= 1
        if not self.timer.isActive():
            at = clock_time(self._clock.now().astimezone().time())
            self.state.show_state(_("Tersimpan {at}", at=at), "success")
            announce(self, _("Tersimpan {at}", at=at))
            self.saved.emit()
            for editor in self._editors:
                edits.stored.emit(editor.key)
        if not self._storing:
            then, self._then = self._then, None
            if then is not None:
                then()

    def _on_not_saved(self, error: BimtekError) -> None:
        self._storing -= 1
        self._then = None
        self._on_failed(error)

    def _show_unsaved(self) -> None:
        self.state.show_state(_("Belum tersimpan"), "warning")
        announce(self, _("Belum tersimpan"))

    def _on_failed(self, error: BimtekError) -> None:
        self._show_unsaved()
        show_error(self, error)
