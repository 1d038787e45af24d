"""Tells a screen reader what changed without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from bimtek.domain.text import Text
from bimtek.ui.language import say

MARKS_S = (60, 10)


def announce(widget: QWidget, text: Text | str) -> None:
    """Speak `text` when a screen reader runs; otherwise do nothing."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, say(text)))


class Countdown:
    """Speaks of the time left when a minute and when ten seconds are left, not every second."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._told = float("inf")

    def tell(self, left_s: float, words: Text | str) -> None:
        """Say `words` when a mark was passed since the last call."""
        passed = min((mark for mark in MARKS_S if left_s <= mark), default=None)
        if passed is not None and passed < self._told:
            self._told = passed
            announce(self._widget, words)

    def clear(self) -> None:
        """Begin a new countdown."""
        self._told = float("inf")
