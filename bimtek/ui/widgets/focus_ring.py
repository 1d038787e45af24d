"""A ring around whatever the keyboard is on: 3 px wide, 2 px away, never clipped."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bimtek.ui import theme

_WIDTH, _GAP = 3, 2
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QWidget):
    """An overlay of one window. A widget with the property `ring` = "none" shows focus by itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget when it or anything around it moves."""
        if event.type() in _MOVES:
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "rail_focus" if self._on_rail() else "focus"
        painter.setPen(QPen(theme.current().colour(role), _WIDTH))
        edge = _WIDTH // 2 + 1
        painter.drawRoundedRect(self.rect().adjusted(edge, edge, -edge, -edge), 10, 10)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        self._unwatch()
        wanted = new is not None and new.window() is self.parentWidget() and new is not new.window()
        if not wanted or new is None or new.property("ring") == "none":
            self.hide()
            return
        self._target = new
        widget: QWidget | None = new
        while widget is not None and widget is not self.parentWidget():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._follow()

    def _unwatch(self) -> None:
        for widget in self._watched:
            if isValid(widget):  # a dialog that closes takes its fields with it before the focus moves on
                widget.removeEventFilter(self)
        self._watched, self._target = [], None

    def _follow(self) -> None:
        window, target = self.parentWidget(), self._target
        if window is None or target is None or not target.isVisibleTo(window):
            self.hide()
            return
        room = self._visible_part(target, window)
        if room.isEmpty():
            self.hide()
            return
        grown = _WIDTH + _GAP
        self.setGeometry(room.adjusted(-grown, -grown, grown, grown))
        self.show()
        self.raise_()

    def _visible_part(self, target: QWidget, window: QWidget) -> QRect:
        """Return where the target shows, cut by every scrolling area around it."""
        part = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        widget = target.parentWidget()
        while widget is not None and widget is not window:
            part = part.intersected(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))
            widget = widget.parentWidget()
        return part

    def _on_rail(self) -> bool:
        widget = self._target
        while widget is not None:
            if widget.property("kind") == "rail":
                return True
            widget = widget.parentWidget()
        return False
