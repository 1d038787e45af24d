"""Copies set aside stay for a quarter of a year, the newest always, and never fill the disk."""

import os
from datetime import timedelta

import pytest

from bimtek.services.kept_copies import (
    BEFORE_MIGRATION,
    BEFORE_RESTORE,
    DAMAGED,
    KEEP_FOR,
    KEEP_NEWEST,
    MAX_BYTES,
    drop_old,
    kept_in,
    next_name,
)
from bimtek.services.recovery import restore
from tests.services.day import planned
from tests.services.folders import NOW, WHY, opened

MB = 1_000_000


def keep(folder, kind, at, size=0, endings=("",)):
    """Set aside a copy of this size; its bytes are never read, so the file may be hollow."""
    path = next_name(folder, kind, at)
    for ending in endings:
        with path.with_name(path.name + ending).open("wb") as file:
            file.truncate(size)
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_names_count_on_whatever_the_clock_says(tmp_path):
    first = keep(tmp_path, DAMAGED, NOW)
    second = keep(tmp_path, DAMAGED, NOW - timedelta(days=6000))
    assert (first.name, second.name) == ("rusak-20270305-013000-0001.db", "rusak-20100930-013000-0002.db")
    assert keep(tmp_path, BEFORE_RESTORE, NOW).name == "sebelum-pulih-20270305-013000-0001.db"


def test_name_that_a_left_over_part_has_taken_is_not_given_again(tmp_path):
    (tmp_path / "rusak-20270305-013000-0001.db-wal").write_bytes(b"sisa")
    assert next_name(tmp_path, DAMAGED, NOW).name.endswith("-0002.db")


@pytest.mark.parametrize("kind", [DAMAGED, BEFORE_RESTORE])
def test_what_is_older_than_a_quarter_of_a_year_goes_but_never_the_newest_three(tmp_path, kind):
    kept = [keep(tmp_path, kind, NOW + timedelta(days=n), endings=("", "-wal")) for n in range(5)]
    drop_old(tmp_path, NOW + KEEP_FOR + timedelta(days=1, hours=1))
    assert names(tmp_path) == sorted(p.name + e for p in kept[2:] for e in ("", "-wal"))
    drop_old(tmp_path, NOW + 10 * KEEP_FOR)
    assert len(kept_in(tmp_path)) == KEEP_NEWEST


def test_what_is_younger_stays_however_many_there_are(tmp_path):
    kept = [keep(tmp_path, BEFORE_RESTORE, NOW, size=MB).name for _n in range(20)]
    drop_old(tmp_path, NOW + KEEP_FOR)
    assert names(tmp_path) == kept


def test_beyond_the_cap_the_oldest_go_first_but_never_the_newest_three_of_a_kind(tmp_path):
    days = [NOW + timedelta(days=n) for n in range(6)]
    damaged = [keep(tmp_path, DAMAGED, at, size=100 * MB) for at in days]
    replaced = [keep(tmp_path, BEFORE_RESTORE, at + timedelta(hours=1), size=10 * MB) for at in days]
    drop_old(tmp_path, days[-1])
    assert 500 * MB == MAX_BYTES
    gone = {damaged[0], replaced[0], damaged[1]}  # in order of age, until 660 MB have become 450
    assert {path.name for path in [*damaged, *replaced]} - set(names(tmp_path)) == {p.name for p in gone}
    for path in replaced[1:]:
        path.write_bytes(b"")
        os.truncate(path, 900 * MB)
    drop_old(tmp_path, days[-1])
    assert names(tmp_path) == sorted(p.name for p in [*damaged[-3:], *replaced[-3:]])


def test_clock_that_was_wrong_costs_no_new_copy(tmp_path):
    keep(tmp_path, DAMAGED, NOW)
    wrong = [keep(tmp_path, DAMAGED, NOW - timedelta(days=6000)) for _n in range(KEEP_NEWEST)]
    drop_old(tmp_path, NOW)
    assert {path.name for path in wrong} <= set(names(tmp_path))


def test_copies_before_a_migration_age_by_their_file(tmp_path):
    kept = []
    for version in range(1, 6):
        kept.append(tmp_path / f"{BEFORE_MIGRATION}-{version:04d}.db")
        kept[-1].write_bytes(b"x")
        os.utime(kept[-1], (NOW.timestamp(), NOW.timestamp()))
    drop_old(tmp_path, NOW + KEEP_FOR)
    assert len(names(tmp_path)) == 5
    drop_old(tmp_path, NOW + KEEP_FOR + timedelta(seconds=1))
    assert names(tmp_path) == [path.name for path in kept[2:]]


def test_nothing_else_in_the_folder_is_touched(tmp_path):
    others = [
        "bimtek-20200101-000000-0001.db",
        "rusak-saya.db",
        "rusak-20200101-000000-0001.db.zip",
        "berkas",
    ]
    for name in others:
        (tmp_path / name).write_bytes(b"")
    drop_old(tmp_path, NOW)
    assert names(tmp_path) == sorted(others)
    assert kept_in(tmp_path) == []


def test_every_automatic_backup_drops_what_is_too_much_and_spares_what_somebody_goes_back_to(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    planned(services)
    backup, folder = services.backup.now(WHY).path, services.folder
    services.close()
    kept = []
    for _n in range(5):
        kept.append(restore(backup, folder, clock).kept)
        clock.at += timedelta(days=1)
    services = opened(tmp_path / "data", clock)
    services.backup.now(WHY)
    assert all(path.exists() for path in kept)
    clock.at += KEEP_FOR
    services.backup.now(WHY, spare=kept[0])
    assert [path.exists() for path in kept] == [True, False, True, True, True]
    services.close()
