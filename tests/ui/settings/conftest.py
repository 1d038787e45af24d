"""Services, workers, and a window that only listens."""

import pytest

from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.tasks import TaskRunner


@pytest.fixture
def context(services, qtbot):
    runner = TaskRunner()
    yield UiContext(services, runner, WindowSignals())
    runner.close()


@pytest.fixture
def toasts(context):
    """Everything the window was asked to say."""
    heard = []
    context.window.toast.connect(lambda text, undo: heard.append(str(text)))
    return heard
