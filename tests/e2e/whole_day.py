"""One day on one laptop, driven through the real windows with keys and clicks.

Run by test_whole_day.py in a process without network. The names it types come from a list it
imports; what it checks in the end are the files on disk.
"""

import json
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from bimtek.app import Services
from bimtek.domain.next_step import Step
from bimtek.domain.people import Role
from bimtek.domain.quiz import TestKind
from bimtek.ui.kegiatan.workspace import Workspace
from bimtek.ui.main_window import MainWindow
from bimtek.ui.start import Session
from tests.e2e import no_network

SHUT = no_network.shut()
PEOPLE = 6
NAMES = [f"Peserta Contoh {word}, S.Sos." for word in ("Alfa", "Beta", "Cakra", "Delta", "Eka", "Fajar")]
PASTED = "Nama\tL/P\tDesa\tUnsur\n" + "\n".join(
    f"{name}\t{'P' if n % 2 else 'L'}\tContoh\tKader PKK" for n, name in enumerate(NAMES)
)


@pytest.fixture
def window(qtbot, tmp_path):
    """The window as run_window shows it, on a data folder of its own."""
    window = MainWindow()
    qtbot.addWidget(window)
    session = Session(tmp_path / "data", window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(lambda: window.page is not None, timeout=20_000)
    yield window
    session.close()


def services_of(window) -> Services:
    return window._context.services


def test_the_whole_day(window, qtbot, tmp_path):
    day = Day(window, qtbot, tmp_path)
    day.create()
    day.import_people()
    day.take_attendance()
    day.teach()
    day.hold_test(TestKind.PRE)
    day.hold_test(TestKind.POST)
    day.see_results()
    day.print_papers()


class Day:
    """The steps of the day; each leaves the window where the next one finds it."""

    def __init__(self, window, qtbot, tmp_path: Path) -> None:
        self.window, self.qtbot, self.tmp_path = window, qtbot, tmp_path

    @property
    def workspace(self) -> Workspace:
        return self.window.page.workspace

    @property
    def kegiatan(self):
        return services_of(self.window).planning.get(self.workspace.kegiatan_id)

    def go(self, step: Step):
        self.workspace.go(step)
        return self.workspace.step

    def create(self):
        self.window.page.new_button.click()
        self.qtbot.waitUntil(lambda: getattr(self.window.page, "dialog", None) is not None)
        page = self.window.page
        dialog = page.dialog
        self.qtbot.keyClicks(dialog.title_field, "Bimtek Desa Contoh")  # typed over the selected default
        self.qtbot.keyClicks(dialog.hall_field, "Balai Desa Contoh")
        self.qtbot.keyClicks(dialog.organiser_field, "Dinas Sosial PPPA Contoh")
        dialog.create_button.click()
        self.qtbot.waitUntil(lambda: page.workspace is not None, timeout=10_000)
        assert self.kegiatan.title == "Bimtek Desa Contoh"
        assert self.kegiatan.jp == 9

    def import_people(self):
        people = self.go(Step.PREPARE).people
        dialog = people.open_import()
        with self.qtbot.waitSignal(dialog.previewed, timeout=20_000):
            dialog.read_pasted(PASTED)
        assert str(PEOPLE) in dialog.import_button.text()
        with self.qtbot.waitSignal(dialog.imported, timeout=20_000):
            dialog.import_button.click()
        self.qtbot.waitUntil(lambda: people.model.rowCount() == PEOPLE)

    def take_attendance(self):
        for session in self.kegiatan.sessions:
            step = self.go(Step.ATTENDANCE)
            step.desk.read(session.id)
            for name in NAMES:
                self.qtbot.keyClicks(step.search.field, name.split(",")[0].rsplit(" ", 1)[1])
                self.qtbot.keyClick(step.search.field, Qt.Key.Key_Return)
            self.qtbot.waitUntil(lambda step=step: step.saved.text() == "Tersimpan ✓")
            step.close_button.click()
            self.qtbot.waitUntil(lambda step=step: step.desk.is_closed, timeout=20_000)
        board = services_of(self.window).attendance.board(self.kegiatan.id, self.kegiatan.sessions[0].id)
        assert board.present.total == PEOPLE

    def teach(self):
        step = self.go(Step.PRESENT)
        step.cards[0].go_button.click()
        show = step.presentation
        for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.qtbot.keyClick(show.presenter, key)
        self.qtbot.keyClick(show.presenter, Qt.Key.Key_Escape)
        self.qtbot.waitUntil(lambda: not show.running)
        stored = services_of(self.window).teaching
        self.qtbot.waitUntil(lambda: stored.position(self.kegiatan.id, "memahami-ocsea") > 0)
