"""The step Sajikan: choose a module of this kegiatan and teach it, from where it was left off."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.module import Module
from bimtek.domain.text import Text, _
from bimtek.host.paths import asset
from bimtek.slides.render import SlideRenderer
from bimtek.slides.style import SlideStyle
from bimtek.ui import theme
from bimtek.ui.after import after
from bimtek.ui.context import UiContext
from bimtek.ui.kegiatan.step_page import StepPage
from bimtek.ui.messages import show_error
from bimtek.ui.presentation.presentation import Presentation
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

COVER = QSize(256, 144)
KEYS = _("Panah kanan maju, panah kiri mundur, B hitam, W putih, N layar tenang, Esc selesai.")


class ModuleCard(Card):
    """One module: its cover, what it is, and how to go on with it."""

    chosen = Signal(str, int)  # module id, index of the first slide to show

    def __init__(self, module: Module, position: int, *, primary: bool) -> None:
        super().__init__()
        self.module, self.position = module, position
        self.facts = label(_facts(module, position), "caption", "secondary")
        make = buttons.primary if primary else buttons.secondary
        self.go_button = make(_go_on(position), "presentation")
        self.go_button.clicked.connect(lambda: self.chosen.emit(module.id, position))
        self.restart_button = buttons.quiet(_("Dari awal"), "rotate-ccw")
        self.restart_button.clicked.connect(lambda: self.chosen.emit(module.id, 0))
        self.restart_button.setVisible(position > 0)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(label(self.module.title, "h3"))
        words.addWidget(self.facts)
        words.addWidget(label(self.module.summary, "body", "secondary"))
        words.addStretch(1)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addStretch(1)
        actions.addWidget(self.restart_button)
        actions.addWidget(self.go_button)
        words.addLayout(actions)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(_cover(self.module))
        row.addLayout(words, 1)
        self.body.addLayout(row)


class PresentStep(StepPage):
    """Knows services and the presentation, no other step. `presentation` is the one that runs, or None."""

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._kegiatan_id = context, kegiatan_id
        self.presentation: Presentation | None = None
        self.cards: list[ModuleCard] = []
        self.empty = EmptyState(
            "presentation",
            _("Kegiatan ini belum memakai modul. Pilih modul di langkah Siapkan."),
            parent=self,
        )
        self.one_screen = Notice(
            _("Belum ada layar kedua. Slide akan memenuhi layar ini, tanpa catatan."), "warning"
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.keys = label(KEYS, "caption", "secondary")
        for widget in (self.one_screen, self.empty):
            self.body.addWidget(widget)
        self.body.addLayout(self._list)
        self.body.addWidget(self.keys)
        self.body.addStretch(1)
        QShortcut(QKeySequence("F5"), self).activated.connect(lambda: self._start_first(0))
        QShortcut(QKeySequence("Shift+F5"), self).activated.connect(lambda: self._start_first(None))
        self.refresh()

    def refresh(self) -> None:
        """Show the modules of the kegiatan and where each was left off."""
        services = self._context.services
        kegiatan = services.planning.get(self._kegiatan_id)
        modules = services.teaching.modules(kegiatan)
        for card in self.cards:
            card.deleteLater()
        self.cards = [
            ModuleCard(module, self._position(module), primary=at == 0) for at, module in enumerate(modules)
        ]
        for card in self.cards:
            card.chosen.connect(self.start)
            self._list.addWidget(card)
        self.empty.setVisible(not modules)
        self.keys.setVisible(bool(modules))
        self.one_screen.setVisible(bool(modules) and len(self.screen().virtualSiblings()) < 2)

    def start(self, module_id: str, index: int) -> None:
        """Open the presentation; pressing twice opens one."""
        if self.presentation is not None and self.presentation.running:
            return
        kegiatan = self._context.services.planning.get(self._kegiatan_id)
        module = next(card.module for card in self.cards if card.module.id == module_id)
        self.presentation = Presentation(
            module,
            kegiatan.short or kegiatan.title,
            asset("."),
            start=index,
            on_position=lambda at: self._remember(module_id, at),
        )
        self.presentation.ended.connect(lambda at: self._remember(module_id, at, self.refresh))
        self.presentation.open()

    def _position(self, module: Module) -> int:
        stored = self._context.services.teaching.position(self._kegiatan_id, module.id)
        return min(stored, max(0, len(module.slides) - 1))

    def _start_first(self, index: int | None) -> None:
        if self.cards:
            card = self.cards[0]
            self.start(card.module.id, card.position if index is None else index)

    def _remember(self, module_id: str, index: int, then: Callable[[], None] = lambda: None) -> None:
        stored = self._context.services.teaching.remember(self._kegiatan_id, module_id, index)
        after(stored, lambda _result: then(), self._on_failed, self)

    def _on_failed(self, error: BimtekError) -> None:
        # Never a dialog over a running presentation: it waits until the show has ended.
        if self.presentation is None or not self.presentation.running:
            show_error(self, error)


def _facts(module: Module, position: int) -> Text:
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


def _go_on(position: int) -> Text:
    return _("Lanjutkan dari slide {number}", number=position + 1) if position else _("Mulai sajikan")


def _cover(module: Module) -> QLabel:
    shown = QLabel()
    size = COVER * theme.current().px(100) / 100
    renderer = SlideRenderer(SlideStyle.load(asset(".")), module)
    shown.setPixmap(QPixmap.fromImage(renderer.image(0, size)))
    shown.setFixedSize(size)
    shown.setAccessibleName(module.title)
    return shown
