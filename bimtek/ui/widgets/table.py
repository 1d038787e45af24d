"""Tables that look and behave alike."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from bimtek.domain.text import Text
from bimtek.ui import language, theme

ROW = 48


def dress(table: QTableView, name: Text) -> QTableView:
    """Give a table big rows, whole-row selection and its accessible name."""
    language.put(table, name, "setAccessibleName")
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    rows.setDefaultSectionSize(theme.current().px(ROW))
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    columns.setHighlightSections(False)
    theme.put(columns, "setFixedHeight", 44)
    return table
