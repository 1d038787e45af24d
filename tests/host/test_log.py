"""The log is local and small, and holds nothing of a person."""

import contextlib
import logging
import sqlite3
import zipfile

import pytest

from bimtek.host.log import pack_log, start_log

log = logging.getLogger("bimtek.services.uji")


@pytest.fixture(autouse=True)
def _let_go():
    yield
    root = logging.getLogger("bimtek")
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()


def test_what_the_product_says_stands_in_the_file_with_its_place(tmp_path):
    path = start_log(tmp_path)
    log.warning("backup failed: %s", "disk full")
    log.debug("nothing for a person to keep")
    text = path.read_text(encoding="utf-8")
    assert "WARNING bimtek.services.uji: backup failed: disk full" in text
    assert "nothing for" not in text


def test_nothing_is_written_while_there_is_nothing_to_say(tmp_path):
    start_log(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_second_data_folder_takes_the_log_over(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    start_log(first)
    log.warning("one")
    start_log(second)
    log.warning("two")
    assert "two" not in (first / "bimtek.log").read_text()
    assert "one" not in (second / "bimtek.log").read_text()


def test_log_never_grows_beyond_five_files_of_a_megabyte(tmp_path):
    start_log(tmp_path)
    for n in range(1500):
        log.warning("%s %s", n, "x" * 5000)
    files = list(tmp_path.iterdir())
    assert len(files) == 5
    assert all(path.stat().st_size <= 1_000_000 for path in files)
    assert "1499 x" in (tmp_path / "bimtek.log").read_text()


def fail():
    try:
        int("Siti Aminah, 3316085002900001")
    except ValueError as error:
        raise KeyError("0812 0000 0001") from error


def test_exception_leaves_its_kind_and_places_and_not_a_word_of_what_it_said(tmp_path, caplog):
    path = start_log(tmp_path)
    try:
        fail()
    except KeyError:
        log.exception("bug in task")
    text = path.read_text(encoding="utf-8")
    assert "bug in task" in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "host/test_log.py:" in text
    assert not any(word in text for word in ("Siti", "3316", "0812", str(tmp_path)))
    assert "Siti" in caplog.text, "others may still see it: a test, a developer at a terminal"


def test_what_sqlite_says_is_kept_because_it_names_columns_only(tmp_path):
    path = start_log(tmp_path)
    with contextlib.closing(sqlite3.connect(":memory:")) as conn:
        conn.execute("create table orang (phone text unique)")
        conn.execute("insert into orang values ('0812 0000 0001')")
        try:
            conn.execute("insert into orang values ('0812 0000 0001')")
        except sqlite3.IntegrityError:
            log.exception("bug in task")
    text = path.read_text(encoding="utf-8")
    assert "sqlite3.IntegrityError: UNIQUE constraint failed: orang.phone" in text
    assert "0812" not in text


def test_what_sqlite_says_of_damaged_text_is_not_kept_because_it_quotes_it(tmp_path, caplog):
    path = start_log(tmp_path)
    with contextlib.closing(sqlite3.connect(":memory:")) as conn:
        try:
            conn.execute("select cast(x'536974692033333136ff' as text) as name").fetchone()
        except sqlite3.OperationalError:
            log.exception("bug in task")
    text = path.read_text(encoding="utf-8")
    assert "sqlite3.OperationalError" in text
    assert "Siti 3316" in caplog.text
    assert "Siti" not in text


def test_packed_log_holds_every_file(tmp_path):
    path = start_log(tmp_path)
    log.warning("one")
    path.with_name("bimtek.log.1").write_text("older")
    assert pack_log(tmp_path, tmp_path / "log.zip") == 2
    with zipfile.ZipFile(tmp_path / "log.zip") as made:
        assert sorted(made.namelist()) == ["bimtek.log", "bimtek.log.1", "versi.txt"]
