"""A slide as a small picture; it is drawn when it first comes into view."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bimtek.domain.blocks import spans_text
from bimtek.domain.module import Module
from bimtek.domain.text import NO_TEXT, _, joined
from bimtek.host.paths import asset
from bimtek.slides.render import SlideRenderer
from bimtek.slides.style import SlideStyle
from bimtek.ui import language, theme


class SlideShelf:
    """Draws the slides of one module, each once per size."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self._renderer = SlideRenderer(SlideStyle.load(asset("")), module)
        self._drawn: dict[tuple[int, int, int], QPixmap] = {}

    def has(self, index: int, pixels: QSize) -> bool:
        """Whether this picture is there without drawing."""
        return (index, pixels.width(), pixels.height()) in self._drawn

    def get(self, index: int, pixels: QSize) -> QPixmap:
        """A slide at this many pixels."""
        key = (index, pixels.width(), pixels.height())
        if key not in self._drawn:
            self._drawn[key] = self.draw(index, pixels)
        return self._drawn[key]

    def draw(self, index: int, pixels: QSize) -> QPixmap:
        """A slide drawn anew and not kept: for large pictures, of which one is seen at a time."""
        return QPixmap.fromImage(self._renderer.image(index, pixels))


class SlidePicture(QAbstractButton):
    """One slide in a thin frame with its number below; pressing it asks for a closer look."""

    def __init__(
        self,
        shelf: SlideShelf,
        index: int,
        width: int,
        parent: QWidget | None = None,
        *,
        numbered: bool = True,
    ) -> None:
        super().__init__(parent)
        self._shelf, self.index, self._numbered, self._width = shelf, index, numbered, width
        self._measure()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        title = spans_text(shelf.module.slides[index].title) if shelf.module.slides else ""
        name = _("Slide {number}: {title}", number=index + 1, title=title)
        language.put(self, name, "show_name")
        self._wanted = QTimer(self)
        self._wanted.setSingleShot(True)
        self._wanted.timeout.connect(self._draw)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        wide = theme.current().px(self._width)
        self._size = QSize(wide, wide * 9 // 16)
        below = theme.current().px(24) if self._numbered else 0
        self.setFixedSize(self._size.width(), self._size.height() + below)

    def show_name(self, wording: str) -> None:
        """Name the slide for the pointer and for a screen reader."""
        self.setAccessibleName(wording)
        self.setToolTip(wording.replace("<", "‹"))

    @property
    def drawn(self) -> bool:
        """True once the picture is there."""
        return self._shelf.has(self.index, self._pixels())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, or an empty frame and ask for it."""
        worn = theme.current()
        painter = QPainter(self)
        frame = self.rect().adjusted(0, 0, -1, self._size.height() - self.height() - 1)
        if self.drawn:
            painter.drawPixmap(frame, self._shelf.get(self.index, self._pixels()))
        else:
            painter.fillRect(frame, worn.colour("sunken"))
            self._wanted.start(0)
        chosen = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(QColor(worn.hex("primary" if chosen else "divider")), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        if self._numbered:
            painter.setFont(worn.font("caption"))
            painter.setPen(worn.colour("secondary"))
            below = self.rect().adjusted(0, self._size.height() + 2, 0, 0)
            painter.drawText(
                below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._caption()
            )

    def _caption(self) -> str:
        slide = self._shelf.module.slides[self.index]
        minutes = _("{minutes} menit", minutes=slide.minutes) if slide.minutes else NO_TEXT
        sensitive = _("sensitif") if slide.sensitive else NO_TEXT
        return language.say(joined((str(self.index + 1), minutes, sensitive)))

    def _pixels(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(round(self._size.width() * ratio), round(self._size.height() * ratio))

    def _draw(self) -> None:
        self._shelf.get(self.index, self._pixels())
        self.update()
