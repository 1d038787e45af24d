"""Fields for a PIN: digits that nobody reads over a shoulder."""

from PySide6.QtWidgets import QLineEdit

from bimtek.ui.widgets import fields

LONGEST = 8


def digits_field() -> QLineEdit:
    """Return an empty field for a PIN."""
    made = fields.text_field(longest=LONGEST)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
