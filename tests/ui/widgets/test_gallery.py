"""Rules every own widget keeps, in every theme and text size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QWidget

from bimtek.ui import theme
from bimtek.ui.tasks import TaskRunner
from tests.ui.gallery import PARTS, confirm_dialog, error_dialog, gallery

INNER = "qt_"  # parts Qt makes by itself


@pytest.fixture
def tasks():
    runner = TaskRunner()
    yield runner
    runner.close()


@pytest.fixture(params=PARTS)
def part(request, qtbot, tasks):
    widget = PARTS[request.param](tasks)
    qtbot.addWidget(widget)
    widget.resize(900, widget.sizeHint().height())
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def focusable(root):
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.objectName().startswith(INNER):
            yield widget


def test_everything_focusable_has_a_name(part):
    assert [w for w in focusable(part) if w.isVisible() and not _name(w)] == []


def _name(widget):
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


@pytest.mark.parametrize("scale", [100, 175])
def test_controls_are_forty_pixels_high(part, dressed, scale, qtbot):
    theme.apply_theme(dressed, "terang", scale)
    controls = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    low = [
        w
        for w in part.findChildren(QWidget)
        if isinstance(w, controls) and w.isVisible() and not w.objectName().startswith(INNER)
        and w.sizeHint().height() < 40
    ]  # fmt: skip
    assert low == []


def test_every_label_is_plain_text(part):
    assert [w for w in part.findChildren(QLabel) if w.textFormat() != Qt.TextFormat.PlainText] == []


@pytest.mark.parametrize("name", theme.names())
def test_the_whole_gallery_paints_without_a_complaint(qtbot, tasks, dressed, name):
    theme.apply_theme(dressed, name, 150)
    page = gallery(tasks)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        page.show()
    assert not page.grab().isNull()


@pytest.mark.parametrize("make", [error_dialog, confirm_dialog])
def test_dialogs_have_one_default_and_named_buttons(qtbot, make):
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    buttons = [b for b in dialog.findChildren(QAbstractButton) if b.isVisible()]
    assert sum(b.isDefault() for b in buttons) == 1
    assert all(b.accessibleName() for b in buttons)
