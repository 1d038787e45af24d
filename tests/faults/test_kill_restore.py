"""SIGKILL while going back to a backup: the data is all of the old or all of the new, never a mixture."""

import pytest

from bimtek.app import build
from bimtek.services.recovery import preview
from bimtek.storage.backup import inspect
from tests.faults.child import killed_after, moments
from tests.services.day import people, planned

pytestmark = [pytest.mark.fault, pytest.mark.timeout(1800)]


def test_kills_leave_the_one_or_the_other_whole_and_nothing_lying_about(tmp_path, counted):
    data = tmp_path / "data"
    services = build(data)
    backups = []
    for title, count in (("Pertama", 3), ("Kedua", 40)):
        people(services, planned(services, title), count)
        backups.append(tmp_path / f"{title}.btkbak")
        services.backup.export(backups[-1])
    services.close()
    expected = [preview(backup, services.folder) for backup in backups]
    tidy = {path.name for path in data.iterdir()}
    seen = set()
    for moment in moments(counted(5, 50), 0.25):
        killed_after("tests.faults.restoring", [str(data), *map(str, backups)], moment)
        build(data).close()
        # a journal the kill left empty means nothing to SQLite, and the next restore takes it away
        assert {path.name for path in data.iterdir()} - {"bimtek.db-journal"} == tidy
        found = inspect(data / "bimtek.db")
        assert (found.counts, set(found.titles)) in [(e.counts, set(e.titles)) for e in expected]
        for kept in (data / "cadangan").glob("sebelum-pulih-*.db"):
            assert inspect(kept).counts in [e.counts for e in expected]
            kept.unlink()
        assert list((data / "cadangan").glob("rusak-*")) == []
        seen.add(len(found.titles))
    assert counted(0, 1) == 0 or seen == {1, 2}, "the kills came before and after a change of data"
