"""Pustaka hukum: found by words, said with word and mark, and open at the slide that teaches it."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from bimtek.ui.help_topics import topic_of
from bimtek.ui.law.law_list import ALL, FLAGGED, TAUGHT, TURNED
from bimtek.ui.pages.modules import ModulesPage
from bimtek.ui.widgets.chip import StatusChip
from tests.services.test_law import changed_pack, citing

OCSEA = "memahami-ocsea"


@pytest.fixture
def page(context, qtbot):
    made = ModulesPage(context)
    qtbot.addWidget(made)
    made.resize(1146, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not made.list.waiting.isVisible())
    return made


@pytest.fixture
def law(page, qtbot):
    page.list.law_button.click()
    qtbot.waitUntil(page.law.list.found.isVisible)
    return page.law


def ids(law):
    return [row.key for row in law.list.found.model.rows]


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def chips(widget):
    return [chip.text() for chip in widget.findChildren(StatusChip)]


def test_it_opens_from_modul_with_the_keyboard_in_the_search_and_goes_back(page, law, qtbot):
    assert page.currentWidget() is law
    qtbot.waitUntil(law.list.found.field.hasFocus)
    assert len(ids(law)) > 300
    law.list.back_button.click()
    assert page.currentWidget() is page.list


def test_beginnings_of_words_find_and_enter_opens_the_norm(law, qtbot):
    field = law.list.found.field
    qtbot.keyClicks(field, "pasal 14 ayat 2 tpks")
    assert ids(law)[0] == "tpks-14-2"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert law.detail.norm.id == "tpks-14-2"
    assert law.detail.title.text() == "Pasal 14 ayat (2) UU TPKS"
    qtbot.waitUntil(law.detail.back_button.hasFocus)
    qtbot.keyClick(law.detail.back_button, Qt.Key.Key_Space)
    assert law.currentWidget() is law.list
    assert field.text() == "pasal 14 ayat 2 tpks"


def test_a_row_says_its_status_with_a_word_and_a_mark(law):
    rows = {row.key: row for row in law.list.found.model.rows}
    for norm_id, word, mark in (
        ("tpks-23", "Berlaku", "circle-check"),
        ("ite-27-1", "Diganti", "circle-x"),
        ("ite-36", "Dicabut", "circle-x"),
        ("porn-38", "Berubah", "triangle-alert"),
        ("tunas-21", "Belum pasti", "triangle-alert"),
    ):
        assert (str(rows[norm_id].state), rows[norm_id].mark) == (word, mark)


def test_nothing_found_is_said_with_the_words_as_they_are(law, qtbot):
    law.list.found.field.setText("<b>zzz</b>")
    assert law.list.nothing.isVisible()
    assert not law.list.found.view.isVisible()
    assert law.list.nothing.sentence.text() == "Tidak ada norma “<b>zzz</b>”."
    law.list.found.field.clear()
    assert not law.list.nothing.isVisible()


def test_filters_keep_what_is_taught_and_what_turned(law):
    law.list.filters.choose(TAUGHT)
    assert "tpks-23" in ids(law)
    assert "tpks-13" not in ids(law)
    law.list.filters.choose(TURNED)
    assert {"ite-27-1", "porn-38", "porn-29"} <= set(ids(law))
    assert "tpks-23" not in ids(law)
    assert not law.list.filters.buttons[FLAGGED].isVisible()


@pytest.mark.parametrize(
    ("norm_id", "shown"),
    [
        ("ite-27a", ["Sebelum", "Sesudah", "Pasal 433 KUHP", "Pasal 434 KUHP", "Pasal 441 ayat (1) KUHP"]),
        ("kuhp-407-1", ["Sebelum", "Sesudah", "Pasal 27 ayat (1) UU ITE", "Pasal 29 UU Pornografi"]),
        ("ite-36", ["Sebelum", "Sesudah", "Dicabut, tanpa pengganti."]),
        ("porn-38", ["Sebelum", "Sesudah", "Ancaman paling lama", "penjara paling lama 6 tahun"]),
    ],
)
def test_what_turned_stands_side_by_side(law, norm_id, shown):
    law.open_norm(norm_id)
    said = words(law.detail)
    assert [text for text in shown if text not in said] == []
    assert "Sebelum dan sesudah 2 Januari 2026" in said


def test_a_norm_that_did_not_turn_has_no_before_and_after(law):
    law.open_norm("tpks-23")
    assert "Sebelum" not in words(law.detail)


def test_the_replacement_is_one_press_away(law):
    law.open_norm("ite-30")
    button = next(b for b in law.detail.findChildren(QPushButton) if b.text() == "Lihat norma")
    assert button.accessibleName() == "Lihat norma Pasal 332 KUHP"
    button.click()
    assert law.detail.norm.id == "kuhp-332"


def test_a_norm_tells_elements_complaint_term_source_and_day_of_check(law):
    law.open_norm("tpks-14-1-a")
    said = words(law.detail)
    assert {"Unsur", "1. tanpa hak", "Pengaduan", "Delik aduan: perkara menunggu pengaduan."} <= set(said)
    assert "penjara paling lama 4 tahun" in said
    assert "Berlaku sejak 9 Mei 2022." in said
    assert "Diperiksa 21 November 2026." in said
    assert "Tempat di lembar fakta: uu-tpks.md §3.10" in said
    assert chips(law.detail) == ["Berlaku", "Dua sumber"]


def test_what_was_not_verified_says_so_and_no_status(law):
    law.open_norm("tunas-21")
    assert chips(law.detail) == ["Belum pasti", "Bukan untuk soal"]


def test_a_slide_that_teaches_it_opens_in_the_viewer(page, law, services, qtbot):
    law.open_norm("tpks-23")
    slides, questions = citing(services, "uu-12-2022/23")
    assert (len(law.detail.rows), len(law.detail.asked)) == (len(slides), len(questions))
    law.detail.rows[0].click()
    qtbot.waitUntil(page.viewer.isVisible)
    module = services.library.module(OCSEA)
    assert module.slides[page.viewer.index].id in slides
    page.viewer.accept()


def test_a_newer_pack_flags_exactly_what_cites_the_norm(page, services, qtbot):
    changed_pack(services, "tpks-23")
    page.open_part("hukum/tpks-23")
    qtbot.waitUntil(lambda: page.law is not None and page.law.detail is not None)
    detail, (slides, questions) = page.law.detail, citing(services, "uu-12-2022/23")
    assert [row.state.text() for row in detail.rows] == ["Tidak berlaku"] * len(slides)
    assert chips(detail) == ["Dicabut", "Dua sumber", *["Tidak berlaku"] * len(questions)]
    detail.back_button.click()
    count = len(slides) + len(questions)
    assert page.law.list.notice.message.text() == f"{count} slide dan soal memakai hukum yang perlu dilihat."
    page.law.list.filters.choose(FLAGGED)
    assert ids(page.law) == ["tpks-23"]
    page.law.open_norm("tpks-22")
    assert {row.state.text() for row in page.law.detail.rows} == {"Lihat slide"}


def test_going_back_to_a_sound_pack_drops_the_flag(page, services, qtbot):
    changed_pack(services, "tpks-23")
    page.open_part("hukum")
    qtbot.waitUntil(lambda: page.law.list.notice.isVisible())
    page.law.list.filters.choose(FLAGGED)
    (services.folder.laws / "tpks.toml").unlink()
    page.refresh()
    qtbot.waitUntil(lambda: not page.law.list.notice.isVisible())
    assert page.law.list.filters.key() == ALL
    assert len(ids(page.law)) > 300


def test_packs_are_read_on_a_worker_and_the_page_says_so(page, services, qtbot, monkeypatch):
    read, go_on, shelf = [], threading.Event(), services.laws.shelf

    def slow():
        read.append(threading.current_thread())
        assert go_on.wait(20)
        return shelf()

    monkeypatch.setattr(services.laws, "shelf", slow)
    page.list.law_button.click()
    assert page.law.list.waiting.isVisible()
    assert not page.law.list.found.isVisible()
    go_on.set()
    qtbot.waitUntil(page.law.list.found.isVisible)
    assert not page.law.list.waiting.isVisible()
    assert threading.main_thread() not in read


def test_f1_opens_its_page_of_help(law):
    assert topic_of(law.list.found.field) == "pustaka-hukum"


def test_an_unknown_part_leaves_the_list(page, qtbot):
    page.open_part("hukum/tidak-ada")
    qtbot.waitUntil(page.law.list.found.isVisible)
    assert page.law.detail is None
