"""What the hall waits for, beside the time that is allowed: a neutral screen, and slides back on the laptop.

A process of its own, for only the start of one can be given two screens. CPU of all its threads, until the
window concerned is painted.
"""

import json
import os
import subprocess
import sys
from functools import cache

from tests.bench.row import ROUNDS, Figures
from tests.bench.stores import Stores

COVERED_MS, BACK_MS = 100.0, 2_000.0  # of the issue for one key; ux.md B9 20
SCREENS = {
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "proyektor", "x": 1366, "y": 0, "width": 1920, "height": 1080},
    ]
}
SHOW = """
import sys, time
from statistics import median
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from bimtek.content.library import Library
from bimtek.host.paths import asset, shipped_modules
from bimtek.ui import theme
from bimtek.ui.presentation.deck import module_deck
from bimtek.ui.presentation.presentation import Presentation

app = QApplication([])
theme.apply_theme(app)
plugged = [True]
screens = lambda: QGuiApplication.screens()[: 2 if plugged[0] else 1]
module = Library([shipped_modules()]).module("memahami-ocsea")
talk = Presentation(module_deck(module, asset("")), "Bimtek", start=6, screens=screens)
talk.open()
app.processEvents()
projector = QGuiApplication.screens()[1]

def took(work):
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000

def cover():
    QTest.keyClick(talk.presenter, Qt.Key.Key_B)
    talk.projector.stage.repaint()

def unplug():
    plugged[0] = False
    app.screenRemoved.emit(projector)
    talk.presenter.repaint()
    assert talk.presenter.isVisible() and not talk.projector.isVisible() and talk.show.index == 6

covered, back = [], []
for _round in range(int(sys.argv[1]) + 1):
    covered.append(took(cover))
    cover()
    app.processEvents()
    back.append(took(unplug))
    plugged[0] = True
    app.screenAdded.emit(projector)
    app.processEvents()
print(median(covered[1:]), median(back[1:]))
"""


def covered(stores: Stores) -> Figures:
    """Milliseconds from the key until the projector is black."""
    return Figures(_measured(stores)[0], COVERED_MS)


def unplugged(stores: Stores) -> Figures:
    """Milliseconds from the projector's end until the slide is seen on the laptop."""
    return Figures(_measured(stores)[1], BACK_MS)


@cache
def _measured(stores: Stores) -> tuple[float, float]:
    config = stores.folder / "layar.json"
    config.write_text(json.dumps(SCREENS), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    command = [sys.executable, "-c", SHOW, str(ROUNDS)]
    told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    black, back = map(float, told.split()[-2:])
    return black, back
