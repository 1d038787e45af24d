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
        """Lie within the screen from the first moment."""
        self.keep_on_screen()
        super().showEvent(event)

    def keep_on_screen(self) -> None:
        """Be no larger than the screen, or than a window below that is larger still."""
        room, parent = self.screen().availableSize(), self.parentWidget()
        if parent is not None:
            room = room.expandedTo(parent.window().size())
        self.resize(self.size().boundedTo(room))
