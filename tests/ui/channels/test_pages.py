"""Kanal bantuan: states in words with a mark, own entries stored while typed, a call that renews."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from bimtek.domain.channels import ChannelState
from bimtek.ui.channels.channel_list import OWN, TO_REACH
from bimtek.ui.pages.modules import ModulesPage
from bimtek.ui.widgets.chip import StatusChip
from tests.documents.reading import Pdf

NUMBER = "0000-0001"
PACKED = "take-it-down"


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
def pages(page, qtbot):
    page.list.channel_button.click()
    qtbot.waitUntil(page.channels.list.found.isVisible)
    return page.channels


@pytest.fixture
def toasts(context):
    said = []
    context.window.toast.connect(lambda text, undo: said.append((str(text), undo)))
    return said


def stored(services, **changed):
    entry = replace(services.channels.blank(), value=NUMBER, **changed)
    services.channels.keep(entry).result()
    return entry


def rows(pages):
    return {row.key: row for row in pages.list.found.model.rows}


def own(services):
    return [one for one in services.channels.book().standings if one.channel.own]


def test_it_opens_from_modul_with_the_keyboard_in_the_search_and_goes_back(page, pages, qtbot):
    assert page.currentWidget() is pages
    qtbot.waitUntil(pages.list.found.field.hasFocus)
    assert len(rows(pages)) > 25
    pages.list.back_button.click()
    assert page.currentWidget() is page.list


def test_a_row_says_its_state_with_a_word_and_a_mark(page, services, clock, qtbot):
    entry = stored(services)
    services.channels.called(entry).result()
    clock.at += timedelta(days=3)
    page.open_part("kanal")
    qtbot.waitUntil(lambda: page.channels.list.found.isVisible())
    found = rows(page.channels)
    for key, word, mark in (
        (entry.id, "Terverifikasi 3 hari lalu", "circle-check"),
        ("sapa-telepon", "Perlu ditelepon", "triangle-alert"),
        ("aduan-konten", "Perlu diperiksa", "triangle-alert"),
        (PACKED, "Belum diverifikasi", "circle-x"),
    ):
        assert (str(found[key].state), found[key].mark) == (word, mark)
    assert next(iter(found)) == entry.id
    page.channels.list.filters.choose(TO_REACH)
    assert entry.id not in rows(page.channels)


def test_words_find_and_nothing_found_is_said_as_typed(pages, qtbot):
    qtbot.keyClicks(pages.list.found.field, "lpsk what")
    assert set(rows(pages)) == {"lpsk-wa"}
    pages.list.found.field.setText("<b>zzz</b>")
    assert pages.list.nothing.sentence.text() == "Tidak ada kanal “<b>zzz</b>”."
    assert not pages.list.found.view.isVisible()


def test_without_own_channels_it_says_which_to_add(pages):
    pages.list.filters.choose(OWN)
    assert pages.list.nothing.isVisible()
    assert "Tambahkan UPTD PPA dan Unit PPA setempat." in pages.list.nothing.sentence.text()


def test_an_own_channel_is_made_by_keyboard_alone_and_stored_while_typed(pages, services, qtbot):
    pages.list.add_button.setFocus()
    qtbot.keyClick(pages.list.add_button, Qt.Key.Key_Space)
    detail = pages.detail
    qtbot.waitUntil(detail.form.service.hasFocus)
    assert not detail.call_button.isEnabled()
    assert detail.remove_button.isHidden()
    qtbot.keyClicks(detail.form.texts["value"], NUMBER)
    qtbot.keyClicks(detail.form.texts["region"], "Kabupaten Contoh")
    qtbot.waitUntil(lambda: [one.channel.region for one in own(services)] == ["Kabupaten Contoh"])
    qtbot.waitUntil(lambda: not detail.remove_button.isHidden())
    assert detail.call_button.isEnabled()
    assert own(services)[0].channel.value == NUMBER


def test_opening_the_form_alone_stores_nothing(pages, services):
    pages.open_channel("baru")
    pages.detail.back_button.click()
    assert pages.currentWidget() is pages.list
    assert own(services) == []


def test_the_name_follows_the_service_until_somebody_writes_one(pages):
    pages.open_channel("baru")
    form = pages.detail.form
    form.service.choose("unit-ppa")
    assert form.texts["name"].text() == "Unit PPA Polres"
    form.texts["name"].setText("Polres Contoh")
    form.service.choose("uptd-ppa")
    assert form.texts["name"].text() == "Polres Contoh"


def test_one_press_renews_stores_what_was_typed_first_and_can_be_taken_back(pages, services, toasts, qtbot):
    services.settings.put("nama_pengguna", "Siti").result()
    pages.open_channel("baru")
    detail = pages.detail
    detail.form.texts["value"].setText(NUMBER)
    assert detail.call_button.text() == "Saya sudah menelepon hari ini"
    detail.call_button.click()
    qtbot.waitUntil(lambda: detail.chip.text() == "Terverifikasi hari ini")
    assert detail.verified.text() == "Terakhir diperiksa 5 Maret 2027 oleh Siti."
    assert (own(services)[0].state, own(services)[0].verified_by) == (ChannelState.VERIFIED, "Siti")
    text, undo = toasts[0]
    assert text == "UPTD PPA terverifikasi hari ini."
    undo()
    qtbot.waitUntil(lambda: detail.chip.text() == "Belum diverifikasi")


def test_a_changed_number_loses_its_verification_on_the_spot(page, services, qtbot):
    entry = stored(services)
    services.channels.called(entry).result()
    page.open_part(f"kanal/{entry.id}")
    qtbot.waitUntil(lambda: page.channels is not None and page.channels.detail is not None)
    detail = page.channels.detail
    assert detail.chip.text() == "Terverifikasi hari ini"
    detail.form.texts["value"].setText("0000-0002")
    qtbot.waitUntil(lambda: detail.chip.text() == "Belum diverifikasi")


def test_removing_says_so_and_comes_back_by_the_toast_or_by_undo(page, services, toasts, qtbot):
    entry = stored(services, region="Contoh")
    page.open_part(f"kanal/{entry.id}")
    qtbot.waitUntil(lambda: page.channels is not None and page.channels.detail is not None)
    pages = page.channels
    for bring_back in (lambda: toasts[-1][1](), pages.bring_back):
        pages.open_channel(entry.id)
        toasts.clear()
        pages.detail.remove_button.click()
        qtbot.waitUntil(lambda: bool(toasts))
        assert toasts[-1][0] == "Kanal UPTD PPA dihapus."
        qtbot.waitUntil(lambda: entry.id not in rows(pages))
        bring_back()
        qtbot.waitUntil(lambda: entry.id in rows(pages))
        assert own(services)[0].channel == entry


def test_a_channel_of_the_pack_is_read_and_renewed_but_not_edited(page, services, qtbot):
    page.open_part(f"kanal/{PACKED}")
    qtbot.waitUntil(lambda: page.channels is not None and page.channels.detail is not None)
    detail = page.channels.detail
    assert detail.form is None
    assert detail.remove_button.isHidden()
    assert [chip.text() for chip in detail.findChildren(StatusChip)] == [
        "Belum diverifikasi",
        "Laman resmi, tanpa tanggal baru",
    ]
    said = [label.text() for label in detail.findChildren(QLabel)]
    assert {"Untuk apa", "Bukan untuk apa", "Sumber", detail.channel.value} <= set(said)
    assert detail.call_button.text() == "Saya sudah membukanya hari ini"
    detail.call_button.click()
    qtbot.waitUntil(lambda: detail.chip.text() == "Terverifikasi hari ini")


def test_the_cards_that_are_saved_carry_what_was_reached_and_the_notice_counts_the_rest(
    page, services, tmp_path, qtbot
):
    services.channels.called(stored(services)).result()
    page.open_part("kanal")
    qtbot.waitUntil(lambda: page.channels.list.notice.isVisible())
    shown = page.channels.list
    assert shown.notice.message.text() == "6 baris kartu masih titik-titik. Hubungi dulu kanalnya."
    shown.sheet.save(tmp_path / "kartu.pdf")
    qtbot.waitUntil((tmp_path / "kartu.pdf").exists)
    qtbot.waitUntil(shown.sheet.said.isVisible)
    assert len(Pdf((tmp_path / "kartu.pdf").read_bytes()).words(NUMBER, 0)) == 8


def test_an_unknown_part_leaves_the_list(page, qtbot):
    page.open_part("kanal/tidak-ada")
    qtbot.waitUntil(page.channels.list.found.isVisible)
    assert page.channels.detail is None
