"""Buttons by meaning: one primary per screen, harmful ones set apart, icons always with a word or a name.

The rail is made of them before the first paint, so `Qt` and its enums stay out: see labels.
"""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from bimtek.domain.text import Text
from bimtek.ui import icons, language

ICON_ONLY, WORDS_BESIDE, WORDS_UNDER = 0, 2, 3  # Qt.ToolButtonStyle


class Button(QPushButton):
    """A push button whose caption is plain text: `&` is a letter, not a shortcut."""

    def set_caption(self, wording: str) -> None:
        """Show a caption."""
        self.setText(wording.replace("&", "&&"))
        self.setAccessibleName(wording)

    def changeEvent(self, event: QEvent) -> None:
        """Let the icon follow whether the button can be pressed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            icons.redraw(self)


class Tool(QToolButton):
    """A tool button whose caption is plain text and whose name is always spoken."""

    def set_caption(self, wording: str) -> None:
        """Show a caption."""
        self.setText(wording.replace("&", "&&"))
        self.setAccessibleName(wording)

    def place_words(self, where: int) -> None:
        """Show the caption beside the icon, under it, or not at all."""
        self.setProperty("toolButtonStyle", where)
        icons.place_beside(self, where == WORDS_BESIDE)

    def set_hint(self, wording: str) -> None:
        """Name an icon without a word, for the pointer and for a screen reader."""
        self.setAccessibleName(wording)
        self.setToolTip(wording)

    def changeEvent(self, event: QEvent) -> None:
        """Let the icon follow whether the button can be pressed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            icons.redraw(self)


def primary(text: Text | str, icon: str = "") -> Button:
    """Return the one filled button of a screen: verb and object."""
    return _button(text, "primary", icon, "on_primary")


def secondary(text: Text | str, icon: str = "") -> Button:
    """Return an ordinary button."""
    return _button(text, "secondary", icon, "text")


def quiet(text: Text | str, icon: str = "") -> Button:
    """Return a button without a frame, for what is rarely needed."""
    return _button(text, "quiet", icon, "primary")


def part(text: Text | str) -> Button:
    """Return a small rounded button, one of many that each put something into a field."""
    return _button(text, "part", "", "text")


def danger(text: Text | str, icon: str = "") -> Button:
    """Return a button for what takes something away."""
    return _button(text, "danger", icon, "danger")


def icon_button(icon: str, name: Text, *, framed: bool = False) -> Tool:
    """Return a square button with an icon; `name` is its tooltip and its accessible name."""
    made = Tool()
    made.setProperty("kind", "icon" if framed else "icon-quiet")
    made.place_words(ICON_ONLY)
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
