"""Letter and shape of an answer: told apart without colour, from the back of a room."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from bimtek.ui import theme


def answer(place: int) -> dict[str, str]:
    """Return letter, shape, fill and text colour of a place; after the last they begin again."""
    answers: list[dict[str, str]] = theme.tokens()["answers"]
    return answers[place % len(answers)]


def letter(place: int) -> str:
    """Return the letter of the answer at a place: A, B, C…"""
    return answer(place)["letter"]


def outline(shape: str, box: QRectF) -> QPainterPath:
    """Return a shape that fills a box."""
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(box)
    elif shape == "square":
        path.addRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    else:
        path.addPolygon(QPolygonF([*_corners(shape, box)]))
        path.closeSubpath()
    return path


def paint_badge(painter: QPainter, place: int, box: QRectF, fill: QColor, ink: QColor) -> None:
    """Draw a plane with the letter and, under it, the shape."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, 8, 8)
    high = box.height()
    painter.setPen(ink)
    font = theme.current().font("body", 700)
    font.setPixelSize(round(high * 0.42))
    painter.setFont(font)
    painter.drawText(
        box.adjusted(0, high * 0.06, 0, -high * 0.40), Qt.AlignmentFlag.AlignCenter, letter(place)
    )
    side = high * 0.27
    mark = QRectF(box.center().x() - side / 2, box.bottom() - side - high * 0.11, side, side)
    painter.fillPath(outline(answer(place)["shape"], mark), ink)


def _corners(shape: str, box: QRectF) -> list[QPointF]:
    middle, radius = box.center(), box.width() / 2
    if shape == "triangle":
        return [QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]
    if shape == "diamond":
        return [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
    points, inner = (6, 1.0) if shape == "hexagon" else (10, 0.45)
    return [
        middle
        + QPointF(math.sin(turn * 2 * math.pi / points), -math.cos(turn * 2 * math.pi / points))
        * radius
        * (inner if turn % 2 else 1.0)
        for turn in range(points)
    ]
