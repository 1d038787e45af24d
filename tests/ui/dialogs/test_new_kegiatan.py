"""Buat kegiatan: under a minute, within twelve clicks, and any place is welcome."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from bimtek.domain.clock import Zone
from bimtek.ui import theme
from bimtek.ui.dialogs.new_kegiatan import NewKegiatanDialog, next_workday
from tests.ui.audit import audit, cut_buttons


@pytest.fixture
def dialog(services, context, qtbot):
    made = NewKegiatanDialog(context, services.planning.templates())
    qtbot.addWidget(made)
    made.open()
    return made


def created(dialog, qtbot, finish):
    with qtbot.waitSignal(dialog.created) as seen:
        finish()
    return seen.args[0]


def test_enter_alone_makes_a_kegiatan_from_the_defaults(dialog, qtbot):
    kegiatan = created(dialog, qtbot, lambda: qtbot.keyClick(dialog.title_field, Qt.Key.Key_Return))
    assert kegiatan.title.startswith("Bimtek Perlindungan Anak")
    assert kegiatan.dates == (date(2027, 3, 6),)
    assert kegiatan.jp == 9
    assert kegiatan.modules == ("memahami-ocsea",)


def test_template_with_its_days_is_chosen_by_click_or_arrow(dialog, qtbot):
    qtbot.mouseClick(dialog.template_cards.cards["desa-2-hari"], Qt.MouseButton.LeftButton)
    dialog.date_field.show_value(date(2027, 6, 1))
    assert dialog.dates_text.text() == "Selasa s.d. Rabu, 1 s.d. 2 Juni 2027 · 16 JP"
    kegiatan = created(dialog, qtbot, dialog.create_button.click)
    assert kegiatan.dates == (date(2027, 6, 1), date(2027, 6, 2))


def test_place_is_suggested_and_brings_code_and_time_zone(services, dialog, qtbot):
    qtbot.waitUntil(lambda: services.places.table is not None)
    qtbot.keyClicks(dialog.place_field, "kabupaten maluku teng")
    line = dialog.place_field.suggestions.stringList()[0]
    dialog.place_field.setText(line)
    dialog.hall_field.setText("Balai Desa")
    kegiatan = created(dialog, qtbot, dialog.create_button.click)
    assert kegiatan.place.wilayah_code.startswith("81.")
    assert kegiatan.zone is Zone.WIT
    assert kegiatan.place.line.startswith("Balai Desa, Kabupaten Maluku Teng")


def test_free_text_is_always_allowed(dialog, qtbot):
    dialog.place_field.setText("Pendopo <b>lama</b>")
    dialog.organiser_field.setText("Karang taruna")
    kegiatan = created(dialog, qtbot, dialog.create_button.click)
    assert kegiatan.place.address == "Pendopo <b>lama</b>"
    assert kegiatan.organiser == "Karang taruna"


def test_without_a_name_the_dialog_stays_and_says_why(services, dialog):
    dialog.title_field.clear()
    dialog.create_button.click()
    assert dialog.title_row.problem.text() == "Isi nama kegiatan."
    assert dialog.isVisible()
    assert services.overview.page() == []


def test_first_day_is_no_sunday():
    assert next_workday(date(2027, 3, 5)) == date(2027, 3, 6)
    assert next_workday(date(2027, 3, 6)) == date(2027, 3, 8)


def test_tab_goes_through_the_form_in_reading_order(dialog):
    expected = [
        dialog.title_field,
        dialog.date_field,
        dialog.hall_field,
        dialog.place_field,
        dialog.organiser_field,
        dialog.cancel_button,
        dialog.create_button,
    ]
    seen, widget = [], dialog.title_field
    for _step in range(40):
        if widget in expected and widget not in seen:
            seen.append(widget)
        widget = widget.nextInFocusChain()
    assert seen == expected


@pytest.mark.parametrize("scale", [100, 150])
def test_everything_is_named_large_enough_and_uncut(dialog, qtbot, qapp, scale):
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    audit(dialog)
    qtbot.waitUntil(lambda: cut_buttons(dialog) == [])
