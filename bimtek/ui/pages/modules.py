"""Modul: what is installed, what is in it, and what keeps the rest from being used."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from bimtek.content.library import BrokenModule
from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import folded
from bimtek.domain.module import Module
from bimtek.domain.text import NO_TEXT, _
from bimtek.services.progress import Progress
from bimtek.ui import language
from bimtek.ui.channels.pages import ChannelPages
from bimtek.ui.context import UiContext
from bimtek.ui.law.library import LawPages
from bimtek.ui.messages import show_error
from bimtek.ui.modules.broken_list import BrokenList
from bimtek.ui.modules.module_detail import ModuleDetail
from bimtek.ui.modules.module_tile import ModuleTile
from bimtek.ui.modules.slide_picture import SlideShelf
from bimtek.ui.modules.slide_viewer import SlideViewer
from bimtek.ui.pickers import open_outside
from bimtek.ui.shortcuts import name_key
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.screen import Screen

LAW, CHANNELS = "hukum", "kanal"  # the parts of this page that are no module

Found = tuple[list[Module], list[BrokenModule]]


class ModuleList(Screen):
    """`tiles` by id of the module."""

    def __init__(self, context: UiContext, page: "ModulesPage") -> None:
        super().__init__(_("Modul"), _("Bahan ajar yang terpasang di laptop ini."))
        self._context, self._page = context, page
        self.tiles: dict[str, ModuleTile] = {}
        self.search = fields.search_field(_("Cari judul, tujuan, atau sasaran"))
        self.search.textChanged.connect(self._filter)
        name_key(self.search, _("Cari"), "cari")
        self.law_button = buttons.secondary(_("Pustaka hukum"), "scale")
        self.law_button.clicked.connect(lambda: page.open_law())
        self.channel_button = buttons.secondary(_("Kanal bantuan"), "phone")
        self.channel_button.clicked.connect(lambda: page.open_channels())
        self.reload_button = buttons.secondary(_("Muat ulang"), "rotate-ccw")
        self.reload_button.clicked.connect(page.refresh)
        self.folder_button = buttons.secondary(_("Folder modul saya"), "folder-open")
        self.folder_button.clicked.connect(lambda: open_outside(context.services.folder.modules))
        self.header.addWidget(self.reload_button)
        self.header.addWidget(self.folder_button)
        self.waiting = label(_("Membaca modul…"), "emphasis", "secondary")
        self.top = QWidget()
        across = QHBoxLayout(self.top)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.search, 1)
        across.addWidget(self.law_button)
        across.addWidget(self.channel_button)
        across.addStretch(0)  # the buttons keep their size where there is nothing to search
        self.nothing = EmptyState("package", _("Belum ada modul. Taruh folder modul, lalu tekan Muat ulang."))
        self.no_match = EmptyState("search", NO_TEXT)
        self.holder = QWidget()
        self._flow = Flow(self.holder, 16)
        self.broken = BrokenList()
        hint = _("Modul sendiri: taruh foldernya di “Folder modul saya”, lalu tekan Muat ulang.")
        self.hint = label(hint, "caption", "secondary")
        for widget in (
            self.top,
            self.waiting,
            self.holder,
            self.no_match,
            self.nothing,
            self.broken,
            self.hint,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        for widget in (self.nothing, self.no_match, self.holder):
            widget.hide()

    def show_modules(self, modules: list[Module], broken: list[BrokenModule]) -> None:
        """Show what was found; tiles of modules that did not change stay."""
        self.waiting.hide()
        for tile in self.tiles.values():
            self._flow.removeWidget(tile)
            tile.deleteLater()
        self.tiles = {module.id: self._tile(module) for module in modules}
        self.broken.show_broken(broken)
        self.nothing.setVisible(not modules)
        self.search.setVisible(bool(modules))
        self._filter()

    def _tile(self, module: Module) -> ModuleTile:
        tile = ModuleTile(self._page.shelf(module))
        tile.chosen.connect(lambda: self._page.open_module(module.id))
        self._flow.addWidget(tile)
        return tile

    def _filter(self) -> None:
        wanted = folded(self.search.text())
        for tile in self.tiles.values():
            tile.setVisible(wanted in _words(tile.module))
        shown = any(not tile.isHidden() for tile in self.tiles.values())
        self.holder.setVisible(shown)
        self.no_match.setVisible(bool(self.tiles) and not shown)
        language.put(self.no_match.sentence, _("Tidak ada modul “{text}”.", text=self.search.text().strip()))


class ModulesPage(QStackedWidget):
    """The list, or the module that is open."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shelves: dict[str, SlideShelf] = {}
        self._wanted = ""
        self.list = ModuleList(context, self)
        self.detail: ModuleDetail | None = None
        self.law: LawPages | None = None
        self.channels: ChannelPages | None = None
        self.viewer: SlideViewer | None = None
        self.addWidget(self.list)
        self.refresh()

    def refresh(self) -> None:
        """Look into the folders again, on a worker: reading a module takes a moment."""
        library = self._context.services.library

        def job(progress: Progress) -> Found:
            return library.modules(), library.broken()

        self._context.tasks.run(job, self, done=self._on_found, failed=self._on_failed)
        if self.law is not None and self.currentWidget() is self.law:
            self.law.refresh()
        if self.channels is not None and self.currentWidget() is self.channels:
            self.channels.refresh()

    def open_part(self, part: str) -> None:
        """Show one module, as soon as the folders were read; the law ("hukum/tpks-14-1"), or the channels."""
        first, _slash, inner = part.partition("/")
        if first == LAW:
            self.open_law(inner)
            return
        if first == CHANNELS:
            self.open_channels(inner)
            return
        self._wanted = "" if part in self._shelves else part
        self.open_module(part)

    def open_module(self, module_id: str) -> None:
        """Show one module."""
        shelf = self._shelves.get(module_id)
        if shelf is None:
            return
        self.show_list()
        self.detail = ModuleDetail(shelf)
        self.detail.left.connect(self.show_list)
        self.addWidget(self.detail)
        self.setCurrentWidget(self.detail)
        self.detail.back_button.setFocus()

    def open_law(self, norm_id: str = "") -> None:
        """Show Pustaka hukum, at one norm when it is named."""
        self.show_list()
        if self.law is None:
            self.law = LawPages(self._context, self.open_slide)
            self.law.left.connect(self.show_list)
            self.addWidget(self.law)
        self.setCurrentWidget(self.law)
        self.law.refresh()
        if norm_id:
            self.law.open_norm(norm_id)
        else:
            self.law.show_list()

    def open_channels(self, channel_id: str = "") -> None:
        """Show Kanal bantuan, at one channel when it is named."""
        self.show_list()
        if self.channels is None:
            self.channels = ChannelPages(self._context)
            self.channels.left.connect(self.show_list)
            self.addWidget(self.channels)
        self.setCurrentWidget(self.channels)
        self.channels.show_list()
        self.channels.refresh()
        if channel_id:
            self.channels.open_channel(channel_id)

    def open_slide(self, module_id: str, index: int) -> None:
        """Show one slide large, wherever on this page somebody is."""
        try:
            module = self._context.services.library.module(module_id)
        except BimtekError as error:
            show_error(self.window(), error)
            return
        self.viewer = SlideViewer(self.shelf(module), index, self.window())
        self.viewer.open()

    def show_list(self) -> None:
        """Go back to all modules."""
        self.setCurrentWidget(self.list)
        if self.detail is not None:
            self.removeWidget(self.detail)
            self.detail.deleteLater()
            self.detail = None

    def shelf(self, module: Module) -> SlideShelf:
        """The pictures of a module; a changed module gets new ones."""
        kept = self._shelves.get(module.id)
        if kept is None or kept.module is not module:
            kept = self._shelves[module.id] = SlideShelf(module)
        return kept

    def _on_found(self, found: Found) -> None:
        self.list.show_modules(*found)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.open_module(wanted)

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self.window(), error)


def _words(module: Module) -> str:
    parts = [
        module.title,
        module.summary,
        *module.audience,
        *(objective.text for objective in module.objectives),
    ]
    return folded(" ".join(parts))
