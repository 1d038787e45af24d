"""Every rule of `kanal periksa`, planted as one fault in a sound pack and found at its line."""

from pathlib import Path
from typing import NamedTuple

import pytest

from bimtek.content.channel_pack import ChannelPacks, read_channels
from bimtek.host.paths import asset

PACK = """\
versi = "1.0.0"
disusun = 2026-11-21

[[sumber]]
kode = "S1"
judul = "Sumber satu"

[[kanal]]
id = "a"
nama = "Kanal A"
sebutan = "Layanan A"
jenis = "telepon"
nilai = "0000-0001"
guna = "Aduan."
wilayah = "Nasional"
kepastian = "kuat"
diperiksa = 2026-11-01
sumber = ["S1"]
kartu = 1

[[kanal]]
id = "b"
nama = "Kanal B"
sebutan = "Layanan B"
jenis = "situs"
nilai = "contoh.invalid"
guna = "Info."
wilayah = "Nasional"
kepastian = "cukup"
sumber = ["S1"]
"""


class Fault(NamedTuple):
    old: str
    new: str
    says: str

    def __str__(self) -> str:
        return self.says[:40]


FAULTS = [
    Fault('id = "b"', 'id = "a"', "Id “a” dipakai dua kali."),
    Fault(
        'wilayah = "Nasional"', 'wilaya = "Nasional"', "Kunci “wilaya” tidak dikenal. Maksud Anda “wilayah”?"
    ),
    Fault('sumber = ["S1"]\nkartu', 'sumber = ["S2"]\nkartu', "Sumber “S2” tidak ada di berkas ini."),
    Fault('sumber = ["S1"]\nkartu', "sumber = []\nkartu", "Kanal ini belum punya sumber."),
    Fault('nilai = "0000-0001"', 'nilai = "0000-x"', "Nilai ini tidak cocok dengan jenis “telepon”."),
    Fault('nilai = "contoh.invalid"', 'nilai = "contoh"', "Nilai ini tidak cocok dengan jenis “situs”."),
    Fault('sebutan = "Layanan A"', 'sebutan = "Layanan 1"', "“sebutan” tidak boleh memuat angka."),
    Fault(
        'kepastian = "kuat"\ndiperiksa',
        'kepastian = "cukup"\ndiperiksa',
        "“diperiksa” hanya untuk kanal yang kepastiannya kuat.",
    ),
    Fault("diperiksa = 2026-11-01", "diperiksa = 2026-12-01", "Tanggal ini lebih baru daripada “disusun”."),
    Fault("kartu = 1", "kartu = 1\ncetak = false", "Kanal yang tidak dicetak tidak punya tempat di kartu."),
    Fault(
        'jenis = "situs"',
        'jenis = "faks"',
        "Isi “jenis” harus salah satu dari telepon, whatsapp, sms, situs, surel, kantor.",
    ),
    Fault(
        'jenis = "situs"\nnilai = "contoh.invalid"',
        'jenis = "telepon"\nnilai = "0000 0001"',
        "Nilai ini sudah dipakai kanal “a”.",
    ),
    Fault(
        'kepastian = "cukup"\nsumber = ["S1"]',
        'kepastian = "cukup"\nsumber = ["S1"]\nkartu = 1',
        "Tempat ini sudah dipakai kanal “a”.",
    ),
]


def write(path: Path, text: str = PACK) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def changed_line(old: str, new: str) -> range:
    """Lines of the pack that a fault touches."""
    at = PACK[: PACK.index(old)].count("\n") + 1
    return range(at, at + new.count("\n") + 1)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_each_fault_is_found_at_its_line(fault: Fault, tmp_path: Path) -> None:
    file = read_channels(write(tmp_path / "kanal.toml", PACK.replace(fault.old, fault.new, 1)))
    assert file.pack is None
    found = [one for one in file.problems if str(one.message) == fault.says]
    assert len(found) == 1, file.problems
    assert found[0].file == "kanal.toml"
    assert found[0].line in changed_line(fault.old, fault.new)
    others = [str(one.message) for one in file.problems if one not in found]
    assert [text for text in others if "belum diisi" not in text] == []


def test_a_sound_pack_has_no_problem(tmp_path: Path) -> None:
    path = write(tmp_path / "kanal.toml")
    packs = ChannelPacks([path])
    assert packs.problems() == {path: []}
    assert [(one.id, one.value) for one in packs.channels()] == [("a", "0000-0001"), ("b", "contoh.invalid")]


def test_the_shipped_pack_is_sound_and_gives_its_sources() -> None:
    packs = ChannelPacks([asset("kanal.toml")])
    assert [str(one) for found in packs.problems().values() for one in found] == []
    channels = packs.channels()
    assert len(channels) >= 25
    assert all(one.sources and one.region and one.purpose and not one.own for one in channels)
    assert [one.id for one in sorted(channels, key=lambda one: one.card) if one.card] == [
        "sapa-telepon", "sapa-wa", "polri-110", "aduan-konten", "take-it-down",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("version", "wins"), [("1.0.1", True), ("1.10.0", True), ("1.0.0", False), ("0.9.0", False)]
)
def test_the_newest_version_wins_and_of_equal_ones_the_shipped(
    tmp_path: Path, version: str, wins: bool
) -> None:
    shipped = write(tmp_path / "kirim" / "kanal.toml")
    own = write(
        tmp_path / "milik" / "kanal.toml", PACK.replace("1.0.0", version).replace("0000-0001", "0000-0002")
    )
    first = ChannelPacks([shipped, own]).channels()[0]
    assert (first.value == "0000-0002") is wins


def test_a_broken_newer_pack_is_told_and_the_shipped_one_stays(tmp_path: Path) -> None:
    shipped = write(tmp_path / "kirim" / "kanal.toml")
    own = write(
        tmp_path / "milik" / "kanal.toml", PACK.replace("1.0.0", "9.0.0").replace("kartu = 1", "kartu = x")
    )
    packs = ChannelPacks([shipped, own])
    assert packs.channels()[0].value == "0000-0001"
    assert packs.problems()[shipped] == []
    assert [(one.file, one.line) for one in packs.problems()[own]] == [("kanal.toml", 19)]


def test_a_pack_of_the_user_that_is_not_there_is_no_problem_but_the_shipped_one_is(tmp_path: Path) -> None:
    shipped, own = write(tmp_path / "kirim" / "kanal.toml"), tmp_path / "milik" / "kanal.toml"
    packs = ChannelPacks([shipped, own])
    assert packs.problems() == {shipped: []}
    shipped.unlink()
    assert len(packs.problems()[shipped]) == 1
    assert packs.channels() == ()


def test_a_changed_pack_is_read_again_and_an_unchanged_one_is_not(tmp_path: Path) -> None:
    path = write(tmp_path / "kanal.toml")
    packs = ChannelPacks([path])
    assert packs.channels()[0] == packs.channels()[0]
    write(path, PACK.replace("0000-0001", "0000-00012"))
    assert packs.channels()[0].value == "0000-00012"
