"""Going back brings the backup, keeps what was there, and changes nothing when it cannot."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from bimtek.domain.errors import BimtekError, DamagedFileError, DataFileError, FileTroubleError
from bimtek.host.data_folder import DataFolder
from bimtek.host.files import sweep
from bimtek.services import recovery
from bimtek.services.backup import backups_in
from bimtek.services.recovery import is_whole, restore, start_empty
from bimtek.storage.backup import inspect
from tests.clock import MovableClock
from tests.faults.damage import KINDS, break_table, overwrite_pages
from tests.host.io_faults import Faults, calls_of, error_of, failing, some
from tests.services.day import people, planned
from tests.services.folders import NOW, WHY, as_it_was, opened, titles

LOGO = Path("assets/contoh/logo-contoh-kantor.png")


def test_going_back_keeps_what_was_there_and_going_back_to_that_brings_it_again(tmp_path):
    folder = DataFolder(tmp_path / "data")
    services = opened(folder.root)
    planned(services, "Lama")
    old = services.backup.now(WHY).path
    planned(services, "Baru")
    services.close()
    for _turn in range(2):  # twice within one second of the clock: the first copy stays
        restore(old, folder, MovableClock(NOW))
    services = opened(folder.root)
    assert titles(services) == ["Lama"]
    services.close()
    first, second = sorted(folder.backups.glob("sebelum-pulih-*.db"))
    restore(first, folder, MovableClock(NOW))
    services = opened(folder.root)
    assert titles(services) == ["Baru", "Lama"]
    services.close()
    assert inspect(second).titles == ("Lama",)


def test_data_left_by_a_power_cut_loses_nothing_on_the_way_out_and_back(tmp_path):
    """Its latest changes stand in the log beside the file only."""
    services = opened(tmp_path / "data")
    planned(services, "Lama")
    backup = services.backup.now(WHY).path
    planned(services, "Terakhir")
    cut = DataFolder(tmp_path / "mati")
    shutil.copytree(tmp_path / "data", cut.root)
    services.close()
    assert cut.database.with_name("bimtek.db-wal").stat().st_size
    shutil.copytree(cut.root, tmp_path / "salinan")
    restore(backup, cut, MovableClock(NOW))
    kept = next(cut.backups.glob("sebelum-pulih-*.db"))
    assert sorted(inspect(kept).titles) == ["Lama", "Terakhir"]
    restore(kept, cut, MovableClock(NOW))
    assert sorted(inspect(cut.database).titles) == ["Lama", "Terakhir"]
    restore(tmp_path / "salinan" / "bimtek.db", DataFolder(tmp_path / "ketiga"), MovableClock(NOW))
    assert sorted(inspect(tmp_path / "ketiga" / "bimtek.db").titles) == ["Lama", "Terakhir"]


def test_copy_of_the_present_data_never_meets_a_part_that_a_kill_left_under_its_name(tmp_path):
    services = opened(tmp_path / "data")
    planned(services, "Lama")
    backup = services.backup.now(WHY).path
    planned(services, "Baru")
    services.close()
    folder = DataFolder(tmp_path / "data")
    stale = folder.backups / "sebelum-pulih-20270305-013000-0001.db-wal"
    stale.write_bytes(b"sisa")
    restore(backup, folder, MovableClock(NOW))
    (kept,) = folder.backups.glob("sebelum-pulih-*.db")
    assert kept.name == "sebelum-pulih-20270305-013000-0002.db"
    assert sorted(inspect(kept).titles) == ["Baru", "Lama"]
    assert stale.read_bytes() == b"sisa"


def test_damaged_data_is_replaced_and_kept_in_all_its_parts(tmp_path):
    services = opened(tmp_path / "data")
    planned(services, "Lama")
    backup = services.backup.now(WHY).path
    services.close()
    folder = DataFolder(tmp_path / "data")
    damaged = {"": b"rusak" * 2000, "-wal": b"catatan"}
    for ending, content in damaged.items():
        folder.root.joinpath(f"bimtek.db{ending}").write_bytes(content)
    kept = restore(backup, folder, MovableClock(NOW)).kept
    assert kept.name == "rusak-20270305-013000-0001.db"
    assert {end: kept.with_name(kept.name + end).read_bytes() for end in damaged} == damaged
    services = opened(folder.root)
    assert titles(services) == ["Lama"]
    services.close()


@pytest.mark.fault
def test_restore_drills_give_equal_counts(tmp_path, counted):
    chance = random.Random(35)
    services = opened(tmp_path / "data")
    expected = {}
    for drill in range(counted(3, 50)):
        kegiatan = planned(services, f"Kegiatan {drill}")
        people(services, kegiatan, chance.randint(0, 4))
        if chance.random() < 0.5:
            target = tmp_path / f"{drill}.btkbak"
            expected[target] = services.backup.export(target)
        else:
            made = services.backup.now(WHY)
            target = shutil.copy(made.path, tmp_path / f"{drill}.db")
            expected[Path(target)] = made.contents
    services.close()
    for target, contents in sorted(expected.items(), key=lambda _item: chance.random()):
        assert restore(target, DataFolder(tmp_path / "data"), MovableClock(NOW)).contents == contents
        assert inspect(tmp_path / "data" / "bimtek.db") == contents


def newer(path):
    conn = sqlite3.connect(path)
    with conn:
        conn.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('bimtek', '9999_x', '')"
        )
    conn.close()


def foreign(path):
    path.unlink()
    conn = sqlite3.connect(path)
    with conn:
        conn.execute("create table resep (id text)")
    conn.close()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda p: p.write_bytes(b""), "rusak atau bukan cadangan"),
        (lambda p: p.write_bytes(b"halo" * 5000), "rusak atau bukan cadangan"),
        (lambda p: p.write_bytes(p.read_bytes()[:20_000]), "rusak atau bukan cadangan"),
        (lambda p: p.write_bytes(p.read_bytes()[:8192] + b"\xaa" * 30_000), "rusak atau bukan cadangan"),
        (foreign, "rusak atau bukan cadangan"),
        (newer, "versi lebih baru"),
        (lambda p: p.unlink(), "tidak ditemukan"),
    ],
)
def test_backup_that_cannot_be_believed_changes_nothing(tmp_path, spoil, words):
    services = opened(tmp_path / "data")
    planned(services)
    source = tmp_path / "cadangan.db"
    shutil.copy(services.backup.now(WHY).path, source)
    services.close()
    spoil(source)
    before = as_it_was(tmp_path / "data")
    with pytest.raises(BimtekError, match=words) as refused:
        restore(source, DataFolder(tmp_path / "data"), MovableClock(NOW))
    assert isinstance(refused.value, DataFileError | FileTroubleError)
    assert as_it_was(tmp_path / "data") == before


@pytest.mark.fault
@pytest.mark.parametrize("lasting", [True, False], ids=["disk gone", "one failure"])
def test_restore_that_fails_at_any_call_leaves_the_old_or_the_new_data(tmp_path, counted, lasting):
    services = opened(tmp_path / "asal")
    planned(services, "Lama")
    source = tmp_path / "lama.btkbak"
    services.letterheads.add_picture(LOGO)
    services.backup.export(source)
    planned(services, "Baru")
    services.close()
    folder = DataFolder(tmp_path / "data")
    shutil.copytree(tmp_path / "asal", folder.root)
    total = calls_of(lambda: restore(source, folder, MovableClock(NOW)))
    for fail_at in some(total, counted(20, 200)):
        shutil.rmtree(folder.root)
        shutil.copytree(tmp_path / "asal", folder.root)
        with failing(Faults(fail_at, lasting=lasting)):
            error = error_of(lambda: restore(source, folder, MovableClock(NOW)))
        assert error is None or isinstance(error, FileTroubleError | DataFileError), repr(error)
        sweep(folder.root)
        found = sorted(inspect(folder.database).titles)
        assert found in (["Lama"], ["Baru", "Lama"])
        assert error is not None or found == ["Lama"]
        restore(source, folder, MovableClock(NOW))
        assert inspect(folder.database).titles == ("Lama",)


# --- damaged data --------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    """Data with one backup that holds "Lama", and "Baru" made after it."""
    services = opened(tmp_path / "data")
    planned(services, "Lama")
    services.backup.now(WHY)
    planned(services, "Baru")
    services.close()
    return services.folder


def parts_of(path):
    return {p.name[len(path.name) :]: p.read_bytes() for p in path.parent.glob(f"{path.name}*")}


@pytest.mark.parametrize("damage", KINDS, ids=lambda kind: kind.__name__)
def test_whatever_was_done_to_the_data_it_is_kept_to_the_byte_and_a_backup_takes_its_place(folder, damage):
    damage(folder.database, random.Random(3))
    before = parts_of(folder.database)
    (backup,) = backups_in(folder)
    restored = restore(backup.path, folder, MovableClock(NOW))
    assert restored.contents == backup.contents
    assert titles_in(folder) == ["Lama"]
    if restored.kept is None:
        assert before == {}
    elif restored.kept.name.startswith("rusak"):
        assert parts_of(restored.kept) == before
    else:
        assert inspect(restored.kept).counts["kegiatan"] == 2, "SQLite saw no damage in it"


def titles_in(folder):
    services = opened(folder.root)
    found = titles(services)
    services.close()
    return found


def test_log_of_lost_data_never_meets_the_backup(folder):
    """A cleaner took the file and left its log: its changes would be worked into the new one."""
    services = opened(folder.root)
    planned(services, "Di catatan")
    log = folder.database.with_name("bimtek.db-wal").read_bytes()
    services.close()
    folder.database.unlink()
    folder.database.with_name("bimtek.db-wal").write_bytes(log)
    kept = restore(backups_in(folder)[0].path, folder, MovableClock(NOW)).kept
    assert titles_in(folder) == ["Lama"]
    assert parts_of(kept) == {"-wal": log}


def test_data_that_the_disk_no_longer_gives_back_is_kept_under_another_name(folder, monkeypatch):
    content = folder.database.read_bytes()
    unreadable = {folder.database}
    monkeypatch.setattr(recovery, "_is_readable", lambda path: path not in unreadable)
    kept = restore(backups_in(folder)[0].path, folder, MovableClock(NOW)).kept
    assert kept.name.startswith("rusak-")
    assert kept.read_bytes() == content
    assert titles_in(folder) == ["Lama"]


def test_data_of_a_newer_bimtek_is_not_called_damaged(folder):
    newer(folder.database)
    kept = restore(backups_in(folder)[0].path, folder, MovableClock(NOW)).kept
    assert kept.name.startswith("sebelum-pulih-")


@pytest.mark.parametrize("damage", KINDS, ids=lambda kind: kind.__name__)
def test_beginning_with_nothing_keeps_the_data_as_well(folder, damage):
    damage(folder.database, random.Random(5))
    before = parts_of(folder.database)
    begun = start_empty(folder, MovableClock(NOW))
    assert titles_in(folder) == []
    assert begun.contents.counts["kegiatan"] == 0
    if begun.kept is not None and begun.kept.name.startswith("rusak"):
        assert parts_of(begun.kept) == before


def test_beginning_with_nothing_keeps_sound_data_too(folder):
    kept = start_empty(folder, MovableClock(NOW)).kept
    restore(kept, folder, MovableClock(NOW))
    assert titles_in(folder) == ["Baru", "Lama"]


def test_backup_that_was_damaged_since_is_not_whole(folder):
    (backup,) = backups_in(folder)
    assert is_whole(backup)
    content = backup.path.read_bytes()
    overwrite_pages(backup.path, random.Random(1))
    assert not is_whole(backup)
    backup.path.unlink()
    assert not is_whole(backup)
    backup.path.write_bytes(content)
    assert is_whole(backup)


def test_backup_of_something_else_under_its_name_is_not_whole(folder):
    (backup,) = backups_in(folder)
    shutil.copy(folder.database, backup.path)
    assert not is_whole(backup)


def test_data_that_turns_out_damaged_while_it_is_backed_up_is_said_to_be(folder):
    services = opened(folder.root)
    break_table(folder.database, "orang")
    with pytest.raises(DamagedFileError, match="Sebagian berkas data rusak"):
        services.backup.now(WHY)
    with pytest.raises(DamagedFileError, match="Sebagian berkas data rusak"):
        services.backup.export(folder.root)
    assert len(services.backup.list()) == 1
    services.close()


@pytest.mark.parametrize("lost", [lambda p: p.unlink(), lambda p: p.write_bytes(b"")], ids=["gone", "empty"])
def test_bimtek_never_begins_anew_beside_its_backups(folder, lost):
    lost(folder.database)
    with pytest.raises(DamagedFileError, match="hilang atau kosong"):
        opened(folder.root)
    restore(backups_in(folder)[0].path, folder, MovableClock(NOW))
    assert titles_in(folder) == ["Lama"]
