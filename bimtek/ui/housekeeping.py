"""What runs beside the work once a minute: backup when it is due, its age in the rail, the clock noted."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from bimtek.domain.errors import BimtekError, DamagedFileError
from bimtek.domain.text import Text, _
from bimtek.services.progress import Progress
from bimtek.ui import rescue
from bimtek.ui.context import UiContext

EVERY_MS = 60_000
TOO_OLD = timedelta(days=1)
BY_ITSELF = _("berkala")
ON_REQUEST = _("diminta")


class Housekeeping(QObject):
    """Lives as long as the services of its context."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._busy = False
        self._asked = False
        self._warned = False  # of damage that came to light beside the work: said once
        context.window.backup_wanted.connect(self.back_up)
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()
        self.look()

    def look(self) -> None:
        """Make a backup when it is due, show how old the newest one is, and note the clock."""
        self._run(self._when_due, self._on_failed)

    def back_up(self) -> None:
        """Make a backup now, or as soon as the present look is over: the person asked for it."""
        self._asked = self._busy
        self._run(self._at_once, self._on_refused)

    def _run(
        self, job: Callable[[Progress], timedelta | None], failed: Callable[[BimtekError], object]
    ) -> None:
        if self._busy:
            return
        self._busy = True
        self._context.tasks.run(job, self, done=self._on_looked, failed=failed, ended=self._on_ended)

    def _when_due(self, progress: Progress) -> timedelta | None:
        backup = self._context.services.backup
        if backup.due():
            backup.now(BY_ITSELF)
        return backup.age()

    def _at_once(self, progress: Progress) -> timedelta | None:
        self._context.services.backup.now(ON_REQUEST)
        return self._context.services.backup.age()

    def _on_looked(self, age: timedelta | None) -> None:
        self._context.services.safe_clock.note()  # afterwards: noting alone makes no backup due
        self._context.window.backup_shown.emit(backup_text(age), tone_of(age))

    def _on_failed(self, error: BimtekError) -> None:
        self._show_failed()
        damaged = isinstance(error, DamagedFileError)
        if damaged and not self._warned and not rescue.in_company():
            self._warned = True
            self._context.window.trouble.emit(error)

    def _on_refused(self, error: BimtekError) -> None:
        self._show_failed()
        if isinstance(error, DamagedFileError):
            self._context.window.trouble.emit(error)
        else:
            self._context.window.toast.emit(_("{what} {advice}", what=error.what, advice=error.advice), None)

    def _show_failed(self) -> None:
        self._context.window.backup_shown.emit(_("Cadangan belum berhasil"), "warning")

    def _on_ended(self) -> None:
        self._busy = False
        if self._asked:
            self.back_up()


def ago(age: timedelta) -> Text:
    """How long ago something was, in one unit."""
    minutes = int(age / timedelta(minutes=1))
    if minutes < 1:
        return _("baru saja")
    if minutes < 60:
        return _("{count} menit lalu", count=minutes)
    if minutes < 48 * 60:
        return _("{count} jam lalu", count=minutes // 60)
    return _("{count} hari lalu", count=minutes // (24 * 60))


def backup_text(age: timedelta | None) -> Text:
    """The words of the chip in the rail."""
    return _("Belum ada cadangan") if age is None else _("Cadangan {ago}", ago=ago(age))


def tone_of(age: timedelta | None) -> str:
    """Amber once the newest backup is older than a day."""
    return "warning" if age is not None and age > TOO_OLD else ""
