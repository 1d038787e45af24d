"""A quiet plane that holds things that belong together."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text
from bimtek.ui.widgets.labels import label


class Card(QFrame):
    """A titled plane. Put widgets in `body`, small actions of the whole card in `corner`."""

    def __init__(
        self, title: Text | str = NO_TEXT, parent: QWidget | None = None, *, kind: str = "card"
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 24)
        outer.setSpacing(16)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(8)
        if title:
            self.title = label(title, "h3")
            head = QHBoxLayout()
            head.addWidget(self.title, 1)
            head.addLayout(self.corner)
            outer.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        outer.addLayout(self.body, 1)
