"""What a list shows before it has rows: a picture, one sentence, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text
from bimtek.ui import icons, theme
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.labels import label


class _Emblem(QWidget):
    """An icon in a soft round field."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        side = theme.current().px(96)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour("primary_soft"))
        painter.drawEllipse(self.rect())
        size = round(self.width() * 0.42)
        drawn = icons.pixmap(self._icon, worn.hex("on_primary_soft"), size, self.devicePixelRatioF())
        at = (self.width() - size) // 2
        painter.drawPixmap(at, at, drawn)


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
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMaximumWidth(theme.current().px(520))
        self.sentence.setMinimumWidth(theme.current().px(280))
        self.button = (buttons.primary if primary else buttons.secondary)(action)
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 32, 24, 32)
        layout.setSpacing(20)
        layout.addStretch(2)
        words = QHBoxLayout()  # an alignment flag would cut off wrapped lines
        words.addStretch(1)
        words.addWidget(self.sentence, 8)
        words.addStretch(1)
        layout.addWidget(_Emblem(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(words)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
