"""What a facilitator waits for in the window, beside the time ux.md B9 allows for it.

CPU of this process, all threads, with the offscreen window: on a quiet laptop that is what one waits.
"""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from bimtek.app import Services, build
from bimtek.domain.next_step import Step
from bimtek.services.papers.request import PaperRequest
from bimtek.ui import theme
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.kegiatan.attendance import AttendanceStep
from bimtek.ui.main_window import MainWindow
from bimtek.ui.tasks import TaskRunner
from bimtek.ui.widgets.live_preview import LivePreview
from tests.bench.row import Figures, cpu_s, in_turns
from tests.bench.stores import Stores, fresh_kegiatan

MILLI = 1e3
WORN_MS, FIRST_MS, AGAIN_MS, ANSWERED_MS = 200.0, 500.0, 700.0, 100.0  # ux.md B9 49, 34, 34, 13
PEOPLE, HALL = 33, 500


def change_of_theme(stores: Stores) -> Figures:
    """Milliseconds to dress a window in which every place and step was visited."""
    with _Opened(stores, "tema", PEOPLE) as opened:
        window = opened.main_window()
        worn = iter(theme.names() * 100)
        return _against(WORN_MS, lambda: theme.apply_theme(opened.app, next(worn)), window.repaint)


def first_preview(stores: Stores) -> Figures:
    """Milliseconds until the first page of an attendance list of 33 people is shown."""
    with _Opened(stores, "pratinjau", PEOPLE) as opened:
        return _against(FIRST_MS, lambda: _shown(opened, opened.preview(), 0))


def next_preview(stores: Stores) -> Figures:
    """Milliseconds until the same list with one more blank row is shown."""
    with _Opened(stores, "pratinjau-lagi", PEOPLE) as opened:
        preview, rows = opened.preview(), iter(range(1, 1000))
        return _against(AGAIN_MS, lambda: _shown(opened, preview, next(rows)))


def check_in(stores: Stores) -> Figures:
    """Milliseconds from Enter until somebody among 500 is marked and painted."""
    with _Opened(stores, "absen", HALL) as opened:
        step = AttendanceStep(opened.context, opened.kegiatan.id)
        step.refresh()
        step.resize(1146, 650)
        step.show()
        opened.app.processEvents()

        def mark() -> None:
            step.search.field.setText("an")
            step.search.field.returnPressed.emit()
            step.repaint()

        return _against(ANSWERED_MS, mark)


def _against(allowed_ms: float, *work: Callable[[], object]) -> Figures:
    return in_turns(lambda: cpu_s(lambda: [part() for part in work]) * MILLI, lambda: allowed_ms)


def _shown(opened: "_Opened", preview: LivePreview, blank: int) -> None:
    preview.show_paper(opened.kegiatan, PaperRequest(key="daftar-hadir", blank_rows=blank))
    while not preview.settled or opened.tasks.busy:
        opened.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    preview.repaint()


class _Opened:
    """Services with one kegiatan, and windows over them."""

    def __init__(self, stores: Stores, name: str, people: int) -> None:
        self.app = theme.application(["bench"])
        theme.apply_theme(self.app)
        theme.load_later_fonts()
        self.services: Services = build(stores.folder / name)
        self.kegiatan, _people = fresh_kegiatan(self.services, people)
        self.tasks = TaskRunner()
        self.context = UiContext(self.services, self.tasks, WindowSignals())

    def __enter__(self) -> "_Opened":
        return self

    def __exit__(self, *_raised: object) -> None:
        for window in QApplication.topLevelWidgets():
            window.hide()
            window.deleteLater()
        self.tasks.close()
        self.services.close()

    def preview(self) -> LivePreview:
        """An empty preview of papers."""
        made = LivePreview(self.services.papers, self.tasks)
        made.resize(560, 640)
        made.show()
        return made

    def main_window(self) -> MainWindow:
        """The window after a round through all of it."""
        window = MainWindow()
        window.resize(1366, 768)
        window.show()
        window.attach(self.context)
        for place in window.place_keys:
            window.go(place)
        for step in Step:
            self.context.window.open_kegiatan.emit(self.kegiatan.id)
            self.app.processEvents()
            window.page.workspace.go_to(step.value)  # type: ignore[union-attr]
            self.app.processEvents()
        return window
