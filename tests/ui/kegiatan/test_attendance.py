"""Absensi: two letters, Enter, present; everything can be taken back."""

import logging
import time as stopwatch
from concurrent.futures import Future
from datetime import time

import pytest
from PySide6.QtCore import Qt

from bimtek.domain.attendance import Status
from bimtek.domain.errors import DataFileError
from bimtek.domain.next_step import Step
from bimtek.domain.people import Participation, Person, PersonName, Role, Sex
from bimtek.domain.text import _
from bimtek.services.registration import NewPerson
from bimtek.ui.kegiatan.attendance import EVERYBODY, AttendanceStep
from bimtek.ui.kegiatan.workspace import Workspace
from bimtek.ui.messages import ErrorDialog


@pytest.fixture
def step(context, kegiatan, people, qtbot):
    made = AttendanceStep(context, kegiatan.id)
    made.refresh()
    qtbot.addWidget(made)
    made.resize(1146, 650)
    made.show()
    return made


def marks(services, kegiatan, session=0):
    """What is stored, by name without titles."""
    board = services.attendance.board(kegiatan.id, kegiatan.sessions[session].id, None)
    return {x.participation.person.name.name: x.mark.status.value for x in board.lines if x.mark}


def stored(step, qtbot):
    qtbot.waitUntil(lambda: step.saved.text() == "Tersimpan ✓")


def check_in(step, qtbot, letters):
    qtbot.keyClicks(step.search.field, letters)
    qtbot.keyClick(step.search.field, Qt.Key.Key_Return)


def by_name(step, name):
    found = [x for x in step.desk.roll.lines if x.participation.person.name.name == name]
    return found[0].participation.id


def test_b9_13_two_letters_and_enter_make_somebody_present_now(step, qtbot, services, kegiatan, toasts):
    check_in(step, qtbot, "bu")
    stored(step, qtbot)
    assert marks(services, kegiatan) == {"Budi Santoso": "hadir"}
    assert (step.side.counter.value.text(), step.side.counter.of.text()) == ("1", "dari 5")
    assert step.side.counter.detail.text() == "L 1 · P 0"
    assert step.search.field.text() == ""
    line = next(x for x in step.desk.roll.lines if x.present)
    assert step.list.model.rows[1] == line
    assert toasts[0][0] == "Budi Santoso hadir."


def test_the_tick_notes_consent_and_its_absence_notes_none(step, qtbot, services, kegiatan):
    assert step.consent.isVisible()
    assert step.consent.isChecked()
    check_in(step, qtbot, "bu")
    step.consent.click()
    check_in(step, qtbot, "wa")
    stored(step, qtbot)
    given = {p.person.name.name: bool(p.consent_at) for p in services.registration.of_kegiatan(kegiatan.id)}
    assert (given["Budi Santoso"], given["Wahyu Hidayat"]) == (True, False)


def test_the_tick_is_remembered_for_each_session(step, qtbot):
    step.consent.click()
    step.sessions.setCurrentIndex(1)
    step.sessions.activated.emit(1)
    assert step.consent.isChecked()
    step.sessions.setCurrentIndex(0)
    step.sessions.activated.emit(0)
    assert not step.consent.isChecked()


def test_what_is_noted_in_one_session_is_not_noted_in_the_other(step, qtbot, services, kegiatan):
    step.sessions.setCurrentIndex(1)
    step.sessions.activated.emit(1)
    check_in(step, qtbot, "bu")
    stored(step, qtbot)
    assert marks(services, kegiatan, 0) == {}
    assert marks(services, kegiatan, 1) == {"Budi Santoso": "hadir"}


def test_the_session_that_is_on_now_is_open_first(context, kegiatan, people, qtbot, clock):
    clock.at = clock.at.replace(hour=7)  # 14.00 WIB
    made = AttendanceStep(context, kegiatan.id)
    made.refresh()
    qtbot.addWidget(made)
    assert made.desk.session == kegiatan.sessions[1]


def test_undo_in_the_toast_leaves_no_trace(step, qtbot, services, kegiatan, toasts):
    check_in(step, qtbot, "bu")
    toasts[0][1]()
    stored(step, qtbot)
    assert marks(services, kegiatan) == {}
    assert not any(p.consent_at for p in services.registration.of_kegiatan(kegiatan.id))
    assert step.side.counter.value.text() == "0"
    assert step.side.undo_buttons == []


