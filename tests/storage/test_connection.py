"""What goes wrong with a data file is worded wherever it shows itself: opening, reading, writing."""

import contextlib
import gc
import os
import random
import shutil
import sqlite3
import subprocess

import pytest

from bimtek.domain.errors import DamagedFileError, DataFileError, NewerFileError
from bimtek.storage import rows
from bimtek.storage.attendance import AttendanceRepository
from bimtek.storage.connection import as_known_error, connect
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.people import PeopleRepository
from bimtek.storage.quizzes import QuizRepository
from bimtek.storage.settings import SettingRepository
from bimtek.storage.store import Store, new_id
from bimtek.storage.summaries import SummaryRepository
from tests.faults.damage import (
    PROC,
    break_table,
    garbage,
    open_files,
    overwrite_pages,
    truncate,
    write_behind,
    zero_header,
)
from tests.host.io_faults import error_of
from tests.storage.day import kegiatan_in, people_in


@pytest.fixture
def path(tmp_path):
    """A data file with a kegiatan and 300 people, closed."""
    with contextlib.closing(Store(tmp_path / "bimtek.db")) as store:
        kegiatan_in(store)
        people_in(store, 300)
        SettingRepository(store).put("instansi", "Dinas Contoh", "").result()
    return tmp_path / "bimtek.db"


def broken_while_open(path, table):
    """An open store, below which the pages of a table turn into nonsense."""
    store = Store(path)
    break_table(path, table)
    return contextlib.closing(store)


@pytest.mark.parametrize("damage", [garbage, truncate, zero_header, overwrite_pages])
def test_damage_is_told_apart_when_a_file_is_opened(path, damage):
    chance = random.Random(7)
    whole, seen = path.read_bytes(), []
    for _turn in range(12):
        path.write_bytes(whole)
        damage(path, chance)
        error = error_of(lambda: Store(path).close())
        if error is not None:
            seen.append(error)
        assert open_files(path) == []
    assert len(seen) >= 5
    assert {type(error) for error in seen} == {DamagedFileError}
    assert all("rusak" in str(error) for error in seen)


def test_newer_file_is_not_damaged(path):
    write_behind(path, "insert into _sqlite_migrations values (99, 'bimtek', '9999_x', '')")
    with pytest.raises(NewerFileError):
        Store(path)


def test_folder_that_is_not_there_is_not_damaged(tmp_path):
    with pytest.raises(DataFileError, match="tidak dapat dibuka") as refused:
        Store(tmp_path / "tidak" / "ada.db")
    assert type(refused.value) is DataFileError


def test_file_in_use_by_another_program_is_not_damaged(path, monkeypatch):
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **given: real(path, **{**given, "timeout": 0.05}))
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("pragma journal_mode = delete")
        other.execute("begin exclusive")
        with pytest.raises(DataFileError, match="sedang dipakai program lain") as refused:
            Store(path)
    assert type(refused.value) is DataFileError


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs a small file system of its own")
def test_disk_that_is_full_at_the_start_is_not_damaged(path, tmp_path):
    """SQLite calls it a disk I/O error when no room is left for the file beside its log."""
    folder = tmp_path / "penuh"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        shutil.copy(path, folder)
        with contextlib.suppress(OSError), (folder / "isi").open("wb", buffering=0) as fill:
            while shutil.disk_usage(folder).free > 8192:
                fill.write(bytes(4096))
        with pytest.raises(DataFileError, match="penuh") as refused:
            Store(folder / "bimtek.db")
        assert type(refused.value) is DataFileError
    finally:
        gc.collect()
        subprocess.run(["umount", str(folder)], check=True)


def test_reader_that_meets_damage_says_so(path):
    with broken_while_open(path, "orang") as store, pytest.raises(DamagedFileError, match="rusak"):
        PeopleRepository(store).page()


def test_writer_that_meets_damage_says_so(path):
    with broken_while_open(path, "orang") as store, pytest.raises(DamagedFileError, match="rusak"):
        store.write("", lambda db: rows.insert(db, "orang", new_id(), {"name": "Contoh", "sort_key": "c"}))


def test_disk_that_does_not_answer_keeps_its_own_words_and_a_backup_leads_on():
    known = as_known_error(sqlite3.OperationalError("disk I/O error"))
    assert isinstance(known, DamagedFileError)
    assert "tidak menjawab" in str(known)
    assert "pulihkan cadangan" in str(known)


@pytest.mark.parametrize("take", [list, next, lambda c: c.fetchone(), lambda c: c.fetchall()])
def test_damage_among_the_rows_is_known_however_they_are_taken(path, take):
    with contextlib.closing(connect(path)) as conn, pytest.raises(DamagedFileError):
        take(conn.execute("select cast(x'41ff' as text) as name union all select 'b'"))


