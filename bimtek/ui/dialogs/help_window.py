"""Bantuan: a list of pages with a search above it, the open page beside it, and the keys one press away."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.text import _
from bimtek.host.paths import asset
from bimtek.services.help import Help
from bimtek.ui import theme
from bimtek.ui.dialogs.help import HelpDialog
from bimtek.ui.help_view import HelpView
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.search_list import Row, SearchList

WIDTH, HEIGHT, LIST, EDGE = 1080, 680, 320, 48
SMALLEST = (640, 480)


class HelpWindow(Dialog):
    """Stands beside the work, not over it: whoever reads can go on working. Esc closes."""

    def __init__(self, topic: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Bantuan"), modal=False)
        self.guide = _guide()
        self.view = HelpView(self.guide)
        self.list = SearchList(self._found, _("Cari di bantuan"), shows_all=True)
        self.list.chosen.connect(self.show_topic)
        self.list.view.selectionModel().currentChanged.connect(self._on_current)
        self.keys_button = buttons.secondary(_("Tombol di papan ketik"), "keyboard")
        self.keys_button.clicked.connect(self.show_keys)
        self.close_button = buttons.primary(_("Tutup"))
        self.close_button.clicked.connect(self.accept)
        self.keys: HelpDialog | None = None
        self._lay_out()
        self._choose(topic)
        self.list.field.setFocus()

    def show_topic(self, key: str) -> None:
        """Show one page."""
        if self.view.page is None or self.view.page.key != key:
            self.view.show_page(self.guide.page(key))

    def show_keys(self) -> None:
        """Show every key that does something."""
        self.keys = HelpDialog(self)
        self.keys.open()

    def _found(self, typed: str) -> Sequence[Row]:
        return [Row(page.key, page.title, page.group) for page in self.guide.search(typed)]

    def _choose(self, topic: str) -> None:
        keys = [row.key for row in self.list.model.rows]
        at = self.list.model.index(keys.index(topic) if topic in keys else 0)
        self.list.view.setCurrentIndex(at)
        self.list.view.scrollTo(at)
        self.show_topic(topic)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.show_topic(self.list.model.rows[current.row()].key)

    def _lay_out(self) -> None:
        worn = theme.current()
        self.list.hint.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.keys_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.list)
        columns.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addLayout(foot)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        room = room.expandedTo(QSize(*SMALLEST))
        wide = min(worn.px(WIDTH), room.width() - EDGE)
        self.list.setFixedWidth(min(worn.px(LIST), wide * 2 // 5))
        self.resize(wide, min(worn.px(HEIGHT), room.height() - EDGE))


def open_help(asker: QWidget, topic: str) -> HelpWindow:
    """Show a page of help beside `asker`, in the window that is already open there."""
    found = asker.window().findChild(HelpWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(found, HelpWindow) and found.isVisible():
        found.list.field.clear()
        found._choose(topic)
        found.raise_()
        found.activateWindow()
        return found
    made = HelpWindow(topic, asker.window())
    made.show()
    return made


def _guide() -> Help:
    """The shipped pages; read once, for they never change while we run."""
    global _shipped
    if _shipped is None:
        _shipped = Help(asset("bantuan"))
    return _shipped


_shipped: Help | None = None
