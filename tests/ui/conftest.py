"""Every window test wears the theme and speaks Indonesian."""

import pytest

from bimtek.domain.text import indonesian
from bimtek.ui import language, theme
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.tasks import TaskRunner


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme.apply_theme(qapp)
    theme.load_later_fonts()
    yield qapp
    language.use_translator(qapp, indonesian)
    if theme.current() != theme.Theme(theme.DEFAULT, 100):
        theme.apply_theme(qapp)


@pytest.fixture
def context(services, qtbot):
    """Services, workers, and a window that only listens."""
    runner = TaskRunner()
    yield UiContext(services, runner, WindowSignals())
    runner.close()


@pytest.fixture
def toasts(context):
    """Everything the window was asked to say: (wording, how to undo it)."""
    heard = []
    context.window.toast.connect(lambda text, undo: heard.append((str(text), undo)))
    return heard
