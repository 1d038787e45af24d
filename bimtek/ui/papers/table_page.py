"""A table over its actions, or what is said while it is empty."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.data_table import DataTable
from bimtek.ui.widgets.empty_state import EmptyState


class TablePage(QStackedWidget):
    """A subclass makes the parts and hands them to `_lay_out`."""

    table: DataTable
    empty: EmptyState

    def _lay_out(self, table: DataTable, actions: Sequence[QWidget | None], empty: EmptyState) -> None:
        """None among the actions pushes what follows to the right."""
        self.setProperty("kind", "pages")
        self.table, self.empty = table, empty
        row = QHBoxLayout()
        row.setSpacing(8)
        for action in actions:
            if action is None:
                row.addStretch(1)
            else:
                row.addWidget(action, 0 if isinstance(action, buttons.Button) else 3)
        self._page = QWidget(self)
        self.addWidget(self._page)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(table, 1)
        column.addLayout(row)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.addWidget(empty)

    def _show_page(self, any_rows: bool) -> None:
        """Show the table, or that there is nothing yet."""
        self.setCurrentWidget(self._page if any_rows else self.empty)
