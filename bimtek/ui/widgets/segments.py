"""A few choices side by side, one of them pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from bimtek.domain.text import Text
from bimtek.ui import language
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.flow import Flow


class Segments(QWidget):
    """`chosen` carries the key of the pressed one."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, Text]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {key: buttons.secondary(word) for key, word in options}
        self._group = QButtonGroup(self)
        row = Flow(self)
        for key, button in self.buttons.items():
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
        next(iter(self.buttons.values())).setChecked(True)

    def key(self) -> str:
        """The key of the pressed one."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Press one; says so like a click."""
        self.buttons[key].click()

    def reword(self, key: str, word: Text) -> None:
        """Show another word on one of them."""
        language.put(self.buttons[key], word, "set_caption")
