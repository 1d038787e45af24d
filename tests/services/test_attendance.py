"""Who is there, for how long, in which session; closing makes a backup."""

from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta

import pytest

from bimtek.domain.attendance import Presence, Status
from bimtek.domain.clock import stamp
from bimtek.domain.errors import NotFoundError, RefusedError
from bimtek.domain.people import Role, Sex
from bimtek.services.registration import NewPerson
from tests.services.day import attended, people, planned


@pytest.fixture
def kegiatan(services):
    return planned(services)


@pytest.fixture
def who(services, kegiatan):
    return people(services, kegiatan, 3)


def board(services, kegiatan, session=0, role=Role.PESERTA):
    return services.attendance.board(kegiatan.id, kegiatan.sessions[session].id, role)


def test_check_in_notes_the_moment_and_the_consent(services, kegiatan, who, clock):
    session = kegiatan.sessions[0]
    services.attendance.check_in(who[1], session.id, consent=True).result()
    services.attendance.check_in(who[2], session.id, consent=False).result()
    lines = board(services, kegiatan).lines
    assert [line.present for line in lines] == [False, True, True]
    assert lines[1].mark.arrived_at == stamp(clock.at)
    assert [line.participation.consent_at for line in lines] == ["", stamp(clock.at), ""]


def test_board_counts_those_present_by_sex_and_unsur(services, kegiatan):
    for name, sex, unsur in (
        ("Siti", Sex.FEMALE, "Kader"),
        ("Budi", Sex.MALE, "Kader"),
        ("Ani", Sex.FEMALE, "Guru"),
    ):
        person = services.registration.add(kegiatan.id, NewPerson(raw_name=name, sex=sex, unsur=unsur))
        services.attendance.check_in(person, kegiatan.sessions[0].id, consent=True).result()
    absent = services.registration.add(kegiatan.id, NewPerson(raw_name="Tono", sex=Sex.MALE))
    services.attendance.set_status(absent, kegiatan.sessions[0].id, Status.ALPA).result()
    found = board(services, kegiatan)
    assert (found.expected, found.present.total, found.present.male, found.present.female) == (4, 3, 1, 2)
    assert found.present.by_unsur == (("Kader", 2), ("Guru", 1))


def test_board_shows_one_role_or_all(services, kegiatan, who):
    services.registration.add(kegiatan.id, NewPerson(raw_name="Kanit"), Role.NARASUMBER)
    assert board(services, kegiatan, role=Role.NARASUMBER).expected == 1
    assert board(services, kegiatan, role=None).expected == 4


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_kept_and_only_present_has_a_time(services, kegiatan, who, status):
    services.attendance.set_status(who[0], kegiatan.sessions[0].id, status).result()
    mark = board(services, kegiatan).lines[0].mark
    assert (mark.status, bool(mark.arrived_at)) == (status, status is Status.HADIR)


def test_leaving_early_costs_the_lines_that_ended_later(services, kegiatan, who):
    attended(services, kegiatan, who[:2])
    session = kegiatan.sessions[1]
    mark = board(services, kegiatan, 1).lines[0].mark
    services.attendance.leave_early(who[0], mark, time(14, 0)).result()
    left = board(services, kegiatan, 1).lines[0].mark
    assert (left.left_at, left.arrived_at, left.status) == (time(14, 0), mark.arrived_at, Status.HADIR)
    lost = sum(a.credit(45) for a in session.agenda if a.ends > time(14, 0))
    assert lost > 0
    found = services.attendance.presence_of_all(kegiatan)
    assert found[who[0].id] == Presence(kegiatan.jp - lost, kegiatan.jp, True)
    assert found[who[1].id] == Presence(kegiatan.jp, kegiatan.jp, True)
    assert found[who[2].id] == Presence(0, kegiatan.jp, False)


def test_latest_are_newest_first_and_without_people_taken_off_the_list(services, kegiatan, who, clock):
    for person in who:
        clock.at += timedelta(seconds=1)
        services.attendance.check_in(person, kegiatan.sessions[0].id, consent=True).result()
    services.registration.remove(who[2]).result()
    assert services.attendance.latest(kegiatan.sessions[0].id) == [who[1].id, who[0].id]


def test_closing_is_noted_backed_up_and_can_be_taken_back(services, kegiatan, who, clock):
    session = kegiatan.sessions[0]
    services.attendance.close_session(kegiatan.id, session.id)
    assert services.planning.get(kegiatan.id).sessions[0].closed_at == stamp(clock.at)
    assert services.backup.list()[0].reason == "absensi ditutup"
    services.attendance.reopen_session(kegiatan.id, session.id)
    assert services.planning.get(kegiatan.id).sessions[0].closed_at == ""
    assert services.history.recent(kegiatan.id, 1)[0].label == f"Absensi {session.label} dibuka lagi"


