"""The PIN dialog: sets once, asks later, says what a PIN does, and waits after five wrong ones."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from bimtek.domain.text import _
from bimtek.services.pin import WHAT_IT_DOES
from bimtek.ui.dialogs import sheet_actions
from bimtek.ui.dialogs.pin import with_pin
from tests.documents.reading import Pdf


@pytest.fixture
def ask(context, qtbot):
    """Open the dialog over a page; `opened` counts how often the way was free."""
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    opened = []

    def make():
        dialog = with_pin(context, page, _("Nilai perorangan bersifat pribadi."), lambda: opened.append(1))
        dialog.opened = opened
        return dialog

    return make


def answer(dialog, qtbot, *typed):
    for field, text in zip((dialog.pin, dialog.again), typed, strict=False):
        field.setText(text)
    qtbot.keyClick(dialog.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(dialog) or dialog.action_button.isEnabled())


def test_first_time_sets_a_pin_and_says_what_it_does_not_do(ask, qtbot, services):
    dialog = ask()
    assert dialog.sets
    assert str(WHAT_IT_DOES) in dialog.explanation.text()
    assert dialog.pin.echoMode() == QLineEdit.EchoMode.Password
    answer(dialog, qtbot, "2468", "2468")
    qtbot.waitUntil(lambda: dialog.code_dialog is not None)
    assert dialog.opened == [], "the code is shown before anything goes on"
    dialog.code_dialog.action_button.click()
    assert dialog.opened == [1]
    assert services.pin.check("2468")


def test_the_code_of_a_new_pin_is_shown_with_its_sheet_and_what_it_is_worth(ask, qtbot, services, tmp_path):
    dialog = ask()
    answer(dialog, qtbot, "2468", "2468")
    qtbot.waitUntil(lambda: dialog.code_dialog is not None)
    shown = dialog.code_dialog.shown
    assert "tidak dapat dibuka lagi" in shown.warning.message.text()
    assert (shown.sheet.print_button.text(), shown.sheet.save_button.text()) == ("Cetak", "Simpan PDF")
    shown.sheet.save(tmp_path / "kode.pdf")
    qtbot.waitUntil(shown.sheet.said.isVisible)
    printed = Pdf((tmp_path / "kode.pdf").read_bytes())
    assert len(printed) == 1
    assert shown.code.text() in printed.text
    assert "tidak mengenkripsi" in " ".join(printed.text.split())
    services.pin.reset(shown.code.text(), "1357")
    qtbot.keyClick(dialog.code_dialog, Qt.Key.Key_Escape)
    assert dialog.opened == [1]


def test_printing_the_sheet_without_a_printer_says_what_to_do_instead(ask, qtbot, monkeypatch):
    monkeypatch.setattr(sheet_actions, "printers", list)
    dialog = ask()
    answer(dialog, qtbot, "2468", "2468")
    qtbot.waitUntil(lambda: dialog.code_dialog is not None)
    sheet = dialog.code_dialog.shown.sheet
    sheet.print_button.click()
    qtbot.waitUntil(sheet.said.isVisible)
    assert sheet.said.message.text().startswith("Belum ada printer")
    dialog.code_dialog.accept()


def test_who_forgot_the_pin_sets_a_new_one_with_the_code_and_gets_the_next(ask, qtbot, services):
    code = services.pin.set("2468")
    dialog = ask()
    dialog.forgot_button.click()
    forgotten = dialog.forgotten
    assert "tanpa kode pemulihan" in forgotten.explanation.text()
    for field, text in ((forgotten.code, "salah"), (forgotten.pin, "1357"), (forgotten.again, "1357")):
        field.setText(text)
    forgotten.action_button.click()
    qtbot.waitUntil(forgotten.trouble.isVisible)
    assert forgotten.trouble.message.text().startswith("Kode pemulihan belum cocok.")
    for field, text in ((forgotten.code, code.lower()), (forgotten.pin, "1357"), (forgotten.again, "1357")):
        field.setText(text)
    qtbot.waitUntil(forgotten.action_button.isEnabled)
    forgotten.action_button.click()
    qtbot.waitUntil(lambda: dialog.code_dialog is not None)
    assert not dialog.isVisible()
    assert dialog.code_dialog.shown.code.text() != code
    dialog.code_dialog.action_button.click()
    assert dialog.opened == [1]
    assert services.pin.check("1357")


def test_leaving_the_way_round_the_pin_leaves_the_pin_as_it_was(ask, qtbot, services):
    services.pin.set("2468")
    dialog = ask()
    dialog.forgot_button.click()
    qtbot.keyClick(dialog.forgotten, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    answer(dialog, qtbot, "2468")
    qtbot.waitUntil(lambda: dialog.opened == [1])


@pytest.mark.parametrize(("typed", "says"), [(("2468", "2469"), "Kedua PIN"), (("12", "12"), "PIN belum")])
def test_a_slip_or_a_short_pin_sets_nothing(ask, qtbot, services, typed, says):
    dialog = ask()
    answer(dialog, qtbot, *typed)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.message.text().startswith(says)
    assert not services.pin.is_set
    assert dialog.opened == []


def test_wrong_pin_stays_and_right_one_opens(ask, qtbot, services):
    services.pin.set("2468")
    dialog = ask()
    assert not dialog.sets
    answer(dialog, qtbot, "1111")
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.message.text() == "PIN belum cocok. Coba sekali lagi."
    assert dialog.pin.text() == ""
    assert dialog.isVisible()
    answer(dialog, qtbot, "2468")
    qtbot.waitUntil(lambda: dialog.opened == [1])


def test_five_wrong_ones_wait_even_for_the_right_one(ask, qtbot, services):
    services.pin.set("2468")
    for _round in range(5):
        services.pin.check("0000")
    dialog = ask()
    answer(dialog, qtbot, "2468")
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.message.text().startswith("PIN atau kode salah lima kali.")
    assert dialog.opened == []


def test_escape_opens_nothing(ask, qtbot, services):
    services.pin.set("2468")
    dialog = ask()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.opened == []
