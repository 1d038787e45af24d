"""One line of text that is cut where its place ends."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bimtek.domain.text import Text
from bimtek.ui import language
from bimtek.ui.widgets.cut_text import cut_to
from bimtek.ui.widgets.labels import make_plain

LEAST = 40


class ElidedLabel(QLabel):
    """A plain-text label of one line; what does not fit is shown by its tooltip."""

    def __init__(
        self, text: Text | str = "", kind: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._whole = ""
        make_plain(self)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: Text | str) -> None:
        """Take another text."""
        language.put(self, text, "show_wording")

    def show_wording(self, wording: str) -> None:
        """Show words as they are."""
        self._whole = wording
        self.setToolTip(wording.replace("<", "‹"))
        self.setAccessibleName(wording)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """May become quite narrow."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width(), LEAST)
        cut = cut_to(self._whole, self.fontMetrics(), room)
        if cut != self.text():
            self.setText(cut)
