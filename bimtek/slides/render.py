"""Draws one slide at any size: on the projector, in the presenter's view, in a picture."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from bimtek.domain.blocks import Image, Spans
from bimtek.domain.module import Module, Slide
from bimtek.slides.boxes import Stack, TextBox
from bimtek.slides.compose import Composer
from bimtek.slides.credits import credit_line, take_credit
from bimtek.slides.pictures import PictureBox
from bimtek.slides.style import FOOT, FOOT_TEXT, HEIGHT, MARGIN, TOP, Sizes, SlideStyle, tries

ASPECTS = (16 / 9, 4 / 3)  # what halls have
_SEMIBOLD, _BOLD = 600, 700
_TITLE, _LEAST_TITLE, _MOST_TITLE_LINES = 78.0, 58.0, 2


class SlideRenderer:
    """Draws the slides of one module. Text is laid out alike at every size: only the scale differs."""

    def __init__(self, style: SlideStyle, module: Module) -> None:
        self.style, self._module = style, module
        self._folder = Path(module.folder)

    def paint(self, painter: QPainter, place: QRectF, index: int) -> None:
        """Draw slide `index` so that it fills `place`."""
        slide = self._module.slides[index]
        scale = place.height() / HEIGHT
        painter.save()
        painter.setClipRect(place)
        painter.translate(place.topLeft())
        painter.scale(scale, scale)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        canvas = QRectF(0, 0, place.width() / scale, HEIGHT)
        painter.fillRect(canvas, self.style.colour("background"))
        if self._is_cover(index):
            self._paint_cover(painter, canvas, slide)
        else:
            self._paint_content(painter, canvas, slide, index)
        painter.restore()

    def image(self, index: int, size: QSize) -> QImage:
        """Return a slide as a picture of `size` pixels."""
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(self.style.colour("background"))
        painter = QPainter(image)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()), index)
        painter.end()
        return image

    def overflows(self, index: int) -> bool:
        """True when a slide does not fit a hall's screen even at its smallest allowed text."""
        return any(self._overflows(index, aspect) for aspect in ASPECTS)

    def _overflows(self, index: int, aspect: float) -> bool:
        slide, canvas = self._module.slides[index], QRectF(0, 0, HEIGHT * aspect, HEIGHT)
        width = canvas.width() - 2 * MARGIN
        title = self._title(slide.title, width)
        if title.lines(width) > _MOST_TITLE_LINES or not title.fits(width):
            return True
        sizes = tries()[-1]
        stack, room = self._body(slide, sizes), self._room(canvas, slide)
        return not stack.fits(width) or stack.height(width) > room.height()

    def _is_cover(self, index: int) -> bool:
        """The first slide, when it has a title and little else."""
        slide = self._module.slides[index]
        return index == 0 and bool(slide.title) and len(slide.blocks) <= 2

    def _paint_content(self, painter: QPainter, canvas: QRectF, slide: Slide, index: int) -> None:
        width = canvas.width() - 2 * MARGIN
        if slide.title:
            title = self._title(slide.title, width)
            high = title.height(width)
            title.paint(painter, QRectF(MARGIN, TOP, width, high))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.style.colour("accent"))
            painter.drawRoundedRect(QRectF(MARGIN, TOP + high + 14, 112, 10), 5, 5)
        room = self._room(canvas, slide)
        self._fitting(slide, room).paint(painter, room)
        self._paint_foot(painter, canvas, slide, index)

    def _fitting(self, slide: Slide, room: QRectF) -> Stack:
        """Return the body at the largest text that fits with some air around it."""
        for sizes in tries():
            stack = self._body(slide, sizes)
            spare = 0.92 if sizes.factor > 1 else 1.0
            if stack.fits(room.width()) and stack.height(room.width()) <= room.height() * spare:
                return stack
        return self._body(slide, tries()[-1])

    def _body(self, slide: Slide, sizes: Sizes) -> Stack:
        blocks, _credit = take_credit(slide.blocks)
        return Composer(self.style, self._folder, sizes).stack(blocks, middle=True)

    def _room(self, canvas: QRectF, slide: Slide) -> QRectF:
        """Between title and foot."""
        width = canvas.width() - 2 * MARGIN
        top = TOP + (self._title(slide.title, width).height(width) + 14 + 10 + 40 if slide.title else 0.0)
        return QRectF(MARGIN, top, width, HEIGHT - FOOT - 40 - top)

    def _title(self, spans: Spans, width: float) -> TextBox:
        """Return the title in at most two lines, as large as that allows."""
        size = _TITLE
        while size > _LEAST_TITLE:
            title = TextBox(self.style, spans, size, _BOLD, "primary", 1.16)
            if title.lines(width) <= 1 or (size <= _TITLE * 0.86 and title.lines(width) <= _MOST_TITLE_LINES):
                return title
            size -= 2
        return TextBox(self.style, spans, _LEAST_TITLE, _BOLD, "primary", 1.16)

    def _paint_foot(self, painter: QPainter, canvas: QRectF, slide: Slide, index: int) -> None:
        """Source on the left, module and place on the right."""
        line = QRectF(MARGIN, HEIGHT - FOOT, canvas.width() - 2 * MARGIN, FOOT - 24)
        font = self.style.font(FOOT_TEXT, _SEMIBOLD)
        metrics = QFontMetricsF(font)
        painter.fillRect(QRectF(line.left(), line.top(), line.width(), 2), self.style.colour("primary_soft"))
        place = f"{self._module.title} · {index + 1}"
        painter.setFont(font)
        painter.setPen(self.style.colour("primary"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, place)
        _blocks, own = take_credit(slide.blocks)
        font = self.style.font(FOOT_TEXT)
        room = line.width() - metrics.horizontalAdvance(place) - 64
        credit = QFontMetricsF(font).elidedText(
            credit_line(self._module, slide, own), Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(font)
        painter.setPen(self.style.colour("text"))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, credit)

    def _paint_cover(self, painter: QPainter, canvas: QRectF, slide: Slide) -> None:
        """A warm sheet: large title, one sentence, and the picture over the whole width below."""
        painter.fillRect(canvas, self.style.colour("paper"))
        width = canvas.width() - 2 * MARGIN
        pictures = [block for block in slide.blocks if isinstance(block, Image)]
        rest = [block for block in slide.blocks if not isinstance(block, Image)]
        size = 138.0
        while (title := TextBox(self.style, slide.title, size, _BOLD, "primary", 1.1)).lines(
            width
        ) > 1 and size > 92:
            size -= 4
        words = Composer(self.style, self._folder, Sizes(1.0)).stack(rest)
        high, below = title.height(width), words.height(width)
        top = 84.0 if pictures else (HEIGHT - high - below - 60) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.style.colour("accent"))
        painter.drawRoundedRect(QRectF(MARGIN, top, 112, 12), 6, 6)
        title.paint(painter, QRectF(MARGIN, top + 36, width, high))
        words.paint(painter, QRectF(MARGIN, top + 36 + high + 20, width, below))
        if pictures:
            start = top + 36 + high + 20 + below + 24
            picture = PictureBox(self.style, self._folder / pictures[0].path, pictures[0].alt)
            picture.paint(painter, QRectF(MARGIN, start, width, HEIGHT - 56 - start))
