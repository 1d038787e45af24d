"""Rows for tables: read page by page, plain text, spoken whole."""

from PySide6.QtCore import QModelIndex, Qt

from bimtek.domain.text import _
from bimtek.ui.models.rows import Cell, PagedModel, RowsModel
from bimtek.ui.widgets.data_table import DETAIL, STRETCH, DataTable

HEADINGS = (_("Nama"), _("Nilai"))


def cells(row):
    return Cell(f"<b>{row}</b>", _("baris {n}", n=row)), Cell(str(row), right=True)


def pages(total, size=10):
    asked = []

    def page(last):
        asked.append(last)
        first = 0 if last is None else last + 1
        return list(range(first, min(first + size, total)))

    return page, asked


def test_pages_are_read_one_by_one_until_the_end(qapp):
    page, asked = pages(25)
    model = PagedModel(HEADINGS, cells, page)
    model.reload()
    assert (model.rowCount(), asked) == (10, [None])
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rows == list(range(25))
    assert asked == [None, 9, 19, 24]


def test_empty_store_and_search_result_read_no_further(qapp):
    page, _asked = pages(0)
    model = PagedModel(HEADINGS, cells, page)
    model.reload()
    assert not model.canFetchMore(QModelIndex())
    full, _asked = pages(25)
    model = PagedModel(HEADINGS, cells, full)
    model.show_only([3])
    assert model.rows == [3]
    assert not model.canFetchMore(QModelIndex())


def test_cell_is_plain_for_the_eye_escaped_for_the_tooltip_whole_for_the_reader(qapp):
    model = RowsModel(HEADINGS, cells)
    model.set_rows([7])
    index = model.index(0, 0)
    assert (index.data(), index.data(DETAIL)) == ("<b>7</b>", "baris 7")
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "<b>7</b>, baris 7"


def test_heading_stands_above_its_numbers(qapp):
    model = RowsModel(HEADINGS, cells)
    model.set_rows([7])
    side = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


def test_columns_yield_before_the_widest_one_gets_too_narrow(qtbot):
    model = RowsModel((_("A"), _("B"), _("C")), lambda row: (Cell("a"), Cell("b"), Cell("c")))
    model.set_rows([1])
    table = DataTable(model, _("Uji"), (STRETCH, 200, 200), yields=(2, 1))
    qtbot.addWidget(table)
    table.show()
    for width, hidden in ((900, set()), (560, {2}), (380, {1, 2}), (900, set())):
        table.resize(width, 300)
        assert {at for at in range(3) if table.isColumnHidden(at)} == hidden


def test_unused_column_stays_away_at_any_width(qtbot):
    model = RowsModel(HEADINGS, cells)
    table = DataTable(model, _("Uji"), (STRETCH, 100))
    qtbot.addWidget(table)
    table.set_unused(1, True)
    table.resize(900, 300)
    assert table.isColumnHidden(1)
    table.set_unused(1, False)
    assert not table.isColumnHidden(1)


def test_enter_opens_and_delete_asks(qtbot):
    model = RowsModel(HEADINGS, cells)
    model.set_rows([1, 2])
    table = DataTable(model, _("Uji"), (STRETCH, 100))
    qtbot.addWidget(table)
    table.show()
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as seen:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert seen.args == [1]
    with qtbot.waitSignal(table.delete_wanted):
        qtbot.keyClick(table, Qt.Key.Key_Delete)
