"""What the first paint and Beranda may cost: nothing is loaded before it is needed."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bimtek.app import build
from bimtek.services.planning import NewKegiatan
from tests.bench.processes import FILLED

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "sqlite_utils reportlab pydantic python_calamine markdown_it pypdfium2 PIL nacl click decimal tomllib"
    " logging.handlers PySide6.QtNetwork PySide6.QtSvg"
)
SERVICES = ("first_run", "overview", "progress", "readiness", "settings")
OURS_LATER = "bimtek.content bimtek.documents bimtek.intake bimtek.slides bimtek.domain.kegiatan"

PAINTED = f"""
import linecache, sys
from PySide6 import QtCore
from bimtek.ui import start, theme

app = theme.application([])
theme.apply_theme(app)
window = start.MainWindow()
window.show()
window.painted.connect(app.quit)
app.exec()
print([name for name in "sqlite3 {HEAVY}".split() if name in sys.modules])
print("Qt" in vars(QtCore))
print(sorted(name for name in sys.modules if name.startswith("bimtek.ui.pages.") or name == "bimtek.app"))
print([name for name in linecache.cache if "bimtek" in name and "ui/__init__" not in name])
"""
TELLING = f"""
import os, sys
leave = os._exit

def tell(code):
    print(code, [name for name in "{HEAVY} {OURS_LATER}".split() if name in sys.modules])
    print(sorted(name for name in sys.modules if name.startswith("bimtek.services.")))
    print("Qt" in vars(sys.modules["PySide6.QtCore"]))  # its enums: a fifth of a start
    sys.stdout.flush()
    leave(code)

os._exit = tell
"""


def said_by(code: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout, done.stderr
    return done.stdout.splitlines()


def test_the_window_is_seen_before_anything_heavy_is_loaded():
    heavy, qt, later, read = said_by(PAINTED)
    assert (heavy, qt, later) == ("[]", "False", "[]")
    assert read == "[]", (
        "PySide reads the source of every module imported after it: see bimtek/ui/__init__.py"
    )


@pytest.fixture
def folder(tmp_path):
    services = build(tmp_path)
    for number in (1, 2):
        day = date(2027, 3, number)
        services.planning.create(NewKegiatan(title="Bimtek", template="desa-1-hari", first_day=day))
    services.close()
    return tmp_path


def test_beranda_is_filled_before_anything_is_loaded_that_it_does_not_show(folder):
    """The program is the one `make bench` measures: it leaves when the cards are painted."""
    assert said_by(TELLING + FILLED, str(folder)) == [
        "0 []",
        str([f"bimtek.services.{name}" for name in SERVICES]),
        "False",
    ]
