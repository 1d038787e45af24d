"""The PIN: set when it is first needed, asked for afterwards."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bimtek.domain.errors import BimtekError, RefusedError
from bimtek.domain.text import Text, _
from bimtek.services.pin import WHAT_IT_DOES
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.form_dialog import FormDialog
from bimtek.ui.widgets import fields

LONGEST = 8


class PinDialog(FormDialog):
    """`passed` is sent once the right PIN was typed, or a new one was set."""

    passed = Signal()

    def __init__(self, context: UiContext, reason: Text, parent: QWidget | None = None) -> None:
        self.sets = not context.services.pin.is_set
        title, action = (_("Buat PIN"), _("Simpan PIN")) if self.sets else (_("Masukkan PIN"), _("Buka"))
        explanation = _("{reason} {what_it_does}", reason=reason, what_it_does=WHAT_IT_DOES)
        super().__init__(parent, title, action, explanation, "lock")
        self._context = context
        self.pin = _digits()
        self.form.add(_("PIN, 4 sampai 8 angka") if self.sets else _("PIN"), self.pin)
        self.again = _digits()
        if self.sets:
            self.form.add(_("Ulangi PIN"), self.again)
        self.action_button.clicked.connect(self.submit)
        self.pin.setFocus()

    def submit(self) -> None:
        """Check or set the PIN on a worker: its fingerprint takes a moment on purpose."""
        typed = self.pin.text()
        if self.sets and typed != self.again.text():
            self._on_failed(
                RefusedError(_("Kedua PIN tidak sama."), advice=_("Ketik PIN yang sama dua kali."))
            )
            return
        self.action_button.setEnabled(False)
        self._context.tasks.run(
            lambda progress: self._try(typed),
            done=self._on_checked,
            failed=self._on_failed,
            ended=self._on_ended,
        )

    def _try(self, typed: str) -> bool:
        if self.sets:
            self._context.services.pin.set(typed)
            return True
        return self._context.services.pin.check(typed)

    def _on_checked(self, right: bool) -> None:
        if right:
            self.accept()
            self.passed.emit()
        else:
            self._on_failed(RefusedError(_("PIN belum cocok."), advice=_("Coba sekali lagi.")))

    def _on_failed(self, error: BimtekError) -> None:
        self.show_trouble(error)
        for field in (self.pin, self.again):
            field.clear()
        self.pin.setFocus()

    def _on_ended(self) -> None:
        self.action_button.setEnabled(True)


def with_pin(
    context: UiContext, parent: QWidget | None, reason: Text, then: Callable[[], object]
) -> PinDialog:
    """Ask for the PIN, or for a new one when there is none, and go on with `then`. Does not block."""
    dialog = PinDialog(context, reason, parent)
    dialog.passed.connect(then)
    dialog.open()
    return dialog


def _digits() -> QLineEdit:
    made = fields.text_field(longest=LONGEST)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
