"""Taking somebody by mistake leaves no trace once it is undone."""

from datetime import date

import pytest

from bimtek.domain.attendance import Status
from bimtek.services.planning import NewKegiatan
from bimtek.services.registration import NewPerson


@pytest.fixture
def taken(services):
    kegiatan = services.planning.create(
        NewKegiatan(title="Bimtek Desa", template="desa-1-hari", first_day=date(2027, 3, 5))
    )
    services.registration.add(kegiatan.id, NewPerson(raw_name="Siti Aminah"))
    return kegiatan, kegiatan.sessions[0].id


def only_line(services, taken):
    kegiatan, session_id = taken
    return services.attendance.board(kegiatan.id, session_id).lines[0]


def test_undoing_a_first_check_in_leaves_neither_mark_nor_consent(services, taken):
    before = only_line(services, taken)
    change = services.attendance.check_in(before.participation, taken[1], consent=True)
    change.result()
    assert only_line(services, taken).participation.consent_at
    services.history.take_back(change, taken[0].id).result()
    assert only_line(services, taken) == before


def test_undoing_a_change_of_status_brings_the_earlier_one_back_with_its_time(services, taken, clock):
    who = only_line(services, taken).participation
    services.attendance.check_in(who, taken[1], consent=True).result()
    before = only_line(services, taken)
    change = services.attendance.set_status(before.participation, taken[1], Status.IZIN)
    services.history.take_back(change, taken[0].id).result()
    assert only_line(services, taken) == before


def test_undo_touches_nobody_else(services, taken):
    kegiatan, session_id = taken
    services.registration.add(kegiatan.id, NewPerson(raw_name="Budi"))
    siti, budi = services.attendance.board(kegiatan.id, session_id).lines
    change, _other = (
        services.attendance.check_in(line.participation, session_id, consent=True) for line in (siti, budi)
    )
    services.history.take_back(change, kegiatan.id).result()
    after = services.attendance.board(kegiatan.id, session_id).lines
    assert [line.present for line in after] == [False, True]
    assert after[1].participation.consent_at


def test_undoing_a_cleared_mark_brings_it_back(services, taken):
    who = only_line(services, taken).participation
    services.attendance.check_in(who, taken[1], consent=True).result()
    before = only_line(services, taken)
    change = services.attendance.clear(before.participation, taken[1])
    change.result()
    assert only_line(services, taken).mark is None
    services.history.take_back(change, taken[0].id).result()
    found = only_line(services, taken)
    assert (found.mark.status, found.mark.arrived_at) == (Status.HADIR, before.mark.arrived_at)
