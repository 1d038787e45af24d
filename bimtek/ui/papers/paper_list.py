"""The papers of a kegiatan in groups; arrow keys pass over the headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
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
from bimtek.services.papers import PaperOffer, PaperRequest
from bimtek.ui import icons, language, theme

NUMBERS = "terbit"
SECTIONS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (_("Daftar hadir"), ("daftar-hadir",)),
    (_("Sertifikat"), (NUMBERS, "sertifikat", "surat-keterangan", "register-sertifikat")),
    (_("Tes"), ("lembar-soal", "kunci", "rekap-nilai")),
    (_("Bahan"), ("slip-kode", "kartu")),
)
ICONS = {
    NUMBERS: "hash",
    "daftar-hadir": "clipboard-list",
    "slip-kode": "key-round",
    "sertifikat": "award",
    "surat-keterangan": "file-text",
    "register-sertifikat": "table-2",
    "lembar-soal": "list-checks",
    "kunci": "check-check",
    "rekap-nilai": "table-2",
    "kartu": "messages-square",
}
WIDTH = 244
_ENTRY = Qt.ItemDataRole.UserRole
_SEMIBOLD = 600
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `offer` is None for the numbers of certificates."""

    key: str
    title: str
    detail: str = ""
    offer: PaperOffer | None = None

    @classmethod
    def of(cls, offer: PaperOffer) -> "Entry":
        """An offered paper; what follows the first comma is its second line.

        A list does not repeat the heading above it: "Daftar hadir peserta" is "Peserta" there.
        """
        title, _comma, detail = language.say(offer.title).partition(", ")
        heading = language.say(SECTIONS[0][0])
        if title.startswith(f"{heading} "):
            title = title.removeprefix(heading).strip().capitalize()
        return cls(offer.request.key, title, detail, offer)

    @property
    def mark(self) -> tuple[str, PaperRequest | None]:
        """What makes it the same line after the list was read again."""
        return self.key, self.offer.request if self.offer else None


class PaperList(QListWidget):
    """`chosen` carries the Entry."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Painter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFixedWidth(theme.current().px(WIDTH))
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
        """Show other lines; the chosen one stays chosen when it is still there, silently."""
        before = self.entry()
        self.blockSignals(True)
        self.clear()
        for title, keys in SECTIONS:
            own = [entry for key in keys for entry in entries if entry.key == key]
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
        elif marks:
            self.choose(self.entries[0])

    def choose(self, entry: Entry) -> None:
        """Choose a line."""
        for at in range(self.count()):
            found = self.item(at).data(_ENTRY)
            if isinstance(found, Entry) and found.mark == entry.mark:
                self.setCurrentRow(at)
                return

    def open(self, key: str, nth: int = 0) -> None:
        """Choose the nth paper of a kind."""
        self.choose([entry for entry in self.entries if entry.key == key][nth])

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
            _write(painter, place, str(index.data()), ("caption", _SEMIBOLD, "secondary"))
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
        drawn = icons.pixmap(ICONS[entry.key], worn.hex("on_selection" if chosen else "secondary"), size, 2.0)
        painter.drawPixmap(box.left() + worn.px(14), box.center().y() - size // 2, size, size, drawn)
        words = box.adjusted(worn.px(44), worn.px(6), -worn.px(10), -worn.px(6))
        ink = "on_selection" if chosen else "text"
        if not entry.detail:
            _write(painter, words, entry.title, ("body", _SEMIBOLD if chosen else 400, ink))
            return
        half = words.height() // 2
        top = QRect(words.left(), words.top(), words.width(), half)
        low = QRect(words.left(), words.top() + half, words.width(), half)
        _write(painter, top, entry.title, ("body", _SEMIBOLD if chosen else 400, ink))
        _write(painter, low, entry.detail, ("caption", 400, "on_selection" if chosen else "secondary"))


def _write(painter: QPainter, place: QRect, text: str, look: tuple[str, int, str]) -> None:
    size, weight, role = look
    font = theme.current().font(size, weight)
    painter.setFont(font)
    painter.setPen(theme.current().colour(role))
    cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
