"""The palette: two letters, arrows, Enter, Esc; never waiting, silent about numbers, absent in the kiosk."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bimtek.domain.next_step import Step
from bimtek.ui import theme
from bimtek.ui.palette.window import PaletteDialog
from tests.ui.every_screen import EVERY_SCREEN, workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_palette(qtbot):
    """Press Ctrl+K and wait for the palette."""

    def opened(world):
        world.settle()
        world.window.activateWindow()
        qtbot.waitUntil(world.window.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget() or world.window, Qt.Key.Key_K, CONTROL)
        world.settle()
        return shown(world)

    return opened


def shown(world):
    return next((d for d in world.window.findChildren(PaletteDialog) if d.isVisible()), None)


def rows(palette):
    return palette.list.model.rows


def find(palette, qtbot, typed, title):
    """Type, wait for a line, and choose it with the arrow keys."""
    qtbot.keyClicks(palette.list.field, typed)
    qtbot.waitUntil(lambda: title in [str(row.title) for row in rows(palette)])
    while str(rows(palette)[palette.list.view.currentIndex().row()].title) != title:
        at = palette.list.view.currentIndex().row()
        qtbot.keyClick(palette.list.field, Qt.Key.Key_Down)
        assert palette.list.view.currentIndex().row() > at
    qtbot.keyClick(palette.list.field, Qt.Key.Key_Return)


def test_one_letter_finds_nothing_yet(world, open_palette, qtbot):
    palette = open_palette(world)
    qtbot.keyClicks(palette.list.field, "p")
    assert not palette.list.view.isVisible()
    assert palette.list.hint.isVisible()


def test_it_opens_a_place_and_closes(world, open_palette, qtbot):
    find(open_palette(world), qtbot, "pes", "Peserta")
    qtbot.waitUntil(lambda: world.window.rail.buttons["peserta"].isChecked())
    assert shown(world) is None


def test_it_opens_a_kegiatan_by_any_words_of_its_name(world, open_palette, qtbot):
    kegiatan = world.kegiatan
    find(open_palette(world), qtbot, "ngawen perl", kegiatan.title)
    qtbot.waitUntil(lambda: world.commands.kegiatan_id == kegiatan.id)


def test_it_opens_a_step_and_a_paper_of_the_open_kegiatan(world, open_palette, qtbot):
    at = workspace(world)
    find(open_palette(world), qtbot, "absen", "Absensi")
    qtbot.waitUntil(lambda: at.stepper.steps[Step.ATTENDANCE.value].isChecked())
    find(open_palette(world), qtbot, "slip", "Slip kode peserta")
    qtbot.waitUntil(lambda: at.stepper.steps[Step.PAPERS.value].isChecked())
    assert at.step.entry.key == "slip-kode"


def test_it_offers_no_step_without_an_open_kegiatan(world, open_palette, qtbot):
    palette = open_palette(world)
    qtbot.keyClicks(palette.list.field, "absensi")
    world.settle()
    assert "Absensi" not in [str(row.title) for row in rows(palette)]


def test_it_opens_a_person_by_name_in_peserta(world, open_palette, qtbot):
    find(open_palette(world), qtbot, "aminah", "Siti Aminah, S.Pd.")
    qtbot.waitUntil(lambda: world.window.rail.buttons["peserta"].isChecked())
    page = world.window.page
    assert page.model.rows[page.table.chosen_row()].person.name.full == "Siti Aminah, S.Pd."


def test_it_opens_a_module_and_a_setting(world, open_palette, qtbot):
    find(open_palette(world), qtbot, "memahami", "Memahami OCSEA")
    qtbot.waitUntil(lambda: getattr(world.window.page, "detail", None) is not None)
    find(open_palette(world), qtbot, "keaman", "Keamanan")
    qtbot.waitUntil(lambda: world.window.rail.buttons["pengaturan"].isChecked())
    assert world.window.page.tabs.tabText(world.window.page.tabs.currentIndex()) == "Keamanan"


def test_it_opens_the_law(world, open_palette, qtbot):
    find(open_palette(world), qtbot, "pustaka", "Pustaka hukum")
    qtbot.waitUntil(lambda: getattr(world.window.page, "law", None) is not None)
    assert world.window.page.currentWidget() is world.window.page.law


def test_it_does_things_too(world, open_palette, qtbot):
    find(open_palette(world), qtbot, "gelap", "Ganti tema: Gelap")
    qtbot.waitUntil(lambda: theme.current().name == "gelap")
    find(open_palette(world), qtbot, "150", "Ukuran teks 150%")
    qtbot.waitUntil(lambda: theme.current().scale == 150)
    with qtbot.waitSignal(world.context.window.backup_wanted):
        find(open_palette(world), qtbot, "cadang", "Cadangkan sekarang")
    find(open_palette(world), qtbot, "buat", "Buat kegiatan")
    qtbot.waitUntil(lambda: getattr(world.window.page, "dialog", None) is not None)


def test_escape_closes_it_at_once_and_the_keyboard_is_where_it_was(world, open_palette, qtbot):
    world.window.go("peserta")
    world.settle()
    world.window.page.search.setFocus()
    palette = open_palette(world)
    qtbot.keyClicks(palette.list.field, "si")
    qtbot.keyClick(palette.list.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(world) is None)
    assert world.window.focusWidget() is world.window.page.search


def test_the_chosen_line_stays_when_more_is_found(world, open_palette, qtbot):
    palette = open_palette(world)
    qtbot.keyClicks(palette.list.field, "pe")
    qtbot.keyClick(palette.list.field, Qt.Key.Key_Down)
    chosen = rows(palette)[palette.list.view.currentIndex().row()].key
    before = len(rows(palette))
    qtbot.waitUntil(lambda: len(rows(palette)) > before)
    assert rows(palette)[palette.list.view.currentIndex().row()].key == chosen


def test_it_never_shows_a_number_of_a_person(world, open_palette, qtbot):
    palette = open_palette(world)
    for typed in ("siti", "0812", "3316"):
        palette.list.field.clear()
        qtbot.keyClicks(palette.list.field, typed)
        qtbot.waitUntil(lambda typed=typed: palette.finder._read.typed == typed)
        words = " ".join(f"{row.title} {row.detail} {row.state}" for row in rows(palette))
        assert "08123456" not in words
        assert "33160112" not in words


@pytest.mark.parametrize("name", ["kiosk-nama", "kiosk-soal"])
def test_it_does_not_open_in_the_kiosk(world, qtbot, name):
    kiosk = next(screen for screen in EVERY_SCREEN if screen.name == name).open(world)
    for window in (kiosk, world.window):
        qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    world.settle()
    assert shown(world) is None


def test_the_data_is_searched_on_a_worker_once_typing_rests(world, open_palette, qtbot, monkeypatch):
    where, registration = [], world.services.registration
    real = registration.search

    def search(typed):
        where.append((typed, threading.current_thread() is threading.main_thread()))
        return real(typed)

    monkeypatch.setattr(registration, "search", search)
    palette = open_palette(world)
    qtbot.keyClicks(palette.list.field, "aminah")
    qtbot.waitUntil(lambda: "Siti Aminah, S.Pd." in [str(row.title) for row in rows(palette)])
    assert ("aminah", False) in where
    assert not any(in_window for _typed, in_window in where)
    assert len(where) < len("aminah")
