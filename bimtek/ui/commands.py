"""What the window can be told from anywhere: by a key, from the palette, by a button of the rail."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import clock_time, date_text
from bimtek.domain.next_step import Step
from bimtek.domain.text import Text, _
from bimtek.services.papers.request import PaperOffer
from bimtek.ui import theme
from bimtek.ui.after import after
from bimtek.ui.autosave import Autosave
from bimtek.ui.context import OpensPart, OpensPerson, StartsSearch, UiContext
from bimtek.ui.kegiatan.papers import PapersStep
from bimtek.ui.kegiatan.present import PresentStep
from bimtek.ui.kegiatan.workspace import Workspace
from bimtek.ui.main_window import MainWindow
from bimtek.ui.messages import show_error
from bimtek.ui.pages.kegiatan_list import KegiatanPage
from bimtek.ui.palette.window import PaletteDialog
from bimtek.ui.shortcuts import SHORTCUTS, Shortcut


class WindowCommands(QObject):
    """Binds the table of keys to one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bound: set[str] = set()
        self._heard: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        for row in SHORTCUTS:
            if row.does is not None:
                self._bind(row)

    @property
    def context(self) -> UiContext | None:
        """The services and workers, None while there are none."""
        return self._window.context

    @property
    def workspace(self) -> Workspace | None:
        """The kegiatan that is open, also behind another place."""
        page = self._window.page_of("kegiatan")
        return page.workspace if isinstance(page, KegiatanPage) else None

    @property
    def kegiatan_id(self) -> str:
        """The kegiatan that is open, also behind another place; "" for none."""
        return self.workspace.kegiatan_id if self.workspace is not None else ""

    # ---- places ----

    def show_help(self) -> None:
        """Open the list of keys."""
        self._window.show_help()

    def go_to_place(self, at: int) -> None:
        """Open the place at this position of the rail, from 0."""
        places = self._window.place_keys
        if at < len(places):
            self._window.go(places[at])

    def open_place(self, key: str, part: str = "") -> None:
        """Open a place, and a part of it."""
        if self._window.page is not self._window.page_of(key) or self._window.page is None:
            self._window.go(key)
        page: object = self._window.page_of(key)
        if part and isinstance(page, OpensPart):
            page.open_part(part)

    def open_step(self, step: Step) -> bool:
        """Open a step of the kegiatan that is open; False when no kegiatan is."""
        workspace = self.workspace
        if workspace is None:
            return False
        self.open_place("kegiatan")
        workspace.go(step)
        return True

    def open_paper(self, offer: PaperOffer) -> None:
        """Show a paper of the kegiatan that is open."""
        step = self._step(Step.PAPERS)
        if isinstance(step, PapersStep):
            step.open_offer(offer)

    def open_kegiatan(self, kegiatan_id: str) -> None:
        """Open one kegiatan."""
        self._window.open_kegiatan(kegiatan_id)

    def open_person(self, person_id: str, name: str) -> None:
        """Open the place of the people at this one."""
        self.open_place("peserta")
        page: object = self._window.page_of("peserta")
        if isinstance(page, OpensPerson):
            page.open_person(person_id, name)

    def open_palette(self) -> None:
        """Open the palette, once."""
        if self.context is not None:
            PaletteDialog(self, self.context, self._window).open()

    # ---- doing ----

    def new_kegiatan(self) -> None:
        """Ask what a new kegiatan is."""
        self._window.new_kegiatan()

    def search(self) -> None:
        """Put the keyboard into the search field of the page; where there is none, open the palette."""
        page = self._window.page
        if page is None:
            return
        for widget in (page, *page.findChildren(QWidget)):
            if isinstance(widget, StartsSearch) and widget.isVisible():
                widget.start_search()
                return
        for field in page.findChildren(QLineEdit):
            if field.property("kind") == "search" and field.isVisible() and field.isEnabled():
                field.setFocus()
                field.selectAll()
                return
        self.open_palette()

    def tell_saved(self) -> None:
        """Store what is still typed, then say when the last change was stored."""
        context = self.context
        if context is None:
            return
        for autosave in self._window.findChildren(Autosave):
            autosave.flush()
            if autosave.refused and autosave.isVisible():
                self._say(_("Belum tersimpan. Lengkapi dulu isian di halaman ini."))
                return
        after(context.services.history.last_stored(), self._on_told, self._on_failed, self)

    def print_paper(self) -> None:
        """Print the paper on the screen; from elsewhere in a kegiatan, open its papers first."""
        step = self.workspace.step if self.workspace is not None else None
        if step is None:
            self._say(_("Buka dulu kegiatannya, lalu tekan Ctrl+P."))
        elif not (isinstance(step, PapersStep) and step.isVisible()):
            self.open_step(Step.PAPERS)
        elif not step.print_now():
            self._say(_("Dokumen ini belum dapat dicetak."))

    def present(self, *, from_start: bool) -> None:
        """Teach the open kegiatan, from its first slide or from the one shown last."""
        step = self._step(Step.PRESENT)
        if step is None:
            self._say(_("Buka dulu kegiatannya, lalu tekan F5."))
        elif isinstance(step, PresentStep) and not step.present(from_start=from_start):
            self._say(_("Kegiatan ini belum memakai modul."))

    def back_up(self) -> None:
        """Make a backup now."""
        if self.context is not None:
            self.context.window.backup_wanted.emit()
            self._say(_("Cadangan sedang dibuat."))

    # ---- looks ----

    def scale_by(self, step: int) -> None:
        """Show text one size larger or smaller; 0 is the usual size."""
        scales, worn = theme.scales(), theme.current()
        at = scales.index(worn.scale) + step if step else 0
        self.set_scale(scales[min(max(at, 0), len(scales) - 1)])

    def set_scale(self, scale: int) -> None:
        """Show all text at another size in percent, and say so."""
        self._window.wear(theme.current().name, scale)
        self._say(_("Ukuran teks {percent}%", percent=scale))

    def set_theme(self, name: str) -> None:
        """Wear another theme."""
        self._window.wear(name, theme.current().scale)

    def full_screen(self) -> None:
        """Fill the screen, or go back."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field from taking a key of ours: Ctrl+K cuts a line on some systems."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        ours = QKeySequence(event.keyCombination()).toString() in self._bound
        if ours:
            event.ignore()
        return ours

    # ---- inner ----

    def _on_focus(self) -> None:
        """Takes no widget from the signal: the one that loses the keyboard may be half destroyed."""
        old, new = self._heard, QApplication.focusWidget()
        if old is not None and isValid(old):
            old.removeEventFilter(self)
        self._heard = new if new is not None and new.window() is self._window else None
        if self._heard is not None:
            self._heard.installEventFilter(self)

    def _step(self, key: Step) -> QWidget | None:
        """Open a step and return it; None without an open kegiatan."""
        opened = self.open_step(key)
        return self.workspace.step if opened and self.workspace is not None else None

    def _bind(self, row: Shortcut) -> None:
        assert row.does is not None
        for at, keys in enumerate(row.keys):
            bound = QShortcut(QKeySequence(keys), self._window)
            self._bound.add(bound.key().toString())
            bound.activated.connect(lambda does=row.does, at=at: does(self, at))

    def _say(self, text: Text) -> None:
        self._window.toast.say(text)

    def _on_told(self, at: datetime | None) -> None:
        if at is None:
            self._say(_("Semua sudah tersimpan."))
            return
        assert self.context is not None
        local, now = at.astimezone(), self.context.services.clock.now().astimezone()
        time = clock_time(local.time())
        if local.date() == now.date():
            self._say(_("Sudah tersimpan otomatis {time}", time=time))
        else:
            day = date_text(local.date())
            self._say(_("Sudah tersimpan otomatis {date}, {time}", date=day, time=time))

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self._window, error)
