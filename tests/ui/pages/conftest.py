"""The whole window on real services."""

import pytest

from bimtek.ui.commands import WindowCommands
from bimtek.ui.main_window import MainWindow


@pytest.fixture
def window(context, qtbot):
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitSignal(made.painted):
        made.show()
    made.attach(context)
    WindowCommands(made)
    made.wake()
    return made
