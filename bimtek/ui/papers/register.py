"""The numbers a kegiatan gave out: printing one again, making one void."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bimtek.domain.certificate import KIND_NAMES, Certificate
from bimtek.domain.errors import BimtekError, RefusedError
from bimtek.domain.formatting import date_text
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.ui import editors
from bimtek.ui.after import after
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.reason import ReasonDialog
from bimtek.ui.messages import show_error
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.papers.table_page import TablePage
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.empty_state import EmptyState

_ROW = 60


class RegisterPage(TablePage):
    """`print_wanted` and `revoked` carry one Certificate."""

    print_wanted = Signal(object)
    revoked = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.dialog: ReasonDialog | None = None
        self.model: RowsModel[Certificate] = RowsModel((_("Nomor dan nama"), _("Keadaan")), _cells, self)
        self.reprint_button = buttons.secondary(_("Cetak ulang"), "printer")
        self.revoke_button = buttons.quiet(_("Batalkan nomor"), "circle-x")
        self._lay_out(
            DataTable(self.model, _("Register nomor"), (STRETCH, 176), _ROW, (1,)),
            (None, self.revoke_button, self.reprint_button),
            EmptyState("hash", _("Belum ada nomor yang terbit.")),
        )
        self.table.selectionModel().selectionChanged.connect(self._show_actions)
        self.table.opened.connect(lambda row: self.print_wanted.emit(self.model.rows[row]))
        self.reprint_button.clicked.connect(self._on_reprint)
        self.revoke_button.clicked.connect(self._on_revoke)

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Read the numbers."""
        rows = self._context.services.certificates.register(kegiatan.id)
        self.model.set_rows(rows)
        self._show_page(bool(rows))
        self._show_actions()

    def revoke(self, certificate: Certificate, reason: str) -> None:
        """Make a number void."""
        try:
            future = self._context.services.certificates.revoke(certificate, reason)
        except RefusedError as error:
            self._on_failed(error)
            return
        after(future, lambda _count: self.revoked.emit(certificate), self._on_failed, self)

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self.window(), error)

    def _on_revoke(self) -> None:
        certificate = self._chosen()
        if certificate is None:
            return
        self.dialog = ReasonDialog(
            (self._context, editors.VOID, certificate.id),
            _("Batalkan nomor {number}?", number=certificate.number),
            _("Nomor ini tidak dipakai lagi. Barisnya tetap di register."),
            _("Batalkan nomor"),
            _("Misalnya nama tertukar"),
            self.window(),
        )
        self.dialog.given.connect(lambda reason: self.revoke(certificate, reason))
        self.dialog.open()

    def _on_reprint(self) -> None:
        certificate = self._chosen()
        if certificate is not None:
            self.print_wanted.emit(certificate)

    def _show_actions(self) -> None:
        certificate = self._chosen()
        valid = certificate is not None and certificate.valid
        self.reprint_button.setEnabled(valid)
        self.revoke_button.setEnabled(valid)

    def _chosen(self) -> Certificate | None:
        return self.model.row_at(self.table.chosen_row())


def _cells(certificate: Certificate) -> tuple[Cell, ...]:
    record = certificate.record
    printed = (
        _("Dicetak {count} kali", count=certificate.printed) if certificate.printed else _("Belum dicetak")
    )
    who = _("{name} · {kind}", name=record.person_name.full, kind=KIND_NAMES[certificate.kind])
    if certificate.valid:
        return Cell(certificate.number, who), Cell(_("Terbit"), printed, "success")
    return Cell(certificate.number, who), Cell(_("Batal"), date_text(record.issued_on), "danger")
