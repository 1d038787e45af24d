"""Paints what the audience sees: on the projector, and small in the presenter's view."""

from collections import OrderedDict

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from bimtek.domain.text import Text, _
from bimtek.slides.render import SlideRenderer
from bimtek.ui import theme
from bimtek.ui.language import say
from bimtek.ui.presentation.show import Show, Stage

_KEPT = 6
_BOLD, _SEMIBOLD = 700, 600
NOTE_TITLE = _("Catatan isi")
NOTE_FREEDOM = _("Anda boleh diam, beristirahat, atau keluar ruangan kapan saja.")
ASPECT = 16 / 9


class SlidePictures:
    """Slides already drawn, newest last; shared by every view of one show."""

    def __init__(self, renderer: SlideRenderer) -> None:
        self.renderer = renderer
        self._drawn: OrderedDict[tuple[int, int, int], QPixmap] = OrderedDict()

    def get(self, index: int, size: QSize, ratio: float) -> QPixmap:
        """Return a slide at `size` logical pixels, as sharp as the screen."""
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        key = (index, pixels.width(), pixels.height())
        if key not in self._drawn:
            self._drawn[key] = QPixmap.fromImage(self.renderer.image(index, pixels))
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        picture = self._drawn[key]
        picture.setDevicePixelRatio(ratio)
        return picture


class StageView(QWidget):
    """The current stage of a show, in the shape of the projector; grey beside it when the window differs."""

    def __init__(
        self,
        show: Show,
        pictures: SlidePictures,
        title: Text | str,
        parent: QWidget | None = None,
        *,
        follow: bool = False,
        framed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._show, self._pictures, self._title = show, pictures, title
        self._follow, self._framed = follow, framed
        self.aspect = ASPECT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._draw_ahead)
        show.changed.connect(self.update)

    def stage_place(self) -> QRectF:
        """Where the stage stands in this widget."""
        wide = min(float(self.width()), self.height() * self.aspect)
        high = wide / self.aspect
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage; a cover is painted without drawing any slide, so it is there at once."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = self.stage_place()
        if self._follow:
            self._paint_slide(painter, place, self._show.following)
        else:
            self._paint_stage(painter, place)
        if self._framed:
            painter.setPen(theme.current().colour("border"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_stage(self, painter: QPainter, place: QRectF) -> None:
        match self._show.stage:
            case Stage.BLACK:
                painter.fillRect(place, Qt.GlobalColor.black)
            case Stage.WHITE:
                painter.fillRect(place, Qt.GlobalColor.white)
            case Stage.NEUTRAL:
                self._paint_words(painter, place, "", say(self._title), "")
            case Stage.NOTE:
                words = self._show.slide.sensitive
                self._paint_words(painter, place, say(NOTE_TITLE), words, say(NOTE_FREEDOM))
            case Stage.SLIDE:
                self._paint_slide(painter, place, self._show.index)
                self._ahead.start(0)

    def _paint_slide(self, painter: QPainter, place: QRectF, index: int | None) -> None:
        if index is None:
            self._paint_words(painter, place, "", say(_("Slide terakhir")), "")
            return
        size = place.size().toSize()
        painter.drawPixmap(place.topLeft(), self._pictures.get(index, size, self.devicePixelRatioF()))

    def _paint_words(self, painter: QPainter, place: QRectF, head: str, words: str, foot: str) -> None:
        """A calm page: a few words in the middle of warm paper."""
        style = self._pictures.renderer.style
        painter.fillRect(place, style.colour("paper"))
        unit = place.height() / 100
        inner = place.adjusted(unit * 14, unit * 12, -unit * 14, -unit * 12)
        colour = style.colour("primary")
        self._words(painter, inner, head, unit * 4.4, _SEMIBOLD, colour, Qt.AlignmentFlag.AlignTop)
        self._words(painter, inner, words, unit * 7, _BOLD, colour, Qt.AlignmentFlag.AlignVCenter)
        low = style.colour("text")
        self._words(painter, inner, foot, unit * 4.4, QFont.Weight.Normal, low, Qt.AlignmentFlag.AlignBottom)

    def _words(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        size: float,
        weight: int,
        colour: QColor,
        side: Qt.AlignmentFlag,
    ) -> None:
        painter.setFont(self._pictures.renderer.style.font(size, weight))
        painter.setPen(colour)
        painter.drawText(place, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | side), text)

    def _draw_ahead(self) -> None:
        """Draw the next slide before it is asked for."""
        if self._show.following is not None and self.isVisible():
            self._pictures.get(
                self._show.following, self.stage_place().size().toSize(), self.devicePixelRatioF()
            )
