"""Rows for a table: all at once, or page by page as the person scrolls."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bimtek.domain.text import Text, joined
from bimtek.ui.language import say
from bimtek.ui.widgets.data_table import DETAIL, TONE

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows: its text, a small second line, a colour role, numbers at the right."""

    text: Text | str = ""
    detail: Text | str = ""
    tone: str = ""
    right: bool = False

    @property
    def spoken(self) -> str:
        """Both lines as a screen reader says them."""
        return say(joined((self.text, self.detail), ", "))


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows of a kind of their own; `cells` says what a row shows, one cell a heading."""

    def __init__(
        self,
        headings: Sequence[Text],
        cells: Callable[[Row], Sequence[Cell]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headings, self._cells = tuple(headings), cells
        self.rows: list[Row] = []
        self._shown: dict[int, Sequence[Cell]] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self._shown = {}
        self.endResetModel()

    def row_at(self, at: int) -> Row | None:
        """The row at a place, None where there is none: -1 is the place of no chosen row."""
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are loaded; a row has no children."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One column a heading."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, colour and side of one cell."""
        if not index.isValid():
            return None
        cell = self._cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return say(cell.text)
        if role == DETAIL:
            return say(cell.detail)
        if role == TONE:
            return cell.tone
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if cell.right else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{html.escape(cell.spoken)}</p>" if cell.spoken else None
        return cell.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heading of a column, above its numbers or words."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(self._headings[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and self.rows:
            return _RIGHT if self._cell(0, section).right else _LEFT
        return None

    def _cell(self, row: int, column: int) -> Cell:
        if row not in self._shown:
            self._shown[row] = self._cells(self.rows[row])
        return self._shown[row][column]


class PagedModel(RowsModel[Row]):
    """Reads the next page when the person comes near its end; `page(last row or None)` is quick."""

    def __init__(
        self,
        headings: Sequence[Text],
        cells: Callable[[Row], Sequence[Cell]],
        page: Callable[[Row | None], Sequence[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(headings, cells, parent)
        self._page = page
        self._more = False

    def reload(self) -> None:
        """Read again from the first page."""
        first = self._page(None)
        self._more = bool(first)
        self.set_rows(first)

    def show_only(self, rows: Sequence[Row]) -> None:
        """Show what a search found, with no page after it."""
        self._more = False
        self.set_rows(rows)

    def canFetchMore(self, parent: Index) -> bool:
        """True until a page comes back empty."""
        return self._more and bool(self.rows) and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Add the next page."""
        following = self._page(self.rows[-1])
        if not following:
            self._more = False
            return
        begin = len(self.rows)
        self.beginInsertRows(QModelIndex(), begin, begin + len(following) - 1)
        self.rows.extend(following)
        self.endInsertRows()
