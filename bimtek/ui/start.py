"""Opens the window: painted first, then the services, then the first place, then all the rest.

What a step does not need is imported after it.
"""

import logging
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bimtek.domain.errors import BimtekError, DamagedFileError
from bimtek.domain.text import Text, _
from bimtek.host.motion import less_motion_wanted
from bimtek.host.settings_file import SettingsFile
from bimtek.ui import motion, theme
from bimtek.ui.main_window import MainWindow
from bimtek.ui.single_instance import SingleInstance, raise_other

if TYPE_CHECKING:
    from bimtek.app import Services
    from bimtek.ui.commands import WindowCommands
    from bimtek.ui.context import UiContext, WindowSignals
    from bimtek.ui.crash import CrashGuard
    from bimtek.ui.dialogs.recovery import RecoveryDialog
    from bimtek.ui.other_data import Outcome
    from bimtek.ui.tasks import TaskRunner
    from bimtek.ui.warm_up import WarmUp

log = logging.getLogger(__name__)
IDLE_MS = 200  # after the first place was opened: it is painted, and the first press served, before
PLACE = "tempat"  # where the window stands, kept until it is closed
LAPTOP = "laptop.json"  # what belongs to this laptop: theme, text size
SETTINGS_LOST = _("Setelan tampilan rusak, jadi tampilan bawaan dipakai. Data kegiatan aman.")


class Session(QObject):
    """One window from its first paint to its close. `ready` is called when the first place is open.

    A page that must put other data in place of the present asks through `WindowSignals.restart`.
    Damaged data leads to the recovery, at the start by itself and later from the message that tells of it.
    """

    def __init__(
        self, data_dir: Path, window: MainWindow, ready: "Callable[[UiContext], object] | None" = None
    ) -> None:
        super().__init__(window)
        self._data_dir, self._window, self._ready = data_dir, window, ready
        self.recovery: RecoveryDialog | None = None
        self._services: Services | None = None
        self._signals: WindowSignals | None = None
        self._instance: SingleInstance | None = None
        self._guard: CrashGuard | None = None
        self._commands: WindowCommands | None = None
        self._warm_up: WarmUp | None = None
        self._replacing = False
        self._at = ""  # where the window stands
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._on_idle)
        window.painted.connect(self._on_painted)

    @cached_property
    def tasks(self) -> "TaskRunner":
        """The workers of this window."""
        from bimtek.ui.tasks import TaskRunner

        return TaskRunner(self)

    def close(self) -> None:
        """Wait for the workers, then close the data file."""
        self._idle.stop()
        if self._warm_up is not None:
            self._warm_up.stop()
        self.tasks.close()
        if self._instance is not None:
            self._instance.close()
        if self._services is not None:
            from bimtek.ui.editors import flush_all

            flush_all()
            self._services.unfinished.drop(PLACE)
            self._services.close()
        if self._guard is not None:
            from bimtek.ui import rescue

            self._guard.uninstall()
            rescue.lend(None)

    def restart_with(self, job: Callable[[], Text]) -> None:
        """Close the services, do `job` while nothing has the data open, build them anew, say what it returns.

        When the job fails the services come back over the data as it was, and the error is shown.
        """
        if self._replacing:
            return
        self._replacing = True
        if self._warm_up is not None:
            self._warm_up.stop()
        services, self._services = self._services, None
        self._window.pause()

        def rebuild() -> None:
            self._window.detach()
            from bimtek.ui.other_data import replace_data

            self.tasks.run(
                lambda progress: replace_data(services, job, self._data_dir),
                self,
                done=self._on_replaced,
                failed=self._on_failed,
            )

        self.tasks.stop_all(rebuild)

    def _on_painted(self) -> None:
        from bimtek.ui import rescue
        from bimtek.ui.crash import CrashGuard

        self._guard = CrashGuard(self._window)
        self._guard.install()
        rescue.lend(self._recover)
        self.tasks.run(
            lambda progress: _build(self._data_dir), self, done=self._on_built, failed=self._on_failed
        )

    def _on_built(self, services: "Services") -> None:
        theme.load_heading_fonts()
        self.tasks.before_next = _learn_qt
        context = self._attach(services, services.unfinished.get(PLACE) if services.after_crash else "")
        ready, self._ready = self._ready, None
        if ready is not None:
            ready(context)

    def _on_replaced(self, outcome: "Outcome") -> None:
        from bimtek.ui.messages import show_error

        self._replacing = False
        error, blocked = outcome.error, outcome.blocked
        if outcome.services is not None:
            self._on_built(outcome.services)
            if error is None:
                self._window.toast.say(outcome.said)
            else:
                show_error(self._window, error)
        elif blocked is not None and error is None:
            self._on_failed(blocked)
        elif blocked is not None and error is not None:
            show_error(self._window, error).finished.connect(lambda: self._on_failed(blocked))

    def _attach(self, services: "Services", at: str = "") -> "UiContext":
        from bimtek.ui.context import UiContext, WindowSignals

        self._services = services
        if self._signals is not None:
            self._signals.deleteLater()
        self._signals = WindowSignals(self)
        self._signals.restart.connect(self.restart_with)
        self._signals.stands_at.connect(self._on_moved)
        self._idle.start()
        context = UiContext(services, self.tasks, self._signals)
        self._window.attach(context, at or "", first_run=services.first_run.wanted and not at)
        self._idle.start()  # anew: what was opened is still to be painted
        if at:
            said = _("Bimtek sempat tertutup. Anda kembali ke tempat terakhir, data Anda utuh.")
            self._signals.toast.emit(said, None)
        return context

    def _on_moved(self, at: str) -> None:
        """Keep where the window stands; not while the first place opens, nobody waits for that."""
        self._at = at
        if self._services is not None and not self._idle.isActive():
            self._services.unfinished.keep(PLACE, at)

    def _on_idle(self) -> None:
        """Begin what nobody waits for, once the first place can be seen."""
        if self._services is None or self._signals is None:
            return
        from bimtek.ui.context import UiContext
        from bimtek.ui.housekeeping import Housekeeping
        from bimtek.ui.warm_up import WarmUp

        services = self._services
        theme.load_later_fonts()
        self._window.wake()
        self._window.update()
        self._listen()
        self._on_moved(self._at)
        Housekeeping(UiContext(services, self.tasks, self._signals), self._signals)
        self._warm_up = WarmUp(self._signals)
        self._warm_up.keys_loaded.connect(self._bind_keys)
        self._warm_up.begin()
        # What fails here fails again where it is needed, and is told there.
        self.tasks.run(lambda progress: services.warm_up(), self, done=_ignore, failed=_ignore)

    def _bind_keys(self) -> None:
        if self._commands is None:
            from bimtek.ui.commands import WindowCommands

            self._commands = WindowCommands(self._window)

    def _listen(self) -> None:
        """Let a second start raise this window."""
        if self._instance is None:
            self._instance = SingleInstance(self._data_dir, self)
            self._instance.wanted.connect(self._window.raise_up)

    def _recover(self, error: DamagedFileError) -> None:
        """Offer the backups. Without services there is nothing else to do, so Tutup closes the window."""
        if self.recovery is not None:
            return

        from bimtek.domain.clock import SystemClock
        from bimtek.host.data_folder import DataFolder
        from bimtek.ui.dialogs.recovery import RecoveryDialog

        log.warning("damaged data file: %s", error.detail)
        self._listen()
        clock = SystemClock() if self._services is None else self._services.clock
        self.recovery = RecoveryDialog(error, DataFolder(self._data_dir), clock, self.tasks, self._window)
        self.recovery.finished.connect(self._on_recovery_closed)
        self.recovery.wanted.connect(self.restart_with)
        if self._services is None:
            self.recovery.rejected.connect(self._window.close)
        self.recovery.open()

    def _on_recovery_closed(self) -> None:
        self.recovery = None

    def _on_failed(self, error: BimtekError) -> None:
        from bimtek.ui.messages import show_error

        self._replacing = False
        if isinstance(error, DamagedFileError):
            self._recover(error)
        else:
            show_error(self._window, error).finished.connect(self._window.close)


