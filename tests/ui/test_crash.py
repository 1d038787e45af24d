"""A mistake of ours is logged, shown once, and the window lives on."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QTimer, QtMsgType
from PySide6.QtWidgets import QWidget

from bimtek.domain.errors import DamagedFileError
from bimtek.domain.text import _
from bimtek.ui.crash import CrashGuard, log_qt


@pytest.fixture
def guard(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    guard = CrashGuard(window)
    guard.window_of_test = window
    yield guard
    guard.uninstall()


def raise_it():
    raise ValueError("rahasia: Siti 3316…")


def hand_over(guard):
    """Call the hook as the interpreter does, without pytest-qt's own in between."""
    try:
        raise_it()
    except ValueError as error:
        guard._on_exception(type(error), error, error.__traceback__)


def test_a_bug_is_logged_and_shown_once_without_its_text(guard, qtbot, caplog):
    hand_over(guard)
    hand_over(guard)
    qtbot.waitUntil(lambda: guard.dialog is not None)
    words = str(guard.dialog.error) + guard.dialog.error.detail
    assert "Ada kesalahan di aplikasi ini." in words
    assert "rahasia" not in words
    assert len([record for record in caplog.records if record.message == "uncaught"]) == 2
    assert len(guard.window_of_test.findChildren(type(guard.dialog))) == 1


def test_expected_error_that_nobody_caught_is_shown_in_its_own_words(guard, qtbot):
    error = DamagedFileError(_("Sebagian berkas data rusak."))
    guard._on_exception(type(error), error, None)
    qtbot.waitUntil(lambda: guard.dialog is not None)
    assert str(guard.dialog.error.what) == "Sebagian berkas data rusak."


def test_after_closing_the_dialog_the_next_bug_is_shown_again(guard, qtbot):
    hand_over(guard)
    qtbot.waitUntil(lambda: guard.dialog is not None)
    guard.dialog.close_button.click()
    assert guard.dialog is None
    hand_over(guard)
    qtbot.waitUntil(lambda: guard.dialog is not None)


def test_a_bug_in_a_thread_is_shown_on_the_main_thread(guard, qtbot, caplog):
    shown_in = []
    guard.caught.connect(lambda error: shown_in.append(threading.get_ident()))
    threading.excepthook, before = guard._on_thread_exception, threading.excepthook
    try:
        thread = threading.Thread(target=raise_it)
        thread.start()
        thread.join()
    finally:
        threading.excepthook = before
    qtbot.waitUntil(lambda: guard.dialog is not None)
    assert shown_in == [threading.get_ident()]


def test_hooks_are_put_back(guard):
    before = sys.excepthook
    guard.install()
    assert sys.excepthook == guard._on_exception
    guard.uninstall()
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before


def test_what_qt_complains_about_goes_to_the_log(caplog):
    with caplog.at_level(logging.DEBUG, "bimtek.ui.crash"):
        log_qt(QtMsgType.QtWarningMsg, None, "something odd")
    assert [(r.levelno, r.message) for r in caplog.records] == [(logging.WARNING, "qt: something odd")]


def test_the_window_goes_on_after_a_bug(guard, qtbot):
    hand_over(guard)
    later = []
    QTimer.singleShot(0, lambda: later.append(1))
    qtbot.waitUntil(lambda: later == [1])
