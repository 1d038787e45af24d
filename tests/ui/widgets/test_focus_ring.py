"""The ring follows the keyboard and outlives what it was drawn around."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from bimtek.ui.widgets.focus_ring import FocusRing, follow_focus


def test_field_that_is_deleted_under_the_ring_does_no_harm(qtbot):
    window = QDialog()
    qtbot.addWidget(window)
    holder, other = QWidget(), QLineEdit()
    field = QLineEdit()
    QVBoxLayout(holder).addWidget(field)
    column = QVBoxLayout(window)
    column.addWidget(holder)
    column.addWidget(other)
    follow_focus()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    qtbot.waitUntil(lambda: window.findChild(FocusRing) is not None)
    ring = window.findChild(FocusRing)
    qtbot.waitUntil(ring.isVisible)
    holder.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    other.setFocus()
    qtbot.waitUntil(lambda: other.hasFocus() and ring.isVisible())
