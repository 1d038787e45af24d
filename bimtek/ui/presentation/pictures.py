"""Pictures of slides, drawn once and shared by every view of one show."""

from collections import OrderedDict

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPixmap

from bimtek.slides.render import SlideRenderer
from bimtek.slides.style import SlideStyle

_MOST_BYTES = 128 * 1024**2  # four slides at 4K, or dozens on a usual projector and all small ones
Key = tuple[int, int, int]  # slide, width and height in pixels


class SlidePictures(QObject):
    """Keeps what was drawn, the oldest go first. What is drawn elsewhere comes later, with `drawn`."""

    drawn = Signal()

    def __init__(self, style: SlideStyle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.style = style
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._bytes = 0

    def get(self, index: int, size: QSize, ratio: float) -> QPixmap | None:
        """Return a slide for `size` logical pixels, as sharp as the screen.

        While it is being drawn it is another picture of the slide, or None.
        """
        key = (index, round(size.width() * ratio), round(size.height() * ratio))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        return self._draw(key)

    def _draw(self, key: Key) -> QPixmap | None:
        """Draw at once, or see to it that it is drawn and return what there is meanwhile."""
        raise NotImplementedError

    def _keep(self, key: Key, picture: QPixmap) -> None:
        self._kept[key] = picture
        self._bytes += _weight(picture)
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            _oldest, gone = self._kept.popitem(last=False)
            self._bytes -= _weight(gone)

    def _other_size(self, index: int) -> QPixmap | None:
        """Return the largest picture there is of a slide."""
        same = [picture for (at, _wide, _high), picture in self._kept.items() if at == index]
        return max(same, key=QPixmap.width, default=None)


class ModulePictures(SlidePictures):
    """Slides of a module: drawn in milliseconds, so at once."""

    def __init__(self, renderer: SlideRenderer, parent: QObject | None = None) -> None:
        super().__init__(renderer.style, parent)
        self._renderer = renderer

    def _draw(self, key: Key) -> QPixmap:
        index, wide, high = key
        picture = QPixmap.fromImage(self._renderer.image(index, QSize(wide, high)))
        self._keep(key, picture)
        return picture


def _weight(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
