"""What nobody caught, mostly mistakes of ours: written to the local log, shown once, the window lives on."""

import logging
import sys
import threading
from collections import Counter
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from bimtek.domain.errors import BimtekError
from bimtek.ui.tasks import as_shown

if TYPE_CHECKING:
    from bimtek.ui.messages import ErrorDialog

OFFSCREEN = "This plugin does not support"  # what Qt says of every window that no screen shows
log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashGuard(QObject):
    """Catches what nobody caught, in any thread; the dialog is always on the main one.

    One and the same bug is shown once: a picture that cannot be painted would ask again for ever. An
    expected failure is shown each time.
    """

    caught = Signal(object)  # the exception, delivered in the main thread

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: ErrorDialog | None = None
        self._seen: Counter[str] = Counter()
        self.caught.connect(self._on_caught)

    def install(self) -> None:
        """Start catching."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(log_qt)

    def uninstall(self) -> None:
        """Leave the process as it was."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._note("uncaught", error, trace)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value or args.exc_type()
        self._note("uncaught in thread", error, args.exc_traceback)

    def _note(self, what: str, error: BaseException, trace: TracebackType | None) -> None:
        """Log it, seldom when it comes again and again, and show it the first time."""
        place = _place(error, trace)
        self._seen[place] += 1
        times = self._seen[place]
        if times == 1:
            log.error(what, exc_info=(type(error), error, trace))
        elif times & (times - 1) == 0:  # 2, 4, 8 …: a log of nothing else would push the rest out
            log.error("%s again, %d times: %s", what, times, place)
        if times == 1 or isinstance(error, BimtekError):
            self.caught.emit(error)

    def _on_caught(self, error: BaseException) -> None:
        QTimer.singleShot(0, self, lambda: self._show(error))  # nothing opens in the middle of painting

    def _show(self, error: BaseException) -> None:
        from bimtek.ui.messages import show_error  # a start without a mistake has no use for dialogs

        if self.dialog is None:
            self.dialog = show_error(self._window, as_shown(error))
            self.dialog.finished.connect(self._on_closed)

    def _on_closed(self) -> None:
        self.dialog = None


def _place(error: BaseException, trace: TracebackType | None) -> str:
    """What kind of bug, and the line it happened in."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace is not None else ""
    return f"{type(error).__name__} {where}"


def log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write what Qt complains about to the log, not to the terminal."""
    if message.startswith(OFFSCREEN):
        return
    log.log(_LEVELS[kind], "qt: %s", message)
