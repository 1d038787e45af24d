"""The first slide of a module: a warm sheet with a large title, a sentence, and a picture below."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from bimtek.domain.blocks import Image
from bimtek.domain.module import Slide
from bimtek.slides.boxes import TextBox
from bimtek.slides.compose import Composer
from bimtek.slides.pictures import LEAST, PictureBox
from bimtek.slides.style import HEIGHT, MARGIN, Sizes, SlideStyle

_BOLD = 700
_LARGEST, _LEAST, _STEP = 138.0, 92.0, 4
_HIGH, _BOTTOM = 84.0, 56.0  # above the title when a picture stands below; below the picture
_TO_TITLE, _TO_WORDS, _TO_PICTURE = 36.0, 20.0, 24.0


class Cover:
    """Lays the cover out for one width of the slide, in canvas units."""

    def __init__(self, style: SlideStyle, folder: Path, slide: Slide, width: float) -> None:
        self._style, self._width = style, width
        found = [block for block in slide.blocks if isinstance(block, Image)]
        rest = [block for block in slide.blocks if not isinstance(block, Image)]
        self._picture = PictureBox(style, folder / found[0].path, found[0].alt) if found else None
        self._title = self._largest(slide)
        self._words = Composer(style, folder, Sizes(1.0)).stack(rest)
        self._title_height = self._title.height(width)
        self._words_height = self._words.height(width)

    def fits(self) -> bool:
        """True when title and words leave room for the picture and nothing is wider than the slide."""
        below = LEAST + _TO_PICTURE if self._picture else 0.0
        room = HEIGHT - _BOTTOM - below
        whole = self._title.fits(self._width) and self._words.fits(self._width)
        return whole and self._top() >= 0 and self._end() <= room

    def paint(self, painter: QPainter) -> None:
        """Draw over the whole slide."""
        width, top = self._width, self._top()
        painter.fillRect(QRectF(0, 0, width + 2 * MARGIN, HEIGHT), self._style.colour("paper"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour("accent"))
        painter.drawRoundedRect(QRectF(MARGIN, top, 112, 12), 6, 6)
        self._title.paint(painter, QRectF(MARGIN, top + _TO_TITLE, width, self._title_height))
        below = self._end() - self._words_height
        self._words.paint(painter, QRectF(MARGIN, below, width, self._words_height))
        if self._picture:
            start = self._end() + _TO_PICTURE
            self._picture.paint(painter, QRectF(MARGIN, start, width, HEIGHT - _BOTTOM - start))

    def _top(self) -> float:
        if self._picture:
            return _HIGH
        return (HEIGHT - self._title_height - self._words_height - 60) / 2

    def _end(self) -> float:
        """Where the words end."""
        return self._top() + _TO_TITLE + self._title_height + _TO_WORDS + self._words_height

    def _largest(self, slide: Slide) -> TextBox:
        """Return the title in one line if it can be, else at its least size."""
        size = _LARGEST
        while size > _LEAST:
            title = TextBox(self._style, slide.title, size, _BOLD, "primary", 1.1)
            if title.lines(self._width) <= 1:
                return title
            size -= _STEP
        return TextBox(self._style, slide.title, _LEAST, _BOLD, "primary", 1.1)
