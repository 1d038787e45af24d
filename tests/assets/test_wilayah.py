"""The shipped wilayah list is whole, is Kemendagri's, and says where it comes from."""

import hashlib
import lzma
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "assets" / "wilayah"
LENGTH = {"provinsi": 2, "kabupaten/kota": 5, "kecamatan": 8, "desa/kelurahan": 13}
LEVELS = {length: level for level, length in LENGTH.items()}

# kecamatan, kelurahan, desa of some provinces as the table of Kepmendagri 300.2.2-2138/2025 counts them
DECREE = {
    "11": (290, 0, 6500),
    "31": (44, 267, 0),
    "33": (576, 753, 7810),
    "35": (666, 773, 7721),
    "64": (105, 197, 841),
    "91": (105, 51, 948),
    "95": (252, 10, 2617),
    "96": (132, 74, 939),
}
BLORA = {
    "01": "Jati",
    "02": "Randublatung",
    "03": "Kradenan",
    "04": "Kedungtuban",
    "05": "Cepu",
    "06": "Sambong",
    "07": "Jiken",
    "08": "Jepon",
    "09": "Blora",
    "10": "Tunjungan",
    "11": "Banjarejo",
    "12": "Ngawen",
    "13": "Kunduran",
    "14": "Todanan",
    "15": "Bogorejo",
    "16": "Japah",
}


@cache
def text() -> bytes:
    return lzma.decompress((FOLDER / "wilayah.tsv.xz").read_bytes())


@cache
def rows() -> list[tuple[str, str]]:
    return [(code, name) for code, name in (line.split("\t") for line in text().decode().splitlines())]


@cache
def source() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "sumber.toml").read_text(encoding="utf-8"))


def below(code: str, level: str) -> dict[str, str]:
    return {c: n for c, n in rows() if c.startswith(code) and len(c) == LENGTH[level]}


def test_the_packed_file_stays_below_one_and_a_half_megabytes() -> None:
    assert (FOLDER / "wilayah.tsv.xz").stat().st_size <= 1_500_000


def test_the_source_file_names_decree_package_licence_date_and_the_exact_text() -> None:
    about = source()
    assert about["sha256_isi"] == hashlib.sha256(text()).hexdigest()
    assert about["keputusan"].startswith("Keputusan Menteri Dalam Negeri Nomor")
    assert about["keputusan_tanggal"] <= about["diambil"]
    assert (about["paket"]["nama"], about["paket"]["versi"]) == ("idn-area-data", "4.0.1")
    licence = (FOLDER / about["lisensi"]["berkas"]).read_text(encoding="utf-8")
    assert licence.startswith("# Open Database License (ODbL)")


def test_every_level_has_the_number_of_rows_the_source_file_promises() -> None:
    levels = Counter(LEVELS[len(code)] for code, _ in rows())
    promised = source()["jumlah"]
    kinds = Counter(name.split()[0] for name in below("", "kabupaten/kota").values())
    villages = Counter(code[9] == "1" for code in below("", "desa/kelurahan"))
    assert levels == {
        "provinsi": 38,
        "kabupaten/kota": 514,
        "kecamatan": 7285,
        "desa/kelurahan": 83762,
    }
    assert promised["provinsi"] == levels["provinsi"]
    assert promised["kecamatan"] == levels["kecamatan"]
    assert (promised["kabupaten"], promised["kota"]) == (kinds["Kabupaten"], kinds["Kota"])
    assert (promised["kelurahan"], promised["desa"]) == (villages[True], villages[False])


def test_codes_are_well_formed_unique_sorted_and_have_their_parents() -> None:
    codes = [code for code, _ in rows()]
    known = set(codes)
    assert codes == sorted(known)
    assert not [c for c in codes if not re.fullmatch(r"\d\d(\.\d\d(\.\d\d(\.[123]\d{3})?)?)?", c)]
    assert not [c for c in codes if "." in c and c.rpartition(".")[0] not in known]


def test_every_name_is_clean_and_starts_with_a_capital_or_a_digit() -> None:
    bad = [
        (code, name)
        for code, name in rows()
        if name != " ".join(name.split())
        or not re.fullmatch(r"[A-Z0-9(][A-Za-z0-9 '.,()/-]*", name)
        or (len(name) > 5 and name.isupper() and name != "RD. PJKA")
    ]
    assert bad == []


@pytest.mark.parametrize("province", DECREE)
def test_a_province_has_the_counts_of_the_decree(province: str) -> None:
    villages = below(province + ".", "desa/kelurahan")
    kelurahan = sum(code[9] == "1" for code in villages)
    found = len(below(province + ".", "kecamatan")), kelurahan, len(villages) - kelurahan
    assert found == DECREE[province]


def test_blora_has_its_sixteen_kecamatan_and_all_its_villages() -> None:
    assert dict(rows())["33.16"] == "Kabupaten Blora"
    assert below("33.16.", "kecamatan") == {f"33.16.{c}": name for c, name in BLORA.items()}
    assert Counter(code[9] for code in below("33.16.", "desa/kelurahan")) == {"2": 271, "1": 24}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("33", "Jawa Tengah"),
        ("96", "Papua Barat Daya"),
        ("31.74", "Kota Administrasi Jakarta Selatan"),
        ("64.02", "Kabupaten Kutai Kartanegara"),
        ("33.74", "Kota Semarang"),
        ("33.22", "Kabupaten Semarang"),
        ("33.16.08.1013", "Jepon"),
        ("33.16.09.1016", "Tempelan"),
    ],
)
def test_codes_are_those_of_kemendagri_not_of_bps(code: str, name: str) -> None:
    assert dict(rows())[code] == name  # at BPS 64.02 is Kutai Barat, 31.71 Jakarta Selatan
