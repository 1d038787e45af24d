"""The window: the rail, the place that is open, and what floats over it. Nothing else."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.text import Text, _
from bimtek.ui import language, theme
from bimtek.ui.context import CreatesKegiatan, OpensKegiatan, Refreshes, UiContext
from bimtek.ui.pages import PAGES, Place
from bimtek.ui.rail import Rail
from bimtek.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut


class MainWindow(QMainWindow):
    """Shown before the services stand; `attach` brings it to life."""

    painted = Signal()  # once, after the first paint
    scale_wanted = Signal(int)  # text size in percent
    theme_wanted = Signal(str)  # name of a theme
    closing = Signal()

    def __init__(self, places: Sequence[Place] = PAGES) -> None:
        super().__init__()
        self._places = {place.key: place for place in places}
        self._pages: dict[str, QWidget] = {}
        self._context: UiContext | None = None
        self._painted = False
        language.put(self, _("Bimtek"), "setWindowTitle")
        self.rail = Rail(places)
        self.stack = QStackedWidget()
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

    def attach(self, context: UiContext) -> None:
        """Take the services and open the first place."""
        self._wake()
        self._context = context
        context.window.go.connect(self.go)
        context.window.open_kegiatan.connect(self.open_kegiatan)
        context.window.new_kegiatan.connect(self.new_kegiatan)
        context.window.toast.connect(self.toast.say)
        context.window.backup_shown.connect(self._on_backup)
        context.window.wear.connect(self.wear)
        context.window.trouble.connect(self.show_trouble)
        self.rail.backup_wanted.connect(context.window.backup_wanted)
        if self._places:
            self.go(next(iter(self._places)))

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
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def go(self, key: str) -> None:
        """Open a place; its page is built on the first visit and read again on every later one."""
        if self._context is None or key not in self._places:
            return
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._places[key].factory(self._context)
            self.stack.addWidget(page)
        elif isinstance(page, Refreshes):
            page.refresh()
        self.rail.mark(key)
        self.stack.setCurrentWidget(page)

    def open_kegiatan(self, kegiatan_id: str) -> None:
        """Open the place that shows one kegiatan, at this one."""
        self.go("kegiatan")
        page: object = self._pages.get("kegiatan")
        if isinstance(page, OpensKegiatan):
            page.open_kegiatan(kegiatan_id)

    def new_kegiatan(self) -> None:
        """Open the place that makes a kegiatan, at its form."""
        self.go("kegiatan")
        page: object = self._pages.get("kegiatan")
        if isinstance(page, CreatesKegiatan):
            page.new_kegiatan()

    def show_trouble(self, error: BimtekError) -> None:
        """Show an error that belongs to no page."""
        from bimtek.ui.messages import show_error

        show_error(self, error)

    def show_help(self) -> None:
        """Open the list of keys."""
        from bimtek.ui.dialogs.help import HelpDialog

        HelpDialog(self).open()

    def raise_up(self) -> None:
        """Come to the front: the person started Bimtek a second time."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail when the window is narrow."""
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the session close first."""
        self.closing.emit()
        super().closeEvent(event)

    def _wake(self) -> None:
        """Make what floats over the window and bind the keys, once; not before the first paint."""
        if self._awake:
            return
        from bimtek.ui.widgets.focus_ring import FocusRing
        from bimtek.ui.widgets.toast import Toast

        self._awake = True
        self.toast, self.ring = Toast(self), FocusRing(self)
        self._bind_keys()

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
        self._fold()

    def _fold(self) -> None:
        self.rail.fold(self.width() < theme.current().px(theme.tokens()["size"]["rail_folds_below"]))

    def _bind_keys(self) -> None:
        for number, key in enumerate(self._places, start=1):
            self._key(f"Ctrl+{number}").activated.connect(lambda key=key: self.go(key))
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            self._key(keys).activated.connect(lambda step=step: self._on_scale(step))
        self._key("Ctrl+N").activated.connect(self.new_kegiatan)
        self._key("F1").activated.connect(self.show_help)
        self._key("F11").activated.connect(self._on_full_screen)

    def _key(self, keys: str) -> "QShortcut":
        from PySide6.QtGui import QKeySequence, QShortcut

        return QShortcut(QKeySequence(keys), self)

    def _on_scale(self, step: int) -> None:
        scales, worn = theme.scales(), theme.current()
        at = scales.index(worn.scale) + step if step else 0
        self.set_scale(scales[min(max(at, 0), len(scales) - 1)])

    def set_scale(self, scale: int) -> None:
        """Show all text at another size, and say so."""
        self.wear(theme.current().name, scale)
        self.toast.say(_("Ukuran teks {percent}%", percent=scale))

    def wear(self, name: str, scale: int) -> None:
        """Dress every window in a theme at a text size, and remember both."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        worn = theme.apply_theme(app, name, scale)
        self._fold()
        self.theme_wanted.emit(worn.name)
        self.scale_wanted.emit(worn.scale)

    def _on_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _on_backup(self, text: Text, tone: str) -> None:
        self.rail.show_backup(text, tone)
