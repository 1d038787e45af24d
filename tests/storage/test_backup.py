"""Copies of the data file hold whole changes only, and are believed after every page was looked at."""

import contextlib
import shutil
import sqlite3
import threading

import pytest

from bimtek.domain.errors import DataFileError
from bimtek.storage import rows
from bimtek.storage.backup import copy_data_file, fold_log, inspect
from bimtek.storage.store import Store, new_id
from tests.storage.day import kegiatan_in, people_in


def test_copy_tells_what_it_holds(store, tmp_path):
    kegiatan_in(store)
    people_in(store, 3)
    copy_data_file(store, tmp_path / "salinan.db").result()
    found = inspect(tmp_path / "salinan.db")
    assert found.titles == ("Bimtek",)
    assert {t: n for t, n in found.counts.items() if n} == {"kegiatan": 1, "orang": 3, "keikutsertaan": 3}
    assert found.journal == store.db.execute("select max(seq) from perubahan").fetchone()[0]


def test_copy_made_while_others_write_holds_whole_changes_only(store, tmp_path):
    """Every change writes two rows; a copy never holds one of them alone."""
    stop = threading.Event()

    def pair(db):
        rows.insert(db, "kegiatan", new_id(), {"title": "a"})
        rows.insert(db, "kegiatan", new_id(), {"title": "b"})

    def write():
        while not stop.is_set():
            store.write("", pair)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(10):
            copy_data_file(store, tmp_path / f"{n}.db").result()
    finally:
        stop.set()
        writer.join()
    for n in range(10):
        titles = sorted(inspect(tmp_path / f"{n}.db").titles)
        assert titles.count("a") == titles.count("b")


def test_copy_is_one_file(store, tmp_path):
    kegiatan_in(store)
    copy_data_file(store, tmp_path / "dalam.db").result()
    inspect(tmp_path / "dalam.db")
    assert [p.name for p in tmp_path.glob("dalam*")] == ["dalam.db"]


def test_removed_kegiatan_is_counted_and_not_named(store, tmp_path):
    made = kegiatan_in(store)
    store.write("hapus", lambda db: rows.remove(db, "kegiatan", made.id))
    copy_data_file(store, tmp_path / "x.db").result()
    assert (inspect(tmp_path / "x.db").titles, inspect(tmp_path / "x.db").counts["kegiatan"]) == ((), 1)


def test_disk_that_refuses_the_copy_is_said_in_words(store, tmp_path):
    with pytest.raises(DataFileError, match="tidak dapat dibuka"):
        copy_data_file(store, tmp_path / "tidak" / "ada.db").result()
    kegiatan_in(store)


@pytest.fixture
def left_open(tmp_path):
    """A data file as a power cut leaves it: the latest change stands in the log beside it."""
    with contextlib.closing(Store(tmp_path / "asal.db")) as store:
        kegiatan_in(store)
        for ending in ("", "-wal"):
            shutil.copy(tmp_path / f"asal.db{ending}", tmp_path / f"mati.db{ending}")
    return tmp_path / "mati.db"


def test_folding_brings_the_log_into_the_file(left_open):
    assert fold_log(left_open)
    assert [p.name for p in left_open.parent.glob("mati*")] == ["mati.db"]
    assert inspect(left_open).titles == ("Bimtek",)


def test_folding_what_is_no_database_changes_nothing(tmp_path):
    (tmp_path / "x.db").write_bytes(b"rusak" * 1000)
    assert not fold_log(tmp_path / "x.db")
    assert (tmp_path / "x.db").read_bytes() == b"rusak" * 1000


def test_folding_what_is_in_use_is_refused_in_words(store, monkeypatch):
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **given: real(path, **{**given, "timeout": 0.1}))
    kegiatan_in(store)
    with pytest.raises(DataFileError, match="sedang dipakai program lain"):
        fold_log(store.path)
    assert store.db.execute("select count(*) from kegiatan").fetchone()[0] == 1
