"""A kegiatan with a pre-test open, and the kiosk over it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from bimtek.domain.names import parse_name
from bimtek.domain.people import Participation, Person
from bimtek.domain.quiz import TestKind
from bimtek.services.planning import NewKegiatan
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.kiosk.window import KioskWindow
from bimtek.ui.tasks import TaskRunner

NAMES = ("Siti Aminah, S.Pd.", "Budi Santoso", "Wahyu <b>Hidayat</b>")


@pytest.fixture
def day(services):
    """The kegiatan, its people, and the pre-test open."""
    kegiatan = services.planning.create(
        NewKegiatan(title="Bimtek Desa Ngawen", template="desa-1-hari", first_day=date(2027, 3, 5))
    )
    drafts = [
        Participation(id="", kegiatan_id="", person=Person(id="", name=parse_name(name), desa="Ngawen"))
        for name in NAMES
    ]
    services.registration.add_all(kegiatan.id, drafts)
    people = services.registration.of_kegiatan(kegiatan.id)
    services.quizzes.prepare(kegiatan, seed=7)
    services.quizzes.open(services.quizzes.rounds(kegiatan.id)[TestKind.PRE])
    return kegiatan, people


@pytest.fixture
def seconds():
    """A clock moved by hand: the kiosk reads `seconds[0]`."""
    return [0.0]


@pytest.fixture
def open_kiosk(qtbot, seconds):
    """Open a kiosk over any services; it closes with the test."""
    runners = []

    def make(services, kegiatan_id, kind=TestKind.PRE):
        runners.append(TaskRunner())
        context = UiContext(services, runners[-1], WindowSignals())
        window = KioskWindow(context, kegiatan_id, kind, seconds=lambda: seconds[0])
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        window.names.focus()
        return window

    yield make
    for runner in runners:
        runner.close()


@pytest.fixture
def kiosk(open_kiosk, services, day):
    """The kiosk of the pre-test."""
    return open_kiosk(services, day[0].id)


@pytest.fixture
def enter(qtbot):
    """Come in as somebody, by the keyboard."""

    def come(window, who, code=None):
        qtbot.keyClicks(window.names.search.field, who.person.name.name[:4])
        qtbot.keyClick(window.names.search.field, Qt.Key.Key_Return)
        qtbot.keyClicks(window.code.code, code or who.code)
        qtbot.keyClick(window.code.code, Qt.Key.Key_Return)

    return come
