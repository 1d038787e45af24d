"""Bantuan opens from the rail and by F1, and lists the keys there are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.dialogs.help import HelpDialog
from bimtek.ui.main_window import MainWindow
from bimtek.ui.tasks import TaskRunner


@pytest.fixture
def window(qtbot):
    window, runner = MainWindow([]), TaskRunner()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.attach(UiContext(None, runner, WindowSignals(window)))
    yield window
    runner.close()


def open_dialogs(window):
    return [dialog for dialog in window.findChildren(HelpDialog) if dialog.isVisible()]


def test_the_rail_and_f1_open_it_and_escape_closes_it(window, qtbot):
    window.rail.help_button.click()
    assert len(open_dialogs(window)) == 1
    qtbot.keyClick(open_dialogs(window)[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: open_dialogs(window) == [])
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: len(open_dialogs(window)) == 1)
    open_dialogs(window)[0].close_button.click()


def test_it_names_the_calm_screen_and_the_answer_keys(window):
    window.show_help()
    words = [child.text() for child in open_dialogs(window)[0].findChildren(QLabel)]
    assert {"N", "Layar tenang: hanya judul kegiatan", "1–6 atau A–F"} <= set(words)
