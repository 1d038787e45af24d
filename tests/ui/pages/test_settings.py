"""Pengaturan: tabs that are built on their first visit, and a keyboard that reaches everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from bimtek.ui.pages.settings import SettingsPage
from bimtek.ui.settings import TABS


@pytest.fixture
def page(context, qtbot):
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1146, 768)
    made.show()
    return made


def test_tabs_are_in_the_order_of_the_table_and_speak_plain_text(page):
    shown = [page.tabs.tabText(at).replace("&&", "&") for at in range(page.tabs.count())]
    assert shown == ["Umum", "Tampilan", "Data & cadangan", "Keamanan", "Jam", "Tentang"]


@pytest.mark.parametrize("key", [tab.key for tab in TABS])
def test_a_tab_has_at_most_one_primary_button_and_names_for_all_that_takes_the_keyboard(page, key):
    page.open_tab(key)
    tab = page.tab(key)
    primary = [b for b in tab.findChildren(QPushButton) if b.property("kind") == "primary" and b.isVisible()]
    assert len(primary) <= 1
    for widget in tab.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_")  # part of a field that has the name
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible() and not inner:
            assert widget.accessibleName(), widget
            assert widget.height() >= 40, widget


def test_a_tab_is_read_again_when_it_is_visited_again(page, services):
    page.open_tab("keamanan")
    assert page.tab("keamanan").state.text() == "Belum ada PIN"
    page.open_tab("umum")
    services.pin.set("1234")
    page.open_tab("keamanan")
    assert page.tab("keamanan").state.text() == "PIN terpasang"
