"""Pictures of a module and our own icons, drawn as sharp as the painter is."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from bimtek.slides.style import SlideStyle

LEAST = 220.0  # a picture lower than this says nothing


@dataclass
class PictureBox:
    """A picture as large as its place allows, in the middle of it. A missing one shows its words."""

    style: SlideStyle
    path: Path
    alt: str
    least: float = LEAST
    grows: bool = field(default=True, init=False)

    def height(self, width: float) -> float:
        """The least height at which it can still be seen."""
        return min(self.least, width / max(self.aspect, 0.1))

    def fits(self, width: float) -> bool:
        """It always scales down."""
        return True

    @property
    def aspect(self) -> float:
        """Width over height; 4:3 when it cannot be read."""
        wide, high = _size(self.path)
        return wide / high if high else 4 / 3

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw it in the middle of its place."""
        wide = min(place.width(), place.height() * self.aspect)
        high = wide / self.aspect
        room = QRectF(place.center().x() - wide / 2, place.center().y() - high / 2, wide, high)
        if not paint_picture(painter, self.path, room):
            painter.setPen(self.style.colour("text"))
            painter.setFont(self.style.font(38))
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
            painter.drawText(place, int(flags), self.alt)


def paint_picture(painter: QPainter, path: Path, place: QRectF) -> bool:
    """Draw a picture file; False when it cannot be read."""
    if path.suffix.lower() == ".svg":
        drawing = _svg(path, _stamp(path))
        if not drawing.isValid():
            return False
        drawing.render(painter, place)
        return True
    image = _image(path, _stamp(path))
    if image.isNull():
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)
    return True


def paint_icon(painter: QPainter, style: SlideStyle, name: str, role: str, place: QRectF) -> None:
    """Draw one of our icons in a colour of the projector."""
    svg = (style.icons / f"{name}.svg").read_text(encoding="utf-8")
    QSvgRenderer(QByteArray(svg.replace("currentColor", style.colours[role]).encode())).render(painter, place)


def _size(path: Path) -> tuple[float, float]:
    if path.suffix.lower() == ".svg":
        box = _svg(path, _stamp(path)).viewBoxF()
        return box.width(), box.height()
    image = _image(path, _stamp(path))
    return image.width(), image.height()


def _stamp(path: Path) -> float:
    """Change when the file changes, so that an edited picture is read again."""
    return path.stat().st_mtime if path.is_file() else 0.0


@lru_cache(maxsize=64)
def _svg(path: Path, _stamp: float) -> QSvgRenderer:
    return QSvgRenderer(str(path)) if path.is_file() else QSvgRenderer()


@lru_cache(maxsize=8)
def _image(path: Path, _stamp: float) -> QImage:
    return QImage(str(path))
