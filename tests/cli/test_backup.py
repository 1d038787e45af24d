"""`cadangkan` and `pulihkan`."""

import re

import pytest

from bimtek.app import build
from bimtek.storage.backup import inspect
from tests.services.day import planned


@pytest.fixture
def one(cli, services):
    planned(services, "Pertama")
    services.close()
    return cli


def titles(cli):
    return [row["judul"] for row in cli.ok("kegiatan", "daftar", "--json").json]


def add(cli, clock, title):
    services = build(cli.data, clock)
    planned(services, title)
    services.close()


def answers(monkeypatch, text):
    monkeypatch.setattr("click.prompt", lambda asked, **kwargs: text)


def test_backup_is_made_checked_and_listed(one):
    said = one.ok("cadangkan").out
    path = re.search(r"Cadangan dibuat dan sudah diperiksa: (.+)\n", said)[1]
    assert inspect(one.data / "cadangan" / path.rpartition("/")[2]).titles == ("Pertama",)
    listed = one.ok("pulihkan").out
    assert path in listed
    assert "diminta" in listed
    assert "1 kegiatan" in listed


def test_nothing_to_go_back_to_says_how_to_begin(cli):
    assert "cadangkan" in cli.ok("pulihkan").out


@pytest.mark.parametrize("target", ["stik", "stik/semua.btkbak"])
def test_round_trip_over_a_stick(one, clock, tmp_path, target):
    (tmp_path / "stik").mkdir()
    assert "1 kegiatan, 0 orang" in one.ok("cadangkan", tmp_path / target).out
    (made,) = (tmp_path / "stik").iterdir()
    add(one, clock, "Kedua")
    assert sorted(titles(one)) == ["Kedua", "Pertama"]
    said = one.ok("pulihkan", made, "--ya").out
    assert "Data dipulihkan: 1 kegiatan, 0 orang." in said
    assert titles(one) == ["Pertama"]
    (kept,) = (one.data / "cadangan").glob("sebelum-pulih-*.db")
    one.ok("pulihkan", kept, "--ya")
    assert sorted(titles(one)) == ["Kedua", "Pertama"]


@pytest.mark.parametrize(
    ("answer", "agreed"), [("ya", True), ("Y", True), ("tidak", False), ("", False), ("n", False)]
)
def test_question_is_answered_in_indonesian(one, clock, tmp_path, monkeypatch, answer, agreed):
    one.ok("cadangkan", tmp_path / "a.btkbak")
    add(one, clock, "Kedua")
    answers(monkeypatch, answer)
    said = one("pulihkan", tmp_path / "a.btkbak")
    assert said.code == (0 if agreed else 1)
    assert agreed or "Dihentikan." in said.err
    assert len(titles(one)) == (1 if agreed else 2)


def test_what_is_no_backup_changes_nothing(one, tmp_path):
    (tmp_path / "foto.btkbak").write_bytes(b"\x89PNG")
    assert "rusak atau bukan cadangan Bimtek" in one.refused("pulihkan", tmp_path / "foto.btkbak", "--ya")
    assert "tidak ditemukan" in one.refused("pulihkan", tmp_path / "tidak-ada.btkbak", "--ya")
    assert titles(one) == ["Pertama"]


def test_stick_that_is_gone_is_said(one, tmp_path):
    assert "Colokkan lagi flashdisk" in one.refused("cadangkan", tmp_path / "stik" / "a.btkbak")
    assert not (tmp_path / "stik").exists()


def test_damaged_data_is_said_and_a_backup_of_the_list_mends_it(one):
    path = re.search(r"diperiksa: (.+)\n", one.ok("cadangkan").out)[1]
    database = one.data / "bimtek.db"
    database.write_bytes(database.read_bytes()[:5000] + b"\xff" * 20_000)
    said = one.refused("kegiatan", "daftar")
    assert "rusak" in said
    assert "Pulihkan cadangan" in said
    assert path in one.ok("pulihkan").out
    one.ok("pulihkan", path, "--ya")
    assert titles(one) == ["Pertama"]


def test_restore_into_a_new_folder(one, tmp_path):
    one.ok("cadangkan", tmp_path / "a.btkbak")
    said = one.bare("--data", tmp_path / "laptop-baru", "pulihkan", tmp_path / "a.btkbak", "--ya")
    assert said.code == 0
    assert inspect(tmp_path / "laptop-baru" / "bimtek.db").titles == ("Pertama",)
