"""A doubtful clock is shown as one until a person vouches for it."""

import pytest

from bimtek.ui.settings.clock import ClockTab


@pytest.fixture
def tab(context, qtbot):
    made = ClockTab(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_clock_nothing_speaks_against_needs_no_word(tab):
    assert "Maret 2027" in tab.day.text()
    assert tab.state.property("tone") == "success"
    assert not tab.confirm_button.isVisible()


def test_a_clock_before_the_build_asks_and_believes_a_person_for_a_day(tab, services, clock, said):
    clock.at = clock.at.replace(year=2010)
    tab.refresh()
    assert tab.confirm_button.isVisible()
    assert tab.doubt.isVisible()
    assert not services.safe_clock.verdict().trusted
    tab.confirm_button.click()
    assert services.safe_clock.verdict().trusted
    assert not tab.doubt.isVisible()
    assert said == ["Jam dipercaya sampai besok."]


def test_a_clock_far_ahead_is_doubtful_too(tab, clock):
    clock.at = clock.at.replace(year=2099)
    tab.refresh()
    assert "masa depan" in tab.doubt.message.text()