def test_undo_in_the_toast_means_the_session_in_which_somebody_was_taken(
    step, qtbot, services, kegiatan, toasts
):
    step.desk.read(kegiatan.sessions[1].id)
    check_in(step, qtbot, "bu")
    step.desk.read(kegiatan.sessions[0].id)
    check_in(step, qtbot, "bu")
    stored(step, qtbot)
    toasts[0][1]()
    stored(step, qtbot)
    assert (marks(services, kegiatan, 0), marks(services, kegiatan, 1)) == ({"Budi Santoso": "hadir"}, {})
    assert step.side.counter.value.text() == "1"


def test_each_of_the_last_five_can_be_taken_back(step, qtbot, services, kegiatan):
    for letters in ("bu", "wa", "am"):
        check_in(step, qtbot, letters)
    assert [b.accessibleName() for b in step.side.undo_buttons] == [
        "Urungkan Siti Aminah, S.Pd.",
        "Urungkan Wahyu Hidayat, S.H.",
        "Urungkan Budi Santoso",
    ]
    step.side.undo_buttons[2].click()
    stored(step, qtbot)
    assert marks(services, kegiatan) == {"Siti Aminah": "hadir", "Wahyu Hidayat": "hadir"}


def test_undoing_a_change_brings_the_earlier_mark_back(step, qtbot, services, kegiatan):
    check_in(step, qtbot, "bu")
    step.list.choose(by_name(step, "Budi Santoso"))
    step.list.bar.status_buttons[Status.IZIN].click()
    step.desk.undo(by_name(step, "Budi Santoso"))
    stored(step, qtbot)
    assert marks(services, kegiatan) == {"Budi Santoso": "hadir"}
    assert services.registration.of_kegiatan(kegiatan.id)[1].consent_at


def test_control_z_takes_the_last_check_in_back(context, kegiatan, people, qtbot, services):
    place = Workspace(context, kegiatan.id)
    qtbot.addWidget(place)
    step = AttendanceStep(context, kegiatan.id)
    step.refresh()
    place.stack.addWidget(step)
    place.stack.setCurrentWidget(step)
    place.show()
    place.activateWindow()
    check_in(step, qtbot, "bu")
    stored(step, qtbot)
    step.search.field.setFocus()
    qtbot.keyClick(step.search.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: marks(services, kegiatan) == {})
    qtbot.waitUntil(lambda: step.side.counter.value.text() == "0")


