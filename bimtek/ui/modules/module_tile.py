"""A module in the list: its first slide, its title and its measures."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bimtek.domain.module import Module
from bimtek.domain.text import Text, _
from bimtek.ui import language, theme
from bimtek.ui.modules.slide_picture import SlidePicture, SlideShelf
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.labels import label

_WIDTH, _PADDING = 336, 24


class ModuleTile(Card):
    """`chosen` when somebody wants to look into it."""

    chosen = Signal()

    def __init__(self, shelf: SlideShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        module = shelf.module
        self.module = module
        theme.put(self, "setFixedWidth", _WIDTH)
        self.cover = SlidePicture(shelf, 0, _WIDTH - 2 * _PADDING, numbered=False)
        self.cover.clicked.connect(self.chosen)
        if not module.slides:
            self.cover.hide()
        self.heading = label(module.title, "h3")
        self.facts = label(facts(module), "caption", "secondary")
        self.audience = label(
            _("Untuk {audience}", audience="; ".join(module.audience)), "caption", "secondary"
        )
        if not module.audience:
            self.audience.hide()
        self.open_button = buttons.secondary(_("Lihat isi"))
        language.put(self.open_button, _("Lihat isi {title}", title=module.title), "setAccessibleName")
        self.open_button.clicked.connect(self.chosen)
        self.body.setSpacing(8)
        for widget in (self.cover, self.heading, self.facts, self.audience):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addWidget(self.open_button)


def facts(module: Module) -> Text:
    """Length, slides, questions and version in one line."""
    return _(
        "{jp} JP · {slides} slide · {questions} soal · versi {version}",
        jp=module.jp,
        slides=len(module.slides),
        questions=len(module.questions),
        version=module.version,
    )
