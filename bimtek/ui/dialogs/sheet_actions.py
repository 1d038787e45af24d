"""Cetak and Simpan PDF for a single sheet that is made when it is asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.host.files import write_bytes
from bimtek.services.progress import Progress
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.print_paper import PrintDialog
from bimtek.ui.pdf_pages import page_sizes
from bimtek.ui.pickers import ask_save
from bimtek.ui.printing import PrintJob, print_pages, printers
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.notice import Notice


class SheetActions(QWidget):
    """`make` gives the bytes of the PDF on a worker; what became of it is said under the buttons."""

    handed_out = Signal()  # printed or saved
    resized = Signal()  # a sentence came or went

    def __init__(
        self, context: UiContext, make: Callable[[], bytes], file_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._make, self._file_name = context, make, file_name
        self.print_button = buttons.secondary(_("Cetak"), "printer")
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button = buttons.secondary(_("Simpan PDF"), "file-down")
        self.save_button.clicked.connect(self.ask_place)
        self.said = Notice(NO_TEXT)
        self.said.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.said)

    def print_sheet(self) -> None:
        """Ask for a printer; both the sheet and the list of printers are fetched on a worker."""
        self._work(lambda progress: (self._make(), printers()), self._ask_printer)

    def ask_place(self) -> None:
        """Ask where to save the PDF."""
        self.picker = ask_save(self, _("Simpan PDF"), self._file_name, _("Dokumen PDF"), self.save)

    def save(self, target: Path) -> None:
        """Write the PDF there, whole or not at all."""
        self._work(
            lambda progress: write_bytes(target, self._make()),
            lambda _done: self._on_done(_("Tersimpan: {name}", name=target.name)),
        )

    def _ask_printer(self, made: tuple[bytes, list[str]]) -> None:
        data, names = made
        if not names:
            self._say(_("Belum ada printer di laptop ini. Simpan PDF, lalu cetak di tempat lain."), "warning")
            return
        self.dialog = PrintDialog(page_sizes(data), self.window())
        self.dialog.chosen.connect(lambda job: self._send(data, job))
        self.dialog.open()

    def _send(self, data: bytes, job: PrintJob) -> None:
        self._work(
            lambda progress: print_pages(data, job, progress),
            lambda _pages: self._on_done(_("Dikirim ke printer.")),
        )

    def _work(self, job: Callable[[Progress], object], done: Callable[..., object]) -> None:
        self._set_enabled(False)
        self._context.tasks.run(
            job, self, done=done, failed=self._on_failed, ended=lambda: self._set_enabled(True)
        )

    def _set_enabled(self, enabled: bool) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(enabled)

    def _on_done(self, text: Text) -> None:
        self._say(text, "success")
        self.handed_out.emit()

    def _on_failed(self, error: BimtekError) -> None:
        self._say(joined((error.what, error.data_safe, error.advice), " "), "warning")

    def _say(self, text: Text | str, tone: str) -> None:
        self.said.show_notice(text, tone)
        self.said.show()
        self.resized.emit()
