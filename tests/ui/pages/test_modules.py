"""Modul: what is installed, one of them in detail, and what is wrong with the others."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bimtek.host.paths import shipped_modules
from bimtek.ui.pages.modules import ModulesPage

OWN = "memahami-ocsea"


@pytest.fixture
def page(context, qtbot):
    made = ModulesPage(context)
    qtbot.addWidget(made)
    made.resize(1146, 700)
    made.show()
    qtbot.waitUntil(lambda: not made.list.waiting.isVisible())
    return made


def copy_module(services, name, *changes):
    folder = services.folder.modules / name
    shutil.copytree(shipped_modules() / OWN, folder)
    manifest = folder / "modul.toml"
    text = manifest.read_text(encoding="utf-8").replace(f'id = "{OWN}"', f'id = "{name}"', 1)
    for old, new in changes:
        text = text.replace(old, new, 1)
    manifest.write_text(text, encoding="utf-8")


def words(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_a_tile_tells_title_length_slides_questions_and_version(page):
    tile = page.list.tiles[OWN]
    assert tile.heading.text() == "Memahami OCSEA"
    assert (
        tile.facts.text()
        == f"2 JP · {len(tile.module.slides)} slide · {len(tile.module.questions)} soal · versi 1.0.0"
    )
    assert tile.audience.text().startswith("Untuk Kader")


def test_covers_are_drawn_when_they_come_into_view(page, qtbot):
    qtbot.waitUntil(lambda: page.list.tiles[OWN].cover.drawn)


def test_search_keeps_what_fits_and_says_when_nothing_does(page, qtbot):
    qtbot.keyClicks(page.list.search, "PATBM")
    assert page.list.tiles[OWN].isVisible()
    page.list.search.setText("fisika <b>kuantum</b>")
    assert not page.list.tiles[OWN].isVisible()
    assert page.list.no_match.isVisible()
    assert page.list.no_match.sentence.text() == "Tidak ada modul “fisika <b>kuantum</b>”."


def test_a_module_put_into_the_users_folder_appears_after_reloading(page, services, qtbot):
    copy_module(services, "uu-tpks", ('judul = "Memahami OCSEA"', 'judul = "UU <b>TPKS</b>"'))
    page.list.reload_button.click()
    qtbot.waitUntil(lambda: "uu-tpks" in page.list.tiles)
    heading = page.list.tiles["uu-tpks"].heading
    assert heading.text() == "UU <b>TPKS</b>"
    assert heading.textFormat() == Qt.TextFormat.PlainText


def test_a_broken_module_is_listed_with_file_and_line_and_stops_no_other(page, services, qtbot):
    copy_module(services, "rusak", ("butir = 10", "butir = 11"))
    page.list.reload_button.click()
    qtbot.waitUntil(page.list.broken.isVisible)
    assert OWN in page.list.tiles
    assert "rusak" not in page.list.tiles
    shown = words(page.list.broken)
    assert "rusak" in shown
    assert "modul.toml:" in shown
    assert "Jumlah aspek 10" in shown


def test_the_detail_shows_objectives_sources_the_content_note_and_every_slide(page, qtbot):
    page.list.tiles[OWN].open_button.click()
    detail, module = page.detail, page.list.tiles[OWN].module
    shown = words(detail)
    assert all(objective.text in shown for objective in module.objectives)
    assert all(source.title in shown for source in module.sources)
    assert module.content_note in shown
    assert len(detail.pictures) == len(module.slides)
    qtbot.waitUntil(lambda: detail.pictures[0].drawn)
    assert not detail.pictures[-1].drawn  # far below: nobody waits for it


def test_a_slide_is_looked_at_with_its_notes_and_turned_by_keys(page, qtbot):
    page.open_module(OWN)
    slides = page.list.tiles[OWN].module.slides
    page.detail.look_at(0)
    viewer = page.detail.viewer
    assert viewer.notes.toPlainText() == slides[0].notes
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.position.text() == f"Slide 2 dari {len(slides)}"
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.index == 0
    assert not viewer.back_button.isEnabled()
    hard = next(at for at, slide in enumerate(slides) if slide.sensitive)
    viewer.turn(hard)
    assert viewer.sensitive.message.text() == slides[hard].sensitive
    viewer.accept()


def test_going_back_shows_all_modules_again(page, qtbot):
    page.open_module(OWN)
    page.detail.back_button.click()
    assert page.currentWidget() is page.list
    assert page.detail is None


def test_one_primary_button_at_most_and_a_name_for_all_that_takes_the_keyboard(page):
    for screen in (page.list, page.open_module(OWN) or page.detail):
        primary = [b for b in screen.findChildren(QPushButton) if b.property("kind") == "primary"]
        assert len([b for b in primary if b.isVisible()]) <= 1
        for widget in screen.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                assert widget.accessibleName(), widget
                assert widget.height() >= 40, widget
