"""Whoever's work is inside is named: nothing shipped or depended on is forgotten."""

import re
import tomllib
from pathlib import Path

import pytest

from bimtek.host.paths import asset
from bimtek.services.about import LIBRARIES, SHIPPED, parts, wilayah_notice

ROOT = Path(__file__).parents[2]


def test_every_dependency_of_the_product_is_named():
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.match(r"[\w.-]+", line)[0] for line in wanted}
    assert names <= {part.name for part in LIBRARIES}


def test_every_shipped_licence_file_belongs_to_a_part():
    found = {
        path.relative_to(asset(".")).as_posix()
        for path in asset(".").rglob("*")
        if path.is_file() and path.name.startswith(("LICENSE", "OFL"))
    }
    assert found == {part.file for part in SHIPPED}


@pytest.mark.parametrize("part", SHIPPED, ids=lambda part: part.name)
def test_a_shipped_licence_can_be_read(part):
    assert len(part.text()) > 500


def test_parts_are_named_once():
    names = [part.name for part in parts()]
    assert len(names) == len(set(names))


def test_the_wilayah_notice_is_the_one_its_licence_asks_for():
    assert str(wilayah_notice()).startswith(
        "Memuat data dari idn-area-data, tersedia di bawah Open Database License (ODbL) 1.0."
    )
