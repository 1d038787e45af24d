"""What the first paint may cost: nothing heavy is loaded before the window can be seen."""

import subprocess
import sys
from pathlib import Path

HEAVY = (
    "sqlite3 sqlite_utils reportlab pydantic python_calamine markdown_it pypdfium2 PIL nacl click"
    " PySide6.QtNetwork PySide6.QtSvg"
)

CODE = f"""
import sys
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from bimtek.ui import start, theme
from bimtek.ui.main_window import MainWindow

app = QApplication([])
theme.apply_theme(app)
window = MainWindow()
window.show()
window.painted.connect(app.quit)
app.exec()
print([name for name in "{HEAVY}".split() if name in sys.modules])
print("Qt" in vars(QtCore))
print(sorted(name for name in sys.modules if name.startswith("bimtek.ui.pages.") or name == "bimtek.app"))
"""


def test_the_window_is_seen_before_anything_heavy_is_loaded():
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", CODE], cwd=root, capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines() == ["[]", "False", "[]"], done.stderr
