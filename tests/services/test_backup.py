"""Backups are made in time, kept by rule, whole or not there, and good for going back."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bimtek.domain.errors import DataFileError, FileTroubleError
from bimtek.host.data_folder import DataFolder
from bimtek.host.files import sweep
from bimtek.services.backup import (
    DAILY,
    KEEP_ALL_FOR,
    KEEP_NEWEST,
    MONTHLY,
    WEEKLY,
    BackupInfo,
    _worth_keeping,
)
from bimtek.services.recovery import preview, restore
from bimtek.services.registration import NewPerson
from bimtek.storage.backup import Contents, inspect
from tests.clock import MovableClock
from tests.counts import sampled
from tests.host.io_faults import Faults, calls_of, error_of, failing, some
from tests.services.day import people, planned
from tests.services.folders import NOW, WHY, as_it_was, opened

LOGO = Path("assets/contoh/logo-contoh-kantor.png")


# --- when ---------------------------------------------------------------------------------------


def test_backup_is_due_once_something_changed_and_again_a_quarter_of_an_hour_later(services, clock):
    assert not services.backup.due(), "nothing changed yet"
    kegiatan = planned(services)
    assert services.backup.due(), "there is none"
    services.backup.now(WHY)
    assert not services.backup.due()
    people(services, kegiatan, 1)
    clock.at += timedelta(minutes=14, seconds=59)
    assert not services.backup.due()
    clock.at += timedelta(seconds=1)
    assert services.backup.due()
    services.backup.now(WHY)
    clock.at += timedelta(hours=5)
    assert not services.backup.due(), "nothing changed since"


def test_clock_that_went_back_does_not_stop_backups(services, clock):
    planned(services)
    services.backup.now(WHY)
    planned(services, "Kedua")
    clock.at -= timedelta(days=4000)
    assert services.backup.due()
    services.backup.now(WHY)
    assert set(services.backup.list()[0].contents.titles) == {"Bimtek OCSEA", "Kedua"}
    assert services.backup.age() == timedelta(0)


def test_change_during_a_backup_makes_the_next_one_due(services, clock, monkeypatch):
    kegiatan = planned(services)
    real = services.backup._keep_files

    def meanwhile():
        people(services, kegiatan, 1)
        real()

    monkeypatch.setattr(services.backup, "_keep_files", meanwhile)
    services.backup.now(WHY)
    clock.at += timedelta(minutes=15)
    assert services.backup.due()


def test_closing_attendance_and_closing_a_test_make_one(services):
    kegiatan = planned(services)
    services.attendance.close_session(kegiatan.id, kegiatan.sessions[0].id)
    services.quizzes.prepare(kegiatan, seed=1)
    for item in services.quizzes.rounds(kegiatan.id).values():
        services.quizzes.close(services.quizzes.open(item))
    assert [b.reason for b in services.backup.list()] == ["tes ditutup", "tes ditutup", "absensi ditutup"]


def test_age_is_that_of_the_newest_and_nothing_without_any(services, clock):
    assert services.backup.age() is None
    services.backup.now(WHY)
    clock.at += timedelta(minutes=12)
    assert services.backup.age() == timedelta(minutes=12)


# --- what it holds ------------------------------------------------------------------------------


def test_backup_says_when_why_and_what_it_holds(services, clock):
    people(services, planned(services), 3)
    info = services.backup.now(WHY)
    assert services.backup.list() == [info]
    assert (info.made_at, info.reason, info.serial) == (clock.at, "diminta", 1)
    assert info.contents.titles == ("Bimtek OCSEA",)
    assert (info.contents.counts["kegiatan"], info.contents.counts["orang"]) == (1, 3)
    assert inspect(info.path) == info.contents
    assert sorted(p.suffix for p in info.path.parent.iterdir()) == [".db", ".json"]


def test_two_backups_in_one_second_are_two(services):
    planned(services)
    first, second = services.backup.now(WHY), services.backup.now(WHY)
    assert first.path != second.path
    assert services.backup.list() == [second, first]


@pytest.mark.parametrize(
    "note", ["", "{", "[]", "null", '{"urut": "satu"}', '{"isi": 3, "kegiatan": 4, "jurnal": 0}', "\xff"]
)
def test_backup_whose_note_is_damaged_is_left_out_and_disturbs_no_other(services, note):
    services.backup.now(WHY)
    good = services.backup.now(WHY)
    other = services.backup.list()[1]
    found = json.loads(other.path.with_suffix(".json").read_text()) | (
        json.loads(note) if note.startswith("{") and note.endswith("}") else {}
    )
    other.path.with_suffix(".json").write_text(
        json.dumps(found) if note.endswith("}") else note, encoding="latin-1"
    )
    assert services.backup.list() == [good]
    assert services.backup.now(WHY).serial == 3


def test_backup_without_its_file_is_left_out(services):
    info = services.backup.now(WHY)
    info.path.unlink()
    assert services.backup.list() == []


def test_lost_or_altered_picture_does_not_stop_backups(services, tmp_path):
    kept = services.letterheads.add_picture(LOGO)
    lost = services.letterheads.add_picture(Path("assets/contoh/logo-contoh-yayasan.png"))
    services.folder.berkas.joinpath(lost[:2], lost).write_bytes(b"rusak")
    services.backup.now(WHY)
    assert [p.name for p in services.folder.backups.rglob("*") if len(p.name) == 64] == [kept]
    services.backup.export(tmp_path / "semua.btkbak")
    restore(tmp_path / "semua.btkbak", DataFolder(tmp_path / "baru"), MovableClock(NOW))
    assert {p.name for p in (tmp_path / "baru" / "berkas").rglob("*") if p.is_file()} == {kept}


# --- which are kept -----------------------------------------------------------------------------


def info(serial, made_at):
    return BackupInfo(Path(f"{serial}.db"), made_at, "", serial, Contents({}, (), 0))


def kept_after(moments):
    """Rotate after every backup, as the product does; returns what is left, newest first."""
    kept: list[BackupInfo] = []
    for serial, now in enumerate(moments, start=1):
        newest_first = [info(serial, now), *kept]
        worth = _worth_keeping(newest_first, now)
        kept = [b for b in newest_first if b in worth]
    return kept


def test_a_year_of_backups_leaves_one_a_day_a_week_a_month():
    moments = [NOW + timedelta(hours=6 * n) for n in range(4 * 365)]
    kept = kept_after(moments)
    last = moments[-1]
    assert [b.made_at for b in kept[:5]] == [last - timedelta(hours=6 * n) for n in range(5)]
    days = {f"{b.made_at:%Y-%m-%d}" for b in kept}
    assert {f"{last - timedelta(days=n):%Y-%m-%d}" for n in range(DAILY)} <= days
    weeks = {f"{b.made_at:%G-%V}" for b in kept}
    assert {f"{last - timedelta(weeks=n):%G-%V}" for n in range(WEEKLY)} <= weeks
    assert len({f"{b.made_at:%Y-%m}" for b in kept}) >= MONTHLY
    assert len(kept) <= 5 + DAILY + WEEKLY + MONTHLY


gaps = st.one_of(
    st.timedeltas(timedelta(0), timedelta(hours=2)),
    st.timedeltas(timedelta(hours=2), timedelta(days=40)),
    st.timedeltas(timedelta(days=-6000), timedelta(0)),  # the clock was set back
    st.timedeltas(timedelta(days=300), timedelta(days=4000)),  # or far ahead
)


@settings(max_examples=sampled(50, 300), deadline=None)
@given(st.lists(gaps, min_size=1, max_size=60))
def test_whatever_the_clock_does_the_newest_stay_and_their_number_is_bounded(steps):
    moments, now = [], NOW
    for step in steps:
        now = max(now + step, datetime(1990, 1, 1, tzinfo=UTC))
        moments.append(now)
    kept = kept_after(moments)
    assert [b.serial for b in kept[:KEEP_NEWEST]] == list(range(len(steps), 0, -1))[:KEEP_NEWEST]
    recent = [b for b in kept if abs(b.made_at - now) <= KEEP_ALL_FOR]
    assert len(kept) <= KEEP_NEWEST + len(recent) + DAILY + WEEKLY + MONTHLY
    assert {n for n, at in enumerate(moments, start=1) if at == now and n == len(steps)} <= {
        b.serial for b in kept
    }


def test_backups_dated_in_the_future_by_a_wrong_clock_do_not_pile_up():
    wrong = [NOW + timedelta(days=3000, minutes=15 * n) for n in range(90)]
    right = [NOW + timedelta(hours=n) for n in range(24 * 20)]
    assert len(kept_after(wrong + right)) < 30 + DAILY + WEEKLY + MONTHLY


def test_old_ones_leave_the_disk_but_never_the_one_somebody_goes_back_to(services, clock):
    for _n in range(40):
        services.backup.now(WHY)
        clock.at += timedelta(days=1)
    left = services.backup.list()
    assert len(left) < 40
    files = {p.name for p in services.folder.backups.iterdir() if p.is_file()}
    assert files == {f"{b.path.stem}{s}" for b in left for s in (".db", ".json")}
    doomed = next(b for b in left if b not in _worth_keeping([info(99, clock.at), *left], clock.at))
    services.backup.now(WHY, spare=doomed.path)
    assert doomed in services.backup.list()
    services.backup.now(WHY)
    assert doomed not in services.backup.list()


# --- out and back -------------------------------------------------------------------------------


@pytest.fixture
def filled(services):
    kegiatan = planned(services)
    people(services, kegiatan, 5)
    letterhead = kegiatan.letterhead.__class__(logos=(services.letterheads.add_picture(LOGO),))
    services.planning.set_letterhead(kegiatan, letterhead).result()
    return services.planning.get(kegiatan.id)


def everything(services, kegiatan):
    logo = kegiatan.letterhead.logos[0]
    return (
        services.planning.get(kegiatan.id),
        services.registration.of_kegiatan(kegiatan.id),
        services.letterheads.read(logo),
        services.settings.get("kop"),
    )


@pytest.mark.parametrize("target", ["stik", "stik/data.btkbak"])
def test_one_file_brings_everything_to_another_laptop(services, filled, tmp_path, target):
    (tmp_path / "stik").mkdir()
    contents = services.backup.export(tmp_path / target)
    (made,) = (tmp_path / "stik").iterdir()
    assert made.suffix == ".btkbak"
    assert preview(made, services.folder) == contents
    assert restore(made, DataFolder(tmp_path / "lain"), MovableClock(NOW)).contents == contents
    other = opened(tmp_path / "lain")
    try:
        assert everything(other, filled) == everything(services, filled)
    finally:
        other.close()


def test_automatic_backup_brings_everything_back_with_its_pictures(services, filled, tmp_path):
    made = services.backup.now(WHY)
    shutil.copytree(services.folder.backups, tmp_path / "stik")
    restore(tmp_path / "stik" / made.path.name, DataFolder(tmp_path / "lain"), MovableClock(NOW))
    other = opened(tmp_path / "lain")
    try:
        assert everything(other, filled) == everything(services, filled)
    finally:
        other.close()


def test_export_to_a_stick_that_is_gone_says_so_and_makes_no_folder(services, tmp_path):
    with pytest.raises(FileTroubleError, match="Colokkan lagi flashdisk"):
        services.backup.export(tmp_path / "stik" / "data.btkbak")
    assert not (tmp_path / "stik").exists()


# --- faults -------------------------------------------------------------------------------------


@pytest.mark.fault
@pytest.mark.parametrize("lasting", [True, False], ids=["drive gone", "one failure"])
def test_export_that_fails_at_any_call_leaves_no_half_file_and_can_be_repeated(
    services, filled, tmp_path, counted, lasting
):
    target = tmp_path / "stik" / "data.btkbak"
    target.parent.mkdir()
    total = calls_of(lambda: services.backup.export(target))
    whole = preview(target, services.folder)
    before = as_it_was(services.folder.root)
    for fail_at in some(total, counted(20, 200)):
        target.unlink(missing_ok=True)
        with failing(Faults(fail_at, lasting=lasting)):
            error = error_of(lambda: services.backup.export(target))
        assert error is None or isinstance(error, FileTroubleError | DataFileError), repr(error)
        for place in (target.parent, services.folder.root):
            sweep(place)
        assert as_it_was(services.folder.root) == before, "the source is untouched"
        assert [p.name for p in target.parent.iterdir()] in ([], [target.name])
        assert error is not None or target.exists()
        if target.exists():
            assert preview(target, services.folder) == whole
    services.backup.export(target)
    assert preview(target, services.folder) == whole


@pytest.mark.fault
@pytest.mark.parametrize("lasting", [True, False], ids=["disk gone", "one failure"])
def test_automatic_backup_that_fails_at_any_call_is_listed_whole_or_not_at_all(
    services, filled, counted, lasting
):
    total = calls_of(lambda: services.backup.now(WHY))
    for fail_at in some(total, counted(20, 200)):
        shutil.rmtree(services.folder.backups)
        services.folder.backups.mkdir()
        with failing(Faults(fail_at, lasting=lasting)):
            error = error_of(lambda: services.backup.now(WHY))
        assert error is None or isinstance(error, FileTroubleError | DataFileError), repr(error)
        listed = services.backup.list()
        assert error is not None or len(listed) == 1
        assert all(inspect(b.path) == b.contents for b in listed)
        assert {p.stem for p in services.folder.backups.glob("*.db")} == {b.path.stem for b in listed}
    services.registration.add(filled.id, NewPerson(raw_name="Sesudah"))
    assert services.backup.now(WHY).contents.counts["orang"] == 6
