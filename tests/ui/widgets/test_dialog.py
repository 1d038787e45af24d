"""A dialog lies within the screen from the moment it is opened."""

from PySide6.QtWidgets import QWidget

from bimtek.domain.text import _
from bimtek.ui.widgets.dialog import Dialog


def test_a_dialog_is_never_larger_than_the_screen(qtbot, qapp):
    dialog = Dialog(None, _("Judul"))
    qtbot.addWidget(dialog)
    dialog.resize(5000, 5000)
    dialog.show()
    assert dialog.size() == qapp.primaryScreen().availableSize()


def test_one_over_a_window_that_is_larger_may_be_as_large(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 600)
    dialog = Dialog(window, _("Judul"))
    dialog.resize(1200, 500)
    dialog.show()
    assert (dialog.width(), dialog.height()) == (1200, 500)
