"""A mistake of ours is logged without anybody's data, shown once, and the window lives on."""

import logging
import sys
import threading
import zipfile

import pytest
from PySide6.QtCore import QTimer, QtMsgType, qWarning
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from bimtek.domain.errors import DamagedFileError
from bimtek.domain.text import _
from bimtek.host.log import start_log
from bimtek.ui.autosave import Autosave
from bimtek.ui.crash import CrashGuard, log_qt
from bimtek.ui.editors import GENERAL
from bimtek.ui.messages import ErrorDialog, show_error
from bimtek.ui.tasks import TaskRunner

CANARIES = ("Siti Kenari", "3316085002900001", "0812-3456-7890", "kenari@contoh.go.id")


class Broken(QWidget):
    """Cannot be painted."""

    def paintEvent(self, event):
        raise RuntimeError(CANARIES[0])


class Window(QWidget):
    """A field that saves itself, and a button that is a mistake."""

    def __init__(self, services):
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton()
        self.autosave = Autosave(
            (GENERAL,), lambda: services.settings.put("instansi", self.field.text()), services.clock
        )
        column = QVBoxLayout(self)
        for widget in (self.field, self.button, self.autosave):
            column.addWidget(widget)
        self.field.textChanged.connect(self.autosave.touch)
        self.button.clicked.connect(self.fail)

    def fail(self):
        raise ValueError(CANARIES)


@pytest.fixture
def window(services, qtbot):
    window = Window(services)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def guard(window):
    guard = CrashGuard(window)
    guard.install()
    yield guard
    guard.uninstall()


@pytest.fixture
def tasks(guard):
    runner = TaskRunner()
    yield runner
    runner.close()


def in_slot(window, tasks):
    window.button.click()


def in_timer(window, tasks):
    QTimer.singleShot(0, window.fail)


def in_worker(window, tasks):
    tasks.run(
        lambda progress: window.fail(),
        tasks,
        done=lambda result: None,
        failed=lambda error: show_error(window, error),
    )


def in_thread(window, tasks):
    thread = threading.Thread(target=window.fail)
    thread.start()
    thread.join()


def in_paint(window, tasks):
    window.broken = Broken(window)
    window.broken.resize(20, 20)
    window.broken.show()


def dialogs(window):
    return [dialog for dialog in window.findChildren(ErrorDialog) if dialog.isVisible()]


@pytest.mark.parametrize("fail", [in_slot, in_timer, in_worker, in_thread, in_paint])
def test_the_window_lives_on_after_a_bug_and_what_was_typed_is_stored(
    window, guard, tasks, services, qtbot, fail
):
    qtbot.keyClicks(window.field, "Dinas Contoh")
    fail(window, tasks)
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    (dialog,) = dialogs(window)
    words = str(dialog.error) + dialog.error.detail
    assert "Ada kesalahan di aplikasi ini." in words
    assert not any(canary in words for canary in CANARIES)
    assert dialog.log_button.isVisible()
    dialog.close_button.click()
    qtbot.waitUntil(lambda: services.settings.get("instansi") == "Dinas Contoh")
    qtbot.keyClicks(window.field, " Dua")
    qtbot.waitUntil(lambda: services.settings.get("instansi") == "Dinas Contoh Dua")


def test_expected_error_that_nobody_caught_is_shown_in_its_own_words_each_time(window, guard, qtbot):
    error = DamagedFileError(_("Sebagian berkas data rusak."))
    for _again in range(2):
        guard._on_exception(type(error), error, None)
        qtbot.waitUntil(lambda: guard.dialog is not None)
        assert str(guard.dialog.error.what) == "Sebagian berkas data rusak."
        guard.dialog.close_button.click()


def test_one_bug_is_shown_once_and_logged_seldom(window, guard, qtbot, caplog):
    for _again in range(10):
        window.button.click()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    dialogs(window)[0].close_button.click()
    window.button.click()
    said = [record.getMessage().split(":")[0] for record in caplog.records]
    assert [words for words in said if words.startswith("uncaught")] == [
        "uncaught",
        "uncaught again, 2 times",
        "uncaught again, 4 times",
        "uncaught again, 8 times",
    ]
    QTimer.singleShot(0, lambda: {}["another one"])
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)


def test_the_saved_log_holds_nobodys_data(window, guard, tasks, services, qtbot, tmp_path, monkeypatch):
    log = logging.getLogger("bimtek.uji")
    for fail in (in_slot, in_worker, in_thread):
        fail(window, tasks)
    qtbot.waitUntil(lambda: len(dialogs(window)) >= 1)
    home = "/home/Siti Kenari/Bimtek"
    qWarning(f'QPixmap: cannot open "{home}/logo.png" of {CANARIES[1]}')
    log.warning("cannot read %s", rf"C:\Users\{CANARIES[0]}\Documents\daftar.xlsx")
    log.warning("cannot read %s for '%s' %s", home, CANARIES[3], CANARIES[2])
    target = tmp_path / "log.zip"
    for dialog in dialogs(window):
        dialog._on_place(target)
        dialog.close_button.click()
    with zipfile.ZipFile(target) as packed:
        text = "\n".join(packed.read(name).decode() for name in packed.namelist())
    assert "builtins.ValueError" in text
    assert "qt: QPixmap: cannot open" in text
    assert "Bimtek " in text
    for canary in (*CANARIES, "Kenari", "/home", "Users", str(tmp_path), "daftar.xlsx"):
        assert canary not in text, canary


def test_a_place_where_the_log_cannot_be_saved_is_said(window, guard, services, qtbot, tmp_path):
    start_log(services.folder.log)
    window.button.click()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    (dialog,) = dialogs(window)
    (tmp_path / "berkas").write_bytes(b"")
    dialog._on_place(tmp_path / "berkas" / "log.zip")
    (inner,) = dialog.findChildren(ErrorDialog)
    assert dialog.log_button.isEnabled()
    inner.close_button.click()
    dialog.close_button.click()


def test_a_bug_in_a_thread_is_shown_on_the_main_thread(window, guard, qtbot):
    shown_in = []
    guard.caught.connect(lambda error: shown_in.append(threading.get_ident()))
    in_thread(window, None)
    qtbot.waitUntil(lambda: guard.dialog is not None)
    assert shown_in[-1:] == [threading.get_ident()]
    guard.dialog.close_button.click()


def test_hooks_are_put_back(window):
    before = sys.excepthook
    guard = CrashGuard(window)
    guard.install()
    assert sys.excepthook == guard._on_exception
    guard.uninstall()
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before


def test_what_qt_complains_about_goes_to_the_log(caplog):
    with caplog.at_level(logging.DEBUG, "bimtek.ui.crash"):
        log_qt(QtMsgType.QtWarningMsg, None, "something odd")
    assert [(r.levelno, r.message) for r in caplog.records] == [(logging.WARNING, "qt: something odd")]
