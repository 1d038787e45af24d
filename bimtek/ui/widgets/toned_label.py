"""A label whose look changes with what it says, often before it was ever seen."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from bimtek.ui.widgets.labels import make_plain
from bimtek.ui.widgets.style import restyle


class TonedLabel(QLabel):
    """Plain text. It knows whether Qt has dressed it: asking Qt takes enums that a start has no use for."""

    _dressed = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_plain(self)

    def event(self, event: QEvent) -> bool:
        """Note when Qt dresses it."""
        self._dressed = self._dressed or event.type() == QEvent.Type.Polish
        return super().event(event)

    def wear(self, **look: str) -> None:
        """Set properties the stylesheet looks at, such as `tone`."""
        if self._dressed:
            restyle(self, **look)
            return
        for name, value in look.items():
            self.setProperty(name, value)
