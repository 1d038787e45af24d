"""One module: what people learn, for whom, its slides, and what it rests on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.formatting import date_text
from bimtek.domain.module import Module, Source
from bimtek.domain.text import Text, _
from bimtek.ui import icons, theme
from bimtek.ui.modules.module_tile import facts
from bimtek.ui.modules.slide_picture import SlidePicture, SlideShelf
from bimtek.ui.modules.slide_viewer import SlideViewer
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.screen import Screen

_THUMB = 192
_READABLE = 720


class ModuleDetail(Screen):
    """`left` when somebody goes back. `pictures` are the slides in order."""

    left = Signal()

    def __init__(self, shelf: SlideShelf, parent: QWidget | None = None) -> None:
        super().__init__(shelf.module.title, facts(shelf.module), parent)
        self._shelf = shelf
        module = shelf.module
        self.viewer: SlideViewer | None = None
        self.back_button = buttons.secondary(_("Semua modul"), "arrow-left")
        self.back_button.clicked.connect(self.left)
        self.header.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        summary = label(module.summary, "emphasis")
        theme.put(summary, "setMaximumWidth", _READABLE)
        self.body.addWidget(summary)
        if module.content_note:
            self.body.addWidget(Notice(module.content_note, "warning"))
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(_objectives(module), 3)
        across.addWidget(_audience(module), 2)
        self.body.addLayout(across)
        self.pictures = [SlidePicture(shelf, at, _THUMB) for at in range(len(module.slides))]
        self.body.addWidget(self._slides())
        if module.sources:
            self.body.addWidget(_sources(module))
        self.body.addStretch(1)

    def look_at(self, index: int) -> None:
        """Open one slide large."""
        self.viewer = SlideViewer(self._shelf, index, self.window())
        self.viewer.open()

    def _slides(self) -> Card:
        card = Card(_("Slide"))
        holder = QWidget()
        flow = Flow(holder, 12)
        for picture in self.pictures:
            picture.clicked.connect(lambda _checked=False, at=picture.index: self.look_at(at))
            flow.addWidget(picture)
        card.body.addWidget(holder)
        return card


def _objectives(module: Module) -> Card:
    card = Card(_("Sesudah modul ini, peserta dapat"))
    for objective in module.objectives:
        card.body.addLayout(_ticked(objective.text, "check", "success"))
    card.body.addStretch(1)
    return card


def _audience(module: Module) -> Card:
    card = Card(_("Untuk siapa"))
    for group in module.audience:
        card.body.addLayout(_ticked(group, "users", "secondary"))
    asked = module.blueprint.items
    if asked:
        card.body.addSpacing(8)
        card.body.addWidget(label(_("Tes"), "strong"))
        text = _(
            "Pre-test dan post-test masing-masing {count} soal dari {bank} soal.",
            count=asked,
            bank=len(module.questions),
        )
        card.body.addWidget(label(text, "caption", "secondary"))
    card.body.addStretch(1)
    return card


def _sources(module: Module) -> Card:
    card = Card(_("Sumber"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(12)
    for at, source in enumerate(module.sources):
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(source.title, "strong"))
        words.addWidget(label(_made(source), "caption", "secondary"))
        grid.addLayout(words, at // 2, at % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    card.body.addLayout(grid)
    return card


def _made(source: Source) -> Text:
    return _(
        "{publisher}, {date}. Diperiksa {checked}.",
        publisher=source.publisher,
        date=source.date,
        checked=date_text(source.checked_on),
    )


def _ticked(text: str, icon: str, tone: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    mark = label(wrap=False)
    icons.put_picture(mark, icon, tone)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text), 1)
    return row
