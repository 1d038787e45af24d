"""A walk through every place and step with 500 people, watched by a meter of stalls.

`python -m tests.e2e.lively_walk FOLDER` walks in a process of its own and prints, as JSON, what a bare
window costs the main thread and then the longest stall of each thing that was done, in milliseconds.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QTableWidget, QTableWidgetItem, QWidget

from bimtek.app import build
from bimtek.domain.next_step import Step
from bimtek.domain.text import _
from bimtek.host.collector import collect_seldom
from bimtek.ui import theme
from bimtek.ui.kegiatan import STEPS
from bimtek.ui.kegiatan.workspace import Workspace
from bimtek.ui.main_window import MainWindow
from bimtek.ui.pages import PAGES
from bimtek.ui.start import Session
from tests.bench.stores import fresh_kegiatan, person, sittings, some_values
from tests.stalls import StallMeter

PEOPLE = 500
PATIENCE_S = 60


def fill(folder: Path) -> None:
    """Make a kegiatan of 500 people: most of them present, both tests answered by all, nothing closed."""
    services = build(folder)
    kegiatan, everyone = fresh_kegiatan(services, PEOPLE)
    session = kegiatan.sessions[0]
    for who in everyone[20:]:
        services.attendance.check_in(who, session.id, consent=True)
    for sitting in sittings(services, kegiatan, everyone):
        for view in sitting.views:
            services.quizzes.answer(sitting, view.id, some_values(view))
        services.quizzes.hand_in(sitting)
    services.quizzes.rounds(kegiatan.id)
    services.backup.now(_("uji"))
    services.close()
    _write_list(folder / "daftar.xlsx")


def _write_list(path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["No", "Nama", "L/P", "Desa", "Unsur", "No HP"])
    for number in range(PEOPLE):
        one = person(1000 + number).person
        sheet.append([number + 1, one.name.full, "LP"[number % 2], one.desa, one.unsur, one.phone])
    book.save(path)


class Walk:
    """Does one thing after the other, each until the window has finished it."""

    def __init__(self, folder: Path, meter: StallMeter) -> None:
        self.folder, self.meter = folder, meter
        self.window = MainWindow()
        self.session = Session(folder, self.window)
        self.window.resize(1366, 768)

    def all(self) -> None:
        """Every place, every step, and what is done in them most."""
        self._do("start", self.window.show, lambda: self.window.page is not None)
        self._do("settle", lambda: None, lambda: hasattr(self.window, "help_key"))
        for visit in ("first", "again"):
            for place in PAGES:
                self._do(f"{place.key}, {visit}", lambda key=place.key: self.window.go(key))
        kegiatan = self.window.context.services.overview.page()[0]
        self._do("open kegiatan", lambda: self.window.open_kegiatan(kegiatan.id))
        for visit in ("first", "again"):
            for step in STEPS:
                self._do(f"{step.key.value}, {visit}", lambda key=step.key: self.workspace.go(key))
        self._take_attendance()
        self._open_papers()
        self._see_import()
        self._search()
        self._change_look()

    @property
    def workspace(self) -> Workspace:
        page = self.window._pages["kegiatan"]
        return page.workspace  # type: ignore[attr-defined]

    def _open(self, step: Step) -> QWidget:
        self._do(f"{step.value}, back", lambda: self.workspace.go(step))
        assert self.workspace.step is not None
        return self.workspace.step

    def _take_attendance(self) -> None:
        step = self._open(Step.ATTENDANCE)
        for letter in ("s", "i", "t"):
            self._do(f"type {letter}", lambda key=letter: QTest.keyClicks(step.search.field, key))
        step.search.field.clear()
        for number in range(3):
            QTest.keyClicks(step.search.field, ("siti", "agus", "sri")[number])
            self._do("check in", lambda: QTest.keyClick(step.search.field, Qt.Key.Key_Return))
        self._do("other session", lambda: step.desk.read(step.desk.kegiatan.sessions[1].id))

    def _open_papers(self) -> None:
        step = self._open(Step.PAPERS)
        for entry in step.list.entries:
            self._do(f"paper {entry.key}", lambda entry=entry: step.list.choose(entry), lambda: step.settled)

    def _see_import(self) -> None:
        people = self._open(Step.PREPARE).people
        dialogs = []
        self._do("open import", lambda: dialogs.append(people.open_import()))
        (dialog,) = dialogs
        shown = []
        dialog.previewed.connect(lambda: shown.append(True))
        self._do("preview", lambda: dialog.read_file(self.folder / "daftar.xlsx"), lambda: bool(shown))
        self._do("close import", dialog.reject)

    def _search(self) -> None:
        self._do("peserta, back", lambda: self.window.go("peserta"))
        page = self.window.page
        for letter in ("s", "i", "t"):
            self._do(f"find {letter}", lambda key=letter: QTest.keyClicks(page.search, key))

    def _change_look(self) -> None:
        self._do("kegiatan, back", lambda: self.window.go("kegiatan"))
        for name, scale in (("gelap", 100), ("terang", 150), ("terang", 100)):
            self._do(f"{name} {scale} %", lambda name=name, scale=scale: self.window.wear(name, scale))

    def _do(self, what: str, do: Callable[[], object], until: Callable[[], bool] = lambda: True) -> None:
        """Do something and let everything that follows from it happen."""
        self.meter.doing(what)
        do()
        quiet, patience = 0, time.monotonic() + PATIENCE_S
        while quiet < 5:
            if time.monotonic() > patience:
                raise TimeoutError(what)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            quiet = 0 if self.session.tasks.busy or not until() else quiet + 1
        self.meter.rest()


def floor_ms(meter: StallMeter) -> float:
    """What any window costs: a plain table of as many people, filled, shown and painted."""
    window, table = QMainWindow(), QTableWidget(PEOPLE, 5)
    window.setCentralWidget(table)
    window.resize(1366, 768)
    meter.doing("bare table")
    for row in range(PEOPLE):
        for column in range(5):
            table.setItem(row, column, QTableWidgetItem("Siti Rahayu"))
    window.show()
    QCoreApplication.processEvents()
    meter.rest()
    window.close()
    return meter.stalls.pop().cpu_ms


def main() -> None:
    """Walk, and print the floor and every stall."""
    collect_seldom()  # as every start does
    app = theme.application(sys.argv)
    theme.apply_theme(app)
    with StallMeter() as meter:
        bare = floor_ms(meter)
        walk = Walk(Path(sys.argv[1]), meter)
        try:
            walk.all()
        finally:
            walk.session.close()
    print(json.dumps([bare, meter.stalls]))


if __name__ == "__main__":
    main()
