"""Saving and printing papers: one job at a time on a worker, with how far it is and a way to stop it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import Text, _
from bimtek.services.papers.request import PaperOffer, PaperRequest
from bimtek.services.progress import Progress
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.print_paper import PrintDialog
from bimtek.ui.messages import confirm, show_error
from bimtek.ui.pdf_pages import page_sizes
from bimtek.ui.printing import PrintJob, print_pages, printers
from bimtek.ui.tasks import Task
from bimtek.ui.widgets.busy_bar import BusyBar


class PaperOutput(BusyBar):
    """`working` tells when a job begins and ends, `saved` the file or folder that was written."""

    working = Signal(bool)
    saved = Signal(object)  # Path
    printed = Signal(int)  # pages

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._papers = context.services.papers
        self._task: Task | None = None
        self.dialog: PrintDialog | None = None
        self.cancelled.connect(self._on_cancelled)

    @property
    def busy(self) -> bool:
        """True while a job runs."""
        return self._task is not None

    def save(self, kegiatan: Kegiatan, offer: PaperOffer, target: Path | None = None) -> None:
        """Write one paper, by default into the folder of the kegiatan."""
        self.work(
            _("Menyimpan dokumen…"),
            lambda progress: self._papers.save(kegiatan, offer, target, progress),
            lambda path: self._say_saved(path, _("Tersimpan: {name}", name=path.name)),
        )

    def save_each(self, kegiatan: Kegiatan, request: PaperRequest) -> None:
        """Write one file per person; cancelling keeps what is finished."""
        folder = self._papers.folder(kegiatan) / request.key
        self.work(
            _("Menyimpan satu berkas per orang…"),
            lambda progress: self._papers.save_each(kegiatan, request, folder, progress),
            lambda paths: self._say_saved(folder, _("{count} berkas tersimpan.", count=len(paths))),
        )

    def ask_printer(self, kegiatan: Kegiatan, offer: PaperOffer, data: bytes, *, turns: bool) -> None:
        """Ask how to print the PDF that is shown; without a printer, offer to save it."""
        if not printers():
            confirm(
                self.window(),
                _("Belum ada printer di laptop ini."),
                _("Simpan PDF"),
                lambda: self.save(kegiatan, offer),
                _("Simpan PDF, lalu cetak di komputer lain."),
            )
            return
        self.dialog = PrintDialog(page_sizes(data), self.window(), duplex=turns)
        self.dialog.chosen.connect(lambda job: self.print(kegiatan, offer, job))
        self.dialog.open()

    def print(self, kegiatan: Kegiatan, offer: PaperOffer, job: PrintJob) -> None:
        """Save the PDF first, then print its pages, then note what was printed."""

        def work(progress: Progress) -> int:
            path = self._papers.save(kegiatan, offer)
            return print_pages(path.read_bytes(), job, progress)

        self.work(_("Mencetak…"), work, lambda pages: self._on_printed(kegiatan, offer.request, pages))

    def work(self, what: Text, job: Callable[[Progress], Any], done: Callable[[Any], object]) -> None:
        """Do one job on a worker."""
        self.begin(what)
        self._task = self._context.tasks.run(
            job,
            self,
            done=done,
            failed=lambda error: show_error(self.window(), error),
            progressed=self.show_progress,
            ended=self._on_ended,
        )
        self.working.emit(True)

    def _on_ended(self) -> None:
        self._task = None
        self.finish()
        self.working.emit(False)

    def _on_cancelled(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_printed(self, kegiatan: Kegiatan, request: PaperRequest, pages: int) -> None:
        self._papers.after_printing(kegiatan, request)
        self._context.window.toast.emit(_("{count} halaman dikirim ke printer.", count=pages), None)
        self.printed.emit(pages)

    def _say_saved(self, path: Path, text: Text) -> None:
        self._context.window.toast.emit(text, None)
        self.saved.emit(path)
