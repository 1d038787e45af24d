"""The papers of a kegiatan in groups; arrow keys pass over the headings."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bimtek.domain.text import Text, _
from bimtek.ui import icons, language, theme
from bimtek.ui.papers.entries import Entry
from bimtek.ui.papers.kinds import KINDS
from bimtek.ui.widgets.cut_text import write_cut

WIDTH = 244
_ENTRY = Qt.ItemDataRole.UserRole
_SEMIBOLD = 600
Index = QModelIndex | QPersistentModelIndex


class PaperList(QListWidget):
    """`chosen` carries the Entry."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Painter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        theme.put(self, "setFixedWidth", WIDTH)
        language.put(self, _("Daftar dokumen"), "setAccessibleName")
        self.currentItemChanged.connect(self._on_current)

    @property
    def entries(self) -> list[Entry]:
        """Every line but the headings."""
        items = (self.item(at) for at in range(self.count()))
        return [entry for item in items if isinstance(entry := item.data(_ENTRY), Entry)]

    def entry(self) -> Entry | None:
        """The chosen line."""
        item = self.currentItem()
        entry = item.data(_ENTRY) if item is not None else None
        return entry if isinstance(entry, Entry) else None

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other lines; the chosen one stays chosen when it is still there, silently.

        The first one is chosen in a new list, and when the chosen one is gone.
        """
        before, new = self.entry(), not self.count()
        self.blockSignals(True)
        self.clear()
        for title, kinds in groupby(KINDS, lambda kind: kind.section):
            own = [entry for kind in kinds for entry in entries if entry.kind is kind]
            if own:
                self._add_heading(title)
                for entry in own:
                    self._add(entry)
        self.blockSignals(False)
        marks = [entry.mark for entry in self.entries]
        if before is not None and before.mark in marks:
            self.blockSignals(True)
            self.choose(self.entries[marks.index(before.mark)])
            self.blockSignals(False)
        elif marks and (new or before is not None):
            self.choose(self.entries[0])

    def choose(self, entry: Entry) -> None:
        """Choose a line."""
        for at in range(self.count()):
            found = self.item(at).data(_ENTRY)
            if isinstance(found, Entry) and found.mark == entry.mark:
                self.setCurrentRow(at)
                return

    def _add_heading(self, title: Text) -> None:
        item = QListWidgetItem(language.say(title))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(", ".join(part for part in (entry.title, entry.detail) if part))
        item.setData(_ENTRY, entry)
        item.setToolTip(item.text().replace("<", "‹"))
        self.addItem(item)

    def _on_current(self) -> None:
        entry = self.entry()
        if entry is not None:
            self.chosen.emit(entry)


class _Painter(QStyledItemDelegate):
    """A heading, or an icon with one or two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are low, papers are high enough to be pressed."""
        entry = index.data(_ENTRY)
        if not isinstance(entry, Entry):
            return QSize(120, theme.current().px(40))
        return QSize(120, theme.current().px(56 if entry.detail else 44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        worn, box, entry = theme.current(), option.rect, index.data(_ENTRY)
        painter.save()
        if not isinstance(entry, Entry):
            place = box.adjusted(worn.px(12), worn.px(12), -worn.px(8), 0)
            write_cut(painter, place, str(index.data()), ("caption", _SEMIBOLD, "secondary"))
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("selection" if chosen else "sunken"))
            painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), 8, 8)
        self._paint_entry(painter, box, entry, chosen)
        painter.restore()

    def _paint_entry(self, painter: QPainter, box: QRect, entry: Entry, chosen: bool) -> None:
        worn = theme.current()
        size = worn.px(20)
        drawn = icons.pixmap(entry.kind.icon, worn.hex("on_selection" if chosen else "secondary"), size, 2.0)
        painter.drawPixmap(box.left() + worn.px(14), box.center().y() - size // 2, size, size, drawn)
        words = box.adjusted(worn.px(44), worn.px(6), -worn.px(10), -worn.px(6))
        ink = "on_selection" if chosen else "text"
        if not entry.detail:
            write_cut(painter, words, entry.title, ("body", _SEMIBOLD if chosen else 400, ink))
            return
        half = words.height() // 2
        top = QRect(words.left(), words.top(), words.width(), half)
        low = QRect(words.left(), words.top() + half, words.width(), half)
        write_cut(painter, top, entry.title, ("body", _SEMIBOLD if chosen else 400, ink))
        write_cut(painter, low, entry.detail, ("caption", 400, "on_selection" if chosen else "secondary"))
