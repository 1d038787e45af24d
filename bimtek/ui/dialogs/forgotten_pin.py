"""Lupa PIN: the recovery code from paper, and a new PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bimtek.domain.errors import BimtekError, RefusedError
from bimtek.domain.text import _
from bimtek.services.pin import WITHOUT_CODE
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.form_dialog import FormDialog
from bimtek.ui.pin_fields import digits_field
from bimtek.ui.widgets import fields

LONGEST_CODE = 20


class ForgottenPinDialog(FormDialog):
    """`renewed` carries the next recovery code once a new PIN stands."""

    renewed = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Lupa PIN"), _("Ganti PIN"), WITHOUT_CODE, "lock-open")
        self._context = context
        self.code = fields.text_field(_("Misalnya K7QM-2XHB-9RTD"), longest=LONGEST_CODE)
        self.pin, self.again = digits_field(), digits_field()
        self.form.add(_("Kode pemulihan"), self.code, _("Ada di lembar yang dicetak saat PIN dibuat."))
        self.form.add(_("PIN baru, 4 sampai 8 angka"), self.pin)
        self.form.add(_("Ulangi PIN baru"), self.again)
        self.action_button.clicked.connect(self.submit)
        self.code.setFocus()

    def submit(self) -> None:
        """Check the code and set the PIN on a worker: both fingerprints take a moment on purpose."""
        code, pin = self.code.text(), self.pin.text()
        if pin != self.again.text():
            self._on_failed(
                RefusedError(_("Kedua PIN tidak sama."), advice=_("Ketik PIN yang sama dua kali."))
            )
            return
        self.action_button.setEnabled(False)
        self._context.tasks.run(
            lambda progress: self._context.services.pin.reset(code, pin),
            self,
            done=self._on_renewed,
            failed=self._on_failed,
            ended=lambda: self.action_button.setEnabled(True),
        )

    def _on_renewed(self, code: str) -> None:
        self.accept()
        self.renewed.emit(code)

    def _on_failed(self, error: BimtekError) -> None:
        self.show_trouble(error)
        for field in (self.pin, self.again):
            field.clear()
        self.code.setFocus()
        self.code.selectAll()
