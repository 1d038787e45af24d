"""One table of keys: what is bound, what Bantuan lists and what tooltips name cannot differ."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from bimtek.domain.next_step import Step
from bimtek.ui import theme
from bimtek.ui.dialogs.help import HelpDialog
from bimtek.ui.dialogs.new_kegiatan import NewKegiatanDialog
from bimtek.ui.dialogs.print_paper import PrintDialog
from bimtek.ui.language import say
from bimtek.ui.palette.window import PaletteDialog
from bimtek.ui.shortcuts import SHORTCUTS, Where
from tests.ui.every_screen import MODULE, workspace

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def press(world, qtbot):
    """Press a key in the window."""

    def pressed(key, modifier=NONE):
        world.window.activateWindow()
        qtbot.waitUntil(world.window.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget() or world.window, key, modifier)
        world.settle()

    return pressed


def toast(world):
    return world.window.toast.message.text()


def opened(world, kind):
    return next((dialog for dialog in world.window.findChildren(kind) if dialog.isVisible()), None)


def test_the_window_binds_exactly_the_table(world):
    assert world.commands
    bound = {shortcut.key().toString() for shortcut in world.window.findChildren(QShortcut)}
    wanted = {QKeySequence(k).toString() for row in SHORTCUTS if row.does is not None for k in row.keys}
    assert wanted <= bound
    own = {"Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"}  # each kegiatan and the list of them has its own
    assert bound - wanted <= own


def test_no_two_rows_of_the_window_share_a_key():
    keys = [key for row in SHORTCUTS if row.where is Where.WINDOW for key in row.keys]
    assert len(keys) == len(set(keys))


def test_bantuan_lists_every_row_of_the_table(world):
    words = [child.text() for child in HelpDialog(world.window).findChildren(QLabel)]
    for row in SHORTCUTS:
        assert say(row.written) in words
        assert say(row.words) in words


def test_every_key_of_ux_b5_stands_in_the_table():
    keys = {key for row in SHORTCUTS for key in row.keys}
    assert {"F1", "F5", "Shift+F5", "F11", "Ctrl++", "Ctrl+-", "Ctrl+0"} <= keys
    assert {f"Ctrl+{key}" for key in "NFSZYPK123456"} <= keys


def test_b9_3_control_and_1_to_6_open_the_six_places(world, press):
    assert len(world.window.place_keys) == 6
    for at, key in enumerate(world.window.place_keys):
        press(getattr(Qt.Key, f"Key_{at + 1}"), CONTROL)
        assert world.window.rail.buttons[key].isChecked()
        assert world.window.rail.buttons[key].toolTip().endswith(f"(Ctrl+{at + 1})")


def test_control_n_asks_for_a_new_kegiatan(world, press):
    press(Qt.Key.Key_N, CONTROL)
    assert opened(world, NewKegiatanDialog) is not None


@pytest.mark.parametrize("place", ["peserta", "modul", "arsip", "absensi"])
def test_control_f_puts_the_keyboard_into_the_search_field_of_the_page(world, press, place):
    if place == "absensi":
        workspace(world).go(Step.ATTENDANCE)
    else:
        world.window.go(place)
    world.settle()
    world.window.rail.help_button.setFocus()
    press(Qt.Key.Key_F, CONTROL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.property("kind") == "search"
    assert field.isVisibleTo(world.window)


def test_control_f_opens_the_palette_where_nothing_can_be_searched(world, press):
    world.window.go("beranda")
    press(Qt.Key.Key_F, CONTROL)
    assert opened(world, PaletteDialog) is not None


def test_control_s_tells_the_time_of_the_last_stored_change(world, press, clock, qtbot):
    kegiatan = world.kegiatan
    clock.at += timedelta(minutes=72)
    changed = clock.at.astimezone()
    world.services.registration.remove(world.people[0]).result()
    clock.at += timedelta(minutes=5)
    world.window.open_kegiatan(kegiatan.id)
    press(Qt.Key.Key_S, CONTROL)
    wanted = f"Sudah tersimpan otomatis {changed:%H.%M}"
    qtbot.waitUntil(lambda: toast(world) == wanted)


def test_control_s_stores_what_is_still_typed_first(world, press, qtbot):
    step = workspace(world)
    step.go_to("siapkan/kegiatan")
    world.settle()
    field = step.step.facts.texts["title"]
    field.setText("Judul baru")
    press(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: toast(world).startswith("Sudah tersimpan otomatis"))
    assert world.services.planning.get(world.kegiatan.id).title == "Judul baru"


def test_control_s_does_not_claim_what_could_not_be_stored(world, press, qtbot):
    world.commands.open_place("pengaturan", "umum")
    world.window.page.tab("umum").rows["menit_per_jp"].field.setValue(5)
    press(Qt.Key.Key_S, CONTROL)
    assert toast(world).startswith("Belum tersimpan")


def test_control_p_opens_the_papers_and_then_prints(world, press, monkeypatch, qtbot):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Epson"]))
    at = workspace(world)
    at.go(Step.QUIZ)
    press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: at.step.settled and bool(at.step.pdf))
    press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: opened(world, PrintDialog) is not None)


def test_control_p_and_f5_say_what_to_do_without_a_kegiatan(world, press):
    world.window.go("beranda")
    for key, modifier, words in ((Qt.Key.Key_P, CONTROL, "Ctrl+P"), (Qt.Key.Key_F5, NONE, "F5")):
        press(key, modifier)
        assert words in toast(world)


@pytest.mark.parametrize(("modifier", "slide"), [(NONE, 0), (SHIFT, 4)], ids=["F5", "Shift+F5"])
def test_b9_21_f5_presents_from_the_start_and_with_shift_from_the_slide_shown_last(
    world, press, qtbot, modifier, slide
):
    world.services.teaching.remember(world.kegiatan.id, MODULE, 4).result()
    at = workspace(world)
    at.go(Step.RESULTS)
    world.settle()
    press(Qt.Key.Key_F5, modifier)
    show = at.step.presentation
    assert show.running
    assert show.show.index == slide
    show.show.end()


def test_text_grows_and_shrinks_by_keys_and_f11_fills_the_screen(world, press):
    press(Qt.Key.Key_Plus, CONTROL)
    assert theme.current().scale == 125
    press(Qt.Key.Key_Minus, CONTROL)
    assert theme.current().scale == 100
    press(Qt.Key.Key_F11)
    assert world.window.isFullScreen()
    press(Qt.Key.Key_F11)
    assert not world.window.isFullScreen()


def test_buttons_that_have_a_key_name_it(world):
    world.window.go("kegiatan")
    world.settle()
    tips = {b.toolTip() for b in world.window.findChildren(QAbstractButton)}
    assert {"Buat kegiatan (Ctrl+N)", "Bantuan (F1)"} <= tips
    workspace(world).go(Step.PAPERS)
    world.settle()
    assert "Cetak (Ctrl+P)" in {b.toolTip() for b in world.window.findChildren(QAbstractButton)}
