"""Hears in the main thread what became of a change that the writer thread stores."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from bimtek.domain.errors import BimtekError
from bimtek.ui.tasks import as_shown

log = logging.getLogger(__name__)


class _Mailbox(QObject):
    """Lives in the main thread; what any thread emits is run there."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def _run(self, call: Callable[[], object]) -> None:
        call()


_mailboxes: dict[int, _Mailbox] = {}


def after(
    future: "Future[Any]",
    done: Callable[[Any], object],
    failed: Callable[[BimtekError], object],
    parent: QObject,
) -> None:
    """Call `done(result)` or `failed(error)` in the main thread; neither once `parent` is gone.

    To be called from the main thread. The call never comes before this function returns.
    """
    mailbox = _mailbox()
    future.add_done_callback(
        lambda ended: mailbox.arrived.emit(partial(_deliver, ended, done, failed, parent))
    )


def _mailbox() -> _Mailbox:
    app = QCoreApplication.instance()
    found = _mailboxes.get(id(app))
    if found is None:
        _mailboxes.clear()
        found = _mailboxes[id(app)] = _Mailbox()
    return found


def _deliver(
    ended: "Future[Any]",
    done: Callable[[Any], object],
    failed: Callable[[BimtekError], object],
    parent: QObject,
) -> None:
    if not shiboken6.isValid(parent):
        return
    error = ended.exception()
    if error is None:
        done(ended.result())
        return
    if not isinstance(error, BimtekError):
        log.error("bug in a change", exc_info=error)
    failed(as_shown(error))
