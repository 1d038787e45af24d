"""SIGKILL while a data file is made or migrated: it is all of the old or all of the new."""

import contextlib
import shutil
import sqlite3

import pytest

from bimtek.domain.errors import DataFileError
from bimtek.storage.store import Store
from tests.faults.child import finished, killed_after, moments
from tests.storage.day import kegiatan_in, people_in

pytestmark = [pytest.mark.fault, pytest.mark.timeout(1800)]
PEOPLE = 3000


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "lama.db"
    with contextlib.closing(Store(path)) as store:
        kegiatan_in(store)
        people_in(store, PEOPLE)
    return path


def state(path):
    """("baru", rows of the new column, rows of the new table) or ("lama", rows)."""
    with contextlib.closing(sqlite3.connect(path)) as conn:
        assert conn.execute("pragma integrity_check").fetchone()[0] == "ok"
        people = conn.execute("select count(*) from orang").fetchone()[0]
        columns = [row[1] for row in conn.execute("pragma table_info(orang)")]
        table = conn.execute("select count(*) from sqlite_master where name = 'uji'").fetchone()[0]
        if "uji" not in columns:
            assert table == 0
            return ("lama", people)
        filled = conn.execute("select count(*) from orang where uji = name").fetchone()[0]
        return ("baru", filled, conn.execute("select count(*) from uji").fetchone()[0])


def test_kills_in_a_migration_leave_the_old_or_the_new_schema(old, tmp_path, counted):
    path = tmp_path / "cadangan" / "bimtek.db"
    path.parent.mkdir()
    shutil.copy(old, path)
    whole = finished("tests.faults.migrating", [str(path)])
    assert state(path) == ("baru", PEOPLE, PEOPLE)
    seen = set()
    for moment in moments(counted(5, 50), whole):
        for left in path.parent.glob("bimtek.db*"):
            left.unlink()
        shutil.copy(old, path)
        killed_after("tests.faults.migrating", [str(path)], moment)
        found = state(path)
        assert found in (("lama", PEOPLE), ("baru", PEOPLE, PEOPLE))
        seen.add(found[0])
        if found[0] == "lama":
            Store(path).close()  # this program opens it as if nothing had been
        else:
            with pytest.raises(DataFileError, match="versi lebih baru"):
                Store(path)
    copies = list((path.parent / "cadangan").glob("sebelum-migrasi-*.db"))
    assert [state(copy) for copy in copies] == [("lama", PEOPLE)]
    assert counted(0, 1) == 0 or seen == {"lama", "baru"}


def test_kills_while_a_file_is_made_leave_one_that_opens(tmp_path, counted):
    for turn, moment in enumerate(moments(counted(5, 50), 0.05)):
        path = tmp_path / f"{turn}.db"
        killed_after("tests.faults.migrating", [str(path)], moment)
        with contextlib.suppress(DataFileError):  # it was finished: then it is a newer program's
            Store(path).close()
            assert path.stat().st_size
