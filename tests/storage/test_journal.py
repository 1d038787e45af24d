"""Undo puts back exactly what one change did, or refuses; it never half does it."""

import json
from datetime import time

import pytest

from bimtek.domain.attendance import Mark, Status
from bimtek.domain.errors import RefusedError
from bimtek.storage.attendance import AttendanceRepository
from bimtek.storage.journal import recent, undo
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.people import PeopleRepository
from bimtek.storage.settings import SettingRepository
from tests.storage.day import kegiatan_in, people_in


@pytest.fixture
def attendance(store):
    kegiatan_in(store)
    return AttendanceRepository(store)


def take_back(store, change):
    store.write("urungkan", lambda db: undo(db, change.id), "k")


def mark(who, **facts):
    return Mark(id="", session_id="k-pagi", participation_id=who.id, status=Status.HADIR, **facts)


def state(store):
    """Every live row of every table, without the times of change."""
    tables = ("kegiatan", "session", "orang", "keikutsertaan", "attendance", "setting")
    return {
        table: [
            {k: v for k, v in row.items() if k != "changed_at"}
            for row in store.db.query(f"select * from {table} where deleted_at is null order by id")
        ]
        for table in tables
    }


def test_undoing_an_import_of_many_takes_all_of_it_back(store, attendance):
    before = state(store)
    people_in(store, 30)
    take_back(store, recent(store.db, "k")[0])
    assert state(store) == before


def test_undoing_a_removal_brings_the_person_back_unchanged(store, attendance):
    (who,) = people_in(store, 1)
    before = state(store)
    PeopleRepository(store).remove_participation(who, "hapus").result()
    take_back(store, recent(store.db, "k")[0])
    assert state(store) == before


def test_changes_are_listed_newest_first_with_their_rows(store, attendance):
    people_in(store, 2)
    newest, older = recent(store.db, "k")
    assert (newest.label, newest.rows) == ("tambah", 4)
    assert older.label == "dibuat"
    assert newest.at >= older.at
    assert recent(store.db, "k", 1) == [newest]
    assert recent(store.db, "lain") == []


def test_undo_that_would_make_a_second_mark_is_refused_in_words(store, attendance):
    (who,) = people_in(store, 1)
    attendance.put(mark(who), "", "hadir", "k").result()
    attendance.clear("k-pagi", who.id, "batal", "k").result()
    cleared = recent(store.db, "k")[0]
    attendance.put(mark(who, left_at=time(14)), "", "hadir lagi", "k").result()
    before = state(store)
    with pytest.raises(RefusedError, match="tidak dapat diurungkan"):
        take_back(store, cleared)
    assert state(store) == before


@pytest.mark.parametrize("undone", ["hadir", "batal"])
def test_marks_of_a_closed_session_are_not_undone(store, attendance, undone):
    (who,) = people_in(store, 1)
    attendance.put(mark(who), "", "hadir", "k").result()
    if undone == "batal":
        attendance.clear("k-pagi", who.id, "batal", "k").result()
    change = recent(store.db, "k")[0]
    sessions = KegiatanRepository(store)
    sessions.close_session("k-pagi", "k", "2027-03-05T05:00:00.000000Z", "tutup").result()
    before = state(store)
    with pytest.raises(RefusedError, match="Absensi Pagi sudah ditutup"):
        take_back(store, change)
    assert state(store) == before
    sessions.close_session("k-pagi", "k", "", "buka lagi").result()
    take_back(store, change)
    assert len(state(store)["attendance"]) == (1 if undone == "batal" else 0)


def test_unknown_change_is_refused(store, attendance):
    with pytest.raises(RefusedError):
        store.write("urungkan", lambda db: undo(db, "tidak ada"), "k")


@pytest.mark.parametrize("table", ["answer", "attempt", "certificate", "form", "berkas"])
def test_history_is_never_undone(store, attendance, table):
    def note(db):
        db.conn.execute(
            "insert into perubahan (id, seq, change_id, label, kegiatan_id, device, table_name, row_id,"
            " created_at, changed_at) values ('x', 999, 'c', 'riwayat', 'k', '', ?, 'x', '', '')",
            [table],
        )

    store.write("riwayat", note)
    with pytest.raises(RefusedError, match="tidak dapat diurungkan"):
        store.write("urungkan", lambda db: undo(db, "c"), "k")


def test_journal_replayed_from_nothing_gives_every_row(store, attendance):
    """Merging laptops and audit stand on this: before and after of every row, with nothing left out."""
    kegiatan_in(store, "k2")
    people = [*people_in(store, 3), *people_in(store, 30, "k2")]
    for who in people[:3]:
        attendance.put(mark(who), "2027-03-05T01:30:00.000000Z", "hadir", "k").result()
    attendance.clear("k-pagi", people[0].id, "batal", "k").result()
    SettingRepository(store).put("kunci", 1, "ubah").result()
    SettingRepository(store).put("kunci", 2, "ubah").result()
    replayed: dict[str, dict[str, dict[str, object]]] = {}
    for row in store.db.query("select * from perubahan order by seq"):
        of_table = replayed.setdefault(row["table_name"], {})
        assert (json.loads(row["before"]) if row["before"] else None) == of_table.get(row["row_id"])
        of_table[row["row_id"]] = json.loads(row["after"])
    for table, expected in replayed.items():
        stored = {row["id"]: row for row in store.db.query(f"select * from {table}")}
        assert stored == expected, table
    assert {"kegiatan", "orang", "keikutsertaan", "attendance", "setting"} <= set(replayed)
