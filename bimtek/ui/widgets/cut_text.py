"""Lines of text painted into a place, cut where the place ends. Beranda is filled with them: see labels."""

import unicodedata

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter

from bimtek.ui import theme

_LEFT, _MIDDLE = 0x1, 0x80  # Qt.AlignmentFlag.AlignLeft, AlignVCenter
Look = tuple[str, int, str]  # size of the type scale, weight, role of the colour


def write_cut(
    painter: QPainter,
    place: QRect,
    text: str,
    look: Look,
    side: int = _LEFT,
) -> None:
    """Write in the middle of a place's height; what does not fit ends in an ellipsis.

    `side` is a horizontal Qt.AlignmentFlag.
    """
    size, weight, role = look
    font = theme.current().font(size, weight)
    painter.setFont(font)
    painter.setPen(theme.current().colour(role))
    painter.drawText(place, side | _MIDDLE, cut_to(text, QFontMetrics(font), place.width()))


def cut_to(text: str, letters: QFontMetrics, room: int) -> str:
    """As much of a text as there is room for, an ellipsis where it was cut.

    Qt's own way to do it asks for an enum of `Qt`; a letter and the marks over it stay together here too.
    """
    if letters.horizontalAdvance(text) <= room:
        return text
    least, most = 0, len(text) - 1
    while least < most:
        middle = (least + most + 1) // 2
        if letters.horizontalAdvance(_ended(text, middle)) <= room:
            least = middle
        else:
            most = middle - 1
    return _ended(text, least)


def _ended(text: str, at: int) -> str:
    while at and unicodedata.combining(text[at]):
        at -= 1
    return text[:at].rstrip() + "…"


def write_two_lines(
    painter: QPainter,
    place: QRect,
    words: tuple[str, str],
    roles: tuple[str, str],
    side: int = _LEFT,
) -> None:
    """Write a strong line over a small one."""
    high = place.height() * 3 // 8
    first = QRect(place.left(), place.top() + place.height() // 8, place.width(), high)
    second = QRect(place.left(), first.bottom() + 1, place.width(), high)
    write_cut(painter, first, words[0], ("body", 600, roles[0]), side)
    write_cut(painter, second, words[1], ("caption", 400, roles[1]), side)
