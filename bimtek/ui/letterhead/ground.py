"""What lies under the logos: the paper with its millimetres, rulers, and the kop as it prints."""

from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen

from bimtek.domain.logo_place import AREA, SIDE
from bimtek.ui import theme
from bimtek.ui.letterhead.scale import Scale, ink

_FINE, _STRONG = 5, 10
_TICK, _GAP = 4, 6  # px


def ruler_size() -> tuple[int, int]:
    """How wide the ruler at the left and how high the one above is, in pixels."""
    metrics = QFontMetrics(theme.current().font("caption"))
    return metrics.horizontalAdvance("00") + 2 * _GAP, metrics.height() + _GAP


def paint_grid(painter: QPainter, scale: Scale) -> None:
    """Light lines each 5 mm, stronger ones each 10 mm, over the room of a kop."""
    for strong in (False, True):
        painter.setPen(QPen(ink("grid_strong" if strong else "grid"), 1))
        for mm in range(0, ceil(scale.across), _FINE):
            if (mm % _STRONG == 0) is strong:
                painter.drawLine(_line(scale, mm, 0, mm, AREA))
        for mm in range(0, int(AREA) + 1, _FINE):
            if (mm % _STRONG == 0) is strong:
                painter.drawLine(_line(scale, 0, mm, scale.across, mm))


def paint_rulers(painter: QPainter, scale: Scale, corner: QPointF) -> None:
    """Millimetres along the paper, whose corner is there, with as many numbers as there is room for."""
    font = theme.current().font("caption")
    painter.setFont(font)
    painter.setPen(QPen(theme.current().colour("secondary"), 1))
    metrics = QFontMetrics(font)
    across = _step(scale.ppm, metrics.horizontalAdvance("000") + _GAP)
    for mm in range(0, ceil(scale.across), across):
        x = scale.origin.x() + mm * scale.ppm
        painter.drawLine(QLineF(x, corner.y() - _TICK, x, corner.y()))
        room = QRectF(x - 100, 0, 200, corner.y() - _TICK)
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(mm))
    for mm in range(_STRONG, int(AREA) + 1, _step(scale.ppm, metrics.height())):
        y = scale.origin.y() + mm * scale.ppm
        painter.drawLine(QLineF(corner.x() - _TICK, y, corner.x(), y))
        room = QRectF(0, y - 100, corner.x() - _GAP, 200)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(mm))


def paint_middle(painter: QPainter, scale: Scale) -> None:
    """Shade what belongs to the text."""
    painter.fillRect(scale.rect(QRectF(SIDE, 0, scale.across - 2 * SIDE, AREA)), ink("middle"))


def paint_kop(painter: QPainter, scale: Scale, image: QImage, pixels: float) -> None:
    """Lay the drawn kop over the millimetres; it was drawn with so many pixels a millimetre."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    size = QSizeF(image.size()) * (scale.ppm / pixels)
    painter.drawImage(QRectF(scale.origin, size), image, QRectF(QPointF(0, 0), QSizeF(image.size())))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _line(scale: Scale, x1: float, y1: float, x2: float, y2: float) -> QLineF:
    one, other = QPointF(x1, y1) * scale.ppm, QPointF(x2, y2) * scale.ppm
    return QLineF(scale.origin + one, scale.origin + other)


def _step(ppm: float, room: float) -> int:
    """Millimetres from number to number so that they stand clear of each other."""
    return next(step for step in (10, 20, 50, 100) if step * ppm >= room or step == 100)
