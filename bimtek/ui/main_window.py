"""The window: the rail, the place that is open, and what floats over it. Nothing else."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import language, motion, theme
from bimtek.ui.pages import PAGES, Place
from bimtek.ui.rail import Rail
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from bimtek.domain.errors import BimtekError
    from bimtek.ui.context import UiContext
    from bimtek.ui.pages.welcome import WelcomePage
    from bimtek.ui.widgets.toast import Toast


class MainWindow(QMainWindow):
    """Shown before the services stand; `attach` brings it to life, `wake` adds what nobody waits for."""

    painted = Signal()  # once, after the first paint
    scale_wanted = Signal(int)  # text size in percent
    theme_wanted = Signal(str)  # name of a theme
    calm_wanted = Signal(bool)  # nothing moves by itself
    closing = Signal()

    def __init__(self, places: Sequence[Place] = PAGES) -> None:
        super().__init__()
        self._places = {place.key: place for place in places}
        self._pages: dict[str, QWidget] = {}
        self._context: UiContext | None = None
        self._painted = False
        self._welcome: WelcomePage | None = None
        language.put(self, _("Bimtek"), "setWindowTitle")
        self.rail = Rail(places)
        self.stack = PageStack()
        self.stack.setProperty("kind", "pages")
        self.waiting = label(_("Menyiapkan data…"), "emphasis", "secondary")
        self.waiting.setContentsMargins(48, 48, 48, 48)
        self.stack.addWidget(self.waiting)
        self._lay_out()
        self.rail.chosen.connect(self.go)
        self.rail.help_wanted.connect(self.show_help)
        self._awake = False

    @property
    def page(self) -> QWidget | None:
        """The page that is open, once there is one."""
        shown = self.stack.currentWidget()
        return None if shown is self.waiting else shown

    @property
    def context(self) -> "UiContext | None":
        """The services and workers, None while there are none."""
        return self._context

    @property
    def place_keys(self) -> tuple[str, ...]:
        """The keys of the places, in the order of the rail."""
        return tuple(self._places)

    def page_of(self, key: str) -> QWidget | None:
        """The page of a place, None before its first visit."""
        return self._pages.get(key)

    @property
    def help_topic(self) -> str:
        """The page of help of the place or step that is open."""
        from bimtek.services.help import FIRST
        from bimtek.ui.help_topics import HasHelp

        page: object = self.page
        if isinstance(page, HasHelp):
            return page.help_topic
        return next((key for key, shown in self._pages.items() if shown is page), FIRST)

    def attach(self, context: "UiContext", at: str = "", *, first_run: bool = False) -> None:
        """Take the services and open the first place, or what comes before it the first time.

        `at` is where a window stood (`WindowSignals.stands_at`) and opens instead.
        """
        self._context = context
        context.window.go.connect(self.go)
        context.window.open_kegiatan.connect(self.open_kegiatan)
        context.window.new_kegiatan.connect(self.new_kegiatan)
        context.window.toast.connect(self._on_toast)
        context.window.backup_shown.connect(self._on_backup)
        context.window.wear.connect(self.wear)
        context.window.calm.connect(self.be_calm)
        context.window.trouble.connect(self.show_trouble)
        self.rail.backup_wanted.connect(context.window.backup_wanted)
        context.window.welcome.connect(self.welcome)
        if first_run:
            self.welcome()
        else:
            self._go_first()
            self._return_to(at)

    def welcome(self) -> None:
        """Show the first screen alone, without the rail; it ends with the first place or a kegiatan."""
        if self._context is None or self._welcome is not None:
            return
        from bimtek.ui.pages.welcome import WelcomePage

        page = self._welcome = WelcomePage(self._context)
        page.finished.connect(self._on_welcomed)
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.rail.hide()

    def wake(self) -> None:
        """Let a ring follow the focus and tooltips name the keys, once; when the first place can be seen."""
        if self._awake:
            return
        from bimtek.ui.help_key import HelpKey
        from bimtek.ui.refit import follow_text_size
        from bimtek.ui.widgets.focus_ring import follow_focus

        self._awake = True
        self.help_key = HelpKey(self)
        self.rail.name_keys()
        follow_focus()
        follow_text_size()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        motion.stop_effects(app)

    @cached_property
    def toast(self) -> "Toast":
        """What says a short message at the foot of the window."""
        from bimtek.ui.widgets.toast import Toast

        return Toast(self)

    def pause(self) -> None:
        """Show no page and open none until other services are attached; jobs may still end."""
        self._context = None
        self.stack.setCurrentWidget(self.waiting)

    def detach(self) -> None:
        """Forget every page, and what stands open over it: the services below them are gone."""
        from PySide6.QtWidgets import QDialog

        self.pause()
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():
                dialog.done(0)
            dialog.deleteLater()
        self._end_welcome()
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def go(self, key: str) -> None:
        """Open a place; its page is built on the first visit and read again on every later one.

        What follows a slash is the part of it: "pengaturan/data".
        """
        key, _slash, part = key.partition("/")
        if self._context is None or key not in self._places:
            return
        from bimtek.ui.context import OpensPart, Refreshes

        self._end_welcome()
        page = self._pages.get(key)
        if page is None:
            context, place = self._context, self._places[key]
            page = self._pages[key] = self.stack.build(lambda stack: place.factory(context, stack))
        elif isinstance(page, Refreshes):
            page.refresh()
        self.rail.mark(key)
        self.stack.setCurrentWidget(page)
        shown: object = page
        if part and isinstance(shown, OpensPart):
            shown.open_part(part)
        self._context.window.stands_at.emit(key)

    def open_kegiatan(self, kegiatan_id: str) -> None:
        """Open the place that shows one kegiatan, at this one."""
        from bimtek.ui.context import OpensKegiatan

        self.go("kegiatan")
        page: object = self._pages.get("kegiatan")
        if isinstance(page, OpensKegiatan):
            page.open_kegiatan(kegiatan_id)

    def _return_to(self, at: str) -> None:
        """Open what `stands_at` told once; what is no longer there leaves the nearest place open."""
        if not at:
            return
        from bimtek.domain.next_step import Step
        from bimtek.ui.context import OpensKegiatan

        key, *inside = at.split("/")
        if key in self._places:
            self.go(key)
        page: object = self.page
        if len(inside) == 2 and isinstance(page, OpensKegiatan):
            page.open_kegiatan(inside[0], Step(inside[1]) if inside[1] in set(Step) else None)

    def new_kegiatan(self) -> None:
        """Open the place that makes a kegiatan, at its form."""
        from bimtek.ui.context import CreatesKegiatan

        self.go("kegiatan")
        page: object = self._pages.get("kegiatan")
        if isinstance(page, CreatesKegiatan):
            page.new_kegiatan()

    def show_trouble(self, error: "BimtekError") -> None:
        """Show an error that belongs to no page."""
        from bimtek.ui.messages import show_error

        show_error(self, error)

    def show_help(self) -> None:
        """Open the page of help that belongs to what is open."""
        from bimtek.ui.help_key import open_page_of

        open_page_of(self)

    def raise_up(self) -> None:
        """Come to the front: the person started Bimtek a second time."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail when the window is narrow."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is typed just now, and let the session close first."""
        if self._context is not None:
            from bimtek.ui.editors import flush_all

            flush_all()
        self.closing.emit()
        super().closeEvent(event)

    def _go_first(self) -> None:
        if self._places:
            self.go(next(iter(self._places)))

    def _on_welcomed(self, kegiatan_id: str) -> None:
        if kegiatan_id:
            self.open_kegiatan(kegiatan_id)
        else:
            self._go_first()

    def _end_welcome(self) -> None:
        if self._welcome is not None:
            self.stack.removeWidget(self._welcome)
            self._welcome.deleteLater()
            self._welcome = None
            self.rail.show()

    def _lay_out(self) -> None:
        sizes = theme.tokens()["size"]
        self.setMinimumSize(sizes["window_width"], sizes["window_height"])
        self.resize(1280, 720)
        body = QWidget()
        layout = QHBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(body)
        self.fit()

    def fit(self) -> None:
        """Fold the rail where there is too little room for its words."""
        self.rail.fold(self.width() < theme.current().px(theme.tokens()["size"]["rail_folds_below"]))

    def wear(self, name: str, scale: int) -> None:
        """Dress every window in a theme at a text size, and remember both."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        worn = theme.apply_theme(app, name, scale)
        self.theme_wanted.emit(worn.name)
        self.scale_wanted.emit(worn.scale)

    def be_calm(self, calm: bool) -> None:
        """Let nothing move by itself in any window, or let it, and remember that."""
        motion.set_calm(calm)
        self.wear(theme.current().name, theme.current().scale)
        self.calm_wanted.emit(calm)

    def _on_toast(self, text: Text, undo: Callable[[], object] | None) -> None:
        self.toast.say(text, undo)

    def _on_backup(self, text: Text, tone: str) -> None:
        self.rail.show_backup(text, tone)
