"""Two starts on one data folder: the second raises the first."""

import subprocess
import sys
from pathlib import Path

from bimtek.ui.single_instance import SingleInstance, raise_other

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
from bimtek.ui.single_instance import raise_other
sys.exit(0 if raise_other(Path(sys.argv[1])) else 3)
"""


def second(folder):
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen([sys.executable, "-c", SECOND, str(folder)], cwd=root)


def test_the_second_start_raises_the_first(qtbot, tmp_path):
    first = SingleInstance(tmp_path)
    try:
        with qtbot.waitSignal(first.wanted, timeout=10_000):
            process = second(tmp_path)
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
        assert process.returncode == 0
    finally:
        first.close()


def test_another_folder_opens_its_own_window(qtbot, tmp_path):
    first = SingleInstance(tmp_path)
    try:
        assert not raise_other(tmp_path / "lain")
    finally:
        first.close()


def test_the_mark_of_a_killed_window_does_not_keep_the_next_one_out(qtbot, tmp_path):
    (tmp_path / "bimtek.jendela").touch()
    assert not raise_other(tmp_path)
    again = SingleInstance(tmp_path)
    again.close()
    assert not (tmp_path / "bimtek.jendela").exists()


def test_a_first_start_loads_no_network_module(tmp_path):
    code = "import sys, pathlib; from bimtek.ui.single_instance import raise_other; "
    code += "raise_other(pathlib.Path(sys.argv[1])); sys.exit('PySide6.QtNetwork' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=root).returncode == 0
