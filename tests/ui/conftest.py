"""Every window test wears the theme and speaks Indonesian; worlds of data are made once and copied."""

import shutil

import pytest

from bimtek.app import build
from bimtek.domain.text import indonesian
from bimtek.ui import language, motion, theme
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.tasks import TaskRunner
from tests.clock import MovableClock
from tests.ui.every_screen import World, fill


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme.apply_theme(qapp)
    theme.load_later_fonts()
    yield qapp
    language.use_translator(qapp, indonesian)
    if theme.current() != theme.Theme(theme.DEFAULT, 100) or motion.calm():
        motion.set_calm(False)
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


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A data folder with so many rows of everything; made once, never opened again."""
    made = {}

    def folder(rows):
        if rows not in made:
            made[rows] = tmp_path_factory.mktemp(f"isi{rows}")
            services = build(made[rows], MovableClock())
            fill(services, rows)
            services.close()
        return made[rows]

    return folder


@pytest.fixture
def open_world(filled, tmp_path, clock, qtbot):
    """Open a window over a copy of so many rows; all of it is closed after the test."""
    opened = []

    def make(rows=3):
        shutil.copytree(filled(rows), tmp_path / "dunia")
        services = build(tmp_path / "dunia", clock)
        world = World(services, rows)
        opened.append((world, services))
        return world

    yield make
    for world, services in opened:
        world.close()
        services.close()


@pytest.fixture
def world(open_world):
    """A window over three rows of everything."""
    return open_world()
