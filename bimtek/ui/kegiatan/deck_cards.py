"""What can be presented, one card each: its first slide, what it is, and how to go on with it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from bimtek.domain.module import Module
from bimtek.domain.own_slides import OwnSlides
from bimtek.domain.text import Text, _
from bimtek.host.paths import asset
from bimtek.services.own_slides import OwnSlideShow
from bimtek.slides.render import SlideRenderer
from bimtek.slides.style import SlideStyle
from bimtek.ui import theme
from bimtek.ui.presentation.deck import Deck, module_deck, pdf_deck
from bimtek.ui.presentation.pdf_pictures import PdfPictures
from bimtek.ui.shortcuts import name_key
from bimtek.ui.tasks import TaskRunner
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.labels import label

COVER = QSize(256, 144)


class DeckCard(Card):
    """Offers one deck. `key` is the name under which its position is kept, `position` an index."""

    chosen = Signal(str, int)  # key, index of the first slide to show

    def __init__(
        self, key: str, title: str, facts: Text, summary: str, position: int, *, primary: bool
    ) -> None:
        super().__init__()
        self.key, self.position = key, position
        self.title = label(title, "h3")
        self.facts = label(facts, "caption", "secondary")
        self.summary = label(summary, "body", "secondary")
        self.cover = QLabel()
        self.cover.setFixedSize(self._cover_size())
        self.cover.setAccessibleName(title)
        make = buttons.primary if primary else buttons.secondary
        self.go_button = make(_go_on(position), "presentation")
        self.go_button.clicked.connect(lambda: self.chosen.emit(key, position))
        name_key(self.go_button, _go_on(position), "lanjut-sajikan" if position else "sajikan")
        self.restart_button = buttons.quiet(_("Dari awal"), "rotate-ccw")
        self.restart_button.clicked.connect(lambda: self.chosen.emit(key, 0))
        name_key(self.restart_button, _("Sajikan dari awal"), "sajikan")
        if not position:
            self.restart_button.hide()
        self._lay_out()

    def deck(self) -> Deck:
        """Return what this card offers, ready to be shown. Errors: FileTroubleError when it is gone."""
        raise NotImplementedError

    def _cover_size(self) -> QSize:
        return COVER * theme.current().px(100) / 100

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        words.addWidget(self.summary)
        words.addStretch(1)
        self.verbs = QHBoxLayout()
        self.verbs.setSpacing(12)
        self.verbs.addStretch(1)
        self.verbs.addWidget(self.restart_button)
        self.verbs.addWidget(self.go_button)
        words.addLayout(self.verbs)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)


class ModuleCard(DeckCard):
    """One module of the kegiatan."""

    def __init__(self, module: Module, position: int, *, primary: bool) -> None:
        facts = _module_facts(module, position)
        super().__init__(module.id, module.title, facts, module.summary, position, primary=primary)
        self._module = module
        renderer = SlideRenderer(SlideStyle.load(asset("")), module)
        self.cover.setPixmap(QPixmap.fromImage(renderer.image(0, self._cover_size())))

    def deck(self) -> Deck:
        """Return the slides of the module."""
        return module_deck(self._module, asset(""))


class PdfCard(DeckCard):
    """One PDF a facilitator brought; its first page comes when it is drawn."""

    removed = Signal(object)  # OwnSlides

    def __init__(
        self, own: OwnSlides, kept: OwnSlideShow, tasks: TaskRunner, position: int, *, primary: bool
    ) -> None:
        super().__init__(own.key, own.name, _pdf_facts(own, position), "", position, primary=primary)
        self._own, self._kept, self._tasks = own, kept, tasks
        self.remove_button = buttons.quiet(_("Hapus dari kegiatan"), "trash-2")
        self.remove_button.clicked.connect(lambda: self.removed.emit(own))
        self.verbs.insertWidget(0, self.remove_button)
        self._pictures = PdfPictures(kept.place(own), tasks, SlideStyle.load(asset("")), self)
        self._pictures.drawn.connect(self._show_cover)
        self._show_cover()

    def deck(self) -> Deck:
        """Return the pages of the PDF."""
        return pdf_deck(self._own, self._kept.path(self._own), self._tasks, asset(""))

    def _show_cover(self) -> None:
        found = self._pictures.get(0, self._cover_size(), 1.0)
        if found is not None:
            self.cover.setPixmap(found)


def _module_facts(module: Module, position: int) -> Text:
    if position:
        return _(
            "{jp} JP · {slides} slide · {minutes} menit · sampai slide {number}",
            jp=module.jp,
            slides=len(module.slides),
            minutes=module.minutes,
            number=position + 1,
        )
    return _(
        "{jp} JP · {slides} slide · {minutes} menit",
        jp=module.jp,
        slides=len(module.slides),
        minutes=module.minutes,
    )


def _pdf_facts(own: OwnSlides, position: int) -> Text:
    if position:
        return _("PDF · {pages} halaman · sampai halaman {number}", pages=own.pages, number=position + 1)
    return _("PDF · {pages} halaman", pages=own.pages)


def _go_on(position: int) -> Text:
    return _("Lanjutkan dari slide {number}", number=position + 1) if position else _("Mulai sajikan")
