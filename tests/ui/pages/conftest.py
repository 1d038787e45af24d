"""The whole window on real services."""

import pytest

from bimtek.ui.main_window import MainWindow


@pytest.fixture
def window(context, qtbot):
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitSignal(made.painted):
        made.show()
    made.attach(context)
    yield made
    made.hide()
