"""Kode pemulihan: shown once after a PIN was set, to be printed or saved before it is gone."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.domain.text import _
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.form_dialog import FormDialog
from bimtek.ui.recovery_code import RecoveryCode


class RecoveryCodeDialog(FormDialog):
    """One button: the person has it. Esc does the same, the code is then gone as well."""

    def __init__(self, context: UiContext, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Simpan kode pemulihan"), _("Sudah saya simpan"), icon="check")
        self.shown = RecoveryCode(context, code)
        self.form.hide()
        self.cancel_button.hide()
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(box.count() - 1, self.shown)
        self.shown.sheet.resized.connect(self.fit)
        self.action_button.clicked.connect(self.accept)
