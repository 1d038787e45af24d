"""What both charts share: the frame, the pattern, and how a fraction is written."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bimtek.ui import theme


class Chart(QWidget):
    """A painted chart whose height follows its rows and its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def percent(fraction: float) -> str:
    """Return a fraction as people read it: "67%"."""
    return f"{round(fraction * 100)}%"


def paint_bar(
    painter: QPainter, track: QRectF, fraction: float, colour: QColor, *, striped: bool = False
) -> None:
    """Draw a rounded bar that fills `fraction` of its track; stripes mark one of two without colour."""
    radius = track.height() / 2
    painter.setPen(QPen(theme.current().colour("divider"), 1))
    painter.setBrush(theme.current().colour("sunken"))
    painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    if fraction <= 0:
        return
    filled = QRectF(track)
    filled.setWidth(max(track.height(), track.width() * min(fraction, 1.0)))
    if striped:
        painter.setBrush(theme.current().colour("surface"))
        painter.drawRoundedRect(filled, radius, radius)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
        inset = filled.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(inset, radius, radius)
        return
    painter.setBrush(colour)
    painter.drawRoundedRect(filled, radius, radius)
