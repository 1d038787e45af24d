"""Loads the wilayah table from its folder: `sumber.toml` and the compressed list it names."""

import gzip
import lzma
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.text import _
from bimtek.domain.wilayah import WilayahTable


@dataclass(frozen=True, slots=True)
class WilayahSource:
    """Where the table comes from, as the app shows it; `licence` is its own, not that of the code."""

    name: str
    decree: str
    decree_on: date
    fetched_on: date
    notice: str
    note: str


def load_wilayah(folder: Path) -> WilayahTable:
    """Read the whole table: lines of `code<TAB>name`, sorted by code, packed as .xz or .gz.

    Errors: FileTroubleError when it is missing or damaged; free text works without it.
    """
    try:
        path = folder / str(_manifest(folder)["berkas"])
        return WilayahTable(sorted(_rows(path)))
    except (OSError, EOFError, KeyError, ValueError, lzma.LZMAError) as error:
        raise _trouble(error) from error


def wilayah_source(folder: Path) -> WilayahSource:
    """Read where the table comes from.

    Errors: FileTroubleError when it is missing or damaged.
    """
    try:
        said = _manifest(folder)
        licence = said["lisensi"]
        assert isinstance(licence, dict)
        return WilayahSource(
            name=str(said["nama"]),
            decree=str(said["keputusan"]),
            decree_on=_day(said["keputusan_tanggal"]),
            fetched_on=_day(said["diambil"]),
            notice=str(licence["pemberitahuan"]),
            note=str(said.get("catatan", "")).strip(),
        )
    except (OSError, KeyError, ValueError) as error:
        raise _trouble(error) from error


def _manifest(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "sumber.toml").read_text(encoding="utf-8"))


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    packed = path.read_bytes()
    plain = gzip.decompress(packed) if path.suffix == ".gz" else lzma.decompress(packed)
    for line in plain.decode("utf-8").splitlines():
        code, tab, name = line.partition("\t")
        if tab:
            yield code, name


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise ValueError(value)
    return value


def _trouble(error: Exception) -> FileTroubleError:
    return FileTroubleError(
        _("Daftar wilayah tidak dapat dibaca."),
        advice=_("Ketik nama desa dan kecamatan sendiri, atau pasang ulang Bimtek."),
        detail=repr(error),
    )
