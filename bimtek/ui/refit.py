"""Lets windows that are open follow a change of text size: they take the room they need then."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bimtek.ui import theme
from bimtek.ui.room import make_room
from bimtek.ui.widgets.dialog import Dialog


@runtime_checkable
class Fits(Protocol):
    """A window that knows what size needs what."""

    def fit(self) -> None:
        """Do it."""


def follow_text_size() -> None:
    """From now on, after every change."""
    theme.on_change(_refit_all)


def _refit_all(app: QApplication) -> None:
    for window in app.topLevelWidgets():
        if window.isVisible() and isinstance(window, Dialog | Fits):
            QTimer.singleShot(0, window, lambda open_one=window: _refit(open_one))


def _refit(window: QWidget) -> None:
    if not isValid(window):
        return
    shown: object = window
    if isinstance(shown, Fits):
        shown.fit()
    elif isinstance(window, Dialog):
        make_room(window)
        window.keep_on_screen()
