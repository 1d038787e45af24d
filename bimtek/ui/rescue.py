"""The way from an error of the data file to a backup: the open session lends it to every message."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QMainWindow

from bimtek.domain.errors import BimtekError, DamagedFileError

_open: Callable[[DamagedFileError], object] | None = None


def lend(recover: Callable[[DamagedFileError], object] | None) -> None:
    """From now on `recover` opens the recovery; None: no session is open."""
    global _open
    _open = recover


def way_from(error: BimtekError) -> Callable[[], object] | None:
    """What opens the recovery, when a backup helps against this error and nobody else looks."""
    recover = _open
    if recover is None or not isinstance(error, DamagedFileError) or in_company():
        return None
    return lambda: recover(error)


def in_company() -> bool:
    """True while participants look: the kiosk or the projector has a screen for itself."""
    return any(
        widget.isFullScreen() and widget.isVisible() and not isinstance(widget, QMainWindow)
        for widget in QApplication.topLevelWidgets()
    )
