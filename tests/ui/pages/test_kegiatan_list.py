"""Kegiatan: made with Enter, newest first, copied, and removed with a way back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bimtek.domain.next_step import Step
from bimtek.services.planning import NewKegiatan
from bimtek.ui import theme
from bimtek.ui.dialogs.new_kegiatan import STEPS
from tests.ui.audit import audit, cut_buttons, shown_texts

DAY = date(2027, 3, 5)


def planned(services, title, days=0):
    new = NewKegiatan(title=title, template="malam-desa", first_day=DAY + timedelta(days=days))
    return services.planning.create(new)


@pytest.fixture
def page(window):
    window.go("kegiatan")
    return window.page


def test_ctrl_n_name_and_enter_on_every_page_makes_a_kegiatan(services, window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.rail.buttons["kegiatan"].isChecked())
    page = window.page
    qtbot.waitUntil(lambda: page.dialog is not None)
    dialog = page.dialog
    qtbot.keyClicks(dialog.what.title_field, "Bimtek Desa Palon")
    for _page in STEPS:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.workspace is not None)
    stored = services.planning.get(page.workspace.kegiatan_id)
    assert stored.title == "Bimtek Desa Palon"
    assert stored.jp == 9
    assert page.workspace.stepper.steps[Step.PREPARE].isChecked()
    assert page.dialog is None


def test_empty_list_offers_the_sample_with_its_people(services, page, qtbot):
    assert page.list.empty.isVisible()
    page.list.sample_button.click()
    qtbot.waitUntil(lambda: page.workspace is not None, timeout=20_000)
    kegiatan = services.planning.get(page.workspace.kegiatan_id)
    assert kegiatan.sample
    assert page.workspace.sample.isVisible()
    assert services.overview.standing(kegiatan.id).participants == 24


def test_list_is_newest_first_and_reads_on_while_one_scrolls(services, window, qtbot):
    for n in range(230):
        planned(services, f"Kegiatan {n:03}", n)
    window.go("kegiatan")
    table = window.page.list.table
    assert table.model().rowCount() < 230
    while table.model().canFetchMore(table.rootIndex()):
        table.scrollToBottom()
        QApplication.processEvents()
    assert shown_texts(table) == [f"Kegiatan {n:03}" for n in reversed(range(230))]


def test_enter_opens_the_chosen_one_and_back_returns(services, window, page, qtbot):
    planned(services, "Pertama")
    planned(services, "Kedua", 1)
    page.refresh()
    page.list.table.setFocus()
    page.list.table.selectRow(1)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.workspace.title.accessibleName() == "Pertama"
    page.workspace.back_button.click()
    assert page.workspace is None
    assert page.currentWidget() is page.list


def test_open_kegiatan_stays_open_when_one_comes_back_from_another_place(services, window, page):
    kegiatan = planned(services, "Pertama")
    page.open_kegiatan(kegiatan.id)
    window.go("peserta")
    window.go("kegiatan")
    assert page.workspace is not None
    window.go("kegiatan")
    assert page.workspace is None


def test_removed_kegiatan_comes_back_with_urungkan(services, page, toasts, qtbot):
    planned(services, "Salah buat")
    page.refresh()
    page.list.remove_button.click()
    assert page.list.empty.isVisible()
    qtbot.waitUntil(lambda: len(toasts) == 1)
    assert toasts[0][0] == "“Salah buat” dihapus."
    assert services.overview.page() == []
    toasts[0][1]()
    qtbot.waitUntil(lambda: shown_texts(page.list.table) == ["Salah buat"])


def test_copy_asks_for_a_day_and_brings_agenda_but_no_people(services, page, qtbot):
    old = planned(services, "Bimtek asli")
    page.refresh()
    page.list.copy_button.click()
    dialog = page.dialog
    dialog.title_field.setText("Bimtek salinan")
    dialog.date_field.show_value(date(2027, 6, 1))
    dialog.create_button.click()
    qtbot.waitUntil(lambda: page.workspace is not None)
    copy = services.planning.get(page.workspace.kegiatan_id)
    assert (copy.title, copy.dates, copy.jp) == ("Bimtek salinan", (date(2027, 6, 1),), old.jp)


@pytest.mark.parametrize("scale", [100, 150])
def test_everything_is_named_large_enough_and_uncut(services, page, qtbot, qapp, scale):
    planned(services, "Kegiatan <b>tebal</b>")
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    page.refresh()
    audit(page.list)
    qtbot.waitUntil(lambda: cut_buttons(page.list) == [])
    assert shown_texts(page.list.table) == ["Kegiatan <b>tebal</b>"]


def opened(page, qtbot):
    page.new_kegiatan()
    qtbot.waitUntil(lambda: page.dialog is not None)
    return page.dialog


def test_what_was_filled_in_can_be_had_again_after_esc(page, qtbot, toasts):
    dialog = opened(page, qtbot)
    qtbot.keyClicks(dialog.what.hall_field, "Balai Desa Palon")
    dialog.next_button.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.dialog is None)
    (said, undo) = toasts[-1]
    assert said == "Isian kegiatan dibuang."
    undo()
    qtbot.waitUntil(lambda: page.dialog is not None)
    assert page.dialog.what.hall_field.text() == "Balai Desa Palon"
    assert page.dialog.step == STEPS[1][0]
    assert page.dialog.draft.isVisible()


def test_a_form_nobody_wrote_in_closes_without_a_word(page, qtbot, toasts):
    dialog = opened(page, qtbot)
    dialog.next_button.click()
    dialog.pages.show_page(STEPS[0][0])
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.dialog is None)
    assert toasts == []
