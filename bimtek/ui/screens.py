"""Draws every screen of one kegiatan, filled, as pictures: for the demo and for looking at them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from bimtek.app import Services
from bimtek.domain.quiz import TestKind
from bimtek.host.paths import asset
from bimtek.ui import theme
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.crash import OFFSCREEN
from bimtek.ui.kegiatan import STEPS
from bimtek.ui.kegiatan.workspace import Workspace
from bimtek.ui.kiosk.window import KioskWindow
from bimtek.ui.main_window import MainWindow
from bimtek.ui.pages import PAGES
from bimtek.ui.presentation.deck import module_deck
from bimtek.ui.presentation.presentation import Presentation
from bimtek.ui.tasks import TaskRunner

SIZE = QSize(1366, 768)
SETTLE_S = 4.0  # longest time a page gets to finish what it loads on workers


def draw_screens(services: Services, kegiatan_id: str, target: Path, scale: int = 100) -> list[Path]:
    """Write `<screen>.png` for every place and every step into `target`; returns the paths.

    Opens no window a person sees. `scale` is the text size in percent.
    """
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = theme.application(["bimtek"])
    theme.apply_theme(app, theme.DEFAULT, scale)
    theme.load_later_fonts()
    tasks = TaskRunner()
    heard = qInstallMessageHandler(_say_unless_offscreen)
    try:
        return _Camera(services, tasks, target).shoot_all(kegiatan_id)
    finally:
        qInstallMessageHandler(heard)
        tasks.close()


def _say_unless_offscreen(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """Keep quiet about what the offscreen platform cannot do; anything else is said."""
    if not message.startswith(OFFSCREEN):
        sys.stderr.write(f"{message}\n")


class _Camera:
    """Opens one screen after the other and keeps its picture."""

    def __init__(self, services: Services, tasks: TaskRunner, target: Path) -> None:
        self._services, self._tasks, self._target = services, tasks, target
        self._context = UiContext(services, tasks, WindowSignals())
        target.mkdir(parents=True, exist_ok=True)

    def shoot_all(self, kegiatan_id: str) -> list[Path]:
        """Take every picture."""
        window = MainWindow()
        window.resize(SIZE)
        window.show()
        window.attach(self._context)
        paths = [self._shoot(name, window) for name in self._walk(window, kegiatan_id)]
        window.welcome()
        paths.append(self._shoot("layar-awal", window))
        window.close()
        return [*paths, *self._shoot_show(kegiatan_id), *self._shoot_kiosk(kegiatan_id)]

    def _walk(self, window: MainWindow, kegiatan_id: str) -> Iterator[str]:
        for place in PAGES:
            window.go(place.key)
            yield place.key
        window.open_kegiatan(kegiatan_id)
        workspace = window.findChild(Workspace)
        assert isinstance(workspace, Workspace)
        for step in STEPS:
            workspace.go(step.key)
            yield f"kegiatan-{step.key.value}"

    def _shoot(self, name: str, widget: QWidget) -> Path:
        self._settle()
        path = self._target / f"{name}.png"
        widget.grab().save(str(path))
        return path

    def _shoot_show(self, kegiatan_id: str) -> list[Path]:
        kegiatan = self._services.planning.get(kegiatan_id)
        paths = []
        for module in self._services.teaching.modules(kegiatan)[:1]:
            show = Presentation(module_deck(module, asset(".")), kegiatan.short or kegiatan.title, start=2)
            show.open()
            show.presenter.resize(SIZE)
            show.projector.showNormal()  # the offscreen screen is square, a projector is not
            show.projector.resize(SIZE)
            paths += [
                self._shoot("sajikan-pemateri", show.presenter),
                self._shoot("sajikan-proyektor", show.projector),
            ]
            show.show.end()
        return paths

    def _shoot_kiosk(self, kegiatan_id: str) -> list[Path]:
        """The kiosk as the first person meets it; nobody is let in, so nothing is answered."""
        if TestKind.PRE not in self._services.quizzes.rounds(kegiatan_id):
            return []
        kiosk = KioskWindow(self._context, kegiatan_id, TestKind.PRE)
        kiosk.resize(SIZE)
        kiosk.show()
        path = self._shoot("kiosk", kiosk)
        kiosk.release()
        return [path]

    def _settle(self) -> None:
        """Let the page finish: events, and jobs on workers, until nothing happens any more."""
        app = QApplication.instance()
        assert app is not None
        until = monotonic() + SETTLE_S
        quiet = 0
        while quiet < 5 and monotonic() < until:
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            # What a page has thrown away goes only when asked for: no event loop runs here.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            quiet = 0 if self._tasks.busy else quiet + 1
