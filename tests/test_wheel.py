"""The wheel holds everything: installed elsewhere, it lists modules and finds its assets."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.tree import ROOT

BUILT = ("bimtek", "assets", "modules", "README.md", "LICENSE", "pyproject.toml")


def run(*command: str, folder: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, timeout=240,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Built from a copy of what belongs in it, with the tools at hand and no network."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in BUILT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", "dist", ".", folder=folder)
    (built,) = (folder / "dist").glob("bimtek-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The wheel alone in a folder; its dependencies come from the environment of the tests."""
    target = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target),
        str(wheel), folder=target)  # fmt: skip
    return target


def test_it_carries_the_licence_and_the_notices_of_others(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    for notice in ("icons/LICENSE", "fonts/plus-jakarta-sans/OFL.txt", "wilayah/LICENSE-ODbL-1.0.md"):
        assert f"bimtek/_data/assets/{notice}" in names


def test_it_carries_every_asset_and_module(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    kept = [
        p.relative_to(ROOT) for top in ("assets", "modules") for p in (ROOT / top).rglob("*") if p.is_file()
    ]
    assert [str(p) for p in kept if f"bimtek/_data/{p.as_posix()}" not in names] == []
    assert kept


def test_installed_elsewhere_it_lists_its_modules(installed, tmp_path):
    listed = run(
        sys.executable, "-m", "bimtek", "--data", str(tmp_path / "data"), "modul", "daftar",
        folder=tmp_path, PYTHONPATH=str(installed),
    )  # fmt: skip
    assert "memahami-ocsea" in listed


def test_installed_elsewhere_it_opens_its_assets(installed, tmp_path):
    code = (
        "from bimtek.host.paths import asset, shipped_modules\n"
        "print(asset('themes/tokens.json').read_text()[:1], shipped_modules())"
    )
    mark, where = run(sys.executable, "-c", code, folder=tmp_path, PYTHONPATH=str(installed)).split(None, 1)
    assert mark == "{"
    assert Path(where.strip()).is_relative_to(installed)
