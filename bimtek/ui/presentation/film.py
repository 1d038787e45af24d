"""The film that plays in a show: what is shown and said now, and what each key does with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from bimtek.domain.captions import Captions, Cue

BACK_MS = 10_000
FULL = 100
_LOUDER = 10
_OPENS_MS = 8_000  # so long may a slow USB drive take to give the first picture


class Player(QObject):
    """What a film is played with. Made for one film, silent and still until `play`."""

    pictured = Signal()  # there is another picture
    moved = Signal(int)  # milliseconds from the start
    finished = Signal()
    failed = Signal()

    def play(self) -> None:
        """Begin, or go on."""
        raise NotImplementedError

    def pause(self) -> None:
        """Stand still, silent, at once."""
        raise NotImplementedError

    def seek(self, moment: int) -> None:
        """Go to a moment, in milliseconds."""
        raise NotImplementedError

    def set_volume(self, percent: int) -> None:
        """Set how loud it is."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the film and of the loudspeaker."""
        raise NotImplementedError

    @property
    def duration(self) -> int:
        """How long the film is, in milliseconds; 0 as long as nobody knows."""
        raise NotImplementedError

    def picture(self) -> QImage | None:
        """The picture of now, None before the first one."""
        raise NotImplementedError


Players = Callable[[Path], Player | None]


def no_player(path: Path) -> None:
    """Stand in for players where there are none."""


class Film(QObject):
    """At most one film; captions and loudness stay as they were set until the show ends."""

    changed = Signal()  # what the buttons say
    drawn = Signal()  # another picture or caption
    failed = Signal()  # it cannot be shown; it is over already

    def __init__(self, players: Players, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._players = players
        self._player: Player | None = None
        self._captions = Captions()
        self.playing = False
        self.captions_on = True
        self.volume = FULL
        self.position = 0
        self.cue: Cue | None = None
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(_OPENS_MS)
        self._opening.timeout.connect(self._fail)

    @property
    def on(self) -> bool:
        """True from play() until it is over, stopped or has failed."""
        return self._player is not None

    @property
    def duration(self) -> int:
        """Milliseconds in all, 0 when unknown."""
        return self._player.duration if self._player is not None else 0

    @property
    def has_captions(self) -> bool:
        """True when there are captions to be shown or hidden."""
        return bool(self._captions.cues)

    def picture(self) -> QImage | None:
        """The picture of now, None when there is none: then the slide is shown."""
        return self._player.picture() if self._player is not None else None

    def play(self, path: Path, captions: Captions) -> bool:
        """Begin a film; False when this laptop has nothing to play it with."""
        self.stop()
        player = self._players(path)
        if player is None:
            return False
        player.setParent(self)
        self._player, self._captions, self.cue = player, captions, captions.at(0)
        player.pictured.connect(self._on_picture)
        player.moved.connect(self._on_moved)
        player.finished.connect(self.stop)
        player.failed.connect(self._fail)
        player.set_volume(self.volume)
        self._opening.start()
        self._run(playing=True)
        return True

    def toggle(self) -> None:
        """Pause, or go on."""
        self._run(playing=not self.playing)

    def pause(self) -> None:
        """Stand still, as under a black screen; only a person lets it go on, for it makes sound."""
        if self.playing:
            self._run(playing=False)

    def back(self) -> None:
        """Go ten seconds back."""
        if self._player is not None:
            moment = max(self.position - BACK_MS, 0)
            self._player.seek(moment)
            self._on_moved(moment)

    def louder(self, steps: int) -> None:
        """Change the loudness by steps of a tenth."""
        self.volume = min(max(self.volume + steps * _LOUDER, 0), FULL)
        if self._player is not None:
            self._player.set_volume(self.volume)
        self.changed.emit()

    def toggle_captions(self) -> None:
        """Show or hide what is said."""
        self.captions_on = not self.captions_on
        self.changed.emit()
        self.drawn.emit()

    def stop(self) -> None:
        """End it: the slide is shown again."""
        player, self._player = self._player, None
        if player is None:
            return
        self._opening.stop()
        player.blockSignals(True)
        player.close()
        player.deleteLater()
        self.playing, self.position, self.cue = False, 0, None
        self._captions = Captions()
        self.changed.emit()
        self.drawn.emit()

    def key(self, key: Qt.Key) -> bool:
        """Do what a key means for the film that is on; False when it means nothing."""
        actions: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_M: self.back,
            Qt.Key.Key_S: self.stop,
            Qt.Key.Key_C: self.toggle_captions,
            Qt.Key.Key_BracketLeft: lambda: self.louder(-1),
            Qt.Key.Key_BracketRight: lambda: self.louder(1),
        }
        action = actions.get(key) if self.on else None
        if action is not None:
            action()
        return action is not None

    def _run(self, *, playing: bool) -> None:
        if self._player is None:
            return
        self.playing = playing
        if playing:
            self._player.play()
        else:
            self._player.pause()
        self.changed.emit()

    def _on_picture(self) -> None:
        self._opening.stop()
        self.drawn.emit()

    def _on_moved(self, moment: int) -> None:
        before, self.position = self.position, moment
        cue, self.cue = self.cue, self._captions.at(moment)
        if cue != self.cue:
            self.drawn.emit()
        if before // 1000 != moment // 1000:
            self.changed.emit()

    def _fail(self) -> None:
        self.stop()
        self.failed.emit()
