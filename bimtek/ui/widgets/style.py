"""Changing the look of a widget that is already on the screen."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from bimtek.ui import theme


def restyle(widget: QWidget, **properties: str) -> None:
    """Set properties the stylesheet looks at, and dress the widget again."""
    theme.catch_up(widget)
    changed = False
    for name, value in properties.items():
        changed = changed or widget.property(name) != value
        widget.setProperty(name, value)
    if not changed:
        return
    from PySide6.QtCore import Qt  # not at import: its enums cost a fifth of a start

    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it is still to be dressed
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # or its padding stays as it was
        widget.updateGeometry()
        widget.update()
