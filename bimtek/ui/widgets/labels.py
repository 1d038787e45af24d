"""Labels that show text as text, never as markup.

The window paints labels first of all, and making the enums of `Qt` costs a fifth of a start: here they
are set by number, as Qt's properties allow.
"""

from PySide6.QtWidgets import QFrame, QLabel

from bimtek.domain.text import Text
from bimtek.ui import language

_PLAIN_TEXT = 0  # Qt.TextFormat.PlainText


def label(text: Text | str = "", kind: str = "body", tone: str = "", *, wrap: bool = True) -> QLabel:
    """Return a plain-text label: a name with `<b>` in it shows `<b>`.

    `kind`: caption, body, strong, emphasis, h3, h2, h1, display. `tone`: secondary, primary, success,
    warning, danger, or none.
    """
    made = QLabel()
    make_plain(made)
    made.setProperty("kind", kind)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    language.put(made, text)
    return made


def make_plain(made: QLabel) -> None:
    """Let a label show its text as it is."""
    made.setProperty("textFormat", _PLAIN_TEXT)


def line() -> QFrame:
    """Return a thin line between two groups."""
    made = QFrame()
    made.setProperty("kind", "line")
    return made
