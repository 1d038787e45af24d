"""The foot of a slide: its sources on the left, never cut; module and place on the right."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from bimtek.domain.blocks import Span
from bimtek.slides.boxes import TextBox
from bimtek.slides.style import FOOT, FOOT_TEXT, SlideStyle

MOST_LINES = 3  # of sources: more would take the slide over
_SEMIBOLD = 600
_BELOW = 24.0  # free under the words
_GAP = 64.0  # between sources and module
_PLACE = 0.45  # of the width, at most, for module and place
_LEADING = 1.14


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of one slide, in canvas units. A long module title gives way to sources."""

    style: SlideStyle
    credit: str
    module: str
    number: int

    def height(self, width: float) -> float:
        """How much of the slide it takes: more only when the sources need more than a line."""
        more = max(self.lines(width) - 1, 0)
        return FOOT + more * FOOT_TEXT * _LEADING

    def lines(self, width: float) -> int:
        """How many lines the sources take."""
        return self._sources().lines(self._room(width))

    def fits(self, width: float) -> bool:
        """True when the sources are few enough."""
        return self.lines(width) <= MOST_LINES and self._sources().fits(self._room(width))

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw into the lowest part of the slide, `height()` high."""
        line = place.adjusted(0, 0, 0, -_BELOW)
        painter.fillRect(QRectF(line.left(), line.top(), line.width(), 2), self.style.colour("primary_soft"))
        painter.setFont(self.style.font(FOOT_TEXT, _SEMIBOLD))
        painter.setPen(self.style.colour("primary"))
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, aligned, self._place(place.width()))
        sources, room = self._sources(), self._room(place.width())
        high = sources.height(room)
        top = line.top() + (line.height() - high) / 2
        sources.paint(painter, QRectF(line.left(), top, room, high))

    def _sources(self) -> TextBox:
        return TextBox(self.style, (Span(self.credit),), FOOT_TEXT, leading=_LEADING)

    def _room(self, width: float) -> float:
        return width - self._metrics().horizontalAdvance(self._place(width)) - _GAP

    def _place(self, width: float) -> str:
        number = f" · {self.number}"
        metrics = self._metrics()
        room = width * _PLACE - metrics.horizontalAdvance(number)
        return metrics.elidedText(self.module, Qt.TextElideMode.ElideRight, room) + number

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.style.font(FOOT_TEXT, _SEMIBOLD))
