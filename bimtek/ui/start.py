"""Opens the window: painted first, then the services, then the first place.

What the first paint does not need is imported after it.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bimtek.domain.errors import BimtekError
from bimtek.domain.text import Text
from bimtek.host.settings_file import SettingsFile
from bimtek.ui import theme
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.main_window import MainWindow
from bimtek.ui.single_instance import SingleInstance, raise_other
from bimtek.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from bimtek.app import Services
    from bimtek.ui.crash import CrashGuard

LAPTOP = "laptop.json"  # what belongs to this laptop: theme, text size


class Session(QObject):
    """One window from its first paint to its close. `ready` is called when the first place is open.

    A page that must put other data in place of the present asks through `WindowSignals.restart`.
    """

    def __init__(
        self, data_dir: Path, window: MainWindow, ready: Callable[[UiContext], object] | None = None
    ) -> None:
        super().__init__(window)
        self._data_dir, self._window, self._ready = data_dir, window, ready
        self.tasks = TaskRunner(self)
        self._services: Services | None = None
        self._signals: WindowSignals | None = None
        self._instance: SingleInstance | None = None
        self._guard: CrashGuard | None = None
        window.painted.connect(self._on_painted)

    def close(self) -> None:
        """Wait for the workers, then close the data file."""
        self.tasks.close()
        if self._instance is not None:
            self._instance.close()
        if self._services is not None:
            self._services.close()
        if self._guard is not None:
            self._guard.uninstall()

    def restart_with(self, job: Callable[[], object], said: Text) -> None:
        """Close the services, do `job` while nothing has the data open, build them anew, say `said`.

        When the job fails the services come back over the data as it was, and the error is shown.
        """
        services, self._services = self._services, None
        if services is None:
            return
        self._window.pause()

        def rebuild() -> None:
            self._window.detach()
            self.tasks.run(
                lambda progress: _replace(services, job, self._data_dir),
                done=lambda built: self._on_rebuilt(built, said),
                failed=self._on_failed,
            )

        self.tasks.stop_all(rebuild)

    def _on_painted(self) -> None:
        from bimtek.ui.crash import CrashGuard

        self._guard = CrashGuard(self._window)
        self._guard.install()
        self.tasks.run(lambda progress: _build(self._data_dir), done=self._on_built, failed=self._on_failed)

    def _on_built(self, services: "Services") -> None:
        self._instance = SingleInstance(self._data_dir, self)
        self._instance.wanted.connect(self._window.raise_up)
        theme.load_later_fonts()
        context = self._attach(services)
        if self._ready is not None:
            self._ready(context)

    def _on_rebuilt(self, built: tuple["Services", BimtekError | None], said: Text) -> None:
        services, error = built
        context = self._attach(services)
        if error is not None:
            from bimtek.ui.messages import show_error

            show_error(self._window, error)
        else:
            context.window.toast.emit(said, None)

    def _attach(self, services: "Services") -> UiContext:
        self._services = services
        if self._signals is not None:
            self._signals.deleteLater()
        self._signals = WindowSignals(self)
        self._signals.restart.connect(self.restart_with)
        context = UiContext(services, self.tasks, self._signals)
        self._window.attach(context)
        from bimtek.ui.housekeeping import Housekeeping

        Housekeeping(context, self._signals)
        return context

    def _on_failed(self, error: BimtekError) -> None:
        from bimtek.ui.messages import show_error

        show_error(self._window, error).finished.connect(self._window.close)


def run_window(data_dir: Path, ready: Callable[[UiContext], object] | None = None) -> int:
    """Show the window for one data folder and return the exit code when it is closed."""
    app = theme.application(sys.argv)
    if raise_other(data_dir):
        return 0
    app.setApplicationName("Bimtek")
    laptop = SettingsFile(data_dir / LAPTOP)
    theme.apply_theme(app, laptop.get("tema", theme.DEFAULT), laptop.get("ukuran_teks", 100))
    window = MainWindow()
    window.scale_wanted.connect(lambda scale: laptop.put("ukuran_teks", scale))
    window.theme_wanted.connect(lambda name: laptop.put("tema", name))
    session = Session(data_dir, window, ready)
    window.show()
    try:
        return app.exec()
    finally:
        session.close()


def _build(data_dir: Path) -> "Services":
    from bimtek.app import build

    return build(data_dir)


def _replace(
    services: "Services", job: Callable[[], object], data_dir: Path
) -> tuple["Services", BimtekError | None]:
    """Close services, do the job, and build services again whether or not it went well."""
    services.close()
    error = None
    try:
        job()
    except BimtekError as failed:
        error = failed
    return _build(data_dir), error
