"""Bantuan: every key that does something, and where it does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bimtek.domain.text import _
from bimtek.ui import language, theme
from bimtek.ui.shortcuts import SHORTCUTS, Shortcut, Where
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.labels import label


class HelpDialog(Dialog):
    """The keys in groups; Esc closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Bantuan"))
        page = QWidget()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(20)
        column.addWidget(label(_("Tombol di papan ketik"), "h2"))
        for where in Where:
            column.addWidget(label(where.value, "h3"))
            column.addLayout(_table([row for row in SHORTCUTS if row.where is where]))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll
        language.put(area, _("Daftar tombol"), "setAccessibleName")
        area.setWidget(page)
        self.close_button = buttons.primary(_("Tutup"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 12, 28, 20)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        room = parent.size() if parent is not None else self.sizeHint()
        wide, high = theme.current().px(720), theme.current().px(640)
        self.resize(min(wide, max(room.width() - 48, 400)), min(high, max(room.height() - 48, 400)))


def _table(keys: Sequence[Shortcut]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(10)
    grid.setColumnMinimumWidth(0, theme.current().px(190))
    grid.setColumnStretch(1, 1)
    for row, shortcut in enumerate(keys):
        grid.addWidget(label(shortcut.written, "strong", "primary", wrap=False), row, 0)
        grid.addWidget(label(shortcut.words), row, 1)
    return grid
