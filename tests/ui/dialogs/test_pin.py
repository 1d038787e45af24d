"""The PIN dialog: sets once, asks later, says what a PIN does, and waits after five wrong ones."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from bimtek.domain.text import _
from bimtek.services.pin import WHAT_IT_DOES
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.dialogs.pin import with_pin
from bimtek.ui.tasks import TaskRunner


@pytest.fixture
def context(services, qtbot):
    runner = TaskRunner()
    yield UiContext(services, runner, WindowSignals())
    runner.close()


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
    qtbot.waitUntil(dialog.action_button.isEnabled)


def test_first_time_sets_a_pin_and_says_what_it_does_not_do(ask, qtbot, services):
    dialog = ask()
    assert dialog.sets
    assert str(WHAT_IT_DOES) in dialog.explanation.text()
    assert dialog.pin.echoMode() == QLineEdit.EchoMode.Password
    answer(dialog, qtbot, "2468", "2468")
    qtbot.waitUntil(lambda: dialog.opened == [1])
    assert services.pin.is_set
    assert services.pin.check("2468")


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
    assert dialog.trouble.message.text().startswith("PIN salah lima kali.")
    assert dialog.opened == []


def test_escape_opens_nothing(ask, qtbot, services):
    services.pin.set("2468")
    dialog = ask()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.opened == []
