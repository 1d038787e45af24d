"""The tile a person presses: badge, words, and a mark when it is chosen."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bimtek.ui import icons, theme
from bimtek.ui.questions.shapes import answer, letter, paint_badge

LEAST_HEIGHT = 56
_PAD = 12
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


class Tile(QAbstractButton):
    """A big button with words that wrap. Plain text always; arrows ask to move on."""

    step_wanted = Signal(int)  # -1 or 1: to the tile before or after

    def __init__(self, words: str, text_size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self._text_size = words, text_size
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def font_of_words(self) -> QFont:
        """The font of the words, grown with the text size."""
        font = theme.current().font(
            "body", QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        )
        font.setPixelSize(theme.current().px(self._text_size))
        return font

    def heightForWidth(self, width: int) -> int:
        """The words wrapped, and never lower than a finger needs."""
        room = QRect(0, 0, max(width - self.indent() - self.tail() - _PAD, 40), 10_000)
        bold = self.font_of_words()
        bold.setWeight(QFont.Weight.DemiBold)  # choosing must not change the height
        needed = QFontMetrics(bold).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.words).height()
        return max(theme.current().px(LEAST_HEIGHT), needed + 2 * _PAD)

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """Room for badge and a word."""
        return QSize(self.indent() + 120, theme.current().px(LEAST_HEIGHT))

    def indent(self) -> int:
        """Where the words begin."""
        return theme.current().px(LEAST_HEIGHT) + 8

    def tail(self) -> int:
        """Room for the mark at the right."""
        return theme.current().px(28) + _PAD

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses; arrows move on; every other key is the page's."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.step_wanted.emit(step)
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.click()
        else:
            event.ignore()


class AnswerTile(Tile):
    """One option: letter and shape in its colour; the whole tile takes the colour when chosen.

    `mark` is drawn at the right: a tick, or a number for an order.
    """

    def __init__(
        self, place: int, words: str, text_size: int, parent: QWidget | None = None, *, many: bool = False
    ) -> None:
        super().__init__(words, text_size, parent)
        self._place, self._many = place, many
        self.number = 0  # place in an order, 0 for none
        self.setAccessibleName(f"{letter(place)}. {words}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw plane, badge, words, mark."""
        worn, look = theme.current(), answer(self._place)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, on = QPen(look["fill"]).color(), self.isChecked()
        painter.setPen(QPen(worn.colour("border") if worn.dark and not on else fill, 2))
        painter.setBrush(fill if on else worn.colour("sunken" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        side = worn.px(LEAST_HEIGHT) - 12
        badge = QRectF(6, (self.height() - side) / 2, side, side)
        ink = QPen(look["text"]).color()
        paint_badge(painter, self._place, badge, ink if on else fill, fill if on else ink)
        painter.setFont(self.font_of_words())
        painter.setPen(ink if on else worn.colour("text"))
        room = self.rect().adjusted(self.indent(), 0, -self.tail(), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), self.words)
        self._paint_mark(painter, look)

    def _paint_mark(self, painter: QPainter, look: dict[str, str]) -> None:
        worn = theme.current()
        side = worn.px(28)
        box = QRectF(self.width() - side - _PAD, (self.height() - side) / 2, side, side)
        if self.number:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QPen(look["text"]).color())
            painter.drawEllipse(box)
            painter.setPen(QPen(look["fill"]))
            painter.setFont(worn.font("emphasis", 700))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.number))
        elif self.isChecked():
            drawn = icons.pixmap("check", look["text"], side, self.devicePixelRatioF())
            painter.drawPixmap(box.topLeft(), drawn)
        elif self._many:
            painter.setPen(QPen(worn.colour("border"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 4, 4)


class StepTile(Tile):
    """One step of a scale: a big number over its word."""

    def __init__(self, number: int, words: str, text_size: int, parent: QWidget | None = None) -> None:
        super().__init__(words, text_size, parent)
        self._number = number
        self.setAccessibleName(f"{number}. {words}")

    def heightForWidth(self, width: int) -> int:
        """Number and wrapped words."""
        room = QRect(0, 0, max(width - 2 * _PAD, 40), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        bold = self.font_of_words()
        bold.setWeight(QFont.Weight.DemiBold)
        return (
            theme.current().px(60)
            + QFontMetrics(bold).boundingRect(room, flags, self.words).height()
            + 2 * _PAD
        )

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        metrics = QFontMetrics(self.font_of_words())
        longest = max((metrics.horizontalAdvance(word) for word in self.words.split()), default=0)
        return QSize(max(longest, theme.current().px(LEAST_HEIGHT)) + 2 * _PAD, self.heightForWidth(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw plane, number, words."""
        worn, on = theme.current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(worn.colour("primary" if on else "border"), 2))
        painter.setBrush(worn.colour("primary" if on else "sunken" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        ink = worn.colour("on_primary" if on else "text")
        painter.setPen(ink)
        painter.setFont(worn.font("h1", 700))
        top = QRect(0, _PAD // 2, self.width(), worn.px(52))
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setFont(self.font_of_words())
        words = self.rect().adjusted(_PAD, worn.px(56), -_PAD, -_PAD // 2)
        painter.drawText(
            words, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), self.words
        )
