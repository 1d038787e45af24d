"""Draws one slide at any size: on the projector, in the presenter's view, in a picture."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from bimtek.domain.blocks import Spans
from bimtek.domain.module import Module, Slide
from bimtek.slides.boxes import Stack, TextBox
from bimtek.slides.compose import Composer
from bimtek.slides.cover import Cover
from bimtek.slides.credits import credit_line, take_credit
from bimtek.slides.foot import Foot
from bimtek.slides.style import HEIGHT, MARGIN, TOP, Sizes, SlideStyle, tries

ASPECTS = {"16:9": 16 / 9, "4:3": 4 / 3}  # what halls have
_BOLD = 700
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
            Cover(self.style, self._folder, slide, canvas.width() - 2 * MARGIN).paint(painter)
        else:
            self._paint_content(painter, canvas, index)
        painter.restore()

    def image(self, index: int, size: QSize) -> QImage:
        """Return a slide as a picture of `size` pixels."""
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(self.style.colour("background"))
        painter = QPainter(image)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()), index)
        painter.end()
        return image

    def overflows(self, index: int) -> tuple[str, ...]:
        """Shapes of a hall's screen ("4:3") that a slide does not fit even at its smallest allowed text."""
        return tuple(shape for shape, aspect in ASPECTS.items() if not self._fits(index, aspect))

    def _fits(self, index: int, aspect: float) -> bool:
        slide, canvas = self._module.slides[index], QRectF(0, 0, HEIGHT * aspect, HEIGHT)
        width = canvas.width() - 2 * MARGIN
        if self._is_cover(index):
            return Cover(self.style, self._folder, slide, width).fits()
        title = self._title(slide.title, width)
        if title.lines(width) > _MOST_TITLE_LINES or not title.fits(width):
            return False
        foot, stack = self._foot(index), self._body(slide, tries()[-1])
        room = self._room(canvas, slide, foot)
        return foot.fits(width) and stack.fits(width) and stack.height(width) <= room.height()

    def _is_cover(self, index: int) -> bool:
        """The first slide, when it has a title and little else."""
        slide = self._module.slides[index]
        return index == 0 and bool(slide.title) and len(slide.blocks) <= 2

    def _paint_content(self, painter: QPainter, canvas: QRectF, index: int) -> None:
        slide, foot = self._module.slides[index], self._foot(index)
        width = canvas.width() - 2 * MARGIN
        if slide.title:
            title = self._title(slide.title, width)
            high = title.height(width)
            title.paint(painter, QRectF(MARGIN, TOP, width, high))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.style.colour("accent"))
            painter.drawRoundedRect(QRectF(MARGIN, TOP + high + 14, 112, 10), 5, 5)
        room = self._room(canvas, slide, foot)
        self._fitting(slide, room).paint(painter, room)
        high = foot.height(width)
        foot.paint(painter, QRectF(MARGIN, HEIGHT - high, width, high))

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

    def _room(self, canvas: QRectF, slide: Slide, foot: Foot) -> QRectF:
        """Between title and foot."""
        width = canvas.width() - 2 * MARGIN
        top = TOP + (self._title(slide.title, width).height(width) + 14 + 10 + 40 if slide.title else 0.0)
        return QRectF(MARGIN, top, width, HEIGHT - foot.height(width) - 40 - top)

    def _foot(self, index: int) -> Foot:
        slide = self._module.slides[index]
        _blocks, own = take_credit(slide.blocks)
        return Foot(self.style, credit_line(self._module, slide, own), self._module.title, index + 1)

    def _title(self, spans: Spans, width: float) -> TextBox:
        """Return the title in at most two lines, as large as that allows."""
        size = _TITLE
        while size > _LEAST_TITLE:
            title = TextBox(self.style, spans, size, _BOLD, "primary", 1.16)
            if title.lines(width) <= 1 or (size <= _TITLE * 0.86 and title.lines(width) <= _MOST_TITLE_LINES):
                return title
            size -= 2
        return TextBox(self.style, spans, _LEAST_TITLE, _BOLD, "primary", 1.16)
