"""Kode pemulihan: shown once after a PIN was set, to be printed or saved before it is gone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.domain.text import _
from bimtek.services.pin import WITHOUT_CODE
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.form_dialog import FormDialog
from bimtek.ui.dialogs.sheet_actions import SheetActions
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

FILE_NAME = "kode-pemulihan-bimtek.pdf"


class RecoveryCode(QWidget):
    """`code` can be copied; the warning says what becomes of who loses it."""

    def __init__(self, context: UiContext, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = label(code, "h1", wrap=False)
        language.put(self.code, _("Kode pemulihan"), "setAccessibleName")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.warning = Notice(WITHOUT_CODE, "warning")
        self.sheet = SheetActions(context, lambda: context.services.sheets.recovery_code(code), FILE_NAME)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(_("Kode ini membuka layar bila Anda lupa PIN. Hanya tampil sekali ini.")))
        column.addWidget(self.code)
        column.addWidget(self.sheet)
        column.addWidget(self.warning)


class RecoveryCodeDialog(FormDialog):
    """One button: the person has it. Esc does the same, the code is then gone as well."""

    def __init__(self, context: UiContext, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Simpan kode pemulihan"), _("Sudah saya simpan"), icon="check")
        self.shown = RecoveryCode(context, code)
        self.form.hide()
        self.cancel_button.hide()
        self.body.addWidget(self.shown)
        self.shown.sheet.resized.connect(self.fit)
        self.action_button.clicked.connect(self.accept)
