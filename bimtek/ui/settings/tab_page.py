"""The frame of one tab of Pengaturan: cards from top to bottom, never wider than can be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bimtek.ui import theme
from bimtek.ui.widgets.scrolling import only_vertical

WIDEST = 880


class TabPage(QScrollArea):
    """Put cards in `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        only_vertical(self)
        page = QWidget()
        page.setProperty("kind", "page")
        column = QWidget()
        theme.put(column, "setMaximumWidth", WIDEST)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        outer = QHBoxLayout(page)
        outer.setContentsMargins(0, 16, 12, 16)
        outer.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(0)
        self.setWidget(page)
