"""The frame of every dialog: named, over its window, and gone once it is closed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from bimtek.domain.text import Text
from bimtek.ui import language


class Dialog(QDialog):
    """Lives from its opening to its closing: a day of dialogs leaves none behind in the window.

    Whoever keeps one asks `shiboken6.isValid` first, or lets go of it on `finished`.
    """

    def __init__(self, parent: QWidget | None, title: Text | str, *, modal: bool = True) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(modal)
        language.put(self, title, "setWindowTitle")

    def showEvent(self, event: QShowEvent) -> None:
        """Never be larger than the screen."""
        self.resize(self.size().boundedTo(self.screen().availableSize()))
        super().showEvent(event)
