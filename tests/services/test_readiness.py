"""The checks look at what is really there."""

from collections import namedtuple
from datetime import UTC, date, datetime, timedelta

from bimtek.domain.text import _
from bimtek.host import disk
from bimtek.services.planning import NewKegiatan


def found(services):
    return {check.key: check for check in services.readiness.checks()}


def test_fresh_laptop_is_ready(services):
    checks = found(services)
    assert {key: check.ok for key, check in checks.items()} == {
        "modul": True,
        "disk": True,
        "cadangan": True,
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
