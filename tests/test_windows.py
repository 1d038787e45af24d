"""The guard behind every test: it names the windows that nobody ended, and ends them."""

from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from tests.windows import end, end_all_left


def test_a_window_left_behind_is_named_and_gone(qapp):
    left = QWidget()
    left.setWindowTitle("Tertinggal")
    assert end_all_left() == ["QWidget Tertinggal"]
    assert not isValid(left)
    assert QApplication.topLevelWidgets() == []


def test_what_only_a_cycle_holds_is_not_left_behind(qapp):
    window = QWidget()
    window.own = window
    del window
    assert end_all_left() == []


def test_a_window_ends_before_its_services_do(qapp):
    window = QWidget()
    button = QPushButton(window)
    end([window])
    assert not isValid(button)
