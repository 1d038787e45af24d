"""`modul daftar|periksa`."""

import shutil

import pytest

from bimtek.host.paths import shipped_modules

OCSEA = "memahami-ocsea"

# Slides are measured: one application for all tests of a process, as every window test wants it.
pytestmark = pytest.mark.usefixtures("qapp")


def copy_of(folder, spoil):
    shutil.copytree(shipped_modules() / OCSEA, folder)
    manifest = folder / "modul.toml"
    manifest.write_text(spoil(manifest.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def broken(text):
    return text.replace("versi", "versii", 1)


def test_shipped_modules_are_listed(cli):
    rows = cli.ok("modul", "daftar", "--json").json
    assert [set(row) for row in rows] == [{"id", "versi", "judul", "jp"}] * len(rows)
    assert OCSEA in [row["id"] for row in rows]
    assert OCSEA in cli.ok("modul", "daftar").out


def test_broken_module_of_the_user_is_named_with_how_to_look_and_stops_no_other(cli):
    copy_of(cli.data / "modul" / "rusak", broken)
    said = cli.ok("modul", "daftar").out
    assert OCSEA in said
    assert f"modul periksa {cli.data / 'modul' / 'rusak'}" in said


def test_checking_needs_no_data_and_makes_none(cli):
    cli.ok("modul", "periksa")
    assert not cli.data.exists()


def test_every_problem_is_told_with_file_and_line_and_the_code_says_so(cli, tmp_path):
    folder = copy_of(tmp_path / "rusak", broken)
    said = cli("modul", "periksa", folder)
    assert said.code == 1
    assert "rusak/modul.toml:" in said.out
    told = cli("modul", "periksa", folder, "--json")
    assert told.code == 1
    assert all(set(row) == {"modul", "berkas", "baris", "berat", "pesan"} for row in told.json)
    assert any(row["berat"] == "salah" and row["baris"] > 0 for row in told.json)


def test_advice_alone_is_no_failure(cli):
    said = cli("modul", "periksa", shipped_modules() / OCSEA, "--json")
    assert said.code == 0
    assert {row["berat"] for row in said.json} <= {"saran"}


def test_folder_that_is_no_module_is_told(cli, tmp_path):
    (tmp_path / "kosong").mkdir()
    said = cli("modul", "periksa", tmp_path / "kosong")
    assert said.code == 1
    assert "modul.toml" in said.out
