"""The store: durable, journaled, one writer, honest about failures."""

import contextlib
import random
import shutil
import sqlite3
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bimtek.domain.errors import BimtekError, DataFileError
from bimtek.storage import rows
from bimtek.storage.journal import journaled_tables, recent, redo_last, undo, undo_last
from bimtek.storage.store import Store, new_id


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "bimtek.db")
    yield store
    store.close()


def add_kegiatan(store, title="Contoh"):
    row_id = new_id()
    store.write("Kegiatan dibuat", lambda db: rows.insert(db, "kegiatan", row_id, {"title": title}), row_id)
    return row_id


def titles(store):
    return sorted(
        row["title"] for row in store.db.query("select title from kegiatan where deleted_at is null")
    )


def test_a_failing_change_fails_alone_and_leaves_nothing(store):
    def fails(db):
        rows.insert(db, "kegiatan", new_id(), {"title": "separuh"})
        raise ValueError("bug")

    futures = [
        store.submit("", fails)
        if n % 10 == 0
        else store.submit("", lambda db, n=n: rows.insert(db, "kegiatan", new_id(), {"title": f"{n:03d}"}))
        for n in range(500)
    ]
    failed = [f for f in futures if f.exception()]
    assert len(failed) == 50
    assert all(isinstance(f.exception(), ValueError) for f in failed)
    assert len(titles(store)) == 450
    assert "separuh" not in titles(store)


def test_many_threads_write_and_read_without_a_lock_error(store):
    def work(n):
        row_id = add_kegiatan(store, f"{n}")
        return store.db.execute("select title from kegiatan where id = ?", [row_id]).fetchone()[0]

    with ThreadPoolExecutor(20) as pool:
        assert sorted(pool.map(work, range(200)), key=int) == [str(n) for n in range(200)]


def test_a_reader_cannot_write(store):
    with pytest.raises(DataFileError, match="tidak dapat ditulis"):
        store.db.execute("insert into setting (id) values ('x')")


def test_every_table_has_a_text_key_three_times_and_a_journal(store):
    tables = journaled_tables(store.db)
    assert {"orang", "keikutsertaan", "answer", "certificate", "berkas", "attempt"} <= set(tables)
    for table in [*tables, "perubahan"]:
        columns = {row[1]: (row[2], row[5]) for row in store.db.execute(f"pragma table_info({table})")}
        assert columns["id"] == ("TEXT", 1), table
        assert {"created_at", "changed_at", "deleted_at"} <= set(columns), table


def test_the_journal_tells_before_and_after_in_the_same_commit(store):
    row_id = add_kegiatan(store, "Lama")
    store.write("Judul diubah", lambda db: rows.update(db, "kegiatan", row_id, {"title": "Baru"}), row_id)
    last = list(store.db.query("select * from perubahan order by seq"))[-1]
    assert (last["label"], last["kegiatan_id"], last["table_name"], last["row_id"]) == (
        "Judul diubah",
        row_id,
        "kegiatan",
        row_id,
    )
    assert '"title":"Lama"' in last["before"]
    assert '"title":"Baru"' in last["after"]


def test_a_change_that_fails_is_not_in_the_journal(store):
    def fails(db):
        rows.insert(db, "kegiatan", new_id(), {"title": "x"})
        raise ValueError

    assert store.submit("gagal", fails).exception()
    assert store.db.execute("select count(*) from perubahan").fetchone()[0] == 0


def test_undo_puts_rows_back_and_redo_brings_them_again(store):
    row_id = add_kegiatan(store, "Lama")
    store.write("ubah", lambda db: rows.update(db, "kegiatan", row_id, {"title": "Baru"}), row_id)
    store.write("", lambda db: undo_last(db, row_id, "Diurungkan: {label}"), row_id)
    assert titles(store) == ["Lama"]
    store.write("", lambda db: redo_last(db, row_id, "Diulangi: {label}"), row_id)
    assert titles(store) == ["Baru"]


def test_a_kegiatan_is_not_made_undone(store):
    row_id = add_kegiatan(store)
    with pytest.raises(BimtekError, match="tidak dapat diurungkan"):
        store.write("", lambda db: undo_last(db, row_id, "{label}"), row_id)
    assert titles(store) != []


