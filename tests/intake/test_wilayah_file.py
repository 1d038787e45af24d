"""The wilayah table that ships, and what happens without it."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.wilayah import Level
from bimtek.intake.wilayah_file import load_wilayah, wilayah_source

FOLDER = Path(__file__).parents[2] / "assets" / "wilayah"


def test_the_shipped_table_holds_the_whole_country() -> None:
    table = load_wilayah(FOLDER)
    provinces = table.children()
    kabupaten = [k for p in provinces for k in table.children(p.code)]
    assert (len(provinces), len(kabupaten)) == (38, 514)
    assert len(table) == 91_599
    assert all(region.level is Level.KABUPATEN for region in kabupaten)


def test_the_source_names_its_decree_and_licence() -> None:
    source = wilayah_source(FOLDER)
    assert "Keputusan Menteri Dalam Negeri" in source.decree
    assert isinstance(source.decree_on, date)
    assert "ODbL" in source.notice


def test_a_gzip_list_loads_too(tmp_path: Path) -> None:
    (tmp_path / "sumber.toml").write_text('berkas = "w.tsv.gz"\n', encoding="utf-8")
    (tmp_path / "w.tsv.gz").write_bytes(gzip.compress(b"33\tJawa Tengah\n33.16\tKabupaten Blora\n\n"))
    assert len(load_wilayah(tmp_path)) == 2


@pytest.mark.parametrize("content", [None, b"", b"broken"])
def test_a_missing_or_broken_list_is_a_friendly_error(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "sumber.toml").write_text('berkas = "w.tsv.xz"\n', encoding="utf-8")
        (tmp_path / "w.tsv.xz").write_bytes(content)
    with pytest.raises(FileTroubleError) as caught:
        load_wilayah(tmp_path)
    assert "Ketik nama desa" in str(caught.value)
    with pytest.raises(FileTroubleError):
        wilayah_source(tmp_path)
