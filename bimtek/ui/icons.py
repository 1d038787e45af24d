"""Line icons in the colours of the theme."""

from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget

from bimtek.host.paths import asset
from bimtek.ui import theme

_HEAD = 'width="24" height="24" viewBox="0 0 24 24"'  # of every Lucide icon
_NAME, _ROLE, _BESIDE, _SIZE = "iconName", "iconRole", "iconBeside", "pictureSize"


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """Return one icon drawn in `colour` (#RRGGBB) at `size` logical pixels, sharp at `ratio`.

    `gap` adds that many logical pixels of nothing to the right. All of it is said in the SVG itself:
    a reader, a buffer and a painter would be six more classes of Qt to wake before the first paint.
    """
    high, wide = round(size * ratio), round((size + gap) * ratio)
    svg = _drawing(name).replace("currentColor", colour)
    svg = svg.replace(_HEAD, f'width="{wide}" height="{high}" viewBox="0 0 {24 * wide / high:.4f} 24"')
    drawn = QPixmap()
    drawn.loadFromData(svg.encode(), "SVG")
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    """The SVG of an icon on one line, as `_HEAD` expects it."""
    return " ".join(asset(f"icons/{name}.svg").read_text(encoding="utf-8").split())


def put(button: QAbstractButton, name: str, role: str = "text", checked_role: str = "") -> None:
    """Give a button an icon that follows its state and later changes of the theme."""
    button.setProperty(_NAME, name)
    button.setProperty(_ROLE, f"{role}/{checked_role}")
    if checked_role:
        button.toggled.connect(lambda _checked: redraw(button))
    redraw(button)


def place_beside(button: QAbstractButton, beside: bool) -> None:
    """Tell whether a tool button's word stands beside its icon, and so needs room between."""
    if beside == button.property(_BESIDE):
        return
    button.setProperty(_BESIDE, beside)
    redraw(button)


def put_picture(label: QLabel, name: str, role: str = "text", size: int = 20) -> None:
    """Show an icon on a label, in logical pixels at 100 %; it follows later changes of the theme."""
    label.setProperty(_NAME, name)
    label.setProperty(_ROLE, role)
    label.setProperty(_SIZE, size)
    _redraw_picture(label)


def refresh(widget: QWidget) -> None:
    """Redraw the icon of a button or a label after a change of theme or text size."""
    if isinstance(widget, QAbstractButton):
        redraw(widget)
    elif isinstance(widget, QLabel) and widget.property(_NAME):
        _redraw_picture(widget)


def _redraw_picture(label: QLabel) -> None:
    worn = theme.current()
    size = worn.px(int(label.property(_SIZE)))
    colour = worn.hex(str(label.property(_ROLE)))
    label.setPixmap(pixmap(str(label.property(_NAME)), colour, size, label.devicePixelRatioF()))


def redraw(button: QAbstractButton) -> None:
    """Draw the icon of a button, if it has one, as its present state and the theme want it.

    One picture and not three: most buttons of a start are never disabled nor checked while it lasts.
    """
    name = button.property(_NAME)
    if not name:
        return
    worn, (role, _, checked) = theme.current(), str(button.property(_ROLE)).partition("/")
    if not button.isEnabled():
        role = "disabled"
    elif button.isChecked():
        role = checked or role
    size = worn.px(20)
    beside = button.property(_BESIDE) if isinstance(button, QToolButton) else bool(button.text())
    gap = worn.px(8) if beside else 0
    drawn = pixmap(str(name), worn.hex(role), size, _ratio(), gap)
    button.setIcon(QIcon(drawn))
    button.setIconSize(QSize(size + gap, size))


def _ratio() -> float:
    """Pixels a logical pixel of the densest screen: icons are drawn once, for that one."""
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


theme.on_dressing(refresh)
