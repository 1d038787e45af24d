"""Fixtures for every test: a data folder of its own, the count of fault loops, the gui marker."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.clock import MovableClock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PASSED = Path(".uji/lulus.json")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--hitungan",
        choices=["contoh", "penuh"],
        default="contoh",
        help="fault loops: sampled or full counts",
    )
    parser.addoption("--lanjut", action="store_true", help="leave out what passed before on this very tree")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--hitungan") == "penuh":
        os.environ["BIMTEK_HITUNGAN"] = "penuh"
    if config.getoption("--lanjut"):
        config.pluginmanager.register(_Resume(), "lanjut")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Tests that share what was made for their file run in one process: it is made once."""
    from xdist.scheduler import LoadScopeScheduling

    class Sharing(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return file if _shares(file) else nodeid

    return Sharing(config, log)


@cache
def _shares(file: str) -> bool:
    return 'scope="module"' in Path(file).read_text(encoding="utf-8")


class _Resume:
    """Remembers passed tests for one state of the sources, so that a long run can be cut and go on."""

    def __init__(self) -> None:
        self.state = _tree_state()
        found = json.loads(PASSED.read_text()) if PASSED.exists() else {}
        self.passed: list[str] = found["lulus"] if found.get("keadaan") == self.state else []

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        done = set(self.passed)
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid in done])
        items[:] = [item for item in items if item.nodeid not in done]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.passed:
            self.passed.append(report.nodeid)
            PASSED.parent.mkdir(exist_ok=True)
            PASSED.write_text(json.dumps({"keadaan": self.state, "lulus": self.passed}))


def _tree_state() -> str:
    """The commit and whatever differs from it: another state starts the full run anew."""
    parts = [["git", "rev-parse", "HEAD"], ["git", "diff", "HEAD"]]
    text = b"".join(subprocess.run(c, capture_output=True, check=True).stdout for c in parts)
    return hashlib.sha256(text).hexdigest()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if {"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.gui)


OPENED = pytest.StashKey[list[Any]]()


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """End the widgets of a test while the services below them still stand; none may outlive it.

    What is left would be dressed again by every later test, and would ask closed services for more.
    """
    if "PySide6.QtWidgets" not in sys.modules:
        return (yield)
    from tests.windows import end, end_all_left

    opened = item.stash.get(OPENED, [])
    end(opened)
    opened.clear()  # a page holds its services
    result = yield
    left = end_all_left()
    assert not left, f"windows left behind, give them to qtbot.addWidget: {left}"
    return result


PATIENCE_MS = 30_000  # a shared machine may stand still for seconds; a hang still ends


class PatientBot(QtBot):
    """Waits longer before it gives up than pytest-qt's five seconds; costs nothing when all is well.

    A widget it was given may be gone when the test ends, as a closed dialog is.
    """

    def addWidget(self, widget):  # noqa: N802
        self._request.node.stash.setdefault(OPENED, []).append(widget)

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):  # noqa: N802
        return super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **options):  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitSignals(self, signals, *, timeout=PATIENCE_MS, **options):  # noqa: N802
        return super().waitSignals(signals, timeout=timeout, **options)


@pytest.fixture(scope="session")
def qapp_args():
    from bimtek.ui.theme import STYLE

    return ["bimtek", *STYLE]


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def shipped_is_read_once() -> Iterator[None]:
    """Modules, places and templates that come with the product are parsed once: no test changes them.

    Every test has services of its own; parsing all that anew was half of the time of most of them.
    """
    from bimtek.content import kegiatan_file, library
    from bimtek.host.paths import asset, shipped_modules
    from bimtek.intake import wilayah_file

    with pytest.MonkeyPatch.context() as patch:
        for module, name, folder in (
            (library, "read_module", shipped_modules()),
            (wilayah_file, "load_wilayah", asset("wilayah").parent),
            (kegiatan_file, "read_template", asset("templat")),
        ):
            patch.setattr(module, name, _reading_once(getattr(module, name), folder))
        yield


def _reading_once(whole: Callable[[Path], Any], shipped: Path) -> Callable[[Path], Any]:
    read: dict[Path, Any] = {}

    def remembered(path: Path) -> Any:
        if shipped not in path.parents:
            return whole(path)
        if path not in read:
            read[path] = whole(path)
        return read[path]

    return remembered


@pytest.fixture
def counted(request: pytest.FixtureRequest):  # type: ignore[no-untyped-def]
    """How often a fault loop runs: `counted(5, 100)` is 5, or 100 in the full run."""
    full = request.config.getoption("--hitungan") == "penuh"
    return lambda sample, whole: whole if full else sample


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture(scope="session")
def new_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which nothing was done yet, to copy: the migrations run once."""
    from bimtek.host.data_folder import DataFolder
    from bimtek.storage.store import Store

    folder = DataFolder(tmp_path_factory.mktemp("baru") / "data")
    folder.create()
    Store(folder.database, MovableClock()).close()
    return folder.root


@pytest.fixture
def services(tmp_path: Path, clock: MovableClock, new_data: Path) -> Iterator["object"]:
    """Real services on a data folder of their own."""
    from bimtek.app import build

    shutil.copytree(new_data, tmp_path / "data")
    built = build(tmp_path / "data", clock)
    yield built
    built.close()
