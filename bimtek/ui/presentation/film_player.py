"""Plays films with QtMultimedia where the extra `media` is installed. No other file may name it.

It is loaded when the first film is played, never before: the base goes without it, and on a bare Linux it
may lack the sound library it wants. Whatever goes wrong here is no film, and the system's player is asked.
"""

import logging
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage

from bimtek.ui.presentation.film import Player

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

log = logging.getLogger(__name__)


@cache
def available() -> bool:
    """True when films can be played inside Bimtek; the first question loads what plays them."""
    try:
        from PySide6 import QtMultimedia
    except ImportError as error:
        log.info("films are left to the system: %s", type(error).__name__)
        return False
    return hasattr(QtMultimedia, "QMediaPlayer")


def open_film(path: Path) -> Player | None:
    """Return a player with a film in it, or None where there is nothing that could play it."""
    if not available():
        return None
    try:
        return _QtPlayer(path)
    except (RuntimeError, TypeError, AttributeError, ImportError):
        log.exception("the player of Qt does not start")
        return None


class _QtPlayer(Player):
    """Hands out pictures instead of owning a window, so that a cover and captions lie over them."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

        self._path = path
        self._media = QMediaPlayer(self)
        self._sound = QAudioOutput(self)
        self._sink = QVideoSink(self)
        self._frame: QVideoFrame | None = None
        self._drawn: QImage | None = None
        self._media.setAudioOutput(self._sound)
        self._media.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._media.positionChanged.connect(self._on_position)
        self._media.mediaStatusChanged.connect(self._on_status)
        self._media.errorOccurred.connect(self._on_error)

    def play(self) -> None:
        """Begin, or go on; the film is opened with the first, when there is somebody to hear of trouble."""
        if self._media.source().isEmpty():
            self._media.setSource(QUrl.fromLocalFile(str(self._path)))
        self._media.play()

    def pause(self) -> None:
        """Stand still, silent, at once."""
        self._media.pause()

    def seek(self, moment: int) -> None:
        """Go to a moment, in milliseconds."""
        self._media.setPosition(moment)

    def set_volume(self, percent: int) -> None:
        """Set how loud it is; ears hear loudness by its square."""
        self._sound.setVolume((percent / 100) ** 2)

    def close(self) -> None:
        """Let go of the film and of the loudspeaker."""
        self._media.stop()
        self._media.setSource(QUrl())

    @property
    def duration(self) -> int:
        """How long the film is, in milliseconds."""
        return self._media.duration()

    def picture(self) -> QImage | None:
        """The picture of now, made once for all views that paint it; those that are not painted are not."""
        if self._frame is not None:
            self._drawn, self._frame = self._frame.toImage(), None
        return self._drawn

    def _on_frame(self, frame: "QVideoFrame") -> None:
        if frame.isValid():  # the last one, when a film ends, is not
            self._frame = frame
            self.pictured.emit()

    def _on_position(self, moment: int) -> None:
        self.moved.emit(moment)  # no signal of ours is as wide as theirs

    def _on_status(self, status: "QMediaPlayer.MediaStatus") -> None:
        kinds = type(status)
        if status == kinds.EndOfMedia:
            self.finished.emit()
        elif status == kinds.InvalidMedia or (status == kinds.LoadedMedia and not self._media.hasVideo()):
            self.failed.emit()

    def _on_error(self, error: "QMediaPlayer.Error", words: str) -> None:
        log.warning("a film fails: %s", error.name)  # the words of Qt name folders
        self.failed.emit()
