"""A stack asks for the room of the page that is seen, and a page that fails leaves nothing behind."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bimtek.ui.widgets.page_stack import PageStack


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    stack = PageStack()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(stack)
    for high in (900, 100):
        page = stack.build(QWidget)
        page.setMinimumHeight(high)
    stack.setCurrentIndex(1)
    window.resize(300, 200)
    window.show()
    return window


def test_a_page_that_is_not_seen_makes_no_window_larger(window, qapp):
    stack = window.findChild(PageStack)
    assert window.height() == 200
    stack.setCurrentIndex(0)
    qapp.processEvents()
    assert window.minimumSizeHint().height() == 900
    stack.setCurrentIndex(1)
    qapp.processEvents()
    assert window.minimumSizeHint().height() == 100


def test_a_page_is_as_high_as_its_words_wrap(window):
    stack = window.findChild(PageStack)
    words = stack.build(lambda parent: QLabel("Kata " * 60, parent))
    words.setWordWrap(True)
    stack.setCurrentWidget(words)
    assert stack.heightForWidth(120) == words.heightForWidth(120) > words.heightForWidth(600)


def test_a_page_that_fails_leaves_nothing_behind(window, qapp, qtbot):
    stack = window.findChild(PageStack)
    before = stack.children()

    def fails(parent):
        QLabel("Setengah jadi", parent)
        raise ValueError("rusak")

    with pytest.raises(ValueError, match="rusak"):
        stack.build(fails)
    qtbot.waitUntil(lambda: stack.children() == before)
    assert stack.count() == 2
