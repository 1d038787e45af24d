"""Paints what the audience sees: on the projector, and small in the presenter's view."""

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import theme
from bimtek.ui.language import say
from bimtek.ui.presentation.film_painting import paint_film
from bimtek.ui.presentation.overlays import countdown_place, paint_countdown, paint_spot, spot_place
from bimtek.ui.presentation.pictures import SlidePictures
from bimtek.ui.presentation.show import Show, Stage

_BOLD, _SEMIBOLD = 700, 600
NOTE_TITLE = _("Catatan isi")
NOTE_FREEDOM = _("Anda boleh diam, beristirahat, atau keluar ruangan kapan saja.")
ASPECT = 16 / 9


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
        pictures.drawn.connect(self.update)
        self._spot_at = QRectF()  # where the spot was painted last
        if not follow:
            self.setMouseTracking(True)
            self._bare_cursor = self.cursor()
            show.pointed.connect(self._on_pointed)
            show.countdown.ticked.connect(self._on_ticked)
            show.film.drawn.connect(self._on_film)

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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the spot along."""
        place, at = self.stage_place(), event.position()
        if place.contains(at):
            across, down = at.x() - place.left(), at.y() - place.top()
            self._show.move_spot((across / place.width(), down / place.height()))
        else:
            self._show.move_spot(None)

    def leaveEvent(self, event: QEvent) -> None:
        """Off the slide there is nothing to point at."""
        super().leaveEvent(event)
        self._show.move_spot(None)

    def _on_pointed(self) -> None:
        """Paint anew only where the spot was and where it is now."""
        spot = self._show.spot
        before, self._spot_at = self._spot_at, QRectF()
        if spot is not None:
            self._spot_at = spot_place(self.stage_place(), spot)
        self.setCursor(Qt.CursorShape.BlankCursor if self._show.pointing else self._bare_cursor)
        for place in (before, self._spot_at):
            if not place.isEmpty():
                self.update(place.toAlignedRect())

    def _on_ticked(self) -> None:
        self.update(countdown_place(self.stage_place()).toAlignedRect())

    def _on_film(self) -> None:
        """Paint its next picture; what is covered stays as it is."""
        if self._show.stage is Stage.SLIDE:
            self.update(self.stage_place().toAlignedRect())

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
            case Stage.SLIDE if paint_film(painter, place, self._pictures.style, self._show.film):
                pass  # it fills the stage, and time for talking begins after it
            case Stage.SLIDE:
                self._paint_slide(painter, place, self._show.index)
                if self._show.countdown.running:
                    paint_countdown(painter, place, self._pictures.style, self._show.countdown)
                self._ahead.start(0)
        if self._show.spot is not None:
            paint_spot(painter, place, self._pictures.style, self._show.spot)

    def _paint_slide(self, painter: QPainter, place: QRectF, index: int | None) -> None:
        if index is None:
            self._paint_words(painter, place, "", say(_("Slide terakhir")), "")
            return
        size = place.size().toSize()
        picture = self._pictures.get(index, size, self.devicePixelRatioF())
        if picture is None:
            painter.fillRect(place, self._pictures.style.colour("background"))
        else:
            whole = QRectF(place.topLeft(), QSizeF(size))
            painter.drawPixmap(whole, picture, QRectF(picture.rect()))

    def _paint_words(self, painter: QPainter, place: QRectF, head: str, words: str, foot: str) -> None:
        """A calm page: a few words in the middle of warm paper."""
        style = self._pictures.style
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
        painter.setFont(self._pictures.style.font(size, weight))
        painter.setPen(colour)
        painter.drawText(place, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | side), text)

    def _draw_ahead(self) -> None:
        """Draw the next slide before it is asked for."""
        if self._show.following is not None and self.isVisible():
            self._pictures.get(
                self._show.following, self.stage_place().size().toSize(), self.devicePixelRatioF()
            )
