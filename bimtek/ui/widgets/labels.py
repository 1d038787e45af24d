"""Labels that show text as text, never as markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from bimtek.domain.text import Text
from bimtek.ui import language


def label(text: Text | str = "", kind: str = "body", tone: str = "", *, wrap: bool = True) -> QLabel:
    """Return a plain-text label: a name with `<b>` in it shows `<b>`.

    `kind`: caption, body, strong, emphasis, h3, h2, h1, display. `tone`: secondary, primary, success,
    warning, danger, or none.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    language.put(made, text)
    return made


def line() -> QFrame:
    """Return a thin line between two groups."""
    made = QFrame()
    made.setProperty("kind", "line")
    return made


class ShortenedLabel(QLabel):
    """One line that ends in … when there is too little room; the whole text is still spoken."""

    def __init__(self, text: Text | str = "", kind: str = "body", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        language.put(self, text)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("mmm…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)
