"""Pages of a PDF as pictures, for the preview and the printer."""

from typing import Any

from PySide6.QtGui import QImage

from bimtek.intake.pdf_file import opened

POINTS_PER_INCH = 72


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in points."""
    with opened(data) as document:
        return [document.get_page_size(at) for at in range(len(document))]


def draw_page(document: Any, at: int, scale: float) -> QImage:
    """Draw page `at` (from 0) at `scale` pixels a point."""
    bitmap = document[at].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    return QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
    ).copy()
