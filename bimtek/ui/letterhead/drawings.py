"""Draws the sheet under the logos on a worker, one at a time: of several wishes the last one is made."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.intake.pdf_file import opened
from bimtek.services.letterhead import Letterheads
from bimtek.services.progress import Progress
from bimtek.ui.pdf_pages import POINTS_PER_INCH, draw_page
from bimtek.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from bimtek.documents.kop_sheet import KopSheet

MM_PER_INCH = 25.4
Wish = tuple[Kegiatan, tuple[tuple[float, float], ...], float]


class KopDrawings(QObject):
    """`drawn` carries a KopSheet and its picture; `failed` the error when there can be none."""

    drawn = Signal(object, QImage)
    failed = Signal(object)  # BimtekError

    def __init__(self, letterheads: Letterheads, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._letterheads, self._tasks = letterheads, tasks
        self._wish: Wish | None = None
        self._drawing = self._dropped = False

    @property
    def settled(self) -> bool:
        """True when what was wished for last is drawn."""
        return not self._drawing and self._wish is None

    def wish(self, kegiatan: Kegiatan, shapes: tuple[tuple[float, float], ...], ppm: float) -> None:
        """Draw the kop of this kegiatan with so many pixels a millimetre."""
        self._wish = kegiatan, shapes, ppm
        if not self._drawing:
            self._make(self._wish)

    def forget(self) -> None:
        """Wish for nothing: what is still being drawn is not shown."""
        self._wish, self._dropped = None, self._drawing

    def _make(self, wish: Wish) -> None:
        self._drawing, self._wish, self._dropped = True, None, False
        letterheads = self._letterheads
        kegiatan, shapes, ppm = wish

        def job(progress: Progress) -> "tuple[KopSheet, QImage]":
            sheet = letterheads.sheet(kegiatan, shapes)
            with opened(sheet.pdf) as document:
                return sheet, draw_page(document, 0, ppm * MM_PER_INCH / POINTS_PER_INCH)

        self._tasks.run(job, self, done=self._on_made, failed=self._on_failed, ended=self._on_ended)

    def _on_made(self, made: "tuple[KopSheet, QImage]") -> None:
        if not self._dropped:
            self.drawn.emit(*made)

    def _on_failed(self, error: BimtekError) -> None:
        if not self._dropped:
            self.failed.emit(error)

    def _on_ended(self) -> None:
        self._drawing = False
        if self._wish is not None:
            self._make(self._wish)
