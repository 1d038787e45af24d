"""Acara: JP are counted while one types, overlaps are flagged, and every deletion has a way back."""

from datetime import time, timedelta

import pytest

from bimtek.domain.kegiatan import ItemKind
from bimtek.domain.people import Role
from bimtek.services.registration import NewPerson
from bimtek.ui.kegiatan.prepare import AGENDA, PrepareStep
from bimtek.ui.messages import ErrorDialog
from tests.ui.audit import audit


@pytest.fixture
def agenda(context, kegiatan, qtbot):
    step = PrepareStep(context, kegiatan.id)
    qtbot.addWidget(step)
    step.resize(1146, 650)
    step.show()
    step.tabs.setCurrentIndex(AGENDA)
    return step.agenda


def choose(agenda, at):
    agenda.list.setCurrentIndex(agenda.model.index(at))


def stored(agenda, services, kegiatan, qtbot):
    qtbot.waitUntil(lambda: agenda.autosave.state.text().startswith("Tersimpan 0"))
    return services.planning.get(kegiatan.id)


def test_agenda_opens_with_its_total_and_first_line(agenda, kegiatan):
    assert agenda.total.text() == f"Jumlah {kegiatan.jp} JP"
    assert agenda.line_form.title_field.text() == kegiatan.sessions[0].agenda[0].title
    assert agenda.model.rowCount() == len(kegiatan.sessions) + len(kegiatan.agenda)


def test_jp_are_counted_while_one_types_and_stored(services, agenda, kegiatan, qtbot):
    choose(agenda, 3)
    agenda.line_form.ends.show_value(time(9, 45))
    assert agenda.model.rows[3].jp == 1
    assert agenda.total.text() == f"Jumlah {kegiatan.jp - 1} JP"
    agenda.line_form.speakers.setText("Bripka Contoh, S.H.; Dra. Hj. Siti, M.Si.")
    after = stored(agenda, services, kegiatan, qtbot)
    assert after.jp == kegiatan.jp - 1
    assert after.sessions[0].agenda[2].speakers == ("Bripka Contoh, S.H.", "Dra. Hj. Siti, M.Si.")


def test_jp_written_by_hand_wins_and_breaks_count_nothing(agenda, kegiatan):
    choose(agenda, 3)
    agenda.line_form.jp.setValue(4)
    assert agenda.model.rows[3].jp == 4
    agenda.line_form.kind.choose(ItemKind.REHAT.value)
    assert agenda.model.rows[3].jp == 0
    assert not agenda.line_form.jp.isEnabled()


def test_overlap_is_said_in_words_and_goes_with_its_cause(agenda):
    choose(agenda, 2)
    assert not agenda.notice.isVisible()
    agenda.line_form.ends.show_value(time(9, 30))
    assert str(agenda.model.rows[3].warning) == "Bertumpuk dengan baris di atas"
    assert "Bertumpuk" in agenda.model.index(3).data()
    assert agenda.notice.isVisible()
    agenda.line_form.ends.show_value(time(9, 0))
    assert not agenda.notice.isVisible()


def test_new_line_follows_the_chosen_one_and_waits_for_its_title(services, agenda, kegiatan, qtbot):
    choose(agenda, 5)
    agenda.add_line_button.click()
    assert agenda.line_form.starts.value() == kegiatan.sessions[0].agenda[4].ends
    agenda.line_form.title_field.setText("Diskusi <b>kelompok</b>")
    after = stored(agenda, services, kegiatan, qtbot)
    assert after.sessions[0].agenda[-1].title == "Diskusi <b>kelompok</b>"
    assert len(after.agenda) == len(kegiatan.agenda) + 1


def test_lines_move_with_their_length(services, agenda, kegiatan, qtbot):
    choose(agenda, 2)
    moved = kegiatan.sessions[0].agenda[1]
    agenda.line_form.up_button.click()
    after = stored(agenda, services, kegiatan, qtbot).sessions[0].agenda
    assert (after[0].id, after[0].minutes, after[0].starts) == (moved.id, moved.minutes, time(7, 30))
    assert agenda.model.rows[agenda.list.currentIndex().row()].key == moved.id
    assert not agenda.line_form.up_button.isEnabled()


def test_removed_line_comes_back_with_urungkan(services, agenda, kegiatan, toasts, qtbot):
    choose(agenda, 4)
    agenda.line_form.remove_button.click()
    qtbot.waitUntil(lambda: len(toasts) == 1)
    assert len(services.planning.get(kegiatan.id).agenda) == len(kegiatan.agenda) - 1
    toasts[0][1]()
    qtbot.waitUntil(lambda: agenda.model.rowCount() == len(kegiatan.agenda) + len(kegiatan.sessions))
    assert services.planning.get(kegiatan.id).sessions == kegiatan.sessions


def test_new_session_adds_a_day_and_removing_it_takes_the_day_away(services, agenda, kegiatan, toasts, qtbot):
    agenda.add_session_button.click()
    agenda.session_form.label_field.setText("Hari kedua")
    after = stored(agenda, services, kegiatan, qtbot)
    day = max(kegiatan.dates) + timedelta(days=1)
    assert after.dates == (*kegiatan.dates, day)
    assert (after.sessions[-1].label, after.sessions[-1].on_date) == ("Hari kedua", day)
    agenda.session_form.remove_button.click()
    qtbot.waitUntil(lambda: len(toasts) == 1)
    assert services.planning.get(kegiatan.id).dates == kegiatan.dates


def test_session_can_lie_on_any_date_and_end_open(services, agenda, kegiatan, qtbot):
    choose(agenda, 0)
    other = kegiatan.dates[0] + timedelta(days=5)
    agenda.session_form.day.show_value(other)
    agenda.session_form.open_end.setChecked(True)
    after = stored(agenda, services, kegiatan, qtbot)
    assert after.dates == (kegiatan.dates[0], other)
    assert after.sessions[-1].ends is None
    assert agenda.model.rows[-1].session.on_date == other


def test_session_people_signed_for_is_not_removed(services, agenda, kegiatan, people, qtbot):
    services.attendance.check_in(people[0], kegiatan.sessions[0].id, consent=True).result()
    choose(agenda, 0)
    agenda.session_form.remove_button.click()
    dialog = agenda.findChild(ErrorDialog)
    assert str(dialog.error.what) == "Sesi Pagi sudah punya absensi."
    assert len(services.planning.get(kegiatan.id).sessions) == 2
    dialog.reject()


def test_names_of_speakers_are_offered(services, context, kegiatan, qtbot):
    services.registration.add(kegiatan.id, NewPerson(raw_name="Siti, S.H."), Role.NARASUMBER)
    step = PrepareStep(context, kegiatan.id)
    qtbot.addWidget(step)
    assert step.agenda.line_form.names.stringList() == ["Siti, S.H."]


def test_installed_modules_can_be_chosen(services, agenda, kegiatan, qtbot):
    qtbot.waitUntil(lambda: agenda.line_form.module.findData("memahami-ocsea") > 0)
    choose(agenda, 5)
    agenda.line_form.module.choose("memahami-ocsea")
    assert stored(agenda, services, kegiatan, qtbot).sessions[0].agenda[4].module == "memahami-ocsea"


def test_everything_is_named_and_large_enough(agenda):
    audit(agenda)
    choose(agenda, 0)
    audit(agenda)
