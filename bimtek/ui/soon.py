"""Parts that are made a moment later, so that nobody waits for all of a page at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_PAINTED_MS = 1  # 0 would run before anything is painted


def soon(owner: QObject, do: Callable[[], object]) -> None:
    """Do something once what is there now is painted; not at all when `owner` is gone by then."""
    QTimer.singleShot(_PAINTED_MS, owner, do)
