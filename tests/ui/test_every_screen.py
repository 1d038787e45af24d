"""All screens keep the rules of the keyboard, of names and of sizes, with no, a few and many rows."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton, QStyle, QWidget
from shiboken6 import isValid

import bimtek.ui
from bimtek.ui import motion, theme
from bimtek.ui.dialogs.form_dialog import FormDialog
from bimtek.ui.dialogs.storing_dialog import StoringDialog
from bimtek.ui.dialogs.tall_dialog import TallDialog
from bimtek.ui.kiosk.window import KioskWindow
from bimtek.ui.messages import MessageDialog
from bimtek.ui.presentation.presenter import PresenterWindow
from bimtek.ui.presentation.projector import ProjectorWindow
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.focus_ring import FocusRing
from tests.counts import sampled
from tests.ui.audit import backwards, low, nameless, never_met, own, primaries, small_text, tab_walk
from tests.ui.every_screen import EVERY_SCREEN

WINDOWS = (QMainWindow, QDialog, KioskWindow, PresenterWindow, ProjectorWindow)
FRAMES = {Dialog, FormDialog, TallDialog, MessageDialog, StoringDialog}  # others are made from them
REFUSES = ("dialog-pulihkan", "dialog-tanya-bahaya")  # what replaces or takes away is never one Enter away
ENTER_TAKEN = ("dialog-impor", "dialog-halaman-bantuan")  # Enter belongs to the text, and to the list
ROWS = sampled((3,), (0, 3, 300))  # `make layar` looks at all screens with all of them
WALKED = EVERY_SCREEN[:: sampled(3, 1)]
CASES = [(screen, rows) for screen in WALKED for rows in ROWS if rows >= screen.least]


@pytest.mark.parametrize(("screen", "rows"), CASES, ids=lambda part: getattr(part, "name", part))
def test_b9_4_5_7_10_12_every_screen_keeps_the_rules(open_world, qapp, screen, rows):
    world, strays, without_ring = open_world(rows), _NewWindows(), []
    assert world.window
    qapp.installEventFilter(strays)
    window = screen.open(world)
    qapp.removeEventFilter(strays)
    assert strays.met == [], "takes the keyboard away from the window that is in front"
    assert len(primaries(window)) <= 1, primaries(window)
    assert named(low(window)) == []
    assert small_text(window) == []
    assert nameless(window) == []
    walk = tab_walk(window, at_stop=lambda stop: check_ring(window, stop, without_ring))
    if never_met(window, walk):  # meeting a table chooses a row, and that can bring buttons before it
        walk = tab_walk(window)
    assert without_ring == []
    assert named(never_met(window, walk)) == []
    assert [named(step) for step in backwards(window, walk)] == []


def named(widgets):
    return [f"{type(w).__name__} {w.accessibleName()}" for w in widgets]


def check_ring(window, stop, without_ring):
    """B9 10: a ring stands around whatever has the keyboard, unless it shows that by itself."""
    ring = window.findChild(FocusRing)
    if ring.isVisible() is (stop.property("ring") == "none"):
        without_ring.append(f"{type(stop).__name__} {stop.accessibleName()}")


class _NewWindows(QObject):
    """Notes every window that comes up and is none of ours."""

    def __init__(self):
        super().__init__()
        self.met = []

    def eventFilter(self, watched, event):
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and not isinstance(watched, WINDOWS):
            self.met.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize(
    "screen", [one for one in WALKED if one.name.startswith("dialog-")], ids=lambda screen: screen.name
)
def test_b9_11_escape_closes_a_dialog_and_the_keyboard_returns_to_its_opener(world, screen, qtbot):
    opener = world.window.rail.help_button
    opener.setFocus()
    dialog = screen.open(world)
    assert dialog.isVisible()
    check_default(screen.name, dialog)
    qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))  # a day of dialogs leaves none behind
    world.window.activateWindow()  # as every desktop does; the offscreen one has no window manager
    qtbot.waitUntil(lambda: QApplication.focusWidget() is opener)


def check_default(name, dialog):
    """Enter presses the primary button; where something is replaced or taken away, it refuses."""
    default = [b for b in dialog.findChildren(QPushButton) if b.isDefault() and b.isVisible()]
    if name in ENTER_TAKEN:
        return
    assert len(default) == 1, name
    wanted = "secondary" if name in REFUSES else "primary"
    assert default[0].property("kind") == wanted, default[0].text()


def test_every_dialog_there_is_stands_in_the_list(open_world):
    """A dialog that is not listed would be looked at by nobody."""
    for found in pkgutil.walk_packages(bimtek.ui.__path__, "bimtek.ui."):
        importlib.import_module(found.name)
    world, met = open_world(3), set()
    for screen in EVERY_SCREEN:
        if screen.name.startswith(("dialog-", "kertas", "palet")):
            met.add(type(screen.open(world)))
    assert [kind for kind in dialogs(QDialog) - met if kind not in FRAMES] == []


def dialogs(kind):
    own = {sub for sub in kind.__subclasses__() if sub.__module__.startswith("bimtek.")}
    return own.union(*(dialogs(sub) for sub in own))


@pytest.mark.parametrize("calm", [False, True], ids=["usual", "calm"])
def test_nothing_moves_longer_than_200_ms_and_nothing_at_all_when_calm(open_world, qapp, calm):
    motion.set_calm(calm)
    theme.apply_theme(qapp)
    world = open_world()
    longest = 0 if calm else 200
    for name in ("beranda", "kegiatan-absensi", "kegiatan-dokumen", "dialog-buat-kegiatan-apa", "kiosk-soal"):
        window = next(screen for screen in EVERY_SCREEN if screen.name == name).open(world)
        for widget in own(window):
            hint = QStyle.StyleHint.SH_Widget_Animation_Duration
            assert widget.style().styleHint(hint, None, widget) <= longest
            assert all(a.duration() <= longest for a in widget.findChildren(QAbstractAnimation))
    assert not any(qapp.isEffectEnabled(effect) for effect in Qt.UIEffect)
