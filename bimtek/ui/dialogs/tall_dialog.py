"""A dialog whose content scrolls when the window is low: heading above, buttons below stay in sight."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.text import Text
from bimtek.ui import theme
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.scrolling import scrolling

_BAR = 12  # keeps fields clear of the scroll bar
_EDGE = 48  # of the window that stays visible around the dialog


class TallDialog(Dialog):
    """Put content in `body`, buttons in `foot`, small things beside the heading in `head`."""

    def __init__(self, parent: QWidget | None, title: Text, width: int, height: int = 0) -> None:
        super().__init__(parent, title)
        self._wanted = (width, height)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.addWidget(label(title, "h2", wrap=False))
        self._page = QWidget()
        self._page.setProperty("kind", "page")
        self.body = QVBoxLayout(self._page)
        self.body.setContentsMargins(0, 0, 0 if height else _BAR, 0)
        self.body.setSpacing(16)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(16)
        layout.addLayout(self.head)
        layout.addWidget(self._page if height else scrolling(self._page), 1)
        layout.addLayout(self.foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is needed."""
        super().showEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the words of another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.fit()

    def fit(self) -> None:
        """Be as large as the content needs and the window allows, in the middle of it."""
        room = self._room()
        words = self._page.minimumSizeHint().width() + 56
        width = min(max(theme.current().px(self._wanted[0]), words), room.width())
        inner = width - 56
        content = max(self._page.heightForWidth(inner), self._page.minimumSizeHint().height())
        around = self.head.sizeHint().height() + self.foot.sizeHint().height() + 2 * 16 + 24 + 20 + 4
        wanted = theme.current().px(self._wanted[1]) if self._wanted[1] else content + around
        self.resize(width, min(wanted, room.height()))
        parent = self.parentWidget()
        if parent is not None:
            self.move(parent.window().geometry().center() - self.rect().center())

    def _room(self) -> QSize:
        """What the window below leaves, the screen when there is none."""
        parent = self.parentWidget()
        area = parent.window().size() if parent is not None else self.screen().availableSize()
        return QSize(area.width() - _EDGE, area.height() - _EDGE)
