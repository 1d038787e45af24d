"""A page is built inside the window: nothing of it flashes up as a window of its own."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from bimtek.ui.pages import PAGES


class Watch(QObject):
    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {getattr(watched, 'text', str)()}")
        return False


@pytest.fixture
def watch(qapp):
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.mark.parametrize("place", [place.key for place in PAGES])
def test_a_place_opens_without_a_window_of_its_own(window, watch, qtbot, place):
    window.go(place)
    qtbot.waitUntil(lambda: not window._context.tasks.busy)
    assert watch.seen == []


def test_a_stray_window_would_be_seen(watch, qtbot):
    stray = QWidget()
    qtbot.addWidget(stray)
    stray.setVisible(True)
    assert len(watch.seen) == 1
