"""Tables with rows of two lines, fixed sensible widths, and keys that work."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from bimtek.domain.text import Text
from bimtek.ui import theme
from bimtek.ui.widgets.cut_text import write_cut, write_two_lines
from bimtek.ui.widgets.table import dress

DETAIL = Qt.ItemDataRole.UserRole + 1  # the second, smaller line of a cell
TONE = Qt.ItemDataRole.UserRole + 2  # colour role of the first line, "" for the usual one
STRETCH = 0
_SEMIBOLD = 600
_PADDING = 12  # as the stylesheet pads the headings
_LEAST = 240  # width below which the stretching column makes others go, then scroll
Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Draws a cell as plain text: one line, or a strong one over a small one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        worn = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, worn.colour("selection"))
        painter.setPen(worn.colour("divider"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        side = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        shown, detail = str(index.data() or ""), str(index.data(DETAIL) or "")
        ink = "on_selection" if chosen else str(index.data(TONE) or "text")
        if not detail:
            weight = _SEMIBOLD if index.data(TONE) else 400
            write_cut(painter, inner, shown, ("body", weight, ink), side)
        else:
            roles = (ink, "on_selection" if chosen else "secondary")
            write_two_lines(painter, inner, (shown, detail), roles, side)
        painter.restore()


class DataTable(QTableView):
    """Give it a model and the width of each column; STRETCH marks the column that takes the rest.

    Columns in `yields` hide, the first one first, while the stretching one has too little room.
    """

    opened = Signal(int)  # row: Enter or a double click
    delete_wanted = Signal()
    chooses_on_tab = True  # the first row, when none is chosen and the keyboard comes

    def __init__(
        self,
        model: QAbstractItemModel,
        name: Text,
        widths: Sequence[int],
        row_height: int = 48,
        yields: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widths, self._row_height, self._yields = tuple(widths), row_height, tuple(yields)
        self._unused: set[int] = set()
        self.setModel(model)
        dress(self, name)
        self.setItemDelegate(CellPainter(self))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.activated.connect(lambda index: self.opened.emit(index.row()))
        self._measure()

    def chosen_row(self) -> int:
        """The chosen row, -1 without one."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size and the language."""
        super().changeEvent(event)
        if self.isVisible() and event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what has changed meanwhile: until it stands in its place Qt tells it of many styles."""
        super().showEvent(event)
        self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row when the keyboard comes and none is chosen: one sees where it is."""
        super().focusInEvent(event)
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keys and self.chooses_on_tab and self.chosen_row() < 0 and self.model().rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete ask for removal."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
            return
        super().keyPressEvent(event)

    def set_unused(self, column: int, unused: bool) -> None:
        """Hide a column that has nothing to tell, or show it again."""
        if unused:
            self._unused.add(column)
        else:
            self._unused.discard(column)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _measure(self) -> None:
        worn = theme.current()
        self.verticalHeader().setDefaultSectionSize(worn.px(self._row_height))
        self.horizontalHeader().setFixedHeight(worn.px(44))
        self._share()

    def _share(self) -> None:
        worn, header = theme.current(), self.horizontalHeader()
        hidden = set(self._unused)
        rest = self._rest(hidden)
        for column in self._yields:
            if rest >= worn.px(_LEAST):
                break
            hidden.add(column)
            rest = self._rest(hidden)
        for column, width in enumerate(self._widths):
            header.setSectionHidden(column, column in hidden)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(
                column, max(rest, worn.px(_LEAST)) if width == STRETCH else self._room(column)
            )

    def _rest(self, hidden: set[int]) -> int:
        """Room that the columns of fixed width leave."""
        fixed = (at for at, width in enumerate(self._widths) if width != STRETCH and at not in hidden)
        return self.viewport().width() - sum(map(self._room, fixed))

    def _room(self, column: int) -> int:
        """The width of a column, more where its heading needs it."""
        heading = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        words = self.horizontalHeader().fontMetrics().horizontalAdvance(heading)
        return max(theme.current().px(self._widths[column]), words + 2 * _PADDING)