def test_a_change_that_changes_nothing_leaves_no_trace(store):
    row_id = add_kegiatan(store, "Judul")
    before = store.db.execute("select count(*), max(seq) from perubahan").fetchone()
    same = store.submit("ubah", lambda db: rows.update(db, "kegiatan", row_id, {"title": "Judul"}), row_id)
    assert same.result() == 0
    assert store.db.execute("select count(*), max(seq) from perubahan").fetchone() == before
    assert same.id not in [step.id for step in recent(store.db, row_id)]


def test_undo_is_refused_after_a_later_change_of_the_same_row(store):
    row_id = add_kegiatan(store)
    for title in ("Baru", "Terbaru"):
        store.write("ubah", lambda db, t=title: rows.update(db, "kegiatan", row_id, {"title": t}), row_id)
    first = recent(store.db, row_id)[1].id
    with pytest.raises(BimtekError, match="sudah diubah lagi"):
        store.write("urungkan", lambda db: undo(db, first, "{label}"), row_id)
    assert titles(store) == ["Terbaru"]


def test_a_newer_file_is_refused_and_not_a_byte_changes(tmp_path):
    path = tmp_path / "bimtek.db"
    Store(path).close()
    conn = sqlite3.connect(path)
    conn.execute("pragma journal_mode = delete")
    conn.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('bimtek', '9999_x', '')"
    )
    conn.commit()
    conn.close()
    before = path.read_bytes()
    with pytest.raises(DataFileError, match="versi lebih baru"):
        Store(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["bimtek.db"]


@pytest.mark.parametrize("content", [b"bukan basis data" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_refused_in_indonesian_and_kept(tmp_path, content):
    path = tmp_path / "bimtek.db"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match="rusak"):
        Store(path)
    assert path.read_bytes() == content


def fill(store):
    """Write until the disk refuses; returns what was acknowledged, and the refusal."""
    acknowledged = []
    while len(acknowledged) < 5000:
        try:
            acknowledged.append(add_kegiatan(store, "x" * 2000))
        except DataFileError as error:
            return acknowledged, error
    return acknowledged, None


def test_a_full_disk_loses_nothing_that_was_acknowledged(tmp_path):
    """A small file system of its own; where mounting is not allowed a quota of pages stands in."""
    folder = tmp_path / "penuh"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(folder)], capture_output=True, check=False
    )
    store = Store(folder / "bimtek.db")
    if mounted.returncode:
        store.aside(lambda conn: conn.execute("pragma max_page_count = 300")).result()
    try:
        acknowledged, failure = fill(store)
        assert isinstance(failure, DataFileError)
        assert "penuh" in str(failure)
        assert len(acknowledged) > 5
        assert len(titles(store)) == len(acknowledged)
        store.close()
        again = Store(folder / "bimtek.db") if mounted.returncode else None
        if again is not None:
            assert len(titles(again)) == len(acknowledged)
            again.close()
    finally:
        store.close()
        if not mounted.returncode:
            subprocess.run(["umount", str(folder)], check=True)


def test_answers_and_issued_numbers_cannot_be_rewritten(store):
    for sql in ("update answer set value = 'x'", "delete from answer", "delete from certificate"):
        table = sql.split()[1] if sql.startswith("update") else sql.split()[2]
        triggers = store.db.execute(
            "select count(*) from sqlite_master where type = 'trigger' and tbl_name = ?", [table]
        ).fetchone()[0]
        assert triggers, sql


def test_closing_twice_is_harmless(tmp_path):
    store = Store(tmp_path / "x.db")
    store.close()
    store.close()


def test_after_closing_no_log_is_left_beside_the_file(tmp_path):
    store = Store(tmp_path / "x.db")
    add_kegiatan(store)
    assert titles(store)
    store.close()
    assert [p.name for p in tmp_path.iterdir()] == ["x.db"]


