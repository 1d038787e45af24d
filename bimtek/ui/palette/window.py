"""The palette: type two letters, choose with the arrows, press Enter; Esc closes it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.domain.text import _
from bimtek.ui import language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.palette.entries import Entry
from bimtek.ui.palette.finder import PaletteFinder
from bimtek.ui.verbs import Verbs
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.search_list import FEWEST_LETTERS, Row, SearchList

WIDTH, HEIGHT, TOP, EDGE = 720, 520, 48, 48


class PaletteDialog(Dialog):
    """Floats over the window; what was chosen runs once the keyboard is back where it was."""

    def __init__(self, verbs: Verbs, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent, _("Cari apa saja"))
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setProperty("kind", "palette")
        self._entries: dict[str, Entry] = {}
        self.finder = PaletteFinder(verbs, context, self)
        self.list = SearchList(self._find, _("Cari apa saja: kegiatan, orang, dokumen, pengaturan"))
        self.list.chosen.connect(self._on_chosen)
        self.list.field.installEventFilter(self)
        language.put(self.list.hint, _("Ketik dua huruf."))
        self.finder.found.connect(self.list.refresh)
        self.finder.found.connect(self._show_nothing)
        self.list.field.textChanged.connect(self._show_nothing)
        self.nothing = label(_("Tidak ada yang cocok."), tone="secondary")
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing)
        layout.addWidget(label(_("↑ ↓ memilih · Enter membuka · Esc menutup"), "caption", "secondary"))

    def showEvent(self, event: QShowEvent) -> None:
        """Stand at the top of the window, as large as it allows."""
        super().showEvent(event)
        parent = self.parentWidget()
        assert parent is not None
        worn = theme.current()
        self.resize(
            min(worn.px(WIDTH), parent.width() - EDGE), min(worn.px(HEIGHT), parent.height() - 2 * EDGE)
        )
        self.move(parent.mapToGlobal(QPoint((parent.width() - self.width()) // 2, TOP)))
        self.list.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes at once, also while something is typed."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.reject()
            return True
        return False

    def _find(self, typed: str) -> Sequence[Row]:
        self._entries = {}
        for entry in self.finder.look(typed):
            key = entry.words
            while key in self._entries:  # two of the same name
                key += " "
            self._entries[key] = entry
        return [_row(key, entry) for key, entry in self._entries.items()]

    def _show_nothing(self) -> None:
        looked = len(self.list.field.text().strip()) >= FEWEST_LETTERS
        self.nothing.setVisible(looked and not self._entries)

    def _on_chosen(self, key: str) -> None:
        run = self._entries[key].run
        self.accept()
        QTimer.singleShot(0, run)


def _row(key: str, entry: Entry) -> Row:
    return Row(key, entry.title, entry.kind, entry.keys, entry.icon)
