"""Buat kegiatan: four pages, under a minute, within twelve clicks, and nothing typed is lost."""

from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import Qt

from bimtek.domain.clock import Zone
from bimtek.host.paths import asset
from bimtek.ui import theme
from bimtek.ui.dialogs.import_people import ImportPeopleDialog
from bimtek.ui.dialogs.new_kegiatan import PEOPLE, STEPS, SUMMARY, TEACHING, WHAT, NewKegiatanDialog
from bimtek.ui.dialogs.print_paper import PrintDialog
from bimtek.ui.kegiatan.papers import PapersStep
from bimtek.ui.messages import ErrorDialog
from bimtek.ui.new_kegiatan.people import LATER, LIST
from bimtek.ui.new_kegiatan.what import next_workday
from tests.ui.audit import audit, cut_buttons, primaries

OCSEA = "memahami-ocsea"
CLEAR = "Nama\tL/P\tDesa\nSiti Rekaan\tP\tPalon\nBudi Umpama\tL\tJepon\n"
DOUBTFUL = "DAFTAR PESERTA\nNama\tL/P\nSiti Rekaan\tP\n\tL\nJUMLAH\t2\n"


@pytest.fixture
def open_dialog(services, context, qtbot):
    def make():
        made = NewKegiatanDialog(context, services.planning.templates())
        qtbot.addWidget(made)
        made.open()
        qtbot.waitUntil(lambda: bool(made.teaching.choice.boxes))
        return made

    return make


@pytest.fixture
def dialog(open_dialog):
    return open_dialog()


def created(dialog, qtbot, finish=None):
    with qtbot.waitSignal(dialog.created) as seen:
        (finish or dialog.now_button.click)()
    return seen.args[0]


def give(dialog, qtbot, text):
    """Paste a list on the third page."""
    dialog.show_step(PEOPLE)
    dialog.people.cards.cards[LIST].click()
    dialog.people.box.edit.setPlainText(text)
    dialog.people.box.hand_over()
    qtbot.waitUntil(lambda: not dialog.people._reading)


# ---- through the pages ----


def test_enter_alone_makes_a_kegiatan_from_the_defaults(dialog, qtbot):
    seen = []

    def enter():
        for _page in STEPS:
            seen.append(dialog.step)
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    kegiatan = created(dialog, qtbot, enter)
    assert seen == [key for key, _word in STEPS]
    assert kegiatan.title.startswith("Bimtek Perlindungan Anak")
    assert kegiatan.dates == (date(2027, 3, 6),)
    assert kegiatan.jp == 9
    assert kegiatan.modules == (OCSEA,)


def test_each_page_has_one_primary_button_and_its_way_back(dialog):
    captions = []
    for key, _word in STEPS:
        assert dialog.step == key
        assert primaries(dialog) == [dialog.next_button.text()]
        assert dialog.next_button.isDefault()
        assert dialog.back_button.isVisible() == (key != WHAT)
        captions.append(dialog.next_button.text())
        if key != SUMMARY:
            dialog.next_button.click()
    assert captions == ["Lanjut", "Lanjut", "Lanjut", "Buat kegiatan"]
    dialog.back_button.click()
    assert dialog.step == PEOPLE


def test_steps_are_ticked_once_left_and_lead_back_but_not_ahead(dialog, qtbot):
    steps = dialog.stepper.steps
    qtbot.mouseClick(steps[SUMMARY], Qt.MouseButton.LeftButton)
    assert dialog.step == WHAT
    dialog.go_on()
    dialog.go_on()
    assert [key for key, step in steps.items() if step.done] == [WHAT, TEACHING]
    qtbot.mouseClick(steps[WHAT], Qt.MouseButton.LeftButton)
    assert dialog.step == WHAT
    assert [key for key, step in steps.items() if step.done] == [TEACHING]
    qtbot.mouseClick(steps[PEOPLE], Qt.MouseButton.LeftButton)
    assert dialog.step == PEOPLE


@pytest.mark.parametrize("go", ["next_button", "now_button"])
def test_without_a_name_the_dialog_stays_and_says_why(services, dialog, go):
    dialog.what.title_field.clear()
    getattr(dialog, go).click()
    assert dialog.what.title_row.problem.text() == "Isi nama kegiatan."
    assert dialog.step == WHAT
    assert dialog.isVisible()
    assert services.overview.page() == []


def test_a_name_taken_away_later_leads_back_to_it(services, dialog):
    dialog.show_step(TEACHING)
    dialog.what.title_field.clear()
    dialog.show_step(SUMMARY)
    assert dialog.step == WHAT
    assert dialog.focusWidget() is dialog.what.title_field


