"""A short message at the foot of the window, with a way back for ten seconds or while one is at it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import language, theme
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.labels import label

SHOWN_MS = 10_000
_LEAST_MS = 3_000  # once one stops looking at it
_SPACE = 24
_FOOT = 88  # stays clear of the buttons at the foot of a page


class Toast(QFrame):
    """Floats over the bottom of its parent; shows one message at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._undo: Callable[[], object] | None = None
        self.message = label("", wrap=False)
        self.undo_button = buttons.secondary(_("Urungkan"))
        self.undo_button.clicked.connect(self._on_undo)
        self.close_button = buttons.secondary(_("Tutup"))
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.close_button)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.hide)
        self._left_ms = 0
        for watched in (parent, self, self.undo_button, self.close_button):
            watched.installEventFilter(self)
        self.hide()

    def say(self, text: Text | str, undo: Callable[[], object] | None = None) -> None:
        """Show a message for ten seconds, with Urungkan when there is a way back."""
        self._undo = undo
        language.put(self.message, text)
        self.undo_button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._left_ms = SHOWN_MS
        self.timer.start(SHOWN_MS)
        if self.underMouse():
            self._pause()
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window, and stay while the mouse or the keyboard is here."""
        kind = event.type()
        if watched is self.parentWidget():
            if kind == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif kind in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._pause()
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._go_on)  # the next widget may still be one of ours
        return False

    def _pause(self) -> None:
        if self.timer.isActive():
            self._left_ms = self.timer.remainingTime()
            self.timer.stop()

    def _go_on(self) -> None:
        held = self.underMouse() or self.undo_button.hasFocus() or self.close_button.hasFocus()
        if self.isVisible() and not held and not self.timer.isActive():
            self.timer.start(max(self._left_ms, _LEAST_MS))

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        self.message.setWordWrap(False)
        self.adjustSize()
        room = parent.width() - 2 * _SPACE
        if self.width() > room:
            self.message.setWordWrap(True)
            self.setFixedWidth(room)
            self.adjustSize()
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        self.move(
            (parent.width() - self.width()) // 2, parent.height() - self.height() - theme.current().px(_FOOT)
        )

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()