def test_readers_of_threads_that_are_gone_are_closed(store):
    """Each job of a Qt pool is a thread of its own to Python: a day has thousands of them."""
    add_kegiatan(store)
    assert titles(store) == ["Contoh"]

    def open_files():
        return len(list(Path("/proc/self/fd").iterdir()))

    before = open_files()
    for _turn in range(50):
        thread = threading.Thread(target=titles, args=[store])
        thread.start()
        thread.join()
    assert open_files() < before + 10


def test_backup_takes_its_turn_however_many_changes_come_behind_it(store):
    answered = threading.Event()
    held = store.submit("", lambda db: answered.wait(10))
    aside = store.aside(lambda conn: conn.execute("select count(*) from kegiatan").fetchone()[0])
    later = [store.submit("", lambda db: rows.insert(db, "kegiatan", new_id(), {})) for _n in range(1000)]
    answered.set()
    assert held.result()
    assert aside.result() == 0, "what was queued later is not in it"
    later[-1].result()


def test_change_after_closing_fails_at_once_instead_of_waiting_for_ever(tmp_path):
    store = Store(tmp_path / "x.db")
    store.close()
    for future in (store.submit("", lambda db: None), store.aside(lambda conn: None)):
        assert future.done()
        with pytest.raises(RuntimeError, match="closed"):
            future.result(timeout=0)


def test_changes_that_race_with_closing_are_stored_or_refused(tmp_path):
    for turn in range(10):
        store = Store(tmp_path / f"{turn}.db")
        with ThreadPoolExecutor(4) as pool:
            submitting = [
                pool.submit(lambda s=store: [s.submit("", lambda db: None) for _n in range(50)])
                for _t in range(4)
            ]
            store.close()
            futures = [future for batch in submitting for future in batch.result()]
        for future in futures:
            future.exception(timeout=10)  # every one of them is done


def test_file_with_a_change_half_done_outside_the_log_opens_as_it_was_before(tmp_path):
    """What a kill leaves while a backup is put in place: a journal that has to be rolled back first."""
    path, cut = tmp_path / "bimtek.db", tmp_path / "mati.db"
    with contextlib.closing(Store(path)) as store:
        for n in range(300):
            add_kegiatan(store, f"Kegiatan {n}")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("pragma journal_mode = delete")
        conn.execute("pragma cache_size = 1")
        conn.execute("begin")
        conn.execute("update kegiatan set title = 'separuh'")
        for ending in ("", "-journal"):
            shutil.copy(tmp_path / f"bimtek.db{ending}", tmp_path / f"mati.db{ending}")
        conn.execute("rollback")
    assert b"separuh" in cut.read_bytes(), "the file alone holds the half change"
    with contextlib.closing(Store(cut)) as store:
        assert titles(store) == sorted(f"Kegiatan {n}" for n in range(300))
    assert not cut.with_name("mati.db-journal").exists()


def flipped(data, chance, count):
    damaged = bytearray(data)
    for _n in range(count):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


@pytest.mark.fault
def test_file_with_flipped_bits_opens_or_is_called_damaged_and_never_crashes(tmp_path, counted):
    whole = tmp_path / "utuh.db"
    with contextlib.closing(Store(whole)) as store:
        for n in range(60):
            add_kegiatan(store, f"Kegiatan {n} " + "x" * 200)
    data, chance = whole.read_bytes(), random.Random(24)
    refused = 0
    for _turn in range(counted(40, 500)):
        path = tmp_path / "rusak.db"
        path.write_bytes(flipped(data, chance, chance.randint(1, 64)))
        try:
            Store(path).close()
        except DataFileError:
            refused += 1
        for left in tmp_path.glob("rusak.db*"):
            left.unlink()
    assert refused, "some of the damage was seen at the start"


def test_torn_page_is_seen_at_the_start_and_not_in_the_middle_of_the_day(tmp_path):
    path = tmp_path / "bimtek.db"
    with contextlib.closing(Store(path)) as store:
        for n in range(200):
            add_kegiatan(store, f"Kegiatan {n} " + "x" * 500)
    size = path.stat().st_size
    with path.open("rb+") as handle:
        handle.seek(size // 2)
        handle.write(b"\0" * 4096 * 3)
    with pytest.raises(DataFileError, match="rusak"):
        Store(path)
