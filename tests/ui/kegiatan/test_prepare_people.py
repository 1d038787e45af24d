"""Orang: one table a role, with form, removal and a way back."""

import pytest
from PySide6.QtCore import Qt

from bimtek.domain.people import Role
from bimtek.services.registration import NewPerson
from bimtek.ui import theme
from bimtek.ui.kegiatan.prepare import PrepareStep
from tests.ui.audit import audit, cut_buttons, shown_texts

NAME = 1


@pytest.fixture
def step(context, kegiatan, people, qtbot):
    made = PrepareStep(context, kegiatan.id)
    qtbot.addWidget(made)
    made.resize(1146, 650)
    made.show()
    return made


@pytest.fixture
def section(step):
    return step.people


def test_table_shows_everybody_of_a_role_as_plain_text_with_counts(section, people):
    assert shown_texts(section.table, NAME) == [p.person.name.full for p in people]
    assert section.counts.text() == "5 orang · L 2 · P 3 · Perangkat desa 3 · Kader PKK 2"
    assert section.roles.buttons["peserta"].text() == "Peserta (5)"


def test_person_is_added_from_the_form(services, section, kegiatan, qtbot):
    section.add_button.click()
    dialog = section.dialog
    qtbot.keyClicks(dialog.name_field, "Dra. Hj. Endang, M.Si.")
    dialog.sex.choose("P")
    dialog.phone.setText("0812 0000 0009")
    dialog.instansi.setText("Dinsos")
    dialog.age.setValue(41)
    qtbot.keyClick(dialog.name_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: section.model.rowCount() == 6)
    added = services.registration.of_kegiatan(kegiatan.id)[-1]
    assert (added.person.name.front, added.person.name.name) == ("Dra. Hj.", "Endang")
    assert (added.person.phone, added.person.age, added.walk_in) == ("+6281200000009", 41, False)
    assert section.dialog is None


def test_form_says_how_a_name_is_read_and_who_has_it_already(section):
    section.add_button.click()
    dialog = section.dialog
    dialog.name_field.setText("Hj. Contoh, S.Pd.")
    assert dialog.name_row.help.text() == "Nama: Contoh · Gelar: Hj., S.Pd."
    dialog.name_field.setText("budi santoso")
    assert dialog.name_row.help.text().startswith("Sudah ada Budi Santoso (Ngawen).")
    dialog.reject()


def test_half_a_phone_number_and_no_name_stay_in_the_form(section):
    section.add_button.click()
    dialog = section.dialog
    dialog.phone.setText("0812")
    dialog.submit()
    assert dialog.name_row.problem.isVisible()
    assert dialog.phone_row.problem.isVisible()
    dialog.reject()


def test_person_is_corrected_with_enter(services, section, people, qtbot):
    section.table.setFocus()
    section.table.selectRow(1)
    qtbot.keyClick(section.table, Qt.Key.Key_Return)
    dialog = section.dialog
    assert dialog.name_field.text() == "Budi Santoso"
    dialog.name_field.setText("Budi Santoso, S.H.")
    dialog.done_button.click()
    qtbot.waitUntil(lambda: "Budi Santoso, S.H." in shown_texts(section.table, NAME))
    assert services.registration.get(people[1].id).person.desa == "Ngawen"


def test_removed_person_comes_back_with_urungkan(services, section, kegiatan, people, toasts, qtbot):
    section.table.setFocus()
    section.table.selectRow(0)
    qtbot.keyClick(section.table, Qt.Key.Key_Delete)
    assert section.model.rowCount() == 4
    qtbot.waitUntil(lambda: len(toasts) == 1)
    assert toasts[0][0] == "Siti Aminah, S.Pd. dihapus dari kegiatan."
    assert len(services.registration.of_kegiatan(kegiatan.id)) == 4
    toasts[0][1]()
    qtbot.waitUntil(lambda: section.model.rowCount() == 5)
    assert services.registration.of_kegiatan(kegiatan.id) == people


def test_speakers_have_a_topic_and_an_invitation_of_their_own(services, section, kegiatan, qtbot):
    section.roles.choose("narasumber")
    assert section.empty[Role.NARASUMBER].isVisible()
    section.empty[Role.NARASUMBER].button.click()
    dialog = section.dialog
    assert dialog.topic.isVisible()
    dialog.name_field.setText("Kanit PPA")
    dialog.topic.setText("Aspek hukum")
    dialog.done_button.click()
    qtbot.waitUntil(lambda: section.model.rowCount() == 1)
    assert services.registration.of_kegiatan(kegiatan.id, Role.NARASUMBER)[0].topic == "Aspek hukum"


def test_chosen_place_fills_village_kecamatan_and_kabupaten(context, section, qtbot):
    section.add_button.click()
    dialog = section.dialog
    qtbot.waitUntil(lambda: context.services.places.table is not None)
    qtbot.keyClicks(dialog.desa, "palon")
    line = next(x for x in dialog.desa.suggestions.stringList() if "Jepon" in x)
    dialog.desa.picked.emit(line)
    assert (dialog.desa.text(), dialog.kecamatan.text()) == ("Palon", "Jepon")
    assert dialog.kabupaten.text() == "Kabupaten Blora"
    dialog.reject()


def test_walk_ins_of_the_other_steps_are_seen_on_return(services, step, section, kegiatan):
    services.registration.add(kegiatan.id, NewPerson(raw_name="Datang sendiri"))
    step.refresh()
    assert "Datang sendiri" in shown_texts(section.table, NAME)


@pytest.mark.parametrize("scale", [100, 150])
def test_everything_is_named_large_enough_and_uncut(step, section, qtbot, qapp, scale):
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    audit(step)
    qtbot.waitUntil(lambda: cut_buttons(step) == [])
    section.add_button.click()
    audit(section.dialog)
    section.dialog.reject()
