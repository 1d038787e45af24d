"""Paints a film over the whole stage, and what is said in it over its lower edge."""

from math import ceil

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from bimtek.domain.captions import Cue
from bimtek.slides.style import SlideStyle
from bimtek.ui.presentation.film import Film

LETTERS = 0.05  # height of the captions' font, as a part of the stage's: 4 % is the least that a hall reads
_LINES = 2
_WIDE, _LOW = 0.86, 0.03  # how wide a line may be, and the room under the last one
_PLATE = 0.85  # how dark the plate is: words stay white on dark over a white picture
_SEMIBOLD = 600


def paint_film(painter: QPainter, place: QRectF, style: SlideStyle, film: Film) -> bool:
    """Paint the picture of now and its caption; False when there is no picture yet."""
    picture = film.picture()
    if picture is None or picture.isNull():
        return False
    painter.fillRect(place, Qt.GlobalColor.black)
    size = QSizeF(picture.size()).scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    whole = QRectF(place.topLeft(), size)
    whole.moveCenter(place.center())
    painter.drawImage(whole, picture, QRectF(picture.rect()))
    if film.cue is not None and film.captions_on:
        _paint_caption(painter, place, style, film.cue, film.position)
    return True


def caption_lines(cue: Cue, moment: int, metrics: QFontMetricsF, width: float) -> list[str]:
    """What of a cue is shown at a moment: what needs more than two lines is shown in turn, in its time."""
    lines = [line for said in cue.text.split("\n") for line in _wrapped(said, metrics, width)]
    turns = ceil(len(lines) / _LINES)
    part = (moment - cue.start) / (cue.end - cue.start)
    first = _LINES * min(max(int(part * turns), 0), turns - 1)
    return lines[first : first + _LINES]


def _wrapped(said: str, metrics: QFontMetricsF, width: float) -> list[str]:
    if metrics.horizontalAdvance(said) <= width:
        return [said]
    lines: list[str] = []
    for word in (part for whole in said.split() for part in _parted(whole, metrics, width)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _parted(word: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """An address that is longer than a line goes on in the next one."""
    parts = [""]
    for letter in word:
        if parts[-1] and metrics.horizontalAdvance(parts[-1] + letter) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def _paint_caption(painter: QPainter, place: QRectF, style: SlideStyle, cue: Cue, moment: int) -> None:
    font = style.font(place.height() * LETTERS, _SEMIBOLD)
    metrics = QFontMetricsF(font)
    lines = caption_lines(cue, moment, metrics, place.width() * _WIDE)
    high, pad = metrics.lineSpacing(), metrics.height() * 0.2
    wide = min(max(map(metrics.horizontalAdvance, lines)) + 4 * pad, place.width())
    room = QRectF(0, 0, wide, high * len(lines) + 2 * pad)
    room.moveCenter(place.center())
    room.moveBottom(place.bottom() - place.height() * _LOW)
    dark = style.colour("text")
    dark.setAlphaF(_PLATE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dark)
    painter.drawRoundedRect(room, pad, pad)
    painter.setFont(font)
    painter.setPen(style.colour("background"))
    for at, line in enumerate(lines):
        row = QRectF(room.left(), room.top() + pad + at * high, wide, high)
        painter.drawText(row, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), line)
