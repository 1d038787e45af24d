"""Millimetres of a sheet as pixels of a widget, and the colours of paper."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor

from bimtek.ui import theme


class Scale(NamedTuple):
    """Where the text area begins, how many pixels a millimetre has, and how many millimetres it is wide."""

    origin: QPointF
    ppm: float
    across: float

    def rect(self, box: QRectF) -> QRectF:
        """A rectangle of the sheet in the widget."""
        return QRectF(self.origin + box.topLeft() * self.ppm, QSizeF(box.size()) * self.ppm)


def ink(role: str) -> QColor:
    """A colour on paper, which is white in every theme."""
    return QColor(theme.tokens()["sheet"][role])
