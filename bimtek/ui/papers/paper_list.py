"""The papers of a kegiatan in groups; arrow keys pass over the headings."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
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
_LEFT, _RIGHT, _EDGE, _BAR = 44, 10, 6, 16  # around the words; a scroll bar and the frame
_ENTRY = Qt.ItemDataRole.UserRole
_SEMIBOLD = 600
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
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
        item = QListWidgetItem()
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)
        language.put(self, title, "name_row", self.row(item))

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem()
        item.setData(_ENTRY, entry)
        self.addItem(item)
        language.put(self, entry.name, "name_row", self.row(item))

    def name_row(self, at: int, wording: str) -> None:
        """Name a line for the pointer and for a screen reader; one that is gone has no name."""
        item = self.item(at)
        if item is not None:
            item.setText(wording)
            item.setToolTip(wording.replace("<", "‹"))

    def changeEvent(self, event: QEvent) -> None:
        """Give every line the height of its words."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self.scheduleDelayedItemsLayout()

    def _on_current(self) -> None:
        entry = self.entry()
        if entry is not None:
            self.chosen.emit(entry)


class _Painter(QStyledItemDelegate):
    """A heading, or an icon with one or two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are low, papers are high enough to be pressed."""
        entry = index.data(_ENTRY)
        worn = theme.current()
        if not isinstance(entry, Entry):
            return QSize(120, worn.px(40))
        room = worn.px(WIDTH - _LEFT - _RIGHT - _BAR)
        words = sum(_height(wording, look, room) for wording, look in _said(entry))
        return QSize(120, max(words + 2 * worn.px(_EDGE), worn.px(56 if entry.detail else 44)))

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
        words = box.adjusted(worn.px(_LEFT), worn.px(_EDGE), -worn.px(_RIGHT), -worn.px(_EDGE))
        said = _said(entry)
        heights = [_height(wording, look, words.width()) for wording, look in said]
        top = words.top() + (words.height() - sum(heights)) // 2
        for (wording, (step, weight)), high, ink in zip(said, heights, ("text", "secondary"), strict=False):
            painter.setFont(worn.font(step, weight if chosen else 400))
            painter.setPen(worn.colour("on_selection" if chosen else ink))
            painter.drawText(QRect(words.left(), top, words.width(), high), _WRAP, wording)
            top += high


def _said(entry: Entry) -> list[tuple[str, tuple[str, int]]]:
    """Title and detail, each with its size and its weight where it is chosen."""
    lines = ((entry.title, ("body", _SEMIBOLD)), (entry.detail, ("caption", 400)))
    return [(language.say(text), look) for text, look in lines if text]


def _height(wording: str, look: tuple[str, int], room: int) -> int:
    metrics = QFontMetrics(theme.current().font(*look))
    return metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, wording).height()
