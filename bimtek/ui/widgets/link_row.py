"""A line to open: a name, a few facts under it, and its state at the right."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bimtek.domain.text import Text
from bimtek.ui import language, theme
from bimtek.ui.widgets.cut_text import write_cut, write_two_lines

HEIGHT = 64
_SEMIBOLD = 600
_PADDING, _GAP = 12, 24
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LinkRow(QAbstractButton):
    """One press, Enter or the space bar opens what it names. Light: for a handful, where a table is much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts, self.state, self._tone = "", "", "secondary"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_row(self, name: str, facts: str, state: Text, tone: str) -> None:
        """Show another thing; `tone` is the colour role of its state."""
        self.facts, self._tone = facts, tone
        self.setText(name)
        language.put(self, state, "show_state")

    def show_state(self, wording: str) -> None:
        """Show its state in the window's language."""
        self.state = wording
        spoken = ", ".join(part for part in (self.text(), self.facts, wording) if part)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken.replace("<", "‹"))
        self.update()

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
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw plane, words and state."""
        worn, painter = theme.current(), QPainter(self)
        if self.isDown() or self.underMouse():
            painter.fillRect(self.rect(), worn.colour("sunken"))
        painter.setPen(worn.colour("divider"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        inner = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        room = QFontMetrics(worn.font("body", _SEMIBOLD)).horizontalAdvance(self.state)
        state = QRect(inner.right() - room, inner.top(), room + 1, inner.height())
        write_cut(painter, state, self.state, ("body", _SEMIBOLD, self._tone), Qt.AlignmentFlag.AlignRight)
        words = inner.adjusted(0, 0, -room - _GAP, 0)
        roles = ("text", "secondary")
        write_two_lines(painter, words, (self.text(), self.facts), roles)
