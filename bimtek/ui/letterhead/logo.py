"""One logo on the sheet: moved and resized by hand or key, in whole millimetres."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from bimtek.domain.logo_place import (
    GRID,
    LogoPlace,
    free_place,
    kept_inside,
    moved,
    put_at,
    reaches_middle,
    resized,
)
from bimtek.domain.text import Text, _
from bimtek.ui import language, theme
from bimtek.ui.letterhead.scale import Scale, ink

LOST_SHAPE = 1.2  # of a picture that cannot be read: as high to its width as most logos
STRIDE = 5 * GRID
_PAD, _LEAST = 6, 40  # px around a picture for its outline and handle; what a finger needs
_HANDLE, _GRIP = 12, 20
_SLACK = 4  # px a hand may tremble when it only presses
_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_LARGER, _SMALLER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class Logo(QWidget):
    """`name` is the stored file; `place` None while it stands in the usual order.

    `asked` carries the place it should have, and whether that is final or a hand still holds it.
    """

    asked = Signal(object, bool)  # LogoPlace
    over_text = Signal(bool)
    removed = Signal()
    chosen = Signal()

    def __init__(self, name: str, picture: QPixmap, place: LogoPlace | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.picture, self.place = name, picture, place
        self.box = QRectF()  # millimetres from the top left corner of the text area
        self.current = False
        self._scale: Scale | None = None
        self._drawn = QPixmap()
        self._held: tuple[QPointF, QRectF, bool] | None = None  # where it was taken, its box, by its handle
        self._dragged = False
        self.setProperty("ring", "none")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        keys = _("Panah menggeser, Ctrl dan panah mengubah ukuran, Del membuang.")
        language.put(self, keys, "setAccessibleDescription")

    @property
    def shape(self) -> float:
        """Height divided by width."""
        return LOST_SHAPE if self.lost else self.picture.height() / self.picture.width()

    @property
    def lost(self) -> bool:
        """True when its picture cannot be read."""
        return self.picture.isNull()

    @property
    def held(self) -> bool:
        """True while a hand moves it."""
        return self._dragged

    def where(self) -> LogoPlace:
        """Its place, or the one that leaves it where it stands now."""
        if self.place is not None:
            return self.place
        if self._scale is None:
            return free_place(self.shape, ())
        across, box = self._scale.across, self.box
        from_right = box.center().x() > across / 2
        x = across - box.right() if from_right else box.x()
        place = LogoPlace(
            x=round(x, 2), y=round(box.y(), 2), width=round(box.width(), 2), from_right=from_right
        )
        return kept_inside(place, self.shape)

    def stand(self, scale: Scale, box: QRectF) -> None:
        """Stand there, in millimetres, on a sheet of this scale."""
        self.box, self._scale = box, scale
        whole = scale.rect(box).adjusted(-_PAD, -_PAD, _PAD, _PAD)
        wide, high = max(_LEAST - whole.width(), 0) / 2, max(_LEAST - whole.height(), 0) / 2
        self.setGeometry(whole.adjusted(-wide, -high, wide, high).toAlignedRect())
        self._scale_picture()
        self.update()

    def spoken(self, number: int) -> Text:
        """Its number and place, for a screen reader."""
        if self.lost:
            return _("Logo {number}, gambarnya hilang", number=number)
        place = self.where()
        x, y, width = round(place.x), round(place.y), round(place.width)
        if place.from_right:
            return _(
                "Logo {number}, {x} mm dari kanan, {y} mm dari atas, lebar {width} mm",
                number=number,
                x=x,
                y=y,
                width=width,
            )
        return _(
            "Logo {number}, {x} mm dari kiri, {y} mm dari atas, lebar {width} mm",
            number=number,
            x=x,
            y=y,
            width=width,
        )

    def picture_rect(self) -> QRectF:
        """Where the picture lies in this widget."""
        assert self._scale is not None
        return self._scale.rect(self.box).translated(-QPointF(self.pos()))

    def handle_rect(self) -> QRectF:
        """The handle: the corner towards the middle of the sheet."""
        rect, half = self.picture_rect(), _HANDLE / 2
        corner = rect.bottomLeft() if self.where().from_right else rect.bottomRight()
        handle = QRectF(corner - QPointF(half, half), QSizeF(_HANDLE, _HANDLE))
        inner = QRectF(self.rect())
        return handle.translated(
            min(0.0, inner.right() - handle.right()) + max(0.0, -handle.left()),
            min(0.0, inner.bottom() - handle.bottom()),
        )

    # ---- by hand ----

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it, at its handle or elsewhere."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._held = event.globalPosition(), QRectF(self.box), self._grips(event.position())
        self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it along, or show what can be taken here."""
        if self._held is None or self._scale is None:
            self._show_cursor(self._grips(event.position()))
            return
        start, box, resizing = self._held
        way = event.globalPosition() - start
        if not self._dragged and way.manhattanLength() < _SLACK:
            return
        self._dragged = True
        step = way / self._scale.ppm
        self.asked.emit(self._stretched(box, step) if resizing else self._carried(box, step), False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go where it is."""
        dragged, self._dragged, self._held = self._dragged, False, None
        if dragged:
            self.over_text.emit(False)
            self.asked.emit(self.where(), True)

    def _carried(self, box: QRectF, step: QPointF) -> LogoPlace:
        assert self._scale is not None
        left, top, across = box.x() + step.x(), box.y() + step.y(), self._scale.across
        self.over_text.emit(reaches_middle(left, box.width(), across))
        return put_at(left, top, box.width(), self.shape, across)

    def _stretched(self, box: QRectF, step: QPointF) -> LogoPlace:
        """Follow the hand sideways or down, whichever it moved more."""
        place = self.where()
        sideways = -step.x() if place.from_right else step.x()
        down = step.y() / self.shape
        more = sideways if abs(sideways) >= abs(down) else down
        return resized(place, self.shape, box.width() + more)

    def _grips(self, at: QPointF) -> bool:
        spread = (_GRIP - _HANDLE) / 2
        return self.handle_rect().adjusted(-spread, -spread, spread, spread).contains(at)

    def _show_cursor(self, grips: bool) -> None:
        leaning = (
            Qt.CursorShape.SizeBDiagCursor if self.where().from_right else Qt.CursorShape.SizeFDiagCursor
        )
        self.setCursor(leaning if grips else Qt.CursorShape.SizeAllCursor)

    # ---- by key ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, resize by + and -, or Ctrl with arrows; Delete removes."""
        key, held = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in _LARGER or key in _SMALLER:
            self._resize_by(GRID if key in _LARGER else -GRID)
        elif key in _ARROWS and held & Qt.KeyboardModifier.ControlModifier:
            right, down = _ARROWS[key]
            self._resize_by(GRID if right > 0 or down < 0 else -GRID)
        elif key in _ARROWS:
            stride = STRIDE if held & Qt.KeyboardModifier.ShiftModifier else GRID
            self._move_by(*(stride * way for way in _ARROWS[key]))
        else:
            super().keyPressEvent(event)

    def _move_by(self, right: float, down: float) -> None:
        before = self.where()
        after = moved(before, self.shape, right, down)
        self.over_text.emit(after.from_right is not before.from_right)
        self.asked.emit(after, True)

    def _resize_by(self, more: float) -> None:
        place = self.where()
        self.asked.emit(resized(place, self.shape, place.width + more), True)

    # ---- looks ----

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the one that buttons speak of."""
        super().focusInEvent(event)
        self.chosen.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lose the strong outline."""
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be taken."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Stand as printed again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture as it prints; around it what a hand or the keyboard needs."""
        if self._scale is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = self.picture_rect()
        if self.lost:
            self._paint_lost(painter, rect)
        else:
            painter.drawPixmap(rect, self._drawn, QRectF(self._drawn.rect()))
        if self.hasFocus() or self.current or self.underMouse():
            self._paint_frame(painter, rect)

    def _paint_frame(self, painter: QPainter, rect: QRectF) -> None:
        width = 3 if self.hasFocus() else 1
        painter.setPen(QPen(ink("focus"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-2, -2, 2, 2))
        painter.setPen(QPen(ink("focus"), 2))
        painter.setBrush(ink("ground"))
        painter.drawEllipse(self.handle_rect().adjusted(1, 1, -1, -1))

    def _paint_lost(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(ink("text"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(rect)
        painter.setFont(theme.current().font("caption"))
        word = language.say(_("Hilang"))
        fits = painter.fontMetrics().horizontalAdvance(word) <= rect.width()
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word if fits else "?")

    def _scale_picture(self) -> None:
        """Keep a picture as large as it shows: drawn smaller all at once, it would lose its thin lines."""
        assert self._scale is not None
        size = (self._scale.rect(self.box).size() * self.devicePixelRatioF()).toSize()
        if not self.lost and size != self._drawn.size():
            fill, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._drawn = self.picture.scaled(size, fill, smooth)
