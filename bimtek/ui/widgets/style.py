"""Changing the look of a widget that is already on the screen."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget


def restyle(widget: QWidget, **properties: str) -> None:
    """Set properties the stylesheet looks at, and dress the widget again."""
    changed = False
    for name, value in properties.items():
        changed = changed or widget.property(name) != value
        widget.setProperty(name, value)
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # or its padding stays as it was
        widget.updateGeometry()
        widget.update()
