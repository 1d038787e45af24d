"""A data file of an earlier build is brought up to date with everything in it, and a copy is kept."""

import contextlib
import sqlite3

import pytest
from sqlite_utils import Database

from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.migrations import migrations
from bimtek.storage.store import Store

AT = "2027-03-05T01:30:00.000000Z"


@pytest.fixture
def old(tmp_path):
    """The connection to a file as the first build left it, with one kegiatan in it."""
    path = tmp_path / "bimtek.db"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as conn:
        migrations.apply(Database(conn), stop_before="0002_codes_of_the_office")
        conn.execute(
            "insert into kegiatan (id, title, code, zone, created_at, changed_at)"
            " values ('k', 'Bimtek', 'OC', 'WIB', ?, ?)",
            [AT, AT],
        )
        yield conn


def opened(tmp_path):
    return contextlib.closing(Store(tmp_path / "bimtek.db"))


def test_kegiatan_of_an_earlier_build_has_no_codes_of_the_office_yet(old, tmp_path):
    with opened(tmp_path) as store:
        found = KegiatanRepository(store).get("k")
    assert (found.title, found.code, found.classification, found.office_code) == ("Bimtek", "OC", "", "")
    assert (tmp_path / "cadangan" / "sebelum-migrasi-0001.db").exists()
