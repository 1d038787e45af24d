"""Areas that scroll up and down only, without a frame of their own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def only_vertical(area: QScrollArea) -> None:
    """Let an area be as wide as its content and take no place in the tab order."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def scrolling(page: QWidget) -> QScrollArea:
    """Put a page into such an area."""
    area = QScrollArea()
    only_vertical(area)
    area.setWidget(page)
    return area


def scrolling_form(form: QWidget) -> QScrollArea:
    """Put a form that can be taller than the window into such an area, clear of the scroll bar."""
    holder = QWidget()
    holder.setProperty("kind", "page")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 8, 0)
    column.addWidget(form)
    column.addStretch(1)
    return scrolling(holder)
