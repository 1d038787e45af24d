"""Arsip: past kegiatan with the files made for them, and every number, found while typing."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from bimtek.services.planning import NewKegiatan
from bimtek.ui.pages.archive import ArchivePage


@pytest.fixture
def done_day(services):
    """The sample day of 2024 with its numbers and one saved paper."""
    made = services.blora.open()
    services.blora.import_people(made)
    services.blora.take_attendance(made)
    kegiatan = services.planning.get(made.id)
    services.certificates.issue(kegiatan)
    services.papers.save(kegiatan, services.papers.offers(kegiatan)[0])
    return services.planning.get(made.id)


@pytest.fixture
def page(context, qtbot):
    made = ArchivePage(context)
    qtbot.addWidget(made)
    made.resize(1146, 700)
    made.show()
    return made


@pytest.fixture
def opened(monkeypatch):
    paths = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", staticmethod(lambda url: paths.append(url.toLocalFile()))
    )
    return paths


def add(services, title, day):
    return services.planning.create(NewKegiatan(title=title, template="desa-1-hari", first_day=day))


def test_without_a_past_both_parts_say_so(page):
    assert page.past.empty.isVisible()
    assert not page.open_button.isEnabled()
    page.parts.choose("register")
    assert page.numbers.empty.sentence.text() == "Belum ada nomor yang terbit."


def test_only_kegiatan_that_have_begun_are_past_however_many_lie_ahead(services, page):
    for _n in range(120):
        add(services, "Bimtek nanti", date(2028, 1, 10))
    old = add(services, "Bimtek <b>lama</b>", date(2026, 12, 1))
    page.refresh()
    assert [row.id for row in page.past.model.rows] == [old.id]
    assert page.past.model.index(0, 0).data() == "Bimtek <b>lama</b>"
    assert page.past.no_files.isVisible()


def test_files_of_the_chosen_kegiatan_are_listed_and_opened_outside(services, done_day, page, opened):
    page.refresh()
    assert page.past.file_table.isVisible()
    (file,) = page.past.files.rows
    assert page.past.files.index(0, 0).data() == file.name
    page.past.file_button.click()
    page.past.folder_button.click()
    assert opened == [str(file), str(services.papers.folder(done_day))]


def test_files_are_found_again_after_the_title_was_changed(services, done_day):
    before = services.papers.files(done_day.id)
    services.planning.update(replace(done_day, title="Nama baru", short="Baru")).result()
    assert services.papers.files(done_day.id) == before
    assert len(before) == 1


def test_a_past_kegiatan_is_opened_by_button_or_enter(services, done_day, page, qtbot):
    page.refresh()
    opened = []
    page._context.window.open_kegiatan.connect(opened.append)
    page.open_button.click()
    page.past.table.opened.emit(0)
    assert opened == [done_day.id, done_day.id]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("siti contohwati", 2), ("CONTOHWATI", 3), ("400.2/016", 1), ("100%", 0), ("_", 0), ("blora siti", 0)],
)
def test_numbers_are_found_by_words_of_number_name_and_kegiatan(done_day, page, qtbot, typed, found):
    page.parts.choose("register")
    qtbot.keyClicks(page.numbers.search, typed)
    qtbot.waitUntil(lambda: not page.numbers.timer.isActive())
    assert len(page.numbers.model.rows) == found
    assert page.numbers.empty.isVisible() == (found == 0)


def test_the_register_opens_the_kegiatan_of_a_number(done_day, page):
    page.parts.choose("register")
    opened = []
    page._context.window.open_kegiatan.connect(opened.append)
    page.open_button.click()
    assert opened == [done_day.id]


def test_a_void_number_stays_and_says_so(services, done_day, page, qtbot):
    first = services.certificates.register(done_day.id)[0]
    services.certificates.revoke(first, "Nama tertukar").result()
    page.parts.choose("register")
    page.numbers.search.setText(first.number)
    qtbot.waitUntil(lambda: not page.numbers.timer.isActive())
    assert page.numbers.model.index(0, 3).data() == "Batal"


def test_one_primary_button_and_a_name_for_all_that_takes_the_keyboard(done_day, page):
    for part in ("kegiatan", "register"):
        page.parts.choose(part)
        primary = [b for b in page.findChildren(QPushButton) if b.property("kind") == "primary"]
        assert len([b for b in primary if b.isVisible()]) == 1
        for widget in page.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                assert widget.accessibleName(), widget
                assert widget.height() >= 40, widget


def test_looking_for_a_number_opens_the_register_with_the_search_ready(done_day, page, qtbot):
    page.activateWindow()
    page.past.table.setFocus()
    page.start_search()
    qtbot.waitUntil(lambda: page.focusWidget() is page.numbers.search)
