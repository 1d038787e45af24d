"""The sheet a kop is edited on: its logos are widgets, all else is the paper as it prints."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from bimtek.domain.logo_place import LogoPlace, free_place
from bimtek.domain.text import NO_TEXT, Text
from bimtek.ui import language, theme
from bimtek.ui.letterhead import ground
from bimtek.ui.letterhead.logo import Logo
from bimtek.ui.letterhead.reading_layout import ReadingLayout
from bimtek.ui.letterhead.scale import Scale, ink
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.scrolling import only_vertical

if TYPE_CHECKING:
    from bimtek.documents.kop_sheet import KopSheet

_ACROSS, _DEEP = 180.0, 46.0  # mm of a sheet before it is drawn; at least so much of one shows
_EDGE, _MARGIN, _NEAR = 4, 12, 4  # px beside the paper, of paper beside its text, around a text that means it
_SENTENCE = 22.0  # mm from the top


class KopCanvas(QWidget):
    """`changed` when an edit is done, `moving` while a hand still holds a logo."""

    changed = Signal()
    moving = Signal()
    over_text = Signal(bool)  # a logo is held where the text is
    chosen = Signal()
    removing = Signal(object)  # Logo
    pressed = Signal(str)  # a part of the text
    rescaled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current: Logo | None = None
        self.sheet: KopSheet | None = None
        self.tier = ""  # the part of the text that is being written
        self._image, self._pixels = QImage(), 1.0
        self._sentence: Text = NO_TEXT
        self._room = 0
        self._with_logos = True
        self._order = ReadingLayout(self)
        self.setMouseTracking(True)

    # ---- the sheet ----

    @property
    def scale(self) -> Scale:
        """Millimetres as pixels of this widget."""
        left, top = ground.ruler_size()
        across = self.sheet.width if self.sheet else _ACROSS
        inner = max(self._room - left - 2 * _MARGIN - _EDGE, 100)
        return Scale(QPointF(left + _MARGIN, top + _MARGIN), inner / across, across)

    @property
    def pixels(self) -> float:
        """Pixels of the screen a millimetre."""
        return self.scale.ppm * self.devicePixelRatioF()

    def set_room(self, width: int) -> None:
        """Fit the sheet into so many pixels."""
        if width != self._room:
            self._room = width
            self._fit()
            self.rescaled.emit()

    def show_sheet(self, sheet: "KopSheet", image: QImage, sentence: Text = NO_TEXT) -> None:
        """Show a kop as it prints, or an empty sheet with a sentence."""
        self._pixels = image.width() / sheet.width
        self.sheet, self._image, self._sentence = sheet, image, sentence
        self._fit()
        self._name()

    def show_nothing(self, sentence: Text) -> None:
        """Show an empty sheet with a sentence."""
        self._image, self._sentence = QImage(), sentence
        self._fit()

    def show_logos(self, shown: bool) -> None:
        """Show the logos, or keep them for another kind of kop."""
        self._with_logos = shown
        self._fit()

    def mark(self, tier: str) -> None:
        """Outline the part of the text that is being written, "" for none."""
        self.tier = tier
        self.update()

    # ---- the logos ----

    @property
    def logos(self) -> list[Logo]:
        """From left to right."""
        items = (self._order.itemAt(at) for at in range(self._order.count()))
        return [widget for item in items if item and isinstance(widget := item.widget(), Logo)]

    @property
    def placed(self) -> bool:
        """True when the logos have places of their own."""
        return any(logo.place is not None for logo in self.logos)

    @property
    def places(self) -> tuple[LogoPlace, ...]:
        """The place of each logo; none in the usual order."""
        return tuple(logo.where() for logo in self.logos) if self.placed else ()

    @property
    def shapes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each picture."""
        return tuple((1.0, logo.shape) for logo in self.logos)

    def add(self, name: str, picture: QPixmap, place: LogoPlace | None = None, at: int | None = None) -> Logo:
        """Take one more logo; beside logos with places of their own it gets one too."""
        placed, before = self.placed, self.logos
        logo = Logo(name, picture, place, self)
        if before and not placed:
            logo.place = None
        elif placed and place is None:
            logo.place = free_place(logo.shape, [(other.where(), other.shape) for other in before])
        logo.asked.connect(lambda wanted, final: self._on_asked(logo, wanted, final))
        logo.over_text.connect(self.over_text)
        logo.chosen.connect(lambda: self.choose(logo))
        logo.removed.connect(lambda: self.removing.emit(logo))
        self._order.addWidget(logo)
        self._order.put_last_at(len(before) if at is None else at)
        self._in_order()
        return logo

    def remove(self, logo: Logo) -> int:
        """Let a logo go; returns which one it was."""
        at = self.logos.index(logo)
        had_keyboard = logo.hasFocus()
        self._order.removeWidget(logo)
        logo.hide()
        logo.deleteLater()
        left = self.logos
        self.choose(left[min(at, len(left) - 1)] if left else None)
        if had_keyboard and self.current is not None:
            self.current.setFocus()
        self._in_order()
        return at

    def set_places(self, places: dict[Logo, LogoPlace]) -> None:
        """Give these logos their places and the others none."""
        for logo in self.logos:
            logo.place = places.get(logo)
        self._in_order()

    def choose(self, logo: Logo | None) -> None:
        """Let buttons speak of this one, or of none."""
        self.current = logo
        if logo is not None:
            logo.raise_()
        for one in self.logos:
            one.current = one is logo
            one.update()
        self.chosen.emit()

    # ---- what happens ----

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Meet the text that was pressed."""
        if tier := self._tier_at(event.position()):
            self.pressed.emit(tier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where there is text to write."""
        over = self._tier_at(event.position())
        self.setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for rulers of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
            self.rescaled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, millimetres, kop; then the rulers beside it."""
        painter, scale = QPainter(self), self.scale
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        corner = scale.origin - QPointF(_MARGIN, _MARGIN)
        paper = QRectF(corner, QSizeF(scale.across * scale.ppm + 2 * _MARGIN, self.height() - corner.y()))
        painter.fillRect(paper, ink("ground"))
        if any(logo.held for logo in self.logos):
            ground.paint_middle(painter, scale)
        if not self._sentence:
            ground.paint_grid(painter, scale)
        if not self._image.isNull():
            ground.paint_kop(painter, scale, self._image, self._pixels)
        ground.paint_rulers(painter, scale, corner)
        self._paint_words(painter, scale)

    def _paint_words(self, painter: QPainter, scale: Scale) -> None:
        for tier, rect in self._tiers():
            if tier == self.tier:
                painter.setPen(QPen(ink("mark"), 2))
                painter.drawRoundedRect(rect, 4, 4)
        if self._sentence:
            painter.setFont(theme.current().font())
            painter.setPen(ink("text"))
            room = scale.rect(QRectF(10, 0, scale.across - 20, _SENTENCE))
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, wrapped, language.say(self._sentence))

    def _on_asked(self, logo: Logo, place: LogoPlace, final: bool) -> None:
        for other in self.logos:
            other.place = other.where()  # from here on each has its own
        logo.place = place
        if final:
            self._in_order()
            announce(logo, logo.spoken(self.logos.index(logo) + 1))
            self.changed.emit()
        else:
            self._fit()
            self.moving.emit()

    def _in_order(self) -> None:
        """Put the logos from left to right, so does Tab, and name them anew."""
        if self.placed:
            across = self.scale.across
            middles = {id(one): one.where().left(across) + one.where().width / 2 for one in self.logos}
            self._order.sort(lambda one: middles[id(one)])
        self._fit()
        self._name()

    def _name(self) -> None:
        for number, logo in enumerate(self.logos, start=1):
            language.put(logo, logo.spoken(number), "setAccessibleName")

    def _fit(self) -> None:
        """Let everything stand where the scale says."""
        scale = self.scale
        deep = max(_DEEP, self.sheet.height if self.sheet and not self._image.isNull() else 0.0)
        self.setMinimumHeight(round(scale.origin.y() + deep * scale.ppm))
        logos = self.logos
        drawn = self.sheet.logos if self.sheet and len(self.sheet.logos) == len(logos) else None
        for at, logo in enumerate(logos):
            if logo.place is not None:
                wide = logo.place.width
                box = QRectF(logo.place.left(scale.across), logo.place.y, wide, wide * logo.shape)
                logo.stand(scale, box)
            elif drawn is not None:
                logo.stand(scale, QRectF(*drawn[at]))
            elif logo.box.isValid():
                logo.stand(scale, logo.box)  # until it is drawn anew
            logo.setVisible(self._with_logos and logo.box.isValid())
        self.update()

    def _tiers(self) -> Iterator[tuple[str, QRectF]]:
        if self.sheet is not None and not self._image.isNull():
            for tier, box in self.sheet.tiers:
                yield tier, self.scale.rect(QRectF(*box)).adjusted(-_NEAR, 0, _NEAR, 0)

    def _tier_at(self, at: QPointF) -> str:
        return next((tier for tier, rect in self._tiers() if rect.contains(at)), "")


class KopDesk(QScrollArea):
    """Shows a sheet as wide as there is room."""

    def __init__(self, canvas: KopCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        only_vertical(self)
        self.setProperty("kind", "desk")
        self.setWidget(canvas)
        canvas.setAutoFillBackground(False)  # the desk shows beside the sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep clear of the scroll bar, whether there is one or not: else it would come and go."""
        super().resizeEvent(event)
        self._canvas.set_room(self.width() - self.verticalScrollBar().sizeHint().width())