def test_control_z_in_a_field_with_letters_takes_back_letters(step, qtbot, services, kegiatan):
    check_in(step, qtbot, "bu")
    stored(step, qtbot)
    qtbot.keyClicks(step.search.field, "x")
    qtbot.keyClick(step.search.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert step.search.field.text() == ""
    assert marks(services, kegiatan) == {"Budi Santoso": "hadir"}


@pytest.mark.parametrize("status", [Status.IZIN, Status.SAKIT, Status.ALPA])
def test_the_row_takes_izin_sakit_alpa_which_do_not_count_as_present(step, qtbot, services, kegiatan, status):
    step.list.choose(by_name(step, "Siti Rahayu"))
    step.list.bar.status_buttons[status].click()
    stored(step, qtbot)
    assert marks(services, kegiatan) == {"Siti Rahayu": status.value}
    assert step.side.counter.value.text() == "0"
    assert not step.list.bar.status_buttons[status].isEnabled()


def test_leaving_early_keeps_the_arrival_and_notes_the_time(step, qtbot, services, kegiatan):
    check_in(step, qtbot, "bu")
    step.list.choose(by_name(step, "Budi Santoso"))
    step.list.bar.leave_action.trigger()
    step.leaving.time.show_value(time(10, 45))
    step.leaving.action_button.click()
    stored(step, qtbot)
    board = services.attendance.board(kegiatan.id, kegiatan.sessions[0].id)
    mark = board.lines[1].mark
    assert (mark.status, mark.left_at, bool(mark.arrived_at)) == (Status.HADIR, time(10, 45), True)
    assert step.list.model.data(step.list.model.index(1, 2)) == "Pulang awal"


def test_the_menu_empties_a_mark_and_makes_somebody_present(step, qtbot, services, kegiatan, toasts):
    budi = by_name(step, "Budi Santoso")
    step.list.choose(budi)
    step.list.bar.present_action.trigger()
    step.list.bar.clear_action.trigger()
    stored(step, qtbot)
    assert marks(services, kegiatan) == {}
    toasts[-1][1]()
    stored(step, qtbot)
    assert marks(services, kegiatan) == {"Budi Santoso": "hadir"}


def test_enter_on_somebody_present_changes_nothing(step, qtbot, services, kegiatan, clock, toasts):
    check_in(step, qtbot, "bu")
    clock.at = clock.at.replace(hour=3)
    check_in(step, qtbot, "bu")
    stored(step, qtbot)
    assert toasts[-1] == ("Budi Santoso sudah hadir, 08.30.", None)
    assert step.desk.roll.recent[0].mark.arrived_at.startswith("2027-03-05T01:30")


def test_unknown_name_opens_the_form_and_the_person_is_in(step, qtbot, services, kegiatan):
    check_in(step, qtbot, "Dra. Zulaikha, M.Pd.")
    dialog = step.walk_in
    assert dialog.name_row.help.text() == "Gelar: Dra. M.Pd."
    dialog.sex.buttons[Sex.FEMALE].click()
    dialog.unsur.setText("Guru")
    dialog.action_button.click()
    qtbot.waitUntil(lambda: len(step.desk.roll.lines) == 6)
    stored(step, qtbot)
    added = services.registration.of_kegiatan(kegiatan.id)[-1]
    assert (added.person.name, added.walk_in) == (PersonName("Zulaikha", "Dra.", "M.Pd."), True)
    assert marks(services, kegiatan) == {"Zulaikha": "hadir"}


def test_b9_15_same_name_is_warned_about_and_both_may_stay(step, qtbot, services, kegiatan):
    dialog = step.add_walk_in("budi santoso")
    assert dialog.trouble.message.text().startswith("Sudah ada Budi Santoso (Kader PKK · Ngawen)")
    dialog.action_button.click()
    qtbot.waitUntil(lambda: len(step.desk.roll.lines) == 6)
    stored(step, qtbot)
    names = [p.person.name.name.lower() for p in services.registration.of_kegiatan(kegiatan.id)]
    assert names.count("budi santoso") == 2


def test_a_form_without_a_name_says_so_and_stays(step, qtbot, services, kegiatan):
    dialog = step.add_walk_in("")
    dialog.action_button.click()
    qtbot.waitUntil(lambda: dialog.trouble.isVisible() and dialog.action_button.isEnabled())
    assert dialog.trouble.message.text() == "Nama belum diisi. Isi nama orang itu, lalu coba lagi."
    assert dialog.isVisible()
    dialog.reject()


def test_speakers_are_marked_under_their_role(step, qtbot, services, kegiatan):
    services.registration.add(kegiatan.id, NewPerson(raw_name="Andy Narasumber"), Role.NARASUMBER)
    step.roles.choose(Role.NARASUMBER.value)
    step.roles.activated.emit(1)
    assert step.side.counter.of.text() == "dari 1"
    check_in(step, qtbot, "an")
    stored(step, qtbot)
    assert marks(services, kegiatan) == {"Andy Narasumber": "hadir"}
    step.roles.choose(EVERYBODY)
    step.roles.activated.emit(5)
    assert step.side.counter.of.text() == "dari 6"


def test_closing_makes_a_backup_and_locks_the_list_until_it_is_opened_again(
    step, qtbot, services, kegiatan, toasts
):
    check_in(step, qtbot, "bu")
    before = len(services.backup.list())
    step.close_button.click()
    qtbot.waitUntil(step.reopen_button.isVisible)
    assert len(services.backup.list()) == before + 1
    assert toasts[-1][0] == "Absensi Pagi ditutup. 4 orang belum dicatat."
    assert step.closed_notice.message.text() == (
        "Absensi Pagi ditutup 5 Maret 2027 pukul 08.30. Buka lagi untuk memperbaiki."
    )
    assert (step.reopen_button.text(), step.reopen_button.accessibleName()) == (
        "Buka lagi",
        "Buka lagi absensi Pagi",
    )
    for part in (step.search, step.consent, step.list.bar, step.close_button):
        assert not part.isVisible(), part
    assert step.side.undo_buttons == []
    step.reopen_button.click()
    qtbot.waitUntil(step.close_button.isVisible)
    assert step.search.isVisible()
    assert not step.closed_notice.isVisible()
    assert marks(services, kegiatan) == {"Budi Santoso": "hadir"}


def change_by_enter(step, who, _toasts):
    step.list.table.opened.emit(step.list.model.row_of(who))


def change_by_toast(_step, _who, toasts):
    toasts[0][1]()


@pytest.mark.parametrize("change", [change_by_enter, change_by_toast])
def test_a_closed_session_says_so_to_whoever_wants_to_change_it(
    step, qtbot, services, kegiatan, toasts, change
):
    check_in(step, qtbot, "bu")
    stored(step, qtbot)
    step.close_button.click()
    qtbot.waitUntil(step.reopen_button.isVisible)
    change(step, by_name(step, "Budi Santoso"), toasts)
    (dialog,) = step.findChildren(ErrorDialog)
    assert str(dialog.error.what) == "Absensi Pagi sudah ditutup."
    assert marks(services, kegiatan) == {"Budi Santoso": "hadir"}


def test_a_mark_another_window_closed_before_disappears_again_and_says_why(step, qtbot, services, kegiatan):
    services.attendance.close_session(kegiatan.id, kegiatan.sessions[0].id)
    check_in(step, qtbot, "bu")
    qtbot.waitUntil(lambda: bool(step.findChildren(ErrorDialog)))
    assert str(step.findChildren(ErrorDialog)[0].error.what) == "Absensi Pagi sudah ditutup."
    assert step.side.counter.value.text() == "0"
    assert step.reopen_button.isVisible()
    assert marks(services, kegiatan) == {}


def test_nobody_can_be_added_to_the_empty_list_of_a_closed_session(context, kegiatan, services, qtbot):
    services.attendance.close_session(kegiatan.id, kegiatan.sessions[0].id)
    made = AttendanceStep(context, kegiatan.id)
    made.refresh()
    qtbot.addWidget(made)
    made.show()
    assert made.list.nobody.isVisible()
    assert not made.list.nobody.button.isVisible()
    made.reopen_button.click()
    qtbot.waitUntil(made.list.nobody.button.isVisible)


def test_closing_the_last_session_puts_the_tick_on_the_step(context, kegiatan, people, qtbot, services):
    services.attendance.close_session(kegiatan.id, kegiatan.sessions[1].id)
    place = Workspace(context, kegiatan.id)
    qtbot.addWidget(place)
    place.show()
    place.go(Step.ATTENDANCE)
    place.step.refresh()
    place.step.close_button.click()
    qtbot.waitUntil(lambda: place.stepper.steps[Step.ATTENDANCE].done)


def test_markup_in_a_name_is_text_everywhere(step, qtbot):
    qtbot.keyClicks(step.search.field, "mu")
    assert "<b>" in step.search.model.rows[0].title
    qtbot.keyClick(step.search.field, Qt.Key.Key_Return)
    stored(step, qtbot)
    assert step.list.model.data(step.list.model.index(2, 1)).startswith("Drs. H. <b>Muhammad")


def test_a_kegiatan_without_sessions_leads_to_its_agenda(context, kegiatan, qtbot, services):
    services.planning.set_sessions(kegiatan, ()).result()
    made = AttendanceStep(context, kegiatan.id)
    made.refresh()
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.step_wanted) as wanted:
        made.empty.button.click()
    assert wanted.args == ["siapkan"]