def test_tab_goes_through_the_first_page_in_reading_order(dialog):
    what = dialog.what
    expected = [
        what.title_field,
        what.date_field,
        what.hall_field,
        what.place_field,
        what.organiser_field,
        dialog.cancel_button,
        dialog.now_button,
        dialog.next_button,
    ]
    seen, widget = [], what.title_field
    for _step in range(300):
        if widget in expected and widget not in seen:
            seen.append(widget)
        widget = widget.nextInFocusChain()
    assert seen == expected


# ---- what and where ----


def test_template_with_its_days_is_chosen_by_click_or_arrow(dialog, qtbot):
    qtbot.mouseClick(dialog.what.template_cards.cards["desa-2-hari"], Qt.MouseButton.LeftButton)
    dialog.what.date_field.show_value(date(2027, 6, 1))
    assert dialog.what.dates_text.text() == "Selasa s.d. Rabu, 1 s.d. 2 Juni 2027 · 16 JP"
    assert created(dialog, qtbot).dates == (date(2027, 6, 1), date(2027, 6, 2))


def test_place_is_suggested_and_brings_code_and_time_zone(services, dialog, qtbot):
    qtbot.waitUntil(lambda: services.places.table is not None)
    qtbot.keyClicks(dialog.what.place_field, "kabupaten maluku teng")
    line = dialog.what.place_field.suggestions.stringList()[0]
    dialog.what.place_field.setText(line)
    dialog.what.hall_field.setText("Balai Desa")
    kegiatan = created(dialog, qtbot)
    assert kegiatan.place.wilayah_code.startswith("81.")
    assert kegiatan.zone is Zone.WIT
    assert kegiatan.place.line.startswith("Balai Desa, Kabupaten Maluku Teng")


def test_free_text_is_always_allowed(dialog, qtbot):
    dialog.what.place_field.setText("Pendopo <b>lama</b>")
    dialog.what.organiser_field.setText("Karang taruna")
    kegiatan = created(dialog, qtbot)
    assert kegiatan.place.address == "Pendopo <b>lama</b>"
    assert kegiatan.organiser == "Karang taruna"


def test_first_day_is_no_sunday():
    assert next_workday(date(2027, 3, 5)) == date(2027, 3, 6)
    assert next_workday(date(2027, 3, 6)) == date(2027, 3, 8)


# ---- modules and tests ----


def test_the_template_proposes_its_module_with_a_pair_of_tests(dialog):
    dialog.show_step(TEACHING)
    assert dialog.teaching.choice.boxes[OCSEA].isChecked()
    assert dialog.teaching.total.text() == "Modul 2 JP, seluruh acara 9 JP"
    assert "masing-masing 10 soal" in dialog.teaching.quiz.message.text()


def test_a_module_left_out_is_taught_nowhere(services, dialog, qtbot):
    dialog.show_step(TEACHING)
    dialog.teaching.choice.boxes[OCSEA].click()
    assert dialog.teaching.quiz.message.text() == "Tanpa modul tidak ada pre-test dan post-test."
    kegiatan = created(dialog, qtbot)
    assert kegiatan.modules == ()
    assert services.teaching.modules(kegiatan) == []
    assert kegiatan.jp == 9


def test_a_module_that_is_not_installed_stays_and_is_named(dialog, qtbot):
    dialog.teaching.choice.choose(("modul-jauh", OCSEA))
    dialog.teaching.show_template(dialog.what.template)
    assert dialog.teaching.warning.message.text() == "Belum terpasang di laptop ini: modul-jauh."
    dialog.show_step(SUMMARY)
    assert dialog.summary.values[5].text() == "Memahami OCSEA, modul-jauh"
    assert created(dialog, qtbot).modules == ("modul-jauh", OCSEA)


def test_who_is_at_the_end_before_the_modules_are_read_sees_them_arrive(services, context, qtbot):
    dialog = NewKegiatanDialog(context, services.planning.templates())
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.show_step(SUMMARY)
    assert dialog.summary.values[6].text() == "Membaca modul…"
    qtbot.waitUntil(lambda: "10 soal" in dialog.summary.values[6].text())
    assert dialog.summary.values[5].text() == "Memahami OCSEA"