CHANGES = {
    "check_in": lambda taken, who, session, _mark: taken.check_in(who, session, consent=True),
    "set_status": lambda taken, who, session, _mark: taken.set_status(who, session, Status.ALPA),
    "leave_early": lambda taken, who, _session, mark: taken.leave_early(who, mark, time(10, 0)),
    "clear": lambda taken, who, session, _mark: taken.clear(who, session),
}


@pytest.mark.parametrize("change", CHANGES)
def test_closed_means_closed_until_it_is_opened_again(services, kegiatan, who, clock, change):
    session = kegiatan.sessions[0].id
    services.attendance.check_in(who[0], session, consent=True).result()
    services.attendance.close_session(kegiatan.id, session)
    before = board(services, kegiatan)
    clock.at += timedelta(minutes=5)

    def change_it():
        CHANGES[change](services.attendance, who[0], session, before.lines[0].mark).result()

    with pytest.raises(RefusedError) as refused:
        change_it()
    assert str(refused.value) == (
        "Absensi Pagi sudah ditutup. Data Anda tidak berubah."
        " Buka lagi absensinya, perbaiki, lalu tutup lagi."
    )
    assert board(services, kegiatan) == before
    services.attendance.reopen_session(kegiatan.id, session)
    change_it()
    assert board(services, kegiatan).lines[0] != before.lines[0]
    backups = len(services.backup.list())
    services.attendance.close_session(kegiatan.id, session)
    assert len(services.backup.list()) == backups + 1


def test_history_takes_no_mark_of_a_closed_session_back(services, kegiatan, who):
    session = kegiatan.sessions[0].id
    services.attendance.check_in(who[0], session, consent=True).result()
    (marked,) = services.history.recent(kegiatan.id, 1)
    services.attendance.close_session(kegiatan.id, session)
    with pytest.raises(RefusedError, match="sudah ditutup"):
        services.history.undo(marked.id, kegiatan.id)
    assert board(services, kegiatan).lines[0].present


@pytest.mark.fault
def test_of_marks_that_race_with_the_closing_none_comes_after_it(services, kegiatan, counted):
    session = kegiatan.sessions[0].id
    crowd = people(services, kegiatan, 40)

    def take(person):
        try:
            services.attendance.check_in(person, session, consent=True).result()
        except RefusedError:
            return False
        return True

    for _turn in range(counted(2, 30)):
        with ThreadPoolExecutor(8) as pool:
            taking = [pool.submit(take, person) for person in crowd]
            pool.submit(services.attendance.close_session, kegiatan.id, session).result()
            at_close = board(services, kegiatan).present.total
            kept = sum(each.result() for each in taking)
        assert kept == at_close == board(services, kegiatan).present.total
        services.attendance.reopen_session(kegiatan.id, session)
        for person in crowd:
            services.attendance.clear(person, session).result()


def test_session_or_kegiatan_that_is_gone_is_said_in_words(services, kegiatan):
    with pytest.raises(NotFoundError, match="Sesi ini tidak ada lagi"):
        services.attendance.board(kegiatan.id, "lain")
    with pytest.raises(NotFoundError, match="Kegiatan ini tidak ada lagi"):
        services.attendance.close_session("lain", "lain")


def test_names_with_braces_are_no_patterns_in_the_history(services, kegiatan):
    odd = services.registration.add(kegiatan.id, NewPerson(raw_name="Siti {name} %s"))
    services.attendance.check_in(odd, kegiatan.sessions[0].id, consent=True).result()
    assert services.history.recent(kegiatan.id, 1)[0].label == "Siti {name} %s hadir"


def test_marks_of_a_session_taken_out_of_the_agenda_no_longer_count(services, kegiatan, who):
    attended(services, kegiatan, who)
    services.planning.set_sessions(kegiatan, kegiatan.sessions[:1]).result()
    shorter = services.planning.get(kegiatan.id)
    assert services.attendance.presence_of_all(shorter)[who[0].id] == Presence(shorter.jp, shorter.jp, True)
    services.planning.set_sessions(shorter, kegiatan.sessions).result()
    again = services.planning.get(kegiatan.id)
    assert services.attendance.presence_of_all(again)[who[0].id] == Presence(kegiatan.jp, kegiatan.jp, True)
