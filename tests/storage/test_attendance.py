"""One mark per person and session, whatever was noted before."""

from dataclasses import replace
from datetime import time

import pytest

from bimtek.domain.attendance import Mark, Status
from bimtek.domain.errors import RefusedError
from bimtek.storage.attendance import AttendanceRepository
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.people import PeopleRepository
from tests.storage.day import kegiatan_in, people_in

AT = "2027-03-05T01:30:00.000000Z"


@pytest.fixture
def day(store):
    kegiatan_in(store)
    return AttendanceRepository(store), people_in(store, 3)


def mark(who, status=Status.HADIR, **facts):
    return Mark(id="", session_id="k-pagi", participation_id=who.id, status=status, **facts)


def stored(attendance, who):
    return attendance.of_kegiatan("k").get(who.id, {}).get("k-pagi")


def consent(store, who):
    return PeopleRepository(store).get(who.id).consent_at


def test_mark_comes_back_with_its_times_and_channel(day):
    attendance, (who, *_others) = day
    given = mark(who, arrived_at=AT, left_at=time(14, 5), channel="hp")
    attendance.put(given, "", "hadir", "k").result()
    found = stored(attendance, who)
    assert found == replace(given, id=found.id)
    assert set(attendance.of_kegiatan("k")) == {who.id}


def test_last_mark_counts_and_there_is_only_one(day, store):
    attendance, (who, *_others) = day
    for status in (Status.HADIR, Status.SAKIT, Status.IZIN):
        attendance.put(mark(who, status), "", "ubah", "k").result()
    assert stored(attendance, who).status is Status.IZIN
    assert store.db.execute("select count(*) from attendance").fetchone()[0] == 1


def test_cleared_mark_is_gone_and_can_be_noted_again(day):
    attendance, (who, *_others) = day
    attendance.put(mark(who), "", "hadir", "k").result()
    attendance.clear("k-pagi", who.id, "batal", "k").result()
    assert stored(attendance, who) is None
    attendance.clear("k-pagi", who.id, "batal", "k").result()
    attendance.put(mark(who, Status.ALPA), "", "alpa", "k").result()
    assert stored(attendance, who).status is Status.ALPA


def test_consent_is_noted_once_and_kept(day, store):
    attendance, (who, other, _third) = day
    attendance.put(mark(who), AT, "hadir", "k").result()
    attendance.put(mark(who), "2030-01-01T00:00:00.000000Z", "hadir", "k").result()
    attendance.put(mark(other), "", "hadir", "k").result()
    assert (consent(store, who), consent(store, other)) == (AT, "")


def test_many_marks_at_once_are_all_kept(day):
    attendance, people = day
    for done in [attendance.put(mark(p), "", "hadir", "k") for p in people for _n in range(20)]:
        done.result()
    assert set(attendance.of_kegiatan("k")) == {p.id for p in people}


def test_latest_come_first_and_only_present_ones_that_still_count(day):
    attendance, (one, two, three) = day
    for who in (one, two, three):
        attendance.put(mark(who), "", "hadir", "k").result()
    attendance.clear("k-pagi", three.id, "batal", "k").result()
    assert [m.participation_id for m in attendance.latest("k-pagi")] == [two.id, one.id]
    assert [m.participation_id for m in attendance.latest("k-pagi", 1)] == [two.id]


def test_mark_of_nobody_is_refused(day):
    attendance, (who, *_others) = day
    ghost = replace(mark(who), participation_id="tidak ada")
    assert attendance.put(ghost, "", "hadir", "k").exception()
    assert attendance.of_kegiatan("k") == {}


CLOSED_AT = "2027-03-05T05:00:00.000000Z"


def close(store, at=CLOSED_AT):
    return KegiatanRepository(store).close_session("k-pagi", "k", at, "tutup")


@pytest.mark.parametrize("verb", ["put", "clear"])
def test_closed_session_takes_no_change_until_it_is_opened_again(day, store, verb):
    attendance, (who, *_others) = day
    attendance.put(mark(who), "", "hadir", "k").result()
    before = attendance.of_kegiatan("k")
    change = {
        "put": lambda: attendance.put(mark(who, Status.IZIN), AT, "izin", "k"),
        "clear": lambda: attendance.clear("k-pagi", who.id, "batal", "k"),
    }[verb]
    close(store).result()
    with pytest.raises(RefusedError, match="Absensi Pagi sudah ditutup"):
        change().result()
    assert (attendance.of_kegiatan("k"), consent(store, who)) == (before, "")
    close(store, "").result()
    change().result()
    assert attendance.of_kegiatan("k") != before


def test_mark_that_waits_behind_the_closing_is_refused_and_one_before_it_is_kept(day, store):
    attendance, (one, two, _three) = day
    in_time = attendance.put(mark(one), "", "hadir", "k")
    closing = close(store)
    late = attendance.put(mark(two), "", "hadir", "k")
    in_time.result()
    closing.result()
    assert isinstance(late.exception(), RefusedError)
    assert set(attendance.of_kegiatan("k")) == {one.id}


def test_other_sessions_stay_open(day, store):
    attendance, _people = day
    kegiatan_in(store, "k2")
    (other,) = people_in(store, 1, "k2")
    close(store).result()
    attendance.put(replace(mark(other), session_id="k2-pagi"), "", "hadir", "k2").result()
    assert set(attendance.of_kegiatan("k2")) == {other.id}
