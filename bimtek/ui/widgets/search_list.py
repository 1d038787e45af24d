"""Type two letters, see big rows, press Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.ui import icons, language, theme
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.cut_text import write_cut
from bimtek.ui.widgets.fields import search_field
from bimtek.ui.widgets.labels import label

FEWEST_LETTERS = 2
_ROW = Qt.ItemDataRole.UserRole
_SEMIBOLD = 600
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One thing found. `mark` is an icon at the right, `state` a word beside it."""

    key: str
    title: Text | str
    detail: Text | str = NO_TEXT
    state: Text | str = NO_TEXT
    mark: str = ""
    tone: str = "secondary"


class RowModel(QAbstractListModel):
    """The rows found last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows; a row has no children."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for the eye and the screen reader, the row itself for the painter."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return language.say(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return language.say(joined((row.title, row.detail, row.state), ", "))
        return row if role == _ROW else None


class RowPainter(QStyledItemDelegate):
    """Two lines and a state, always as plain text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One big row."""
        return QSize(200, theme.current().px(64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(_ROW)
        worn, box, state = theme.current(), option.rect, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("selection" if chosen else "sunken"))
            painter.drawRoundedRect(box.adjusted(4, 2, -4, -2), 8, 8)
        inner = box.adjusted(worn.px(16), worn.px(8), -worn.px(16), -worn.px(8))
        inner.setRight(inner.right() - self._paint_state(painter, inner, row, chosen))
        top = QRect(inner.left(), inner.top(), inner.width(), inner.height() * 55 // 100)
        low = QRect(inner.left(), top.bottom(), inner.width(), inner.bottom() - top.bottom())
        ink = "on_selection" if chosen else "text"
        title, detail = language.say(row.title), language.say(row.detail)
        write_cut(painter, top if detail else inner, title, ("emphasis", _SEMIBOLD, ink))
        write_cut(painter, low, detail, ("caption", 400, "on_selection" if chosen else "secondary"))
        painter.restore()

    def _paint_state(self, painter: QPainter, inner: QRect, row: Row, chosen: bool) -> int:
        """Draw mark and word at the right; return the room they took."""
        worn, taken = theme.current(), 0
        role = "on_selection" if chosen else row.tone
        word = language.say(row.state)
        if word:
            taken = QFontMetrics(worn.font("caption", _SEMIBOLD)).horizontalAdvance(word) + worn.px(8)
            place = QRect(inner.right() - taken, inner.top(), taken, inner.height())
            write_cut(painter, place, word, ("caption", _SEMIBOLD, role), Qt.AlignmentFlag.AlignRight)
        if row.mark:
            size = worn.px(24)
            left, top = inner.right() - taken - size, inner.center().y() - size // 2
            painter.drawPixmap(left, top, icons.pixmap(row.mark, worn.hex(role), size, 2.0))
            taken += size + worn.px(8)
        return taken


class SearchList(QWidget):
    """A field and what it finds. `find` is called on the main thread and must be quick."""

    chosen = Signal(str)  # key of a row
    add_wanted = Signal(str)  # what was typed, when nothing fits

    def __init__(
        self,
        find: Callable[[str], Sequence[Row]],
        placeholder: Text,
        parent: QWidget | None = None,
        *,
        can_add: bool = False,
        shows_all: bool = False,
    ) -> None:
        super().__init__(parent)
        self._find, self._can_add, self._shows_all = find, can_add, shows_all
        self._typed = ""
        self.field = search_field(placeholder)
        self.field.textChanged.connect(self.refresh)
        self.field.installEventFilter(self)
        self.model = RowModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowPainter(self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        language.put(self.view, _("Hasil pencarian"), "setAccessibleName")
        self.view.clicked.connect(self._on_picked)
        self.view.activated.connect(self._on_picked)
        self.hint = label(_("Ketik dua huruf dari namanya."), "caption", "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.field, self.hint):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        layout.addStretch(0)  # keeps the field at the top while nothing is listed
        self.refresh()

    def refresh(self) -> None:
        """Look again for what is typed."""
        typed = self.field.text().strip()
        looks = self._shows_all or len(typed) >= FEWEST_LETTERS
        rows = list(self._find(typed)) if looks else []
        if self._can_add and len(typed) >= FEWEST_LETTERS:
            rows.append(Row("", _("Tambah “{name}”", name=typed), mark="user-plus", tone="primary"))
        at = self._kept(typed, rows)
        self.model.set_rows(rows)
        self.hint.setVisible(not looks)
        self.view.setVisible(looks)
        if rows:
            self.view.setCurrentIndex(self.model.index(at))

    def _kept(self, typed: str, rows: Sequence[Row]) -> int:
        """Where the chosen row stands now, when more was found for the same words; else the first."""
        before, self._typed = self._typed, typed
        current = self.view.currentIndex()
        if typed != before or not current.isValid():
            return 0
        key = self.model.rows[current.row()].key
        return next((at for at, row in enumerate(rows) if row.key == key), 0)

    def clear(self) -> None:
        """Empty the field and wait for the next name."""
        self.field.clear()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys and Enter work while the field has the keyboard."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            at = self.view.currentIndex().row() + steps[Qt.Key(event.key())]
            self.view.setCurrentIndex(self.model.index(min(max(at, 0), self.model.rowCount() - 1)))
            announce(self.view, str(self.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or ""))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_picked(self.view.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        return False

    def _on_picked(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self.model.rows[index.row()]
        if row.key:
            self.chosen.emit(row.key)
        else:
            self.add_wanted.emit(self.field.text().strip())
