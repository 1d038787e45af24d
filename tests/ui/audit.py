"""What every screen must keep: one primary button, names and room for whatever takes the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QPushButton, QWidget


def primaries(page):
    return [
        button.text()
        for button in page.findChildren(QPushButton)
        if button.property("kind") == "primary" and button.isVisible()
    ]


def audit(page):
    """At most one primary button; every visible widget that takes the keyboard has a name and 40 px."""
    assert len(primaries(page)) <= 1, primaries(page)
    for widget in page.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_")
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible() or inner:
            continue
        assert widget.accessibleName(), widget
        assert widget.height() >= 40, widget


def cut_buttons(page):
    """Visible buttons that are narrower than their words."""
    return [
        button.text()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and button.width() < button.minimumSizeHint().width()
    ]


def shown_texts(view: QAbstractItemView, column=0):
    model = view.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]
