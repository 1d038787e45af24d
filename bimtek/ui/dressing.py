"""A new theme for what is on the screen at once, and for the rest when the window has time for it.

Qt dresses every widget there is before it returns, and a day leaves more than a thousand of them behind on
pages that nobody looks at; only one in ten is seen. The others keep Qt's own marks for "never dressed"
while the sheet changes, and are dressed a few at a time afterwards, or when they come to be seen.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

SLICE_S = 0.008  # half of a frame


class _Waiting(QObject):
    """The widgets that still wear the theme before; watches for those that are about to be seen."""

    over = Signal()  # everything wears the new one

    def __init__(self) -> None:
        super().__init__()
        self.changing = False
        self._dressed: list[QWidget] = []
        # Each with whether Qt had dressed it: one that was never seen waits too.
        self._widgets: dict[QWidget, bool] = {}
        self._fit: Callable[[QWidget], object] = lambda widget: None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._some)

    def __len__(self) -> int:
        return len(self._widgets)

    def was_dressed(self, widget: QWidget) -> bool:
        """Whether it is here with something to take off."""
        return self._widgets.get(widget, False)

    def add(self, widgets: dict[QWidget, bool], fit: Callable[[QWidget], object]) -> None:
        """Let them wait; those that are outermost tell when they are shown."""
        self._widgets.update(widgets)
        self._fit = fit
        for widget in widgets:
            if widget.parentWidget() not in self._widgets:
                widget.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress what is shown, before it is painted."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self._dress_seen(watched)
        return False

    def dress(self, widget: QWidget) -> None:
        """Dress one now, if it waits."""
        worn = self._widgets.pop(widget, None)
        if worn:
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
        if worn is not None:
            self._fit(widget)

    def _dress_seen(self, shown: QWidget) -> None:
        self.dress(shown)
        for widget in shown.findChildren(QWidget):
            if widget in self._widgets:
                if widget.isVisible():
                    self.dress(widget)
                elif widget.parentWidget() not in self._widgets:
                    widget.installEventFilter(self)

    def _some(self) -> None:
        until = time.perf_counter() + SLICE_S
        while self._widgets and time.perf_counter() < until:
            widget = next(iter(self._widgets))
            if isValid(widget):
                widget.removeEventFilter(self)
                self.dress(widget)
                self._dressed.append(widget)
            else:
                del self._widgets[widget]
        if not self._widgets:
            self._end()

    def _end(self) -> None:
        """Let every layout measure anew: one that is not seen keeps what it learnt half way through."""
        self._timer.stop()
        dressed, self._dressed = self._dressed, []
        for widget in filter(isValid, dressed):
            widget.updateGeometry()
        self.over.emit()


_waiting: _Waiting | None = None


def change_sheet(app: QApplication, sheet: str, fit: Callable[[QWidget], object]) -> None:
    """Put `sheet` in the place of the one that is worn, and `fit` each widget to what comes with it."""
    from PySide6.QtCore import Qt  # not at import: its enums cost a fifth of a start

    global _waiting
    if _waiting is None or not isValid(_waiting):
        _waiting = _Waiting()
    _waiting.changing = True
    dressed, own_style = Qt.WidgetAttribute.WA_WState_Polished, Qt.WidgetAttribute.WA_SetStyle
    seen: list[QWidget] = []
    unseen: dict[QWidget, bool] = {}
    for widget in app.allWidgets():
        if widget.isVisible():
            seen.append(widget)
            continue
        unseen[widget] = widget.testAttribute(dressed) or _waiting.was_dressed(widget)
        if unseen[widget]:
            widget.setAttribute(dressed, False)
            widget.setAttribute(own_style)
    app.setStyleSheet("")  # one sheet over another takes Qt six times as long as off and on
    app.setStyleSheet(sheet)
    for widget, worn in unseen.items():
        if worn:
            widget.setAttribute(own_style, False)
    for widget in seen:
        fit(widget)
    _waiting.add(unseen, fit)
    _waiting.changing = False


def catch_up(widget: QWidget) -> None:
    """Dress a widget whose turn has not come yet, because something is about to change on it."""
    if _waiting is not None:
        _waiting.dress(widget)


def when_over(do: Callable[[], object]) -> None:
    """Do something once everything wears the new theme; now, when it does."""
    from PySide6.QtCore import Qt

    if _waiting is not None and (_waiting.changing or _waiting):
        _waiting.over.connect(do, Qt.ConnectionType.SingleShotConnection)
    else:
        do()


def busy() -> bool:
    """Whether something still wears the theme before."""
    return bool(_waiting)
