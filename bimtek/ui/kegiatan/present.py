"""The step Sajikan: choose a module or a PDF of this kegiatan and teach it, from where it was left off."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.own_slides import OwnSlides
from bimtek.domain.text import _
from bimtek.ui import editors
from bimtek.ui.after import after
from bimtek.ui.context import UiContext
from bimtek.ui.editors import hear
from bimtek.ui.kegiatan.deck_cards import DeckCard, ModuleCard, PdfCard
from bimtek.ui.kegiatan.step_page import StepPage
from bimtek.ui.messages import show_error
from bimtek.ui.pickers import ask_open
from bimtek.ui.presentation.presentation import Presentation
from bimtek.ui.undo import say_with_undo
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

KEYS = _("Panah kanan maju, panah kiri mundur, B hitam, N layar tenang, P tunjuk, T waktu, Esc selesai.")


class PresentStep(StepPage):
    """Knows services and the presentation, no other step. `presentation` is the one that runs, or None."""

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._kegiatan_id = context, kegiatan_id
        self.presentation: Presentation | None = None
        self.cards: list[DeckCard] = []
        self.empty = EmptyState(
            "presentation",
            _("Kegiatan ini belum memakai modul. Pilih modul di langkah Siapkan, atau buka PDF sendiri."),
            parent=self,
        )
        self.one_screen = Notice(
            _("Belum ada layar kedua. Slide akan memenuhi layar ini, tanpa catatan."), "warning"
        )
        self.pdf_button = buttons.secondary(_("Buka PDF sendiri"), "file-text")
        self.pdf_button.clicked.connect(self._ask_pdf)
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.keys = label(KEYS, "caption", "secondary")
        for widget in (self.one_screen, self.empty):
            self.body.addWidget(widget)
        self.body.addLayout(self._list)
        self.body.addWidget(self.keys)
        self.body.addStretch(1)
        self.add_aside(self.pdf_button)
        self.refresh()

    def refresh(self) -> None:
        """Show what this kegiatan presents and where each was left off."""
        for card in self.cards:
            card.deleteLater()
        self.cards = []
        for card in self._made_cards():
            card.chosen.connect(self.start)
            self.cards.append(card)
            self._list.addWidget(card)
        self.empty.setVisible(not self.cards)
        self.keys.setVisible(bool(self.cards))
        self.one_screen.setVisible(bool(self.cards) and len(self.screen().virtualSiblings()) < 2)

    def start(self, key: str, index: int) -> None:
        """Open the presentation; pressing twice opens one."""
        if self.presentation is not None and self.presentation.running:
            return
        kegiatan = self._context.services.planning.get(self._kegiatan_id)
        card = next(card for card in self.cards if card.key == key)
        try:
            deck = card.deck()
        except BimtekError as error:
            show_error(self, error)
            return
        self.presentation = Presentation(
            deck,
            kegiatan.short or kegiatan.title,
            start=index,
            on_position=lambda at: self._remember(key, at),
        )
        self.presentation.ended.connect(lambda at: self._remember(key, at, self.refresh))
        self.presentation.open()

    def present(self, *, from_start: bool) -> bool:
        """Start the first deck, or go on in the one shown last; False when there is none."""
        if not self.cards:
            return False
        begun = [card for card in self.cards if card.position]
        card = begun[-1] if begun and not from_start else self.cards[0]
        self.start(card.key, 0 if from_start else card.position)
        return True

    def open_pdf(self, path: Path) -> None:
        """Take a facilitator's own PDF into the kegiatan, on a worker."""
        self.pdf_button.setEnabled(False)
        own, kegiatan_id = self._context.services.own_slides, self._kegiatan_id
        self._context.tasks.run(
            lambda progress: own.add(kegiatan_id, path),
            self,
            done=self._on_added,
            failed=self._on_refused,
            ended=self._on_read,
        )

    def _made_cards(self) -> Iterator[DeckCard]:
        services = self._context.services
        kegiatan = services.planning.get(self._kegiatan_id)
        modules = services.teaching.modules(kegiatan)
        for at, module in enumerate(modules):
            yield ModuleCard(module, self._position(module.id, len(module.slides)), primary=at == 0)
        for at, own in enumerate(services.own_slides.of_kegiatan(kegiatan.id)):
            position, first = self._position(own.key, own.pages), at == 0 and not modules
            card = PdfCard(own, services.own_slides, self._context.tasks, position, primary=first)
            card.removed.connect(self._remove)
            yield card

    def _position(self, key: str, slides: int) -> int:
        stored = self._context.services.teaching.position(self._kegiatan_id, key)
        return min(stored, max(0, slides - 1))

    def _ask_pdf(self) -> None:
        ask_open(self, _("Buka PDF sendiri"), _("Berkas PDF"), "*.pdf", self.open_pdf)

    def _on_added(self, own: OwnSlides) -> None:
        self._context.window.toast.emit(_("{name} siap disajikan.", name=own.name), None)
        self.refresh()

    def _on_refused(self, error: BimtekError) -> None:
        show_error(self, error)

    def _on_read(self) -> None:
        self.pdf_button.setEnabled(True)

    def _remove(self, own: OwnSlides) -> None:
        removing = self._context.services.own_slides.remove(own)
        message = _("{name} dihapus dari kegiatan.", name=own.name)
        say_with_undo(self._context, self, self._kegiatan_id, removing, message, self.refresh)
        after(removing, lambda _rows: self.refresh(), lambda _error: None, self)

    def _remember(self, key: str, index: int, then: Callable[[], None] = lambda: None) -> None:
        stored = self._context.services.teaching.remember(self._kegiatan_id, key, index)
        hear(editors.SLIDE, stored, lambda _result: then(), self._on_failed, self)

    def _on_failed(self, error: BimtekError) -> None:
        # Never a dialog over a running presentation: it waits until the show has ended.
        if self.presentation is None or not self.presentation.running:
            show_error(self, error)
