"""A sentence in the page that needs a look, with its remedy beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text
from bimtek.ui import icons, language
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.style import restyle

_ICONS = {"": "info", "success": "circle-check", "warning": "triangle-alert", "danger": "circle-alert"}
_INK = {"": "on_primary_soft", "success": "success", "warning": "warning", "danger": "danger"}


class Notice(QFrame):
    """An icon, a sentence, and perhaps one button. `tone`: "", success, warning, danger."""

    pressed = Signal()

    def __init__(
        self, text: Text | str, tone: str = "", action: Text = NO_TEXT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.picture = label(wrap=False)
        self.message = label("")
        self.button = buttons.secondary(action)
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.pressed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self.picture)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.button)
        self.show_notice(text, tone)

    def show_notice(self, text: Text | str, tone: str = "") -> None:
        """Show another sentence."""
        restyle(self, tone=tone)
        language.put(self.message, text)
        icons.put_picture(self.picture, _ICONS[tone], _INK[tone], 24)