def test_a_mark_that_cannot_be_stored_disappears_again_and_says_why(
    step, qtbot, services, kegiatan, monkeypatch
):
    full = Future()
    full.set_exception(DataFileError(_("Ruang penyimpanan penuh.")))
    monkeypatch.setattr(services.attendance, "set_status", lambda *_args, **_more: full)
    check_in(step, qtbot, "bu")
    assert step.side.counter.value.text() == "1"
    qtbot.waitUntil(lambda: bool(step.findChildren(ErrorDialog)))
    assert step.side.counter.value.text() == "0"
    assert step.findChildren(ErrorDialog)[0].error.what == _("Ruang penyimpanan penuh.")


def test_b9_13_check_in_among_five_hundred_answers_at_once(context, kegiatan, services, qtbot, caplog):
    many = [
        Participation(
            id="",
            kegiatan_id="",
            person=Person(id="", name=PersonName(f"Orang Nomor {n:03}"), unsur=str(n % 9)),
        )
        for n in range(500)
    ]
    services.registration.add_all(kegiatan.id, many)
    step = AttendanceStep(context, kegiatan.id)
    step.refresh()
    qtbot.addWidget(step)
    step.resize(1146, 650)
    step.show()
    spent = []
    for _round in range(5):
        began = stopwatch.perf_counter()
        check_in(step, qtbot, "or")
        step.repaint()
        spent.append(stopwatch.perf_counter() - began)
    stored(step, qtbot)
    logging.getLogger(__name__).info("check-in with 500 people: %.1f ms", min(spent) * 1000)
    assert step.side.counter.value.text() == "5"
