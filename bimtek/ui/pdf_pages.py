"""Pages of a PDF as pictures, for the preview and the printer."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtGui import QImage

POINTS_PER_INCH = 72
_PDFIUM = threading.Lock()  # pdfium is not safe for two threads


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a PDF that lies in memory; no other thread draws meanwhile."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()


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
