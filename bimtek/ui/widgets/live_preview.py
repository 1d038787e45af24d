"""A paper as it will be printed, drawn anew whenever it changes."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bimtek.documents.base import Problem
from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.services.papers.papers import Papers
from bimtek.services.papers.request import PaperRequest
from bimtek.services.progress import Progress
from bimtek.ui.tasks import TaskRunner
from bimtek.ui.widgets.pdf_preview import PdfPreview


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a worker made of a request: no bytes while a problem stands in the way."""

    problems: list[Problem]
    data: bytes


class LivePreview(PdfPreview):
    """Papers are made on a worker, one at a time: of several wishes meanwhile, the last one is made."""

    drawn = Signal(object)  # Drawn
    failed = Signal(object)  # BimtekError

    def __init__(self, papers: Papers, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._papers = papers
        self._wish: tuple[Kegiatan, PaperRequest] | None = None
        self._drawing, self._again = False, False

    @property
    def settled(self) -> bool:
        """True when what is shown is what was wished for last."""
        return not (self._drawing or self._again)

    def show_paper(self, kegiatan: Kegiatan, request: PaperRequest) -> None:
        """Show this paper of a kegiatan as it is here, stored or not."""
        self._wish = kegiatan, request
        if self._drawing:
            self._again = True
        else:
            self._make(kegiatan, request)

    def forget(self) -> None:
        """Wish for nothing: what is still being made is not shown."""
        self._wish, self._again = None, False

    def _make(self, kegiatan: Kegiatan, request: PaperRequest) -> None:
        self._drawing = True
        papers = self._papers

        def job(progress: Progress) -> Drawn:
            problems = papers.problems(kegiatan, request)
            blocked = any(problem.blocking for problem in problems)
            return Drawn(problems, b"" if blocked else papers.render(kegiatan, request))

        self._tasks.run(
            job,
            self,
            done=lambda drawn: self._on_made(request, drawn),
            failed=self._on_not_made,
            ended=self._on_ended,
        )

    def _on_made(self, request: PaperRequest, drawn: Drawn) -> None:
        if self._wish is None or request != self._wish[1]:
            return
        if drawn.data:
            self.show_pdf(drawn.data)
        else:
            self.clear()
        self.drawn.emit(drawn)

    def _on_not_made(self, error: BimtekError) -> None:
        self.clear()
        self.failed.emit(error)

    def _on_ended(self) -> None:
        self._drawing = False
        if self._again and self._wish is not None:
            self._again = False
            self._make(*self._wish)
