"""The frame of certificates: a band of kawung, the batik of four petals, between two lines."""

from dataclasses import dataclass
from typing import Any

from bimtek.documents.colours import Colour, colour
from bimtek.documents.page import MM, Sheet

OUTER, INNER = 8.0, 12.5  # millimetres from the edge of the page


@dataclass(frozen=True, slots=True)
class Ink:
    """Draws shapes in millimetres from the top left on a canvas."""

    canvas: Any
    height: float

    def frame(self, inset: float, weight: float, line: Colour, wide: float) -> None:
        """A rectangle so far inside the page."""
        self.canvas.setStrokeColorRGB(*line)
        self.canvas.setLineWidth(weight)
        side = inset * MM
        self.canvas.rect(side, side, wide * MM - 2 * side, self.height * MM - 2 * side)

    def kawung(self, x: float, y: float, wide: float, high: float) -> None:
        """One cell: four slim petals from its middle to its corners."""
        for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
            near, far = 0.07, 0.49
            start = (x + dx * wide * near, y + dy * high * near)
            self.petal(*start, x + dx * wide * far, y + dy * high * far, high * 0.095)

    def petal(self, x1: float, y1: float, x2: float, y2: float, half: float) -> None:
        """A leaf between two points, `half` wide to each side."""
        middle_x, middle_y = (x1 + x2) / 2, (y1 + y2) / 2
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        side_x, side_y = -(y2 - y1) / length * half * 1.6, (x2 - x1) / length * half * 1.6
        path = self.canvas.beginPath()
        path.moveTo(*self._at(x1, y1))
        for sign in (1, -1):
            bend = self._at(middle_x + sign * side_x, middle_y + sign * side_y)
            end = self._at(x2, y2) if sign == 1 else self._at(x1, y1)
            path.curveTo(*bend, *bend, *end)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def diamond(self, x: float, y: float, half: float) -> None:
        """A filled lozenge."""
        path = self.canvas.beginPath()
        path.moveTo(*self._at(x - half, y))
        for dx, dy in ((0, -half), (half, 0), (0, half)):
            path.lineTo(*self._at(x + dx, y + dy))
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * MM, (self.height - y) * MM


def draw_frame(sheet: Sheet) -> None:
    """Two dark lines with a kawung band between them, and a fine gold line inside."""
    layout, canvas = sheet.layout, sheet.canvas
    ink = Ink(canvas, layout.height)
    canvas.saveState()
    canvas.setFillColorRGB(*colour("ornament"))
    _draw_band(ink, layout.width, layout.height)
    ink.frame(OUTER, 2, colour("frame"), layout.width)
    ink.frame(INNER, 0.6, colour("frame"), layout.width)
    ink.frame(INNER + 1.2, 0.5, colour("ornament"), layout.width)
    canvas.restoreState()


def _draw_band(ink: Ink, wide: float, high: float) -> None:
    """Cells along all four sides, of the size nearest to square that divides them evenly."""
    band = INNER - OUTER - 0.8  # clear of both lines
    half = OUTER + 0.5 + band / 2
    across, down = round((wide - 2 * half) / band), round((high - 2 * half) / band)
    step_x, step_y = (wide - 2 * half) / across, (high - 2 * half) / down
    for n in range(across + 1):
        for y in (half, high - half):
            ink.kawung(half + n * step_x, y, step_x, band)
            if n:
                ink.diamond(half + (n - 0.5) * step_x, y, 0.3)
    for n in range(1, down):
        for x in (half, wide - half):
            ink.kawung(x, half + n * step_y, band, step_y)
    for n in range(1, down + 1):
        for x in (half, wide - half):
            ink.diamond(x, half + (n - 0.5) * step_y, 0.3)


def draw_flourish(sheet: Sheet, y: float, near: float, far: float) -> None:
    """A line with a lozenge on each side of the middle: from `near` to `far` millimetres off it."""
    canvas, middle = sheet.canvas, sheet.layout.width / 2
    ink = Ink(canvas, sheet.layout.height)
    canvas.saveState()
    canvas.setFillColorRGB(*colour("ornament"))
    canvas.setStrokeColorRGB(*colour("ornament"))
    sheet.lines([(middle - far, y, middle - near, y), (middle + near, y, middle + far, y)], 0.6)
    for sign in (-1, 1):
        ink.diamond(middle + sign * near, y, 1.0)
    canvas.restoreState()
