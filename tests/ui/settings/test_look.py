"""Theme and text size are asked of the window, which wears them at once."""

import pytest

from bimtek.ui import theme
from bimtek.ui.settings.look import LookTab


@pytest.fixture
def tab(context, qtbot, qapp):
    context.window.wear.connect(lambda name, scale: theme.apply_theme(qapp, name, scale))
    made = LookTab(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_theme_and_text_size_can_be_chosen(tab):
    assert tuple(tab.themes.cards) == theme.names()
    assert [int(key) for key in tab.scales.buttons] == list(theme.scales())


def test_choosing_wears_it_at_once_and_keeps_the_other_choice(tab):
    tab.themes.cards["gelap"].click()
    assert theme.current() == theme.Theme("gelap", 100)
    tab.scales.buttons["150"].click()
    assert theme.current() == theme.Theme("gelap", 150)


def test_what_was_changed_by_keys_is_shown_on_the_next_visit(tab, qapp):
    theme.apply_theme(qapp, "kontras", 175)
    tab.refresh()
    assert tab.themes.key() == "kontras"
    assert tab.scales.key() == "175"
