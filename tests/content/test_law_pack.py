"""Every rule of `hukum periksa`, planted as one fault in a sound pack and found where it is."""

from pathlib import Path

import pytest

from bimtek.content.law_checks import stale
from bimtek.content.law_pack import LawPacks
from bimtek.domain.law_book import Certainty
from bimtek.host.paths import asset
from tests.content.law_faults import FAULTS, MEREKAM, Fault
from tests.content.law_sample import FILES, A, B, write_pack
from tests.content.test_check import line_of


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_each_fault_is_found_in_its_file_at_its_line(fault: Fault, tmp_path: Path) -> None:
    folder = tmp_path / "hukum"
    assert fault.old in FILES[fault.file]
    changed = FILES[fault.file].replace(fault.old, fault.new, 1)
    write_pack(folder, {fault.file: changed})
    (problems,) = LawPacks([folder]).problems().values()
    found = [one for one in problems if str(one.message) == fault.says]
    assert [(one.file, one.line) for one in found] == [(fault.file, line_of(changed, fault.at))], problems
    others = [str(one) for one in problems if one not in found]
    # a norm of a file that cannot be used is missed by the others: that follows
    assert [
        text for text in others if not any(part in text for part in (*fault.also, "Norma “b-7” tidak ada"))
    ] == []


def test_a_sound_pack_has_no_problem(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "hukum")
    assert LawPacks([folder]).problems() == {folder: []}


def test_the_shipped_pack_is_sound_and_whole() -> None:
    packs = LawPacks([asset("hukum")])
    assert [str(one) for problems in packs.problems().values() for one in problems] == []
    book = packs.book()
    assert len(book.norms) > 300
    assert {"tpks", "ite", "kuhp", "pa", "sppa", "porn", "tppo", "pdp", "tunas", "mk105"} <= {
        law.id for law in book.laws
    }
    assert all(norm.sources and norm.place for norm in book.norms)


def test_a_circle_over_two_laws_is_told(tmp_path: Path) -> None:
    circle = B.replace(
        'status = "berlaku"\nberlaku_sejak = 2026-01-02',
        'status = "diganti"\npengganti = ["a-20"]\nberlaku_sampai = 2026-03-01',
    )
    (problems,) = LawPacks([write_pack(tmp_path / "hukum", {"b.toml": circle})]).problems().values()
    assert [(one.file, str(one.message)) for one in problems] == [
        (file, "Norma ini akhirnya menggantikan dirinya sendiri.") for file in ("a.toml", "b.toml")
    ]


@pytest.mark.parametrize(
    ("version", "wins"), [("1.0.1", True), ("1.10.0", True), ("1.0.0", False), ("0.9.9", False)]
)
def test_the_newest_version_of_a_law_wins_and_of_equal_ones_the_shipped(
    tmp_path: Path, version: str, wins: bool
) -> None:
    shipped = write_pack(tmp_path / "kirim")
    own = tmp_path / "milik"
    own.mkdir()
    text = A.replace('"1.0.0"', f'"{version}"').replace(MEREKAM, '"Isi baru."')
    (own / "apa-saja.toml").write_text(text, encoding="utf-8")
    norm = LawPacks([shipped, own]).book().norm("a-14-1")
    assert norm is not None
    assert (norm.says == "Isi baru.") is wins


def test_a_broken_newer_file_is_told_and_the_shipped_one_stays(tmp_path: Path) -> None:
    shipped = write_pack(tmp_path / "kirim")
    own = tmp_path / "milik"
    own.mkdir()
    (own / "a.toml").write_text(
        A.replace('"1.0.0"', '"9.0.0"').replace('judul = "Merekam"', "judul = 1"), "utf-8"
    )
    packs = LawPacks([shipped, own])
    assert packs.book().norm("a-14-1") is not None
    problems = packs.problems()
    assert problems[shipped] == []
    assert [one.file for one in problems[own]] == ["a.toml"]


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "hukum")
    packs = LawPacks([folder])
    first = packs.book()
    assert packs.book() is first
    text = B.replace('kepastian = "belum"\nsoal = "tidak"', 'kepastian = "kuat"')
    (folder / "b.toml").write_text(text, encoding="utf-8")
    norm = packs.book().norm("b-8")
    assert norm is not None
    assert norm.certainty is Certainty.STRONG


@pytest.mark.parametrize(
    "text",
    [
        "Dahulu UU ITE Pasal 27 ayat (1) melarangnya.",
        "UU TPKS Pasal 30 memberi hak Restitusi.",
        "UU ITE Pasal 300 tidak ada.",
        "penjara paling lama 4 tahun",
    ],
)
def test_what_is_said_of_the_past_or_of_another_law_is_not_stale(text: str) -> None:
    assert stale(text) is None
