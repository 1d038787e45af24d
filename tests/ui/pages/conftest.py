"""The whole window on real services."""

import pytest

from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.main_window import MainWindow
from bimtek.ui.tasks import TaskRunner


@pytest.fixture
def context(services, qtbot):
    runner = TaskRunner()
    yield UiContext(services, runner, WindowSignals())
    runner.close()


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


@pytest.fixture
def toasts(context):
    """Everything the window was asked to say: (wording, how to undo it)."""
    heard = []
    context.window.toast.connect(lambda text, undo: heard.append((str(text), undo)))
    return heard
