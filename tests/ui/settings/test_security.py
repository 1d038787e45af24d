"""The PIN: made once, changed only by who knows it, and honest about what it is."""

import pytest
from PySide6.QtWidgets import QLabel

from bimtek.ui.settings.security import SecurityTab


@pytest.fixture
def tab(context, qtbot):
    made = SecurityTab(context)
    qtbot.addWidget(made)
    made.show()
    return made


def fill(tab, qtbot, new, again, old=""):
    for field, text in ((tab.old_pin, old), (tab.new_pin, new), (tab.again, again)):
        qtbot.keyClicks(field, text)


def test_it_says_what_the_pin_does_and_does_not_do(tab):
    words = " ".join(label.text() for label in tab.findChildren(QLabel))
    assert "Menyembunyikan nilai setiap orang." in words
    assert "Tidak mengenkripsi data di laptop ini." in words


def test_the_first_pin_needs_no_old_one(tab, services, said, qtbot):
    assert not tab.old_row.isVisible()
    assert tab.save_button.text() == "Buat PIN"
    fill(tab, qtbot, "246810", "246810")
    tab.save_button.click()
    qtbot.waitUntil(lambda: said == ["PIN tersimpan."])
    assert services.pin.check("246810")
    assert tab.state.text() == "PIN terpasang"
    assert tab.old_row.isVisible()
    assert tab.new_pin.text() == ""
    assert services.pin.reset(tab.dialog.shown.code.text(), "1357")
    tab.dialog.accept()


def test_who_forgot_the_pin_starts_from_here_too(tab, services, said, qtbot):
    assert not tab.forgot_button.isVisible()
    code = services.pin.set("1111")
    tab.refresh()
    tab.forgot_button.click()
    for field, text in ((tab.dialog.code, code), (tab.dialog.pin, "2222"), (tab.dialog.again, "2222")):
        field.setText(text)
    tab.dialog.action_button.click()
    qtbot.waitUntil(lambda: said == ["PIN tersimpan."])
    assert services.pin.check("2222")
    tab.dialog.accept()


def test_two_different_new_pins_are_not_stored(tab, services, qtbot):
    fill(tab, qtbot, "246810", "246811")
    tab.save_button.click()
    assert tab.trouble.isVisible()
    assert not services.pin.is_set


def test_a_pin_that_is_too_short_is_refused_in_the_tab(tab, services, qtbot):
    fill(tab, qtbot, "12", "12")
    tab.save_button.click()
    qtbot.waitUntil(tab.trouble.isVisible)
    assert "4 sampai 8 angka" in tab.trouble.message.text()
    assert not services.pin.is_set


def test_a_wrong_old_pin_changes_nothing(tab, services, qtbot):
    services.pin.set("1111")
    tab.refresh()
    fill(tab, qtbot, "2222", "2222", old="3333")
    tab.save_button.click()
    qtbot.waitUntil(tab.trouble.isVisible)
    assert services.pin.check("1111")


def test_who_knows_the_pin_can_change_it(tab, services, said, qtbot):
    services.pin.set("1111")
    tab.refresh()
    fill(tab, qtbot, "2222", "2222", old="1111")
    tab.save_button.click()
    qtbot.waitUntil(lambda: said == ["PIN tersimpan."])
    assert services.pin.check("2222")
    tab.dialog.accept()
