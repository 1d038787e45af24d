"""One presentation from start to end: which window on which screen, and where the keys go."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QTextEdit,
    QWidget,
)

from bimtek.content.videos import find_captions, find_video, load_captions
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui.presentation.deck import Deck
from bimtek.ui.presentation.film import Players
from bimtek.ui.presentation.film_player import open_film
from bimtek.ui.presentation.presenter import PresenterWindow
from bimtek.ui.presentation.projector import ProjectorWindow
from bimtek.ui.presentation.show import Show, Stage

UNPLUGGED = _("Proyektor terputus. Slide tetap berjalan di laptop ini.")
ONE_SCREEN = _("Hanya ada satu layar. Catatan ini ikut terlihat peserta.")
MIRRORED = _("Laptop dan proyektor menampilkan hal yang sama. Pilih layar diperluas (Windows+P).")
NO_VIDEO = _("Berkas video ini tidak ada di folder modul.")
NO_PLAYER = _("Laptop ini belum punya pemutar video. Pasang pemutar, lalu coba lagi.")
OUTSIDE = _("Video dibuka di pemutar laptop.")
BROKEN_VIDEO = _("Video ini tidak dapat diputar di sini. Dicoba di pemutar laptop.")
_FILM_KEYS = _("V: jeda · M: mundur 10 detik · C: teks · S: hentikan video")
_COVERS = {Qt.Key.Key_N, Qt.Key.Key_B, Qt.Key.Key_W}
_running: set["Presentation"] = set()  # a show goes on although its opener forgot it


def _now() -> datetime:
    return datetime.now().astimezone()


class Presentation(QObject):
    """Shows a deck; `on_position` hears every slide that comes on, so that it can be kept.

    `screens`, `players` and both clocks are given by tests; `title` is what the calm page shows.
    """

    ended = Signal(int)  # index of the last slide
    notes_resized = Signal(int)

    def __init__(
        self,
        deck: Deck,
        title: Text | str,
        *,
        start: int = 0,
        on_position: Callable[[int], object] = lambda index: None,
        notes_size: int = 20,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], datetime] = _now,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
        players: Players = open_film,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screens = screens
        self._had_projector = False
        self._deck = deck
        self.show = Show(deck.slides, start, clock, players=players)
        self.show.video_wanted.connect(self.play_video)
        self.show.film.failed.connect(self._on_film_failed)
        self.show.moved.connect(on_position)
        self.show.ended.connect(self._on_ended)
        pictures = deck.pictures
        self.presenter = PresenterWindow(self.show, pictures, title, notes_size, wall_clock)
        self.projector = ProjectorWindow(self.show, pictures, title)
        self.presenter.full_screen_wanted.connect(self.fill_laptop)
        self.presenter.notes.size_changed.connect(self.notes_resized)
        self.show.changed.connect(self._on_changed)
        self._on_changed()
        self._app = QApplication.instance()
        assert isinstance(self._app, QApplication)

    def open(self) -> None:
        """Put the windows on the screens and listen to the keys."""
        assert isinstance(self._app, QApplication)
        _running.add(self)
        self._app.installEventFilter(self)
        self._app.screenAdded.connect(self.place)
        self._app.screenRemoved.connect(self.place)
        self.place()

    @property
    def running(self) -> bool:
        """True from open() until the show ends."""
        return self in _running

    def place(self) -> None:
        """Notes on the laptop, slides on the projector; with one screen only slides, after a loss notes."""
        laptop, projector = self._pick()
        self.presenter.stage.aspect = _aspect(projector or laptop)
        self.presenter.next_view.aspect = self.presenter.stage.aspect
        if projector is not None:
            self._had_projector = True
            self.presenter.warn(None)
            self._show_presenter(laptop)
            self.projector.show_on(projector, alone=False)
            self.presenter.activateWindow()
        elif self._had_projector:
            self.projector.hide()
            self.presenter.warn(UNPLUGGED)
            self._show_presenter(laptop)
        else:
            self.fill_laptop()

    def fill_laptop(self) -> None:
        """Show the slides over the whole laptop screen."""
        laptop, _projector = self._pick()
        self.presenter.hide()
        self.projector.show_on(laptop, alone=True)

    def show_notes(self) -> None:
        """With one screen: go from the slides to the notes."""
        laptop, _projector = self._pick()
        self.presenter.warn(MIRRORED if len(self._screens()) > 1 else ONE_SCREEN)
        self._show_presenter(laptop)
        self.projector.hide()

    def play_video(self) -> None:
        """Play the film of this slide, here or in the system's player, only from the media folder."""
        path = self._video()
        if path is None:
            self._say_of_video(NO_VIDEO, "warning")
        elif not self.show.film.play(path, load_captions(self._captions())):
            self._open_outside(path, OUTSIDE)
        elif not self.presenter.isVisible():
            self.projector.say_briefly(_FILM_KEYS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the keys of our two windows to the show; the calm screen also works over a dialog."""
        if event.type() == QEvent.Type.Show:
            self._keep_off_the_projector(watched)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(watched, QWidget):
            return False
        key, ours = Qt.Key(event.key()), watched.window() in (self.presenter, self.projector)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if ours and key == Qt.Key.Key_Tab and self._pick()[1] is None and self.projector.isVisible():
            self.show_notes()
            return True
        if key == Qt.Key.Key_F5 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return ours  # from this slide on: it is on already
        if ours and not _wants_for_itself(watched, key):
            return self.show.key(key, event.text())
        if not ours and key in _COVERS and not isinstance(watched, QLineEdit | QTextEdit | QPlainTextEdit):
            return self.show.key(key)
        return False

    def _keep_off_the_projector(self, shown: QObject) -> None:
        """Move a dialog that opens on the projector to the laptop: people there see slides and no more."""
        laptop, projector = self._pick()
        if projector is None or not isinstance(shown, QDialog) or shown.screen() is not projector:
            return
        room = laptop.availableGeometry()
        shown.setGeometry(
            QStyle.alignedRect(
                Qt.LayoutDirection.LeftToRight,
                Qt.AlignmentFlag.AlignCenter,
                shown.size().boundedTo(room.size()),
                room,
            )
        )

    def _on_film_failed(self) -> None:
        """Let the system try; never over a cover, nor when the slide has gone."""
        path = self._video()
        if path is not None and self.show.stage is Stage.SLIDE:
            self._open_outside(path, BROKEN_VIDEO)

    def _open_outside(self, path: Path, words: Text) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say_of_video(words, "secondary")
        else:
            self._say_of_video(NO_PLAYER, "warning")

    def _video(self) -> Path | None:
        video, folder = self.show.slide.video, self._deck.folder
        return find_video(folder, video.path) if video is not None and folder is not None else None

    def _captions(self) -> Path | None:
        video, folder = self.show.slide.video, self._deck.folder
        return find_captions(folder, video) if video is not None and folder is not None else None

    def _say_of_video(self, words: Text, tone: str) -> None:
        self.presenter.film_bar.say(words, tone)
        if not self.presenter.isVisible():
            self.projector.say_briefly(words)

    def _on_changed(self) -> None:
        """Name the captions of a film, for players that do not find them by themselves."""
        known = self._captions()
        words = _("Teks Indonesia: {name}", name=known.name) if known is not None else NO_TEXT
        self.presenter.film_bar.say(words)

    def _pick(self) -> tuple[QScreen, QScreen | None]:
        """Return the laptop's screen and the projector's, when there is one that shows something else."""
        screens = list(self._screens())
        laptop = screens[0]
        others = [screen for screen in screens[1:] if screen.geometry() != laptop.geometry()]
        return laptop, others[0] if others else None

    def _show_presenter(self, laptop: QScreen) -> None:
        self.presenter.setScreen(laptop)
        self.presenter.setGeometry(laptop.availableGeometry())
        self.presenter.showMaximized()
        self.presenter.stage.setFocus()

    def _on_ended(self, index: int) -> None:
        assert isinstance(self._app, QApplication)
        self._app.removeEventFilter(self)
        self._app.screenAdded.disconnect(self.place)
        self._app.screenRemoved.disconnect(self.place)
        self.presenter.timer.stop()
        for window in (self.projector, self.presenter):
            window.hide()
            window.deleteLater()
        _running.discard(self)
        self.ended.emit(index)


def _aspect(screen: QScreen) -> float:
    size = screen.geometry()
    return min(max(size.width() / max(size.height(), 1), 5 / 4), 16 / 9)


def _wants_for_itself(widget: QWidget, key: Qt.Key) -> bool:
    """Space and Enter press the button the keyboard is on; arrows and pages scroll notes reached by Tab."""
    if isinstance(widget, QAbstractButton):
        return key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if isinstance(widget, QTextEdit):
        return key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    return False
