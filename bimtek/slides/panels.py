"""Framed parts of a slide: callouts, big figures, quotes, tables, columns with a heading."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath

from bimtek.domain.blocks import Span, Spans
from bimtek.slides.boxes import Box, TextBox
from bimtek.slides.pictures import paint_icon
from bimtek.slides.style import Sizes, SlideStyle

_SEMIBOLD, _BOLD = 600, 700
_RADIUS = 24.0


def paint_panel(painter: QPainter, style: SlideStyle, place: QRectF, fill: str, edge: str = "") -> None:
    """Draw a soft plane, with a strong edge on its left when `edge` names a colour."""
    shape = QPainterPath()
    shape.addRoundedRect(place, _RADIUS, _RADIUS)
    painter.fillPath(shape, style.colour(fill))
    if edge:
        bar = QPainterPath()
        bar.addRect(QRectF(place.left(), place.top(), 14, place.height()))
        painter.fillPath(shape.intersected(bar), style.colour(edge))


@dataclass
class Panel:
    """A plane around a box; with a head it carries an icon, the kind's word and a title."""

    style: SlideStyle
    inner: Box
    sizes: Sizes
    fill: str
    edge: str = ""
    icon: str = ""
    word: str = ""
    title: str = ""
    pad: float = 44.0

    @property
    def grows(self) -> bool:
        """A plane is as high as what is in it."""
        return self.inner.grows

    def height(self, width: float) -> float:
        """Head, what is inside, and the room around."""
        inside = width - 2 * self.pad
        return 2 * self.pad * 0.8 + self._head_height(inside) + self.inner.height(inside)

    def fits(self, width: float) -> bool:
        """True when what is inside fits."""
        inside = width - 2 * self.pad
        return self.inner.fits(inside) and self._title().fits(inside)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw plane, head and what is inside."""
        paint_panel(painter, self.style, place, self.fill, self.edge)
        inside = place.adjusted(self.pad, self.pad * 0.8, -self.pad, -self.pad * 0.8)
        head = self._head_height(inside.width())
        if head:
            self._paint_head(painter, inside)
        self.inner.paint(painter, inside.adjusted(0, head, 0, 0))

    def _title(self) -> TextBox:
        return TextBox(self.style, (Span(self.title),), self.sizes.heading, _BOLD, self.edge or "primary")

    def _head_height(self, width: float) -> float:
        word = self.sizes.small * 1.5 if self.word else 0.0
        title = self._title().height(width) if self.title else 0.0
        return word + title + (self.sizes.gap * 0.45 if word or title else 0.0)

    def _paint_head(self, painter: QPainter, inside: QRectF) -> None:
        top, small = inside.top(), self.sizes.small
        if self.word:
            role = self.edge or "primary"
            paint_icon(
                painter, self.style, self.icon, role, QRectF(inside.left(), top, small * 1.2, small * 1.2)
            )
            painter.setPen(self.style.colour(role))
            painter.setFont(self.style.font(small, _SEMIBOLD))
            place = QRectF(inside.left() + small * 1.6, top, inside.width(), small * 1.2)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.word)
            top += small * 1.5
        if self.title:
            self._title().paint(painter, QRectF(inside.left(), top, inside.width(), inside.height()))


@dataclass
class FigureBox:
    """A number so large that it is the picture, and what it counts under it."""

    style: SlideStyle
    figure: str
    meaning: Box
    sizes: Sizes
    grows: bool = field(default=False, init=False)

    def height(self, width: float) -> float:
        """The number and its meaning."""
        return self._size(width) * 1.02 + self.sizes.gap + self.meaning.height(width)

    def fits(self, width: float) -> bool:
        """True when the number stays large."""
        return self.meaning.fits(width) and self._size(width) >= 150

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw the number, a short amber line, and the meaning."""
        size = self._size(place.width())
        painter.setPen(self.style.colour("primary"))
        painter.setFont(_tight(self.style.font(size, _BOLD)))
        painter.drawText(QPointF(place.left() - size * 0.04, place.top() + size * 0.84), self.figure)
        below = place.adjusted(0, size * 1.02 + self.sizes.gap, 0, 0)
        self.meaning.paint(painter, below)

    def _size(self, width: float) -> float:
        """The largest size at which the number takes no more than the width."""
        natural = QFontMetricsF(_tight(self.style.font(100, _BOLD))).horizontalAdvance(self.figure)
        return min(self.sizes.figure, 100 * width / max(natural, 1.0))


