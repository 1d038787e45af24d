"""The checks look at what is really there."""

from collections import namedtuple
from datetime import UTC, date, datetime, timedelta

import pytest

from bimtek.domain.text import _
from bimtek.host import disk, usb
from bimtek.host.battery import Charge
from bimtek.services import readiness
from bimtek.services.planning import NewKegiatan


def found(services):
    return {check.key: check for check in services.readiness.checks()}


def test_fresh_laptop_is_ready(services):
    checks = found(services)
    checks.pop("baterai", None)  # as this machine has it
    assert {key: check.ok for key, check in checks.items()} == {
        "modul": True,
        "disk": True,
        "cadangan": True,
        "usb": True,
        "jam": True,
    }
    assert "terpasang" in str(checks["modul"].detail)


def test_backup_is_asked_for_once_there_is_something_to_lose(services, clock):
    services.planning.create(NewKegiatan(title="Bimtek", template="malam-desa", first_day=date(2027, 3, 5)))
    assert not found(services)["cadangan"].ok
    services.backup.now(_("uji"))
    assert found(services)["cadangan"].ok
    clock.at += timedelta(hours=25)
    assert str(found(services)["cadangan"].detail) == "Dibuat 25 jam lalu."
    assert not found(services)["cadangan"].ok


def test_usb_backup_is_old_after_a_week_and_counts_only_on_a_drive(services, clock, tmp_path, monkeypatch):
    services.planning.create(NewKegiatan(title="Bimtek", template="malam-desa", first_day=date(2027, 3, 5)))
    services.backup.export(tmp_path / "di-laptop.btkbak")
    assert not found(services)["usb"].ok, "a file on the laptop itself is lost with it"
    monkeypatch.setattr(usb, "drives", lambda: [tmp_path / "usb"])
    (tmp_path / "usb").mkdir()
    services.backup.export(tmp_path / "usb")
    assert str(found(services)["usb"].detail) == "Dibuat hari ini."
    clock.at += timedelta(days=7)
    assert found(services)["usb"].ok
    clock.at += timedelta(days=1)
    assert not found(services)["usb"].ok
    assert str(found(services)["usb"].detail) == "Dibuat 8 hari lalu."


@pytest.mark.parametrize(
    ("charge", "ok", "says"),
    [
        (Charge(0.95, plugged_in=False), True, "95%. Bawa pengisi dayanya."),
        (Charge(0.4, plugged_in=False), False, "40%. Sambungkan pengisi daya sekarang."),
        (Charge(0.4, plugged_in=True), True, "40%, sedang diisi."),
    ],
)
def test_battery_says_what_to_do(services, monkeypatch, charge, ok, says):
    monkeypatch.setattr(readiness, "charge", lambda: charge)
    check = found(services)["baterai"]
    assert (check.ok, str(check.detail)) == (ok, says)


def test_without_a_battery_nothing_is_said_of_one(services, monkeypatch):
    monkeypatch.setattr(readiness, "charge", lambda: None)
    assert "baterai" not in found(services)


def test_progress_counts_to_the_whole(services):
    seen = []
    services.readiness.checks(lambda done, total: seen.append((done, total)))
    assert seen == [(n, 6) for n in range(7)]


def test_clock_before_the_build_is_doubted_until_somebody_vouches(services, clock):
    clock.at = datetime(2010, 1, 1, tzinfo=UTC)
    assert not found(services)["jam"].ok
    services.safe_clock.confirm()
    assert found(services)["jam"].ok


def test_broken_module_is_counted(services):
    (services.folder.modules / "rusak").mkdir()
    (services.folder.modules / "rusak" / "modul.toml").write_text("id = ", encoding="utf-8")
    check = found(services)["modul"]
    assert not check.ok
    assert "1 bermasalah" in str(check.detail)


def test_full_disk_says_what_to_do(services, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(disk.shutil, "disk_usage", lambda folder: usage(1, 1, 300_000_000))
    check = found(services)["disk"]
    assert not check.ok
    assert str(check.detail) == "Sisa 0,3 GB. Hapus berkas lain dahulu."


def test_disk_that_cannot_be_asked_is_no_crash(tmp_path):
    assert disk.free_bytes(tmp_path / "tidak ada") is None
