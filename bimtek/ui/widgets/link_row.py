"""A line to open: a name, a few facts under it, and its state at the right.

Made of labels, not painted: Beranda is filled with it, and a pen takes the enums of `Qt`: see labels.
"""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bimtek.domain.text import Text
from bimtek.ui import language, theme
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.labels import line
from bimtek.ui.widgets.toned_label import TonedLabel

HEIGHT = 64
_PADDING, _GAP = 12, 24


class LinkRow(QAbstractButton):
    """One press, Enter or the space bar opens what it names. Light: for a handful, where a table is much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.facts = ElidedLabel("", "strong"), ElidedLabel("", "caption", "secondary")
        self.state = TonedLabel()
        self.state.setProperty("kind", "strong")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        words.addStretch(1)
        across = QHBoxLayout()
        across.setContentsMargins(_PADDING, 0, _PADDING, 0)
        across.setSpacing(_GAP)
        across.addLayout(words, 1)
        across.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(across, 1)
        layout.addWidget(line())

    def show_row(self, name: str, facts: Text | str, state: Text, tone: str) -> None:
        """Show another thing; `tone` is the colour role of its state."""
        self.setText(name)
        self.name.show_text(name)
        language.put(self, facts, "show_facts")
        self.state.wear(tone=tone)
        language.put(self, state, "show_state")

    def show_facts(self, wording: str) -> None:
        """Show what is known of it in the window's language; before its state, which is spoken with it."""
        self.facts.show_text(wording)

    def show_state(self, wording: str) -> None:
        """Show its state in the window's language."""
        self.state.setText(wording)
        spoken = ", ".join(part for part in (self.text(), self.facts.accessibleName(), wording) if part)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken.replace("<", "‹"))

    def sizeHint(self) -> QSize:
        """As high as two lines of text want it."""
        return QSize(theme.current().px(240), theme.current().px(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        from PySide6.QtCore import Qt

        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Lie still again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plane under a pointer; the words paint themselves."""
        if self.isDown() or self.underMouse():
            QPainter(self).fillRect(self.rect(), theme.current().colour("sunken"))