def _tight(font: QFont) -> QFont:
    """Return a font with its letters a little closer: large digits look loose."""
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 95)
    return font


@dataclass
class QuoteBox:
    """Someone's words, with a large mark beside them."""

    style: SlideStyle
    spans: Spans
    size: float
    grows: bool = field(default=False, init=False)

    def height(self, width: float) -> float:
        """Its lines."""
        return self._words().height(width - self._indent)

    def fits(self, width: float) -> bool:
        """True when its longest word fits."""
        return self._words().fits(width - self._indent)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw an amber bar and the words."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.style.colour("accent"))
        painter.drawRoundedRect(QRectF(place.left(), place.top(), 14, self.height(place.width())), 7, 7)
        self._words().paint(painter, place.adjusted(self._indent, 0, 0, 0))

    @property
    def _indent(self) -> float:
        return 56.0

    def _words(self) -> TextBox:
        return TextBox(self.style, self.spans, self.size, _SEMIBOLD, "primary")


@dataclass
class TableBox:
    """A table with a strong head, thin lines, and columns as wide as their words need."""

    style: SlideStyle
    header: Sequence[Spans]
    rows: Sequence[Sequence[Spans]]
    size: float
    grows: bool = field(default=False, init=False)

    def height(self, width: float) -> float:
        """Head and rows."""
        widths = self._widths(width)
        return sum(self._row_height(cells, widths) for cells in self._lines())

    def fits(self, width: float) -> bool:
        """True when the longest word of every cell fits its column."""
        widths = self._widths(width)
        return all(
            box.fits(wide - 2 * self._pad)
            for cells in self._lines()
            for box, wide in zip(cells, widths, strict=True)
        )

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw row by row."""
        widths, top = self._widths(place.width()), place.top()
        for at, cells in enumerate(self._lines()):
            high = self._row_height(cells, widths)
            row = QRectF(place.left(), top, place.width(), high)
            if at == 0:
                paint_panel(painter, self.style, row, "primary")
            elif at % 2 == 0:
                paint_panel(painter, self.style, row, "primary_soft")
            left = place.left()
            for box, wide in zip(cells, widths, strict=True):
                inside = wide - 2 * self._pad
                shift = (high - box.height(inside)) / 2
                box.paint(painter, QRectF(left + self._pad, top + shift, inside, high))
                left += wide
            top += high

    @property
    def _pad(self) -> float:
        return self.size * 0.7

    def _lines(self) -> list[list[TextBox]]:
        head = [TextBox(self.style, cell, self.size, _BOLD, "on_primary", 1.22) for cell in self.header]
        return [
            head,
            *([TextBox(self.style, cell, self.size, leading=1.22) for cell in row] for row in self.rows),
        ]

    def _row_height(self, cells: Sequence[TextBox], widths: Sequence[float]) -> float:
        pairs = zip(cells, widths, strict=True)
        return max(box.height(wide - 2 * self._pad) for box, wide in pairs) + self.size * 0.85

    def _widths(self, width: float) -> list[float]:
        """Share the width by what each column would like, none under a sixth."""
        columns = list(zip(*self._lines(), strict=True))
        wanted = [max(box.natural_width() for box in column) + 2 * self._pad for column in columns]
        wanted = [max(wide, sum(wanted) / 6) for wide in wanted]
        return [wide * width / sum(wanted) for wide in wanted]
