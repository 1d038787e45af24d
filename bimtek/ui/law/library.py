"""The list of norms, or the norm that is open. Read on a worker whenever it is opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from bimtek.domain.errors import BimtekError
from bimtek.services.law import LawShelf
from bimtek.services.progress import Progress
from bimtek.ui.context import UiContext
from bimtek.ui.law.law_detail import LawDetail, OpenSlide
from bimtek.ui.law.law_list import LawList
from bimtek.ui.messages import show_error


class LawPages(QStackedWidget):
    """`left` when somebody goes back to the modules."""

    left = Signal()

    def __init__(self, context: UiContext, open_slide: OpenSlide) -> None:
        super().__init__()
        self._context, self._open_slide = context, open_slide
        self._shelf: LawShelf | None = None
        self._wanted = ""
        self.detail: LawDetail | None = None
        self.list = LawList()
        self.list.left.connect(self.left)
        self.list.chosen.connect(self.open_norm)
        self.addWidget(self.list)

    @property
    def help_topic(self) -> str:
        """Its page of help."""
        return "pustaka-hukum"

    def refresh(self) -> None:
        """Look into packs and modules again, on a worker."""
        laws = self._context.services.laws

        def job(progress: Progress) -> LawShelf:
            return laws.shelf()

        self._context.tasks.run(job, self, done=self._on_read, failed=self._on_failed)

    def open_norm(self, norm_id: str) -> None:
        """Show one norm, as soon as the packs were read; an unknown one leaves the list."""
        if self._shelf is None:
            self._wanted = norm_id
            return
        norm = self._shelf.book.norm(norm_id)
        if norm is None:
            return
        self._drop_detail()
        self.detail = LawDetail(norm, self._shelf, self._open_slide)
        self.detail.left.connect(self.show_list)
        self.detail.chosen.connect(self.open_norm)
        self.addWidget(self.detail)
        self.setCurrentWidget(self.detail)
        self.detail.back_button.setFocus()

    def show_list(self) -> None:
        """Go back to all norms; what was typed and chosen is still there."""
        self._drop_detail()
        self.setCurrentWidget(self.list)
        self.list.found.field.setFocus()

    def _drop_detail(self) -> None:
        if self.detail is not None:
            self.removeWidget(self.detail)
            self.detail.deleteLater()
            self.detail = None

    def _on_read(self, shelf: LawShelf) -> None:
        self._shelf = shelf
        self.list.show_shelf(shelf)
        wanted, self._wanted = self._wanted, ""
        if self.detail is not None:
            wanted = wanted or self.detail.norm.id
        if wanted:
            self.open_norm(wanted)
        elif self.currentWidget() is self.list and self.isVisible():
            self.list.found.field.setFocus()

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self.window(), error)