def test_another_template_proposes_anew(dialog, qtbot):
    dialog.teaching.choice.boxes[OCSEA].setChecked(False)
    qtbot.mouseClick(dialog.what.template_cards.cards["malam-desa"], Qt.MouseButton.LeftButton)
    assert dialog.teaching.choice.boxes[OCSEA].isChecked()
    assert dialog.teaching.total.text() == "Modul 2 JP, seluruh acara 2 JP"


# ---- people ----


def test_a_list_tells_whom_it_holds_before_anything_is_stored(services, dialog, qtbot):
    give(dialog, qtbot, CLEAR)
    assert dialog.people.said.message.text() == "2 orang terbaca: Siti Rekaan, Budi Umpama."
    give(dialog, qtbot, DOUBTFUL)
    assert dialog.people.said.message.text().startswith("1 orang terbaca. 3 hal Anda periksa")
    assert services.overview.page() == []


def test_the_file_picker_takes_the_place_of_what_was_pasted(dialog, qtbot):
    give(dialog, qtbot, CLEAR)
    dialog.people.read_file(asset("contoh/peserta-blora.xlsx"))
    qtbot.waitUntil(lambda: not dialog.people._reading)
    assert dialog.people.given.count == 33
    assert dialog.people.given.pasted == dialog.people.box.edit.toPlainText() == ""
    assert dialog.people.file.text().endswith("peserta-blora.xlsx")
    dialog.people.cards.cards[LATER].click()
    assert dialog.people.given is None


def test_a_list_that_cannot_be_read_is_said_on_its_page(dialog, qtbot, tmp_path):
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"bukan excel")
    dialog.show_step(PEOPLE)
    dialog.people.cards.cards[LIST].click()
    dialog.people.read_file(broken)
    qtbot.waitUntil(lambda: not dialog.people._reading)
    said = dialog.people.said.message.text()
    dialog.next_button.click()
    assert dialog.step == PEOPLE
    assert said == dialog.people.said.message.text()
    assert "rusak" in said or "Excel" in said


def test_a_list_that_is_wanted_and_not_given_is_asked_for(dialog):
    dialog.show_step(PEOPLE)
    dialog.people.cards.cards[LIST].click()
    dialog.next_button.click()
    assert dialog.step == PEOPLE
    assert dialog.people.said.isVisible()
    dialog.people.cards.cards[LATER].click()
    dialog.next_button.click()
    assert dialog.step == SUMMARY


def test_going_on_waits_for_a_list_that_was_pasted_just_now(dialog, qtbot):
    dialog.show_step(PEOPLE)
    dialog.people.cards.cards[LIST].click()
    dialog.people.box.edit.setPlainText(CLEAR)
    dialog.next_button.click()
    qtbot.waitUntil(lambda: dialog.step == SUMMARY)
    assert dialog.summary.values[-1].text() == "2 orang"


def test_going_back_forgets_that_it_waited(dialog, qtbot):
    dialog.show_step(PEOPLE)
    dialog.people.cards.cards[LIST].click()
    dialog.people.box.edit.setPlainText(CLEAR)
    dialog.next_button.click()
    dialog.back_button.click()
    qtbot.waitUntil(lambda: dialog.people.given is not None)
    assert dialog.step == TEACHING


# ---- all of it once more ----


def test_the_summary_says_what_was_chosen(services, dialog, qtbot):
    services.settings.put("instansi", "Dinsos PPPA").result()
    dialog.what.title_field.setText("Bimtek <b>Desa</b>")
    dialog.what.hall_field.setText("Balai Desa")
    for _page in range(3):
        dialog.go_on()
    said = [value.text() for value in dialog.summary.values]
    assert said[:4] == ["Bimtek <b>Desa</b>", "Sabtu, 6 Maret 2027 · 9 JP", "Balai Desa", "Dinsos PPPA"]
    assert said[5] == "Memahami OCSEA"
    assert said[-1] == "Kosong, diisi saat absensi"
    assert not dialog.summary.print_list.isChecked()


# ---- a form that is not finished ----


def test_a_form_left_by_a_power_cut_comes_back_on_its_page(services, open_dialog, qtbot):
    first = open_dialog()
    first.what.title_field.setText("Bimtek yang terputus")
    first.teaching.choice.boxes[OCSEA].setChecked(False)
    first.summary.print_list.setChecked(True)
    give(first, qtbot, CLEAR)
    first.draft.flush()
    services.unfinished.keep("lain/", {}).result()  # what was kept before is durable with it
    second = open_dialog()
    assert second.draft.isVisible()
    assert second.step == PEOPLE
    assert second.what.title_field.text() == "Bimtek yang terputus"
    qtbot.waitUntil(lambda: second.people.given is not None)
    second.go_on()
    qtbot.waitUntil(lambda: second.step == SUMMARY)
    assert second.summary.print_list.isChecked()
    assert created(second, qtbot, second.next_button.click).modules == ()


