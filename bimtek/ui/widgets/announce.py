"""Tells a screen reader what changed without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from bimtek.domain.text import Text
from bimtek.ui.language import say


def announce(widget: QWidget, text: Text | str) -> None:
    """Speak `text` when a screen reader runs; otherwise do nothing."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, say(text)))
