"""Whole processes, measured from outside: what the operating system says they used.

Ours is started as a facilitator starts it, without arguments, on a data folder of its own; it leaves
the moment the picture asked for was painted. The floor is a bare window that leaves when painted.
Beranda is filled when the cards with the kegiatan of the store are painted; its checks follow.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# All leave by os._exit inside the event that follows the paint: tidying up is no part of a start.
BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))

app = QApplication(sys.argv[:1])
window = Bare()
window.resize(1280, 720)
window.show()
app.exec()
"""
PAINTED = """
import os, sys
from bimtek.ui import start
start.Session._on_painted = lambda session: os._exit(0)
from bimtek.__main__ import main
sys.argv = ["main.py"]
main()
"""
FILLED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from bimtek.host.collector import collect_seldom
from bimtek.ui import start
from bimtek.ui.main_window import MainWindow

class Watch(QObject):
    def __init__(self, window):
        super().__init__(window)
        self.page = window.page
        self.page.installEventFilter(self)

    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.leave)  # when all of the page was painted, before anything else begins
        return False

    def leave(self):
        page = self.page
        shown = [page.focus.title, page.focus.step, page.checks.waiting, *page.recent.rows]
        os._exit(int(not all(part.isVisible() and part.text() for part in shown)))

def ready(context):
    Watch(next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)))

collect_seldom()  # as every start does
start.run_window(Path(sys.argv[1]), ready)
"""

# A small process in between: the most memory of a child never counts as less than what its parent holds.
WATCHED = """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_pid, status, used = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


@dataclass(frozen=True, slots=True)
class Used:
    """What one process used: CPU seconds, its own and the kernel's for it, and the most memory in MiB."""

    cpu_s: float
    rss_mib: float


def run(program: str, folder: Path) -> Used:
    """Run a program that works in `folder` and wait for its end."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder)}
    watched = [sys.executable, "-S", "-c", WATCHED, sys.executable, "-c", program, str(folder)]
    told = subprocess.run(watched, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    ended, cpu_s, rss_kib = told.split()[-3:]
    if int(ended):
        raise RuntimeError(f"a measured process ended with {ended}")
    return Used(float(cpu_s), int(rss_kib) / 1024)
