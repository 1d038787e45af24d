"""Line icons in the colours of the theme."""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QIcon, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton

from bimtek.host.paths import asset
from bimtek.ui import theme

_NAME, _ROLE = "iconName", "iconRole"


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return one icon drawn in `colour` (#RRGGBB) at `size` logical pixels, sharp at `ratio`."""
    svg = asset(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    buffer = QBuffer()
    buffer.setData(QByteArray(svg.encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(round(size * ratio), round(size * ratio)))
    drawn = QPixmap.fromImage(reader.read())
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, role: str = "text", checked_role: str = "", size: int = 24, gap: int = 0) -> QIcon:
    """Return an icon in a colour role of the theme, with its own colour when disabled or checked.

    `gap` is empty room to the right, between the icon and the word beside it.
    """
    worn = theme.current()
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(_padded(pixmap(name, worn.hex(role), size, ratio), gap))
        made.addPixmap(_padded(pixmap(name, worn.hex("disabled"), size, ratio), gap), QIcon.Mode.Disabled)
        if checked_role:
            drawn = pixmap(name, worn.hex(checked_role), size, ratio)
            made.addPixmap(_padded(drawn, gap), QIcon.Mode.Normal, QIcon.State.On)
    return made


def _padded(drawn: QPixmap, gap: int) -> QPixmap:
    """Return the icon with `gap` logical pixels of nothing to its right."""
    if not gap:
        return drawn
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide


def put(button: QAbstractButton, name: str, role: str = "text", checked_role: str = "") -> None:
    """Give a button an icon that follows later changes of the theme."""
    button.setProperty(_NAME, name)
    button.setProperty(_ROLE, f"{role}/{checked_role}")
    redraw(button)


def refresh(app: QApplication) -> None:
    """Redraw the icon of every button after a change of theme or text size."""
    for widget in app.allWidgets():
        if isinstance(widget, QAbstractButton) and widget.property(_NAME):
            redraw(widget)


def redraw(button: QAbstractButton) -> None:
    """Draw the icon again, after a change of theme or of the place of its word."""
    role, _, checked = str(button.property(_ROLE)).partition("/")
    size = theme.current().px(20)
    gap = theme.current().px(8) if _has_word_beside(button) else 0
    button.setIcon(icon(str(button.property(_NAME)), role, checked, size, gap))
    button.setIconSize(QSize(size + gap, size))


def _has_word_beside(button: QAbstractButton) -> bool:
    if isinstance(button, QToolButton):
        return button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    return bool(button.text())


theme.on_change(refresh)
