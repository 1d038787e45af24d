"""Umum is made from the table of settings and stores what passes its check."""

import pytest

from bimtek.services.settings import SETTINGS
from bimtek.ui.settings.general import GeneralTab


@pytest.fixture
def tab(context, qtbot):
    made = GeneralTab(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_setting_that_is_shown_has_a_row_with_its_words(tab):
    shown = [setting for setting in SETTINGS if setting.shown]
    assert list(tab.rows) == [setting.key for setting in shown]
    for setting in shown:
        assert tab.rows[setting.key].title.text() == str(setting.label)
        assert tab.rows[setting.key].field.accessibleName() == str(setting.label)


def test_what_is_typed_is_stored_when_typing_rests(tab, services, qtbot):
    qtbot.keyClicks(tab.rows["instansi"].field, "Dinas Sosial <b>PPPA</b>")
    assert services.settings.get("instansi") == ""
    qtbot.waitUntil(lambda: services.settings.get("instansi") == "Dinas Sosial <b>PPPA</b>")
    qtbot.waitUntil(lambda: tab.autosave.state.text().startswith("Tersimpan "))


def test_a_share_is_shown_in_percent_and_stored_as_a_fraction(tab, services, qtbot):
    field = tab.rows["min_kehadiran"].field
    assert field.text() == "80 %"
    field.setValue(75)
    qtbot.waitUntil(lambda: services.settings.get("min_kehadiran") == 0.75)


def test_a_value_that_does_not_pass_its_check_says_what_is_needed_and_changes_nothing(tab, services, qtbot):
    row = tab.rows["menit_per_jp"]
    row.field.setValue(5)
    qtbot.waitUntil(row.problem.isVisible)
    assert "45 menit" in row.problem.text()
    assert services.settings.get("menit_per_jp") == 45
    row.field.setValue(60)
    qtbot.waitUntil(lambda: services.settings.get("menit_per_jp") == 60)
    assert not row.problem.isVisible()
