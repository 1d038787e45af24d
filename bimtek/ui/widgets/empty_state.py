"""What a list shows before it has rows: a picture, one sentence, one button."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text
from bimtek.ui import icons, theme
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.labels import label

_SIDE, _LEAST = 96, 40
_CENTRE = 0x84  # Qt.AlignmentFlag.AlignCenter by number: see labels


class _Emblem(QWidget):
    """An icon in a soft round field; where room is scarce it gives way to the words."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setMaximumHeight(_SIDE)
        self.setFixedWidth(_SIDE)

    def sizeHint(self) -> QSize:
        """As high as wide."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        if side < _LEAST:
            return
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(worn.colour("primary_soft"))
        painter.setBrush(worn.colour("primary_soft"))
        field = QRect((self.width() - side) // 2, 0, side, side)
        painter.drawEllipse(field)
        size = round(side * 0.42)
        drawn = icons.pixmap(self._icon, worn.hex("on_primary_soft"), size, self.devicePixelRatioF())
        inset = (side - size) // 2
        painter.drawPixmap(field.left() + inset, inset, drawn)


class EmptyState(QWidget):
    """Says why nothing is here and offers the one thing to do."""

    pressed = Signal()

    def __init__(
        self,
        icon: str,
        sentence: Text,
        action: Text = NO_TEXT,
        parent: QWidget | None = None,
        *,
        primary: bool = True,
    ) -> None:
        super().__init__(parent)
        self.sentence = label(sentence, "emphasis", "secondary")
        self.sentence.setProperty("alignment", _CENTRE)
        theme.put(self.sentence, "setMaximumWidth", 520)
        theme.put(self.sentence, "setMinimumWidth", 280)
        self.button = (buttons.primary if primary else buttons.secondary)(action)
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(20)
        layout.addStretch(2)
        for part, share in ((_Emblem(icon), 0), (self.sentence, 8), (self.button, 0)):
            row = QHBoxLayout()  # an alignment flag would cut off wrapped lines
            row.addStretch(1)
            row.addWidget(part, share)
            row.addStretch(1)
            layout.addLayout(row)
        layout.addStretch(3)
