"""A small word about a state: never colour alone."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bimtek.domain.text import NO_TEXT, Text
from bimtek.ui import icons, language, theme
from bimtek.ui.widgets.toned_label import TonedLabel

_CENTRE = 0x84  # Qt.AlignmentFlag.AlignCenter by number: see labels
_MARKS = {"success": "circle-check", "warning": "triangle-alert", "danger": "circle-x"}


class StatusChip(TonedLabel):
    """A rounded word. `tone`: "" (neutral), primary, success, warning, danger."""

    def __init__(self, text: Text | str = NO_TEXT, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self.setProperty("alignment", _CENTRE)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._tone = tone
        self.show_state(text, tone)

    def show_state(self, text: Text | str, tone: str = "") -> None:
        """Show another state; good, doubtful and bad ones carry a mark beside their colour."""
        self._tone = tone
        self.wear(tone=tone, marked="true" if tone in _MARKS else "false")
        language.put(self, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark beside the word."""
        super().paintEvent(event)
        if self._tone in _MARKS:
            worn = theme.current()
            size = worn.px(16)
            drawn = icons.pixmap(_MARKS[self._tone], worn.hex(self._tone), size, self.devicePixelRatioF())
            QPainter(self).drawPixmap(worn.px(11), (self.height() - size) // 2, drawn)
