"""What nobody caught, mostly mistakes of ours: written to the local log, shown once, the window lives on."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from bimtek.ui.messages import ErrorDialog, show_error
from bimtek.ui.tasks import as_shown

log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashGuard(QObject):
    """Catches what nobody caught, in any thread; the dialog is always on the main one."""

    caught = Signal(object)  # the exception, delivered in the main thread

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: ErrorDialog | None = None
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
        log.error("uncaught", exc_info=(kind, error, trace))
        self.caught.emit(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value or args.exc_type()
        log.error("uncaught in thread", exc_info=(args.exc_type, error, args.exc_traceback))
        self.caught.emit(error)

    def _on_caught(self, error: BaseException) -> None:
        if self.dialog is None:
            self.dialog = show_error(self._window, as_shown(error))
            self.dialog.finished.connect(self._on_closed)

    def _on_closed(self) -> None:
        self.dialog = None


def log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write what Qt complains about to the log, not to the terminal."""
    log.log(_LEVELS[kind], "qt: %s", message)
