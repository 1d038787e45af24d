"""Absensi, Kuis, Hasil, kiosk and keying keep the rules of every screen, at every text size."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from bimtek.domain.quiz import TestKind
from bimtek.domain.text import _
from bimtek.ui import theme
from bimtek.ui.dialogs.pin import PinDialog
from bimtek.ui.dialogs.walk_in import WalkInDialog
from bimtek.ui.kegiatan.attendance import AttendanceStep
from bimtek.ui.kegiatan.quiz import QuizStep
from bimtek.ui.kegiatan.results import ResultsStep
from bimtek.ui.kiosk.keying import KeyingWindow
from bimtek.ui.kiosk.window import KioskWindow
from tests.ui.audit import audit, cut_buttons

ENGLISH = {"error", "invalid", "none", "ok", "cancel", "close", "save", "loading", "failed"}


@pytest.fixture(params=[100, 150], ids=["100%", "150%"])
def scale(request, qapp):
    theme.apply_theme(qapp, "terang", request.param)
    return request.param


@pytest.fixture
def open_test(services, kegiatan, people):
    services.quizzes.prepare(kegiatan, seed=7)
    item = services.quizzes.open(services.quizzes.rounds(kegiatan.id)[TestKind.PRE])
    services.quizzes.hand_in(services.quizzes.sit(item, people[0])).result()
    return item


def kiosk(context, kegiatan, qtbot):
    services = context.services
    window = KioskWindow(context, kegiatan.id, TestKind.PRE)
    who = services.registration.of_kegiatan(kegiatan.id)[2]
    window.desk.pick(who.id)
    window.desk.try_code(who.code)
    qtbot.waitUntil(lambda: bool(window.desk.machine.question))
    return window


def keying(context, kegiatan, qtbot):
    window = KeyingWindow(context, kegiatan.id, TestKind.PRE)
    window.desk.open_sheet(context.services.registration.of_kegiatan(kegiatan.id)[2].id)
    return window


def results(context, kegiatan, qtbot):
    services = context.services
    services.quizzes.close(services.quizzes.rounds(kegiatan.id)[TestKind.PRE])
    step = ResultsStep(context, kegiatan.id)
    qtbot.waitUntil(lambda: step.results is not None)
    step.personal.reveal(step.results.people)
    return step


def attendance(context, kegiatan, qtbot):
    step = AttendanceStep(context, kegiatan.id)
    step.refresh()
    return step


SCREENS = {
    "absensi": attendance,
    "kuis": lambda context, kegiatan, qtbot: QuizStep(context, kegiatan.id),
    "hasil": results,
    "kiosk": kiosk,
    "kertas": keying,
    "tambah": lambda context, kegiatan, qtbot: WalkInDialog(context, kegiatan.id, "Siti Aminah"),
    "pin": lambda context, kegiatan, qtbot: PinDialog(context, _("Kiosk hanya ditutup oleh panitia.")),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_keeps_the_rules(context, kegiatan, open_test, scale, qtbot, screen):
    page = SCREENS[screen](context, kegiatan, qtbot)
    if screen not in ("tambah", "pin"):
        page.resize(1366, 768) if screen in ("kiosk", "kertas") else page.resize(1366 - 220, 650)
    page.show()
    QApplication.processEvents()
    audit(page)
    assert cut_buttons(page) == []
    for label in page.findChildren(QLabel):
        if label.isVisible():
            assert not ENGLISH & set(label.text().lower().split()), label.text()
    if isinstance(page, KioskWindow):
        page.release()
    else:
        page.close()
        page.deleteLater()


@pytest.mark.parametrize("screen", ["absensi", "kuis", "hasil", "kertas"])
def test_screen_fits_the_smallest_window(context, kegiatan, open_test, qtbot, screen):
    page = SCREENS[screen](context, kegiatan, qtbot)
    assert page.minimumSizeHint().width() <= (960 if screen == "kertas" else 960 - 88)
    page.deleteLater()
