"""Boxes that know how high they are at a width, and draw themselves there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from bimtek.domain.blocks import Spans, spans_text
from bimtek.slides.style import SlideStyle

_REGULAR, _SEMIBOLD, _BOLD = 400, 600, 700


class Box(Protocol):
    """Something on a slide, in canvas units."""

    def height(self, width: float) -> float:
        """The least height it needs at this width."""

    def fits(self, width: float) -> bool:
        """True when nothing in it is wider than this."""

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw into a place at least as high as it needs."""

    @property
    def grows(self) -> bool:
        """True for what takes any height that is left: pictures."""


@dataclass
class TextBox:
    """Words that wrap. Bold spans are heavier than `weight`."""

    style: SlideStyle
    spans: Spans
    size: float
    weight: int = _REGULAR
    role: str = "text"
    leading: float = 1.28
    centred: bool = False
    grows: bool = field(default=False, init=False)

    def height(self, width: float) -> float:
        """All its lines."""
        return self.size * self.leading * self._lay(width).lineCount()

    def lines(self, width: float) -> int:
        """How many lines it takes."""
        return self._lay(width).lineCount()

    def fits(self, width: float) -> bool:
        """True when its longest word fits."""
        layout = self._lay(width)
        lines = [layout.lineAt(at) for at in range(layout.lineCount())]
        return all(line.naturalTextWidth() <= width + 1 for line in lines)

    def natural_width(self) -> float:
        """How wide it is in one line."""
        layout = self._lay(100_000)  # a line lives only as long as its layout
        return layout.lineAt(0).naturalTextWidth() if layout.lineCount() else 0.0

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw from the top of its place."""
        painter.setPen(self.style.colour(self.role))
        self._lay(place.width()).draw(painter, place.topLeft())

    def _lay(self, width: float) -> QTextLayout:
        layout = QTextLayout(spans_text(self.spans), self.style.font(self.size, self.weight))
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if self.centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        step, top = self.size * self.leading, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for span in self.spans:
            if span.bold or span.italic:
                found = QTextLayout.FormatRange()
                found.start, found.length = start, _utf16(span.text)
                letters = QTextCharFormat()
                heavy = _BOLD if span.bold else self.weight
                letters.setFont(self.style.font(self.size, heavy, italic=span.italic))
                letters.setFontWeight(QFont.Weight(heavy))
                found.format = letters
                ranges.append(found)
            start += _utf16(span.text)
        return ranges


@dataclass
class ListBox:
    """Points with a disc, or steps with a number in a circle."""

    style: SlideStyle
    items: Sequence[Spans]
    ordered: bool
    size: float
    weight: int = _REGULAR
    grows: bool = field(default=False, init=False)

    def height(self, width: float) -> float:
        """All points and the room between them."""
        inner = width - self._indent
        return sum(point.height(inner) for point in self._points()) + self._gap * (len(self.items) - 1)

    def fits(self, width: float) -> bool:
        """True when every point fits."""
        return all(point.fits(width - self._indent) for point in self._points())

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw mark and words of every point."""
        top, inner = place.top(), place.width() - self._indent
        for number, point in enumerate(self._points(), start=1):
            high = point.height(inner)
            self._paint_mark(painter, QPointF(place.left(), top + self.size * point.leading / 2), number)
            point.paint(painter, QRectF(place.left() + self._indent, top, inner, high))
            top += high + self._gap

    @property
    def _indent(self) -> float:
        return self.size * (1.75 if self.ordered else 0.95)

    @property
    def _gap(self) -> float:
        return self.size * 0.42

    def _points(self) -> list[TextBox]:
        return [TextBox(self.style, item, self.size, self.weight) for item in self.items]

    def _paint_mark(self, painter: QPainter, middle: QPointF, number: int) -> None:
        radius = self.size * (0.62 if self.ordered else 0.16)
        centre = QPointF(middle.x() + radius, middle.y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.style.colour("primary"))
        painter.drawEllipse(centre, radius, radius)
        if self.ordered:
            painter.setPen(self.style.colour("on_primary"))
            painter.setFont(self.style.font(max(self.size * 0.76, self.style.least), _BOLD))
            room = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))


@dataclass
class Stack:
    """Boxes one under the other; pictures share what is left, or all of it stays free."""

    boxes: Sequence[Box]
    gap: float
    middle: bool = False  # stand in the middle of the place when nothing grows

    @property
    def grows(self) -> bool:
        """True when a picture is among them."""
        return any(box.grows for box in self.boxes)

    def height(self, width: float) -> float:
        """All boxes and the room between them."""
        return sum(box.height(width) for box in self.boxes) + self.gap * max(len(self.boxes) - 1, 0)

    def fits(self, width: float) -> bool:
        """True when every box fits."""
        return all(box.fits(width) for box in self.boxes)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw from top to bottom."""
        spare = max(place.height() - self.height(place.width()), 0.0)
        growing = sum(box.grows for box in self.boxes)
        top = place.top() + (spare / 2 if self.middle and not growing else 0.0)
        for box in self.boxes:
            high = box.height(place.width()) + (spare / growing if box.grows else 0.0)
            box.paint(painter, QRectF(place.left(), top, place.width(), high))
            top += high + self.gap


@dataclass
class Row:
    """Boxes side by side, each as wide as its share."""

    boxes: Sequence[Box]
    gap: float
    shares: Sequence[float] = ()

    @property
    def grows(self) -> bool:
        """True when a picture is among them."""
        return any(box.grows for box in self.boxes)

    def widths(self, width: float) -> list[float]:
        """How wide each box is."""
        shares = list(self.shares) or [1.0] * len(self.boxes)
        room = width - self.gap * (len(self.boxes) - 1)
        return [room * share / sum(shares) for share in shares]

    def height(self, width: float) -> float:
        """As high as the highest."""
        pairs = zip(self.boxes, self.widths(width), strict=True)
        return max((box.height(wide) for box, wide in pairs), default=0.0)

    def fits(self, width: float) -> bool:
        """True when every box fits its share."""
        return all(box.fits(wide) for box, wide in zip(self.boxes, self.widths(width), strict=True))

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw from left to right."""
        left = place.left()
        for box, wide in zip(self.boxes, self.widths(place.width()), strict=True):
            box.paint(painter, QRectF(left, place.top(), wide, place.height()))
            left += wide + self.gap


def _utf16(text: str) -> int:
    """Length as Qt counts letters."""
    return len(text.encode("utf-16-le")) // 2
