"""The PIN: set when it is first needed, asked for afterwards."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bimtek.domain.errors import BimtekError, RefusedError
from bimtek.domain.text import Text, _
from bimtek.services.pin import WHAT_IT_DOES
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.forgotten_pin import ForgottenPinDialog
from bimtek.ui.dialogs.form_dialog import FormDialog
from bimtek.ui.dialogs.recovery_code import RecoveryCodeDialog
from bimtek.ui.pin_fields import digits_field
from bimtek.ui.widgets import buttons


class PinDialog(FormDialog):
    """`passed` is sent once the right PIN was typed, or a new one was set and its code was shown.

    `may_forget` False offers no way round the PIN: where participants stand before it.
    """

    passed = Signal()

    def __init__(
        self, context: UiContext, reason: Text, parent: QWidget | None = None, *, may_forget: bool = True
    ) -> None:
        self.sets = not context.services.pin.is_set
        title, action = (_("Buat PIN"), _("Simpan PIN")) if self.sets else (_("Masukkan PIN"), _("Buka"))
        explanation = _("{reason} {what_it_does}", reason=reason, what_it_does=WHAT_IT_DOES)
        super().__init__(parent, title, action, explanation, "lock")
        self._context = context
        self.pin = digits_field()
        self.form.add(_("PIN, 4 sampai 8 angka") if self.sets else _("PIN"), self.pin)
        self.again: QLineEdit | None = None
        if self.sets:
            self.again = digits_field()
            self.form.add(_("Ulangi PIN"), self.again)
        self.forgotten: ForgottenPinDialog | None = None
        self.code_dialog: RecoveryCodeDialog | None = None
        self.forgot_button = buttons.quiet(_("Lupa PIN?"))
        if self.sets or not may_forget:
            self.forgot_button.hide()
        self.forgot_button.clicked.connect(self._on_forgot)
        self.row.insertWidget(0, self.forgot_button)
        self.action_button.clicked.connect(self.submit)
        self.pin.setFocus()

    def submit(self) -> None:
        """Check or set the PIN on a worker: its fingerprint takes a moment on purpose."""
        typed = self.pin.text()
        if self.again is not None and typed != self.again.text():
            self._on_failed(
                RefusedError(_("Kedua PIN tidak sama."), advice=_("Ketik PIN yang sama dua kali."))
            )
            return
        self.action_button.setEnabled(False)
        self._context.tasks.run(
            lambda progress: self._try(typed),
            self,
            done=self._on_checked,
            failed=self._on_failed,
            ended=self._on_ended,
        )

    def _try(self, typed: str) -> str | bool:
        """The recovery code of a new PIN, or whether the PIN was right."""
        pin = self._context.services.pin
        return pin.set(typed) if self.sets else pin.check(typed)

    def _on_checked(self, found: str | bool) -> None:
        if isinstance(found, str):
            self._show_code(found)
        elif found:
            self._pass()
        else:
            self._on_failed(RefusedError(_("PIN belum cocok."), advice=_("Coba sekali lagi.")))

    def _on_forgot(self) -> None:
        self.forgotten = ForgottenPinDialog(self._context, self)
        self.forgotten.renewed.connect(self._show_code)
        self.forgotten.open()

    def _show_code(self, code: str) -> None:
        """Show the recovery code in place of this dialog, and go on when the person has it."""
        self.hide()
        self.code_dialog = RecoveryCodeDialog(self._context, code, self.parentWidget())
        self.code_dialog.finished.connect(self._pass)
        self.code_dialog.open()

    def _pass(self) -> None:
        self.accept()
        self.passed.emit()

    def _on_failed(self, error: BimtekError) -> None:
        self.show_trouble(error)
        self.pin.clear()
        if self.again is not None:
            self.again.clear()
        self.pin.setFocus()

    def _on_ended(self) -> None:
        self.action_button.setEnabled(True)


def with_pin(
    context: UiContext,
    parent: QWidget | None,
    reason: Text,
    then: Callable[[], object],
    *,
    may_forget: bool = True,
) -> PinDialog:
    """Ask for the PIN, or for a new one when there is none, and go on with `then`. Does not block."""
    dialog = PinDialog(context, reason, parent, may_forget=may_forget)
    dialog.passed.connect(then)
    dialog.open()
    return dialog
