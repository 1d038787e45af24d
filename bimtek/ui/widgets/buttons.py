"""Buttons by meaning: one primary per screen, harmful ones set apart, icons always with a word or a name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from bimtek.domain.text import Text
from bimtek.ui import icons, language


class Button(QPushButton):
    """A push button whose caption is plain text: `&` is a letter, not a shortcut."""

    def set_caption(self, wording: str) -> None:
        """Show a caption."""
        self.setText(wording.replace("&", "&&"))
        self.setAccessibleName(wording)


class Tool(QToolButton):
    """A tool button whose caption is plain text and whose name is always spoken."""

    def set_caption(self, wording: str) -> None:
        """Show a caption."""
        self.setText(wording.replace("&", "&&"))
        self.setAccessibleName(wording)

    def set_hint(self, wording: str) -> None:
        """Name an icon without a word, for the pointer and for a screen reader."""
        self.setAccessibleName(wording)
        self.setToolTip(wording)


def primary(text: Text | str, icon: str = "") -> Button:
    """Return the one filled button of a screen: verb and object."""
    return _button(text, "primary", icon, "on_primary")


def secondary(text: Text | str, icon: str = "") -> Button:
    """Return an ordinary button."""
    return _button(text, "secondary", icon, "text")


def quiet(text: Text | str, icon: str = "") -> Button:
    """Return a button without a frame, for what is rarely needed."""
    return _button(text, "quiet", icon, "primary")


def danger(text: Text | str, icon: str = "") -> Button:
    """Return a button for what takes something away."""
    return _button(text, "danger", icon, "danger")


def icon_button(icon: str, name: Text, *, framed: bool = False) -> Tool:
    """Return a square button with an icon; `name` is its tooltip and its accessible name."""
    made = Tool()
    made.setProperty("kind", "icon" if framed else "icon-quiet")
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    language.put(made, name, "set_hint")
    icons.put(made, icon)
    return made


def _button(text: Text | str, kind: str, icon: str, role: str) -> Button:
    made = Button()
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    language.put(made, text, "set_caption")
    if icon:
        icons.put(made, icon, role)
    return made
