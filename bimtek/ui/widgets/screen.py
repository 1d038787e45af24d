"""The frame of a page: title, what it is about, a scrolling body, and its actions at bottom right."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text
from bimtek.ui import language
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.scrolling import scrolling

MARGIN = 32
WIDEST = 1240


class Screen(QWidget):
    """Put content in `body`, small actions in `header`, the one primary button in `footer`.

    `scrolls=False` gives the body all the height, for tables and previews that scroll by themselves.
    """

    def __init__(
        self,
        title: Text | str,
        subtitle: Text | str = NO_TEXT,
        parent: QWidget | None = None,
        *,
        scrolls: bool = True,
    ) -> None:
        super().__init__(parent)
        self.title = label(title, "h1")
        self.subtitle = label(subtitle, "body", "secondary")
        if not subtitle:
            self.subtitle.hide()
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(24)
        self.footer = QHBoxLayout()
        self.footer.setSpacing(12)
        self._foot = QFrame()
        self._foot.setProperty("kind", "foot")
        self._foot.hide()
        self._build(scrolls)

    def show_title(self, title: Text | str, subtitle: Text | str = NO_TEXT) -> None:
        """Change the heading."""
        language.put(self.title, title)
        language.put(self.subtitle, subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(self, button: QWidget) -> None:
        """Add a button to the foot, right-hand side; the primary one last."""
        self.footer.addWidget(button)
        self._foot.show()

    def _build(self, scrolls: bool) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addLayout(self.header)
        page = QWidget()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, 24, MARGIN, 24)
        column.setSpacing(24)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if scrolls:
            page.setMaximumWidth(WIDEST)
        outer.addWidget(scrolling(page) if scrolls else page, 1)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(MARGIN, 12, MARGIN, 16)
        foot.addStretch(1)
        foot.addLayout(self.footer)
        outer.addWidget(self._foot)
