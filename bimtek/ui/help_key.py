"""F1 in dialogs: whichever window has the keyboard, the page of help that belongs to it opens."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bimtek.ui.help_topics import topic_of


class HelpKey(QObject):
    """Listens to the one window that has the keyboard; the main window has its own shortcut."""

    def __init__(self, main: QWidget) -> None:
        super().__init__(main)
        self._main = main
        self._heard: QWindow | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F1; everything else goes on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_F1 or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        asker = next((w for w in QApplication.topLevelWidgets() if w.windowHandle() is watched), None)
        return asker is not None and open_page_of(asker)

    def _on_focus(self, window: QWindow | None) -> None:
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = None if window is self._main.windowHandle() else window
        if self._heard is not None:
            self._heard.installEventFilter(self)


def open_page_of(asker: QWidget) -> bool:
    """Open the page of help of a window; False where help is not offered."""
    topic = topic_of(asker)
    if not topic:
        return False
    from bimtek.ui.dialogs.help_window import open_help

    open_help(asker, topic)
    return True