def run_window(data_dir: Path, ready: "Callable[[UiContext], object] | None" = None) -> int:
    """Show the window for one data folder and return the exit code when it is closed."""
    app = theme.application(sys.argv)
    if raise_other(data_dir):
        return 0
    app.setApplicationName("Bimtek")
    laptop = SettingsFile(data_dir / LAPTOP)
    motion.set_calm(laptop.get("kurangi_gerakan", less_motion_wanted()))
    theme.apply_theme(app, laptop.get("tema", theme.DEFAULT), laptop.get("ukuran_teks", 100))
    window = MainWindow()
    window.scale_wanted.connect(lambda scale: laptop.put("ukuran_teks", scale))
    window.theme_wanted.connect(lambda name: laptop.put("tema", name))
    window.calm_wanted.connect(lambda calm: laptop.put("kurangi_gerakan", calm))
    if laptop.damaged:
        window.painted.connect(lambda: window.toast.say(SETTINGS_LOST))
    session = Session(data_dir, window, ready)
    window.show()
    try:
        return app.exec()
    finally:
        session.close()


def _learn_qt() -> None:
    """Before the first worker that may use Qt: see warm_up."""
    from bimtek.ui.warm_up import learn_qt

    learn_qt()


def _ignore(_result: object) -> None:
    """Take what became of a job that nobody waits for."""


def _build(data_dir: Path) -> "Services":
    from bimtek.app import build

    return build(data_dir)