def test_a_file_of_a_form_that_was_cut_off_is_read_again(services, open_dialog, qtbot):
    first = open_dialog()
    first.show_step(PEOPLE)
    first.people.cards.cards[LIST].click()
    first.people.read_file(asset("contoh/peserta-blora.xlsx"))
    first.draft.flush()
    services.unfinished.keep("lain/", {}).result()
    second = open_dialog()
    qtbot.waitUntil(lambda: second.people.given is not None)
    assert second.people.given.count == 33


# ---- in the window ----


@pytest.fixture
def asked(world, qtbot):
    """The dialog over the whole window."""
    world.commands.new_kegiatan()
    qtbot.waitUntil(lambda: world.window.page.dialog is not None)
    return world.window.page.dialog


def made(world, qtbot):
    qtbot.waitUntil(lambda: world.window.page.workspace is not None)
    return world.services.planning.get(world.window.page.workspace.kegiatan_id)


def names(world, kegiatan):
    return [who.person.name.full for who in world.services.registration.of_kegiatan(kegiatan.id)]


def open_over(world, kind, qtbot):
    def found():
        return [w for w in world.window.findChildren(kind) if shiboken6.isValid(w) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=20_000)
    return found()[0]


def test_people_of_a_clear_list_are_stored_with_their_kegiatan(world, asked, qtbot):
    give(asked, qtbot, CLEAR)
    asked.now_button.click()
    kegiatan = made(world, qtbot)
    qtbot.waitUntil(lambda: names(world, kegiatan) == ["Siti Rekaan", "Budi Umpama"], timeout=20_000)
    qtbot.waitUntil(lambda: world.window.page.workspace.step.people.model.rowCount() == 2)


def test_a_doubtful_list_is_shown_before_anybody_is_stored(world, asked, qtbot):
    give(asked, qtbot, DOUBTFUL)
    asked.now_button.click()
    kegiatan = made(world, qtbot)
    importing = open_over(world, ImportPeopleDialog, qtbot)
    qtbot.waitUntil(importing.import_button.isVisible)
    assert names(world, kegiatan) == []
    assert importing.source_box.edit.toPlainText() == DOUBTFUL
    with qtbot.waitSignal(importing.imported):
        importing.import_button.click()
    assert names(world, kegiatan) == ["Siti Rekaan"]


def test_people_that_cannot_be_stored_leave_the_kegiatan_and_a_sentence(world, asked, qtbot, monkeypatch):
    give(asked, qtbot, CLEAR)

    def fails(*_anything):
        raise OSError("penuh")

    monkeypatch.setattr(world.services.importing, "accept_clear", fails)
    asked.now_button.click()
    kegiatan = made(world, qtbot)
    told = open_over(world, ErrorDialog, qtbot)
    assert str(told.error.what).startswith("Kegiatan sudah dibuat, tetapi daftar orang belum masuk.")
    assert names(world, kegiatan) == []


@pytest.mark.parametrize("pasted", ["", CLEAR], ids=["nobody", "list"])
def test_the_blank_list_is_offered_to_the_printer(world, asked, qtbot, monkeypatch, pasted):
    monkeypatch.setattr("bimtek.ui.papers.output.printers", lambda: ["Canon"])
    monkeypatch.setattr("bimtek.ui.dialogs.print_paper.printers", lambda: ["Canon"])
    monkeypatch.setattr("bimtek.ui.dialogs.print_paper.knows_paper", lambda printer, size: True)
    if pasted:
        give(asked, qtbot, pasted)
    asked.summary.print_list.setChecked(True)
    asked.now_button.click()
    kegiatan = made(world, qtbot)
    open_over(world, PrintDialog, qtbot)
    step = world.window.page.workspace.step
    assert isinstance(step, PapersStep)
    assert step.offer().request.blank_rows > 0
    assert len(names(world, kegiatan)) == (2 if pasted else 0)


# ---- as every screen ----


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("key", [key for key, _word in STEPS])
def test_everything_is_named_large_enough_and_uncut(dialog, qtbot, qapp, key, scale):
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    if key == PEOPLE:
        give(dialog, qtbot, CLEAR)
    dialog.show_step(key)
    audit(dialog)
    qtbot.waitUntil(lambda: cut_buttons(dialog) == [])
