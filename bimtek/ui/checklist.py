"""Siap berangkat? The checks of this laptop, each with a mark, words, and a remedy where there is one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import long_date
from bimtek.domain.text import Text, _
from bimtek.services.readiness import BACKUP, CLOCK, MODULES, USB, Check
from bimtek.ui import icons, language
from bimtek.ui.context import UiContext
from bimtek.ui.when import today
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.labels import label

if TYPE_CHECKING:
    from bimtek.services.progress import Progress
    from bimtek.ui.tasks import Task

SCREEN, PRINTER = "layar", "printer"
_FIXES: dict[str, Text] = {
    MODULES: _("Buka Modul"),
    BACKUP: _("Cadangkan sekarang"),
    USB: _("Cadangkan ke USB"),
    CLOCK: _("Pastikan tanggal"),
}


class CheckList(Card):
    """`look` asks everything anew on a worker; `looked` carries what was found."""

    looked = Signal(object)  # list of Check
    failed = Signal(object)  # BimtekError; said by a message too, unless participants look
    left = Signal()  # a remedy led to another place

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Siap berangkat?"), parent)
        self._context = context
        self.rows: dict[str, CheckRow] = {}
        self.waiting = label(_("Memeriksa laptop…"), "body", "secondary")
        self.body.addWidget(self.waiting)

    def look(
        self,
        progressed: Callable[[int, int], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> "Task":
        """Check the laptop on a worker: its modules, its disk and its printers may answer slowly."""
        screens, readiness = len(QGuiApplication.screens()), self._context.services.readiness

        def job(progress: "Progress") -> list[Check]:
            first, *others = readiness.checks(progress)
            return [first, _screen(screens), _printer(), *others]

        return self._context.tasks.run(
            job, self, done=self._on_looked, failed=self._on_failed, progressed=progressed, ended=ended
        )

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show what was found; the same rows are used again."""
        self.waiting.hide()
        for check in checks:
            if check.key not in self.rows:
                row = self.rows[check.key] = CheckRow(_FIXES.get(check.key, Text("")))
                row.fix_button.clicked.connect(lambda _checked=False, key=check.key: self._fix(key))
                self.body.addWidget(row)
            self.rows[check.key].show_check(check)

    def _on_looked(self, checks: list[Check]) -> None:
        self.show_checks(checks)
        self.looked.emit(checks)

    def _on_failed(self, error: BimtekError) -> None:
        from bimtek.ui.messages import show_error  # a dialog is no part of Beranda until one is needed
        from bimtek.ui.rescue import in_company

        self.failed.emit(error)
        if not in_company():  # the next look says it to the facilitator alone
            show_error(self, error)

    def _fix(self, key: str) -> None:
        if key == BACKUP:
            self._context.window.backup_wanted.emit()
        elif key == CLOCK:
            self._confirm_clock()
        else:
            self.left.emit()
            self._context.window.go.emit({MODULES: "modul", USB: "pengaturan/data"}[key])

    def _confirm_clock(self) -> None:
        from bimtek.ui.messages import confirm

        confirm(
            self,
            _("Hari ini {day}, benar?", day=long_date(today(self._context.services.clock))),
            _("Ya, benar"),
            self._vouch,
            _("Sertifikat tidak memakai jam ini, tetapi catatan absensi memakainya."),
        )

    def _vouch(self) -> None:
        self._context.services.safe_clock.confirm()
        self.look()


class CheckRow(QWidget):
    """One check."""

    def __init__(self, fix: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ok: bool | None = None
        self._fixable = bool(fix)
        self.mark = QLabel()
        self.what, self.detail = label("", "strong"), label("", "caption", "secondary")
        self.fix_button = buttons.secondary(fix)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.what)
        words.addWidget(self.detail)
        remedy = QHBoxLayout()
        remedy.addWidget(self.fix_button)
        remedy.addStretch(1)
        words.addLayout(remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        high = QVBoxLayout()
        high.addWidget(self.mark)
        high.addStretch(1)
        row.addLayout(high)
        row.addLayout(words, 1)

    def show_check(self, check: Check) -> None:
        """Show what was found; the mark is named for a screen reader."""
        self.ok = check.ok
        tone, icon = ("success", "circle-check") if check.ok else ("warning", "triangle-alert")
        icons.put_picture(self.mark, icon, tone, 24)
        language.put(self.mark, _("Siap") if check.ok else _("Perlu dilihat"), "setAccessibleName")
        language.put(self.what, check.what)
        language.put(self.detail, check.detail)
        self.fix_button.setVisible(self._fixable and not check.ok)


def _screen(count: int) -> Check:
    """Whether a projector is plugged in as a second screen."""
    found, missing = _("Tersambung."), _("Belum ada. Sambungkan proyektor, atau sajikan di layar ini.")
    return Check(SCREEN, count > 1, _("Layar kedua"), found if count > 1 else missing)


def _printer() -> Check:
    """Which printer is used unless another is chosen; asked on a worker, a network printer answers slowly."""
    from bimtek.ui.printing import printers  # loads what speaks to printers: only to look for one

    names = printers()
    detail = names[0] if names else _("Belum ada. Simpan PDF, lalu cetak di tempat lain.")
    return Check(PRINTER, bool(names), _("Printer"), detail)
