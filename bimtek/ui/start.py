"""Opens the window: painted first, then the services, then the first place."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from bimtek.domain.errors import BimtekError
from bimtek.host.settings_file import SettingsFile
from bimtek.ui import theme
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.crash import CrashGuard
from bimtek.ui.main_window import MainWindow
from bimtek.ui.messages import show_error
from bimtek.ui.single_instance import SingleInstance, raise_other
from bimtek.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from bimtek.app import Services

LAPTOP = "laptop.json"  # what belongs to this laptop: theme, text size


class Session(QObject):
    """One window from its first paint to its close. `ready` is called when the first place is open."""

    def __init__(
        self, data_dir: Path, window: MainWindow, ready: Callable[[UiContext], object] | None = None
    ) -> None:
        super().__init__(window)
        self._data_dir, self._window, self._ready = data_dir, window, ready
        self.tasks = TaskRunner(self)
        self._services: Services | None = None
        self._instance: SingleInstance | None = None
        window.painted.connect(self._on_painted)

    def close(self) -> None:
        """Wait for the workers, then close the data file."""
        self.tasks.close()
        if self._instance is not None:
            self._instance.close()
        if self._services is not None:
            self._services.close()

    def _on_painted(self) -> None:
        self.tasks.run(lambda progress: _build(self._data_dir), done=self._on_built, failed=self._on_failed)

    def _on_built(self, services: "Services") -> None:
        self._services = services
        self._instance = SingleInstance(self._data_dir, self)
        self._instance.wanted.connect(self._window.raise_up)
        theme.load_fallback_fonts()
        context = UiContext(services, self.tasks, WindowSignals(self))
        self._window.attach(context)
        if self._ready is not None:
            self._ready(context)

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self._window, error).finished.connect(self._window.close)


def run_window(data_dir: Path, ready: Callable[[UiContext], object] | None = None) -> int:
    """Show the window for one data folder and return the exit code when it is closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    if raise_other(data_dir):
        return 0
    app.setApplicationName("Bimtek")
    laptop = SettingsFile(data_dir / LAPTOP)
    theme.apply_theme(app, laptop.get("tema", theme.DEFAULT), laptop.get("ukuran_teks", 100))
    window = MainWindow()
    window.scale_wanted.connect(lambda scale: laptop.put("ukuran_teks", scale))
    guard = CrashGuard(window)
    guard.install()
    session = Session(data_dir, window, ready)
    window.show()
    try:
        return app.exec()
    finally:
        session.close()
        guard.uninstall()


def _build(data_dir: Path) -> "Services":
    from bimtek.app import build

    return build(data_dir)
