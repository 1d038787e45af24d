"""Two letters, arrows, Enter."""

import pytest
from PySide6.QtCore import Qt

from bimtek.domain.text import _
from bimtek.ui.widgets.search_list import Row, SearchList

NAMES = ("Siti Aminah", "Sitti Halimah", "<b>Budi</b>")


def find(typed):
    return [Row(f"k{at}", name) for at, name in enumerate(NAMES) if typed.casefold() in name.casefold()]


@pytest.fixture
def search(qtbot):
    search = SearchList(find, _("Ketik dua huruf nama"), can_add=True)
    qtbot.addWidget(search)
    with qtbot.waitExposed(search):
        search.show()
    return search


def titles(search):
    return [str(row.title) for row in search.model.rows]


def test_one_letter_finds_nothing_and_says_what_to_type(search, qtbot):
    qtbot.keyClicks(search.field, "s")
    assert titles(search) == []
    assert search.hint.isVisible()
    assert not search.view.isVisible()


def test_enter_takes_the_first_row(search, qtbot):
    qtbot.keyClicks(search.field, "si")
    with qtbot.waitSignal(search.chosen) as seen:
        qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert seen.args == ["k0"]


def test_arrows_move_while_the_field_keeps_the_keyboard(search, qtbot):
    qtbot.keyClicks(search.field, "si")
    qtbot.keyClick(search.field, Qt.Key.Key_Up)
    qtbot.keyClick(search.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(search.chosen) as seen:
        qtbot.keyClick(search.field, Qt.Key.Key_Enter)
    assert seen.args == ["k1"]


def test_an_unknown_name_can_be_added(search, qtbot):
    qtbot.keyClicks(search.field, "Joko")
    assert titles(search) == ["Tambah “Joko”"]
    with qtbot.waitSignal(search.add_wanted) as seen:
        qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert seen.args == ["Joko"]


def test_escape_empties_the_field(search, qtbot):
    qtbot.keyClicks(search.field, "si")
    qtbot.keyClick(search.field, Qt.Key.Key_Escape)
    assert search.field.text() == ""


def test_a_screen_reader_hears_the_whole_row(search, qtbot):
    search.model.set_rows([Row("a", "<b>Budi</b>", "Desa Ngawen", _("Hadir"))])
    spoken = search.model.data(search.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "<b>Budi</b>, Desa Ngawen, Hadir"


def test_model_obeys_qt(search, qtmodeltester):
    search.model.set_rows(find("i"))
    qtmodeltester.check(search.model)
