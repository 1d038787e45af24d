"""Lines of text painted into a place, cut where the place ends."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from bimtek.ui import theme

Look = tuple[str, int, str]  # size of the type scale, weight, role of the colour


def write_cut(
    painter: QPainter,
    place: QRect,
    text: str,
    look: Look,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write in the middle of a place's height; what does not fit ends in an ellipsis."""
    size, weight, role = look
    font = theme.current().font(size, weight)
    painter.setFont(font)
    painter.setPen(theme.current().colour(role))
    cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, cut)


def write_two_lines(
    painter: QPainter,
    place: QRect,
    words: tuple[str, str],
    roles: tuple[str, str],
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write a strong line over a small one."""
    high = place.height() * 3 // 8
    first = QRect(place.left(), place.top() + place.height() // 8, place.width(), high)
    second = QRect(place.left(), first.bottom() + 1, place.width(), high)
    write_cut(painter, first, words[0], ("body", 600, roles[0]), side)
    write_cut(painter, second, words[1], ("caption", 400, roles[1]), side)
