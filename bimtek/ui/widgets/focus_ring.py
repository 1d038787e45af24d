"""A ring around whatever the keyboard is on, in every window: 3 px wide, 2 px away, never clipped."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QTabBar, QWidget
from shiboken6 import isValid

from bimtek.ui import theme
from bimtek.ui.widgets.reading_order import follow_layout

_WIDTH, _GAP = 3, 2
_WITHOUT = {Qt.WindowType.Popup, Qt.WindowType.ToolTip}  # lists that drop down show their own choice
_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


def follow_focus() -> None:
    """In every window there is and will be, let a ring follow the keyboard, and Tab the layout."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if app.findChild(_Follower) is None:
        _Follower(app)


class _Follower(QObject):
    """Gives each window a ring when the keyboard first comes to it, and watches the focused widget."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._focused: QWidget | None = None
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the stops of Tab in order just before the keyboard moves on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TABS:
            assert isinstance(watched, QWidget)
            follow_layout(watched.window())
        return False

    def _on_focus(self) -> None:
        """Takes no widget from the signal: the one that loses the keyboard may be half destroyed."""
        old, new = self._focused, QApplication.focusWidget()
        self._focused = new
        if old is not None and isValid(old):
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)
        ring = self._ring
        if ring is not None and isValid(ring) and (new is None or new.window() is not ring.parentWidget()):
            ring.surround(None)
        if new is None or new.window().windowType() in _WITHOUT:
            return
        window = new.window()
        _scroll_to(new)
        self._ring = window.findChild(FocusRing, options=_DIRECT) or FocusRing(window)
        self._ring.surround(new)


def _scroll_to(widget: QWidget) -> None:
    """Bring a widget into sight in every scrolling area around it; Qt does so only from inside of one."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea) and widget.height() <= area.viewport().height():
            area.ensureWidgetVisible(widget, 8, 8)
        area = area.parentWidget()


class FocusRing(QWidget):
    """An overlay of one window. A widget with the property `ring` = "none" shows focus by itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()

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

    def surround(self, target: QWidget | None) -> None:
        """Stand around another widget of this window, or around none."""
        self._unwatch()
        if target is None or target is self.parentWidget() or target.property("ring") == "none":
            self.hide()
            return
        self._target = target
        if isinstance(target, QTabBar):
            target.currentChanged.connect(self._follow)
        widget: QWidget | None = target
        while widget is not None and widget is not self.parentWidget():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._follow()

    def _unwatch(self) -> None:
        if isinstance(self._target, QTabBar) and isValid(self._target):
            self._target.currentChanged.disconnect(self._follow)
        for widget in self._watched:
            if isValid(widget):  # a dialog that closes takes its fields with it before the focus moves on
                widget.removeEventFilter(self)
        self._watched, self._target = [], None

    def _follow(self) -> None:
        window, target = self.parentWidget(), self._target
        if window is None or target is None or not isValid(target) or not target.isVisibleTo(window):
            self.hide()
            return
        room = self._visible_part(target, window)
        if room.isEmpty():
            self.hide()
            return
        grown = _WIDTH + _GAP
        around = room.adjusted(-grown, -grown, grown, grown)
        self.setGeometry(around.intersected(window.rect()))  # never half outside of the window
        self.show()
        self.raise_()

    def _visible_part(self, target: QWidget, window: QWidget) -> QRect:
        """Return where the target shows, cut by every scrolling area around it."""
        shown = target.tabRect(target.currentIndex()) if isinstance(target, QTabBar) else target.rect()
        part = QRect(target.mapTo(window, shown.topLeft()), shown.size())
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