def test_rows_come_in_order_and_all_of_them_over_many_fetches(path):
    with contextlib.closing(connect(path)) as conn:
        counting = "with recursive n(i) as (select 1 union all select i + 1 from n limit 1000)"
        found = conn.execute(f"{counting} select i from n")
        assert next(found) == (1,)
        assert [i for (i,) in found] == list(range(2, 1001))


def test_text_that_is_none_is_damage_and_its_words_stay_secret(path):
    write_behind(path, "update orang set name = cast(x'536974692033333136ff' as text)")
    with contextlib.closing(Store(path)) as store, pytest.raises(DamagedFileError) as met:
        PeopleRepository(store).page()
    assert "Siti" not in str(met.value) + met.value.detail


@pytest.mark.parametrize(
    ("sql", "read"),
    [
        ("update orang set sex = 'H'", lambda store, k: PeopleRepository(store).page()),
        ("update orang set born_on = '19x0-01-01'", lambda store, k: PeopleRepository(store).page()),
        ("update keikutsertaan set role = 'A'", lambda store, k: PeopleRepository(store).of_kegiatan(k)),
        ("update kegiatan set place = '{ruang'", lambda store, k: SummaryRepository(store).page()),
        ("update kegiatan set dates = '[\"2027-03-0x\"]'", lambda store, k: KegiatanRepository(store).get(k)),
        ("update kegiatan set papers = '[]'", lambda store, k: KegiatanRepository(store).get(k)),
        ("update setting set value = '\"putus'", lambda store, k: SettingRepository(store).all()),
    ],
)  # fmt: skip
def test_value_that_nobody_can_have_written_is_damage(path, sql, read):
    with contextlib.closing(Store(path)) as store:
        (kegiatan_id,) = store.db.execute("select id from kegiatan").fetchone()
    write_behind(path, sql)
    with contextlib.closing(Store(path)) as store, pytest.raises(DamagedFileError, match="rusak"):
        read(store, kegiatan_id)


def test_form_that_is_not_the_one_stored_is_damage(path):
    with contextlib.closing(Store(path)) as store:
        values = {"sha256": "0" * 64, "body": '{"judul":"lain"}'}
        store.write("", lambda db: rows.insert(db, "form", "f1", values))
        with pytest.raises(DamagedFileError):
            QuizRepository(store).form("f1")


@pytest.mark.parametrize("name", ["name", "deleted_at", "orang"])
def test_table_that_lost_its_description_is_damaged(path, name):
    with contextlib.closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("pragma writable_schema = on")
        conn.execute("update sqlite_master set sql = replace(sql, ?, 'xyz') where name = 'orang'", [name])
    with pytest.raises(DamagedFileError), contextlib.closing(Store(path)) as store:
        PeopleRepository(store).page()


def test_row_whose_link_is_torn_is_damage_when_it_is_write_behind(path):
    with contextlib.closing(Store(path)) as store:
        (link,) = store.db.execute("select id from keikutsertaan limit 1").fetchone()
    write_behind(path, "update kegiatan set id = 'lain'")
    with contextlib.closing(Store(path)) as store, pytest.raises(DamagedFileError):
        store.write("", lambda db: rows.update(db, "keikutsertaan", link, {"kegiatan_id": "asal"}))


def test_damaged_name_of_a_migration_is_not_taken_for_a_newer_bimtek(path):
    sql = "update _sqlite_migrations set name = '0001_one_daz' where name = '0001_one_day'"
    write_behind(path, sql)
    with pytest.raises(DamagedFileError):
        Store(path)


def test_mistake_of_ours_stays_one(path):
    with contextlib.closing(Store(path)) as store:
        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            store.db.execute("select tidak_ada from orang")
        with pytest.raises(sqlite3.IntegrityError):
            store.write("", lambda db: db.execute("insert into orang (id) select id from orang"))
        assert AttendanceRepository(store).of_kegiatan("tidak ada") == {}


def test_error_that_is_kept_does_not_keep_the_file_open(path):
    """Windows would not let a backup take the place of a file that somebody has open."""

    def change(db):
        others = db.execute("select * from kegiatan union all select * from kegiatan")
        next(others)  # a statement that is under way while another one fails
        db.execute("delete from orang")

    with broken_while_open(path, "orang") as store:
        errors = [error_of(PeopleRepository(store).page), error_of(lambda: store.write("", change))]
        assert bool(open_files(path)) == PROC
    assert [type(error) for error in errors] == [DamagedFileError] * 2
    assert open_files(path) == []
