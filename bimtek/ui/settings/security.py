"""Keamanan: setting and changing the PIN, and what it does and does not do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError, RefusedError
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.pin import Pin
from bimtek.services.progress import Progress
from bimtek.ui import icons, language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.forgotten_pin import ForgottenPinDialog
from bimtek.ui.dialogs.recovery_code import RecoveryCodeDialog
from bimtek.ui.pin_fields import digits_field
from bimtek.ui.settings.tab_page import TabPage
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.form import FormRow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

FIELD = 240
DOES = (
    _("Menyembunyikan nilai setiap orang."),
    _("Menjaga layar tes: peserta tidak dapat keluar sendiri."),
)
DOES_NOT = (
    _("Tidak mengenkripsi data di laptop ini."),
    _("Tidak melindungi laptop yang hilang. Pasang juga sandi laptop."),
)


class SecurityTab(TabPage):
    """The form asks for the PIN in force only when there is one."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.state = StatusChip()
        self.old_pin, self.new_pin, self.again = (digits_field() for _n in range(3))
        self.old_row = FormRow(_("PIN sekarang"), self.old_pin)
        self.new_row = FormRow(_("PIN baru"), self.new_pin, _("4 sampai 8 angka."))
        self.again_row = FormRow(_("Ulangi PIN baru"), self.again)
        self.trouble = Notice(NO_TEXT, "warning")
        self.trouble.hide()
        self.save_button = buttons.primary(_("Simpan PIN"), "lock")
        self.save_button.clicked.connect(self.save)
        for field in (self.old_pin, self.new_pin, self.again):
            field.returnPressed.connect(self.save)
        self.forgot_button = buttons.quiet(_("Lupa PIN?"))
        self.forgot_button.clicked.connect(self._on_forgot)
        self.dialog: ForgottenPinDialog | RecoveryCodeDialog | None = None
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show whether there is a PIN; nothing typed stays behind."""
        is_set = self._context.services.pin.is_set
        self.state.show_state(
            _("PIN terpasang") if is_set else _("Belum ada PIN"), "success" if is_set else ""
        )
        self.old_row.setVisible(is_set)
        self.forgot_button.setVisible(is_set)
        language.put(self.save_button, _("Ganti PIN") if is_set else _("Buat PIN"), "set_caption")
        self.trouble.hide()
        self._clear()

    def save(self) -> None:
        """Check what is typed, then set the PIN on a worker: its fingerprint takes a moment on purpose."""
        old, new = self.old_pin.text(), self.new_pin.text()
        if new != self.again.text():
            self._on_failed(
                RefusedError(_("Kedua PIN baru tidak sama."), advice=_("Ketik PIN yang sama dua kali."))
            )
            return
        self.save_button.setEnabled(False)

        def job(progress: Progress) -> str:
            return _change(self._context.services.pin, old, new)

        self._context.tasks.run(
            job,
            self,
            done=self._on_saved,
            failed=self._on_failed,
            ended=lambda: self.save_button.setEnabled(True),
        )

    def _on_forgot(self) -> None:
        self.dialog = ForgottenPinDialog(self._context, self.window())
        self.dialog.renewed.connect(self._on_saved)
        self.dialog.open()

    def _on_saved(self, code: str) -> None:
        """Say so, and show the recovery code that came with the new PIN."""
        self.refresh()
        self._context.window.toast.emit(_("PIN tersimpan."), None)
        self.dialog = RecoveryCodeDialog(self._context, code, self.window())
        self.dialog.open()

    def _on_failed(self, error: BimtekError) -> None:
        self.trouble.show_notice(_("{what} {advice}", what=error.what, advice=error.advice), "warning")
        self.trouble.show()
        self._clear()
        (self.old_pin if self.old_pin.isVisible() else self.new_pin).setFocus()

    def _clear(self) -> None:
        for field in (self.old_pin, self.new_pin, self.again):
            field.clear()

    def _lay_out(self) -> None:
        card = Card(_("PIN"))
        card.corner.addWidget(self.state)
        words = QGridLayout()
        words.setHorizontalSpacing(32)
        words.addLayout(_sentences(_("Yang dilakukan PIN"), DOES, "circle-check", "success"), 0, 0)
        words.addLayout(_sentences(_("Yang tidak dilakukan PIN"), DOES_NOT, "circle-x", "danger"), 0, 1)
        words.setColumnStretch(0, 1)
        words.setColumnStretch(1, 1)
        card.body.addLayout(words)
        card.body.addSpacing(8)
        form = QHBoxLayout()
        form.setSpacing(16)
        for row in (self.old_row, self.new_row, self.again_row):
            theme.put(row.field, "setMaximumWidth", FIELD)
            form.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
        form.addStretch(1)
        card.body.addLayout(form)
        card.body.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        promise = _("Setiap PIN baru mendapat kode pemulihan baru. Cetak atau simpan kode itu.")
        foot.addWidget(label(promise, "caption", "secondary"), 1)
        foot.addWidget(self.forgot_button)
        foot.addWidget(self.save_button)
        card.body.addLayout(foot)
        self.body.addWidget(card)


def _change(pin: Pin, old: str, new: str) -> str:
    """Set a new PIN once the old one was right; return its recovery code. Errors: RefusedError."""
    if pin.is_set and not pin.check(old):
        raise RefusedError(_("PIN sekarang belum cocok."), advice=_("Coba sekali lagi."))
    return pin.set(new)


def _sentences(title: Text, sentences: tuple[Text, ...], icon: str, tone: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(label(title, "strong"))
    for sentence in sentences:
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = label(wrap=False)
        icons.put_picture(mark, icon, tone)
        row.addWidget(mark)
        row.addWidget(label(sentence), 1)
        column.addLayout(row)
    column.addStretch(1)
    return column
