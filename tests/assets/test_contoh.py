"""The shipped sample: a participant list with the habits of real lists, and a kegiatan that adds up."""

import json
import lzma
import tomllib
from collections import Counter
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from python_calamine import CalamineSheet, CalamineWorkbook

from bimtek.content.kegiatan_file import read_kegiatan
from bimtek.domain.certificate import CertificateKind
from bimtek.domain.certificate_number import missing_codes, number_text, unknown_tokens
from bimtek.domain.clock import Zone
from bimtek.domain.kegiatan import AgendaItem, ItemKind, Paper
from bimtek.domain.people import Role, Sex
from tests.assets.agenda import clock, item

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "assets" / "contoh"
EXPECTED = ROOT / "tests" / "data" / "contoh" / "peserta-blora.harap.json"
REAL_PEOPLE = ("andy", "andi", "ardian", "doni", "pratikno", "pratikto", "hidayatus", "sinung", "restendy")
INVENTED = ("contoh", "misal", "umpam", "andai", "reka", "fikti", "karangan", "peraga", "simula")


@cache
def sheet() -> CalamineSheet:
    return CalamineWorkbook.from_path(FOLDER / "peserta-blora.xlsx").get_sheet_by_index(0)


@cache
def cells() -> list[list[Any]]:
    return sheet().to_python(skip_empty_area=False)


@cache
def expected() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(EXPECTED.read_text(encoding="utf-8"))
    return parsed


@cache
def kegiatan() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "kegiatan-blora.toml").read_text(encoding="utf-8"))


def people() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = expected()["orang"]
    return rows


def column(number: int) -> list[Any]:
    return [cells()[person["baris"] - 1][number] for person in people()]


# --- the list of participants


def test_each_expected_person_stands_in_its_row_and_nobody_else_has_a_number() -> None:
    names = [" ".join(str(raw).split()) for raw in column(1)]
    numbered = [n for n, row in enumerate(cells(), 1) if str(row[0]).rstrip(".0").isdigit()]
    assert names == [person["nama_lengkap"] for person in people()]
    assert [n for n in numbered if n > 7] == [person["baris"] for person in people()]
    assert len(names) == 33


def test_title_rows_come_first_and_the_header_takes_two_rows_with_merged_cells() -> None:
    first, second = (cells()[n - 1] for n in expected()["baris_judul_kolom"])
    merged = sheet().merged_cell_ranges or []
    assert first[1] == "NAMA LENGKAP "  # the ghost space of real headers
    assert (first[7], first[8]) == ("ALAMAT", "")
    assert (second[1], second[7], second[8]) == ("", "DESA/KEL.", "KEC.")
    assert ((0, 0), (0, 11)) in merged
    assert ((5, 7), (5, 8)) in merged
    assert ((8, 8), (11, 8)) in merged  # one kecamatan for four people


def test_phones_arrive_as_numbers_without_zero_and_in_five_other_ways() -> None:
    kinds = Counter(type(value).__name__ for value in column(9))
    assert kinds["float"] == 28
    assert {v for v in column(9) if isinstance(v, str)} == {
        "",
        "-",
        "0812 0000 0003",
        "'081200000010",
        "+62 812-0000-0014",
    }
    assert 6281200000006.0 in column(9)


def test_sex_desa_and_names_are_written_as_people_write_them() -> None:
    assert {"L", "P", "lk", "PR", "Pr", "W", "Laki-laki", "Perempuan"} == set(column(2))
    prefixes = ("Kel. ", "KEL. ", "Kel.", "Ds. ", "Ds ", "Desa ", "-")
    assert all(value.startswith(prefixes) for value in column(7))
    assert any(name != name.strip() for name in column(1))
    assert any("  " in name for name in column(1))
    assert any("\xa0" in name for name in column(1))
    assert sum(name.split(",")[0].isupper() for name in column(1)) == 3


def test_group_rows_a_total_row_and_signatures_surround_the_people() -> None:
    alone = [row[0] for row in cells()[7:] if row[0] and not any(row[1:])]
    below = cells()[people()[-1]["baris"] :]
    assert [text[:2] for text in alone] == ["A.", "B.", "C."]
    assert below[0][:3] == ["JUMLAH", "", "33 orang"]
    assert any(row[1] == "Mengetahui," for row in below)


def test_the_people_are_as_mixed_as_a_real_bimtek() -> None:
    assert Counter(p["unsur"] for p in people()) == {
        "Fasilitator Masyarakat": 20,
        "Tenaga Layanan": 8,
        "APH": 5,
    }
    assert Counter(Sex(p["jk"]) for p in people()) == {Sex.FEMALE: 18, Sex.MALE: 15}
    assert (min(p["umur"] for p in people()), max(p["umur"] for p in people())) == (18, 70)
    assert sum(p["disabilitas"] == "ya" for p in people()) == 4
    assert max(len(p["nama_lengkap"]) for p in people()) == 85
    assert [p["nama"] for p in people() if " " not in p["nama"]] == ["Umpamin"]


def test_two_people_share_a_name_but_not_a_village() -> None:
    twice = [name for name, count in Counter(p["nama"] for p in people()).items() if count > 1]
    assert twice == ["Siti Contohwati"]
    assert {p["desa"] for p in people() if p["nama"] == twice[0]} == {"Karangjati", "Seso"}


