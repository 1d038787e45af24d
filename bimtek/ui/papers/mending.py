"""Leads from a problem of a paper to where it is put right."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bimtek.documents.base import Fix
from bimtek.domain.formatting import long_date
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.next_step import Step
from bimtek.domain.text import _
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.letterhead import LetterheadDialog
from bimtek.ui.dialogs.signatories import SignatoriesDialog
from bimtek.ui.messages import confirm

STEP_OF = {
    Fix.KEGIATAN: Step.PREPARE,
    Fix.AGENDA: Step.PREPARE,
    Fix.PEOPLE: Step.PREPARE,
    Fix.MODULE: Step.PREPARE,
    Fix.FORM: Step.QUIZ,
    Fix.SCORES: Step.QUIZ,
}


class Mending(QObject):
    """For what is not among the fields. `current` stores what was typed and tells the kegiatan."""

    stored = Signal()  # kop or signers were changed
    vouched = Signal()  # somebody says that the clock is right
    step_wanted = Signal(str)

    def __init__(self, context: UiContext, page: QWidget, current: Callable[[], Kegiatan]) -> None:
        super().__init__(page)
        self._context, self._page, self._current = context, page, current
        self.dialog: LetterheadDialog | SignatoriesDialog | None = None

    def mend(self, fix: Fix, signers: str) -> None:
        """Open what puts this right; `signers` names the paper whose signatories are meant."""
        if fix is Fix.KOP:
            self.edit_letterhead()
        elif fix is Fix.SIGNERS:
            self.edit_signers(signers)
        elif fix is Fix.CLOCK:
            self._ask_clock()
        else:
            self.step_wanted.emit(f"{STEP_OF[fix].value}/{fix.value}")

    def edit_letterhead(self) -> None:
        """Open the kop."""
        self._open(LetterheadDialog(self._context, self._current(), self._page.window()))

    def edit_signers(self, paper: str) -> None:
        """Open the signers of one kind of paper."""
        self._open(SignatoriesDialog(self._context, self._current(), self._page.window(), paper=paper))

    def _open(self, dialog: LetterheadDialog | SignatoriesDialog) -> None:
        self.dialog = dialog
        dialog.saved.connect(self.stored)
        dialog.open()

    def _ask_clock(self) -> None:
        now = self._context.services.clock.now().astimezone()
        confirm(
            self._page.window(),
            _("Hari ini {date}. Benar?", date=long_date(now.date())),
            _("Ya, benar"),
            self._on_clock_confirmed,
            _("Bila salah, betulkan dulu tanggal laptop."),
        )

    def _on_clock_confirmed(self) -> None:
        self._context.services.safe_clock.confirm()
        self.vouched.emit()
