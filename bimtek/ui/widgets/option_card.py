"""A card to choose: a heading, a few words, and a mark when it is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from bimtek.domain.text import Text
from bimtek.ui import icons, language, theme

_SEMIBOLD = 600
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class OptionCard(QAbstractButton):
    """One of several; behaves as a radio button."""

    def __init__(
        self, key: str, heading: Text | str, words: Text | str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key, self._words = key, ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for setter in ("setText", "setAccessibleName"):
            language.put(self, heading, setter)
        language.put(self, words, "show_words")

    def show_words(self, wording: str) -> None:
        """Show other words below the heading."""
        self._words = wording
        self.setAccessibleDescription(wording)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all its words at a comfortable width."""
        worn = theme.current()
        return QSize(worn.px(220), self.heightForWidth(max(self.width(), worn.px(180))))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Heading and words, each as high as they wrap."""
        worn = theme.current()
        heading, words = self._heights(width)
        return heading + worn.px(4) + words + 2 * worn.px(16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw plane, mark and words."""
        worn, chosen = theme.current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(worn.colour("primary" if chosen else "border"), 2 if chosen else 1))
        painter.setBrush(worn.colour("primary_soft" if chosen else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 12, 12)
        heading, words = self._heights(self.width())
        left, top, room = worn.px(16), worn.px(16), self._room(self.width())
        painter.setFont(worn.font("body", _SEMIBOLD))
        painter.setPen(worn.colour("on_primary_soft" if chosen else "text"))
        painter.drawText(QRect(left, top, room, heading), _WRAP, self.text())
        painter.setFont(worn.font("caption"))
        painter.setPen(worn.colour("on_primary_soft" if chosen else "secondary"))
        painter.drawText(QRect(left, top + heading + worn.px(4), room, words), _WRAP, self._words)
        size = worn.px(20)
        mark = icons.pixmap(
            "circle-check" if chosen else "circle",
            worn.hex("primary" if chosen else "border"),
            size,
            self.devicePixelRatioF(),
        )
        painter.drawPixmap(self.width() - worn.px(14) - size, worn.px(15), mark)

    def _heights(self, width: int) -> tuple[int, int]:
        worn, box = theme.current(), QRect(0, 0, self._room(width), 10_000)
        heading = QFontMetrics(worn.font("body", _SEMIBOLD)).boundingRect(box, _WRAP, self.text())
        words = QFontMetrics(worn.font("caption")).boundingRect(box, _WRAP, self._words)
        return heading.height(), words.height()

    @staticmethod
    def _room(width: int) -> int:
        return max(width - theme.current().px(16 + 14 + 20 + 8), 40)


class OptionCards(QWidget):
    """Cards side by side, exactly one chosen; arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, Text | str, Text | str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cards = {key: OptionCard(key, heading, words) for key, heading, words in options}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in self.cards.values():
            self._group.addButton(card)
            row.addWidget(card)
            card.clicked.connect(lambda _checked=False, key=card.key: self.chosen.emit(key))
        next(iter(self.cards.values())).setChecked(True)

    def key(self) -> str:
        """The key of the chosen card."""
        card = self._group.checkedButton()
        assert isinstance(card, OptionCard)
        return card.key
