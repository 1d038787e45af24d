"""Shipped files are found by relative names only; the data folder has a place for everything."""

import sys
from pathlib import Path

import pytest

from bimtek.domain.errors import FileTroubleError
from bimtek.host import paths
from bimtek.host.data_folder import DataFolder
from bimtek.host.paths import asset, default_data_folder, shipped_modules


@pytest.fixture(autouse=True)
def looked_for_anew():
    """Where the support files lie is looked for once a process; here, once a test."""
    paths._root.cache_clear()
    yield
    paths._root.cache_clear()


@pytest.mark.parametrize(
    "name", ["themes/tokens.json", "templat/desa-1-hari.toml", "contoh/peserta-blora.xlsx"]
)
def test_shipped_files_are_there(name):
    assert asset(name).is_file()
    assert shipped_modules().is_dir()


@pytest.mark.parametrize(
    "name", ["../pyproject.toml", "themes/../../pyproject.toml", "..", "themes/..", "/etc/passwd"]
)
def test_name_that_leaves_the_assets_is_refused(name):
    with pytest.raises(ValueError, match="not a relative asset name"):
        asset(name)


def test_missing_support_files_are_said_in_indonesian(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "bimtek" / "host" / "paths.py"))
    with pytest.raises(FileTroubleError, match="Pasang ulang"):
        asset("themes/tokens.json")


@pytest.mark.parametrize("place", ["beside the package", "inside the package", "frozen"])
def test_support_files_are_found_in_every_kind_of_installation(monkeypatch, tmp_path, place):
    root = {"inside the package": tmp_path / "bimtek" / "_data", "frozen": tmp_path / "bundel"}.get(
        place, tmp_path
    )
    (root / "assets").mkdir(parents=True)
    (root / "modules").mkdir()
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "bimtek" / "host" / "paths.py"))
    if place == "frozen":
        monkeypatch.setattr(sys, "_MEIPASS", str(root), raising=False)
    assert asset("x.json") == root / "assets" / "x.json"
    assert shipped_modules() == root / "modules"


def test_folder_beside_a_frozen_program_is_its_data(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Bimtek.exe"))
    assert default_data_folder() != tmp_path / "data-bimtek"
    (tmp_path / "data-bimtek").mkdir()
    assert default_data_folder() == tmp_path / "data-bimtek"


def test_data_of_an_installed_program_lies_in_the_users_own_place():
    assert default_data_folder().is_absolute()
    assert default_data_folder().name == "Bimtek"
    assert Path.home() in default_data_folder().parents


def test_all_folders_are_made_once_and_again(tmp_path):
    folder = DataFolder(tmp_path / "dalam" / "sekali")
    folder.create()
    folder.create()
    made = [folder.berkas, folder.backups, folder.log, folder.modules, folder.papers]
    assert all(place.is_dir() and place.parent == folder.root for place in made)
    assert not folder.database.exists()
    assert DataFolder._fields == ("root",)


def test_place_that_cannot_be_made_is_said_in_indonesian(tmp_path):
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(FileTroubleError, match="tidak dapat dibuat"):
        DataFolder(tmp_path / "berkas" / "data").create()
