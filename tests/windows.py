"""Ends windows at once, and tells which ones nobody ended."""

import gc
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete, isValid

from bimtek.ui.start import Session


def end(windows: Iterable[QWidget]) -> None:
    """Close these, and take away now what is to be deleted once the events are handled."""
    for window in windows:
        if isValid(window):
            window.close()
            window.deleteLater()
    QCoreApplication.processEvents()
    delete_pending()


def end_session(session: Session) -> None:
    """Close a window with its session as a person does; a table reads ahead, so it goes before its data."""
    window = session._window
    if isValid(window):
        window.detach()
        QCoreApplication.processEvents()
        delete_pending()
        window.close()
        session.close()
        end([window])


def delete_pending() -> None:
    """Qt itself does this only inside an event loop; a test that never waits has none."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def end_all_left() -> list[str]:
    """Delete every window there still is, and return what they were."""
    delete_pending()
    if not QApplication.topLevelWidgets():
        return []
    gc.collect()  # what only a cycle of references holds is not left behind
    left = [window for window in QApplication.topLevelWidgets() if window.parent() is None]
    told = [f"{type(window).__name__} {window.windowTitle()}".strip() for window in left]
    for window in left:
        if isValid(window):
            delete(window)
    return told
