"""Labels that show text as text, never as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

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