def test_no_two_people_share_a_phone_and_all_phones_are_plainly_invented() -> None:
    phones = [p["hp"] for p in people() if p["hp"]]
    assert len(set(phones)) == len(phones) == 31
    assert all(phone.startswith("+62812000000") and len(phone) == 14 for phone in phones)


def test_the_five_villages_exist_in_blora() -> None:
    text = lzma.decompress((ROOT / "assets" / "wilayah" / "wilayah.tsv.xz").read_bytes()).decode()
    names = dict(line.split("\t") for line in text.splitlines() if line.startswith("33.16"))
    known = {(name, names[code[:8]]) for code, name in names.items() if len(code) == 13}
    villages = {(p["desa"], p["kecamatan"]) for p in people() if p["desa"]}
    assert len(villages) == 5
    assert villages <= known


def test_every_name_is_plainly_invented_and_none_is_of_the_article() -> None:
    listed = [person["nama"] for person in people()]
    named = [entry["nama"] for entry in kegiatan()["orang"] + kegiatan()["penandatangan"]]
    for name in (n.lower() for n in listed + named):
        assert any(part in name for part in INVENTED), name
        assert not set(REAL_PEOPLE) & set(name.replace(",", " ").split()), name


# --- the kegiatan


def items() -> list[AgendaItem]:
    return [item(line) for session in kegiatan()["sesi"] for line in session["agenda"]]


def test_the_day_is_the_blora_day_and_gives_eight_jp() -> None:
    day = kegiatan()
    assert day["tanggal"] == [date(2024, 3, 5)]
    assert Zone(day["zona"]) is Zone.WIB
    assert day["tempat"]["gedung"] == "Aula Dinsos PPPA"
    assert sum(line.credit(day["menit_per_jp"]) for line in items()) == 8
    assert day["contoh"] is True


def test_agenda_lines_fill_both_sessions_without_gap() -> None:
    for session in kegiatan()["sesi"]:
        lines = [item(line) for line in session["agenda"]]
        assert lines[0].starts == clock(session["mulai"])
        assert lines[-1].ends == clock(session["selesai"])
        assert all(a.ends == b.starts for a, b in pairwise(lines))


def test_it_has_a_pre_test_a_post_test_and_the_module() -> None:
    kinds = [line.kind for line in items()]
    modules = [line.get("modul") for session in kegiatan()["sesi"] for line in session["agenda"]]
    assert kinds.index(ItemKind.PRE_TEST) < kinds.index(ItemKind.MATERI) < kinds.index(ItemKind.POST_TEST)
    assert [slug for slug in modules if slug] == kegiatan()["modul"] == ["memahami-ocsea"]


def test_whoever_speaks_is_listed_with_a_role() -> None:
    listed = {person["nama"]: Role(person["peran"]) for person in kegiatan()["orang"]}
    speaking = {
        name
        for session in kegiatan()["sesi"]
        for line in session["agenda"]
        for name in line.get("narasumber", [])
    }
    assert speaking <= set(listed)
    assert {name for name, role in listed.items() if role is Role.NARASUMBER} <= speaking
    assert set(listed.values()) == set(Role) - {Role.PESERTA}


def test_what_a_narasumber_speaks_about_is_a_line_of_the_agenda() -> None:
    titles = {
        (name, line["judul"])
        for session in kegiatan()["sesi"]
        for line in session["agenda"]
        for name in line.get("narasumber", [])
    }
    topics = {(p["nama"], p["materi"]) for p in kegiatan()["orang"] if p["peran"] == "narasumber"}
    assert topics <= titles


def test_numbers_signatories_and_paper_are_of_kinds_the_papers_know() -> None:
    day = kegiatan()
    assert not [token for rule in day["nomor"].values() for token in unknown_tokens(rule["pola"])]
    planned = read_kegiatan(FOLDER / "kegiatan-blora.toml").kegiatan
    numbers = [number_text(planned, kind, 7, "peserta") for kind in CertificateKind]
    assert numbers == ["400.2/007/OCSEA/III/2024", "400.2/SK-007/OCSEA/III/2024"]
    assert missing_codes(planned) == []
    assert Paper(day["kertas"]["ukuran"]) is Paper.A4
    places = [(s["dokumen"], s["posisi"]) for s in day["penandatangan"]]
    assert sorted(places) == [
        ("daftar-hadir", "kanan"),
        ("daftar-hadir", "kiri"),
        ("sertifikat", "kanan"),
        ("sertifikat", "kiri"),
    ]


@pytest.mark.parametrize("name", ["logo-contoh-kantor", "logo-contoh-yayasan"])
def test_the_sample_logos_are_drawn_transparent_and_small(name: str) -> None:
    picture = FOLDER / f"{name}.png"
    assert picture.name in kegiatan()["kop"]["logo"]
    assert picture.stat().st_size < 100_000
    with Image.open(picture) as image:
        assert (image.size, image.mode) == ((600, 600), "RGBA")
        assert image.getpixel((2, 2))[3] == 0  # type: ignore[index]
    assert (FOLDER / f"{name}.svg").read_text(encoding="utf-8").startswith("<svg")
