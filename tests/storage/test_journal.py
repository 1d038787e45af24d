"""Undo puts back exactly what one change did, or refuses; it never half does it."""

import json
from datetime import time

import pytest

from bimtek.domain.attendance import Mark, Status
from bimtek.domain.errors import RefusedError
from bimtek.storage import rows
from bimtek.storage.attendance import AttendanceRepository
from bimtek.storage.journal import STEPS, recent, redo_last, undo, undo_last
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.people import PeopleRepository
from bimtek.storage.settings import SettingRepository
from tests.storage.day import kegiatan_in, people_in


@pytest.fixture
def attendance(store):
    kegiatan_in(store)
    return AttendanceRepository(store)


def take_back(store, change):
    store.write("", lambda db: undo(db, change.id, "Diurungkan: {label}"), "k")


def mark(who, **facts):
    return Mark(id="", session_id="k-pagi", participation_id=who.id, status=Status.HADIR, **facts)


def state(store):
    """Every live row of every table, without the times of change."""
    tables = ("kegiatan", "session", "orang", "keikutsertaan", "attendance", "setting")
    return {
        table: [
            {k: v for k, v in dict(row).items() if k != "changed_at"}
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
    assert newest.label == "tambah"
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
        store.write("urungkan", lambda db: undo(db, "tidak ada", "{label}"), "k")


def back(store):
    return store.write("", lambda db: undo_last(db, "k", "Diurungkan: {label}"), "k")


def again(store):
    return store.write("", lambda db: redo_last(db, "k", "Diulangi: {label}"), "k")


def retitle(store, title):
    store.write(title, lambda db: rows.update(db, "kegiatan", "k", {"title": title}), "k")


def title(store):
    return store.db.execute("select title from kegiatan where id = 'k'").fetchone()[0]


def test_fifty_steps_go_back_one_by_one_and_come_again_one_by_one(store):
    kegiatan_in(store)
    names = [title(store), *(f"Judul {n}" for n in range(STEPS + 1))]
    for name in names[1:]:
        retitle(store, name)
    for expected in reversed(names[1:-1]):
        back(store)
        assert title(store) == expected
    with pytest.raises(RefusedError, match="Belum ada"):
        back(store)
    for expected in names[2:]:
        again(store)
        assert title(store) == expected
    with pytest.raises(RefusedError, match="Belum ada"):
        again(store)


def test_an_undone_step_is_not_offered_again_until_it_came_back(store):
    kegiatan_in(store)
    retitle(store, "A")
    retitle(store, "B")
    assert back(store) == "B"
    step = recent(store.db, "k")[0]
    assert (step.label, step.undone) == ("B", True)
    with pytest.raises(RefusedError, match="sudah diurungkan"):
        take_back(store, step)
    assert again(store) == "B"
    assert not recent(store.db, "k")[0].undone
    assert back(store) == "B"
    assert back(store) == "A"


def test_a_new_step_ends_what_could_be_brought_again(store):
    kegiatan_in(store)
    retitle(store, "A")
    back(store)
    retitle(store, "C")
    with pytest.raises(RefusedError, match="Belum ada yang dapat diulangi"):
        again(store)
    assert title(store) == "C"


def test_a_step_in_the_middle_goes_back_alone_when_nothing_touched_its_rows_since(store):
    kegiatan_in(store)
    retitle(store, "A")
    people_in(store, 1)
    newest, older = recent(store.db, "k")[:2]
    take_back(store, older)
    assert title(store) != "A"
    assert [step.undone for step in recent(store.db, "k")[:2]] == [False, True]
    assert newest.label == "tambah"


def test_undo_tells_what_it_took_back_and_marks_the_row_as_changed_now(store):
    kegiatan_in(store)
    before = store.db.execute("select changed_at from kegiatan where id = 'k'").fetchone()[0]
    retitle(store, "A")
    back(store)
    label, undoes = store.db.execute(
        "select label, undoes from perubahan order by seq desc limit 1"
    ).fetchone()
    assert (label, undoes) == ("Diurungkan: A", recent(store.db, "k")[0].id)
    assert store.db.execute("select changed_at from kegiatan where id = 'k'").fetchone()[0] > before


@pytest.mark.parametrize("table", ["answer", "attempt", "certificate", "form", "berkas", "round", "teaching"])
def test_history_is_never_undone(store, attendance, table):
    def note(db):
        db.execute(
            "insert into perubahan (id, seq, change_id, label, kegiatan_id, device, table_name, row_id,"
            " created_at, changed_at) values ('x', 999, 'c', 'riwayat', 'k', '', ?, 'x', '', '')",
            [table],
        )

    store.write("riwayat", note)
    with pytest.raises(RefusedError, match="tidak dapat diurungkan"):
        store.write("urungkan", lambda db: undo(db, "c", "{label}"), "k")


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
        stored = {row["id"]: dict(row) for row in store.db.query(f"select * from {table}")}
        assert stored == expected, table
    assert {"kegiatan", "orang", "keikutsertaan", "attendance", "setting"} <= set(replayed)
