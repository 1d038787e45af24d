"""Every rule of `periksa`, planted as one fault in a sound module and found where it is."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bimtek.content.check import broken, check_module, read_module
from tests.content.faults import FAULTS, KARTU, KUIS, MATERI, MODUL, SALAH, SVG, Fault
from tests.content.sample import FILES, write_module


def line_of(text: str, needle: str) -> int:
    assert needle in text, needle
    at = text.index(needle)
    return text.count("\n", 0, at + len(needle) - len(needle.lstrip("\n"))) + 1


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_each_fault_is_found_in_its_file_at_its_line(fault: Fault, tmp_path: Path) -> None:
    assert fault.old in FILES[fault.file]
    changed = FILES[fault.file].replace(fault.old, fault.new, 1)
    folder = write_module(tmp_path / "modul", {fault.file: changed})
    problems = check_module(folder)
    expected = (fault.file, line_of(changed, fault.at))
    found = [p for p in problems if str(p.message) == fault.says]
    assert [(p.file, p.line) for p in found] == [expected], [str(p) for p in problems]
    assert found[0].severity is fault.severity
    others = [str(p.message) for p in problems if str(p.message) != fault.says]
    assert [text for text in others if not any(part in text for part in fault.also)] == []


def test_a_sound_module_has_no_problem_at_all(tmp_path: Path) -> None:
    assert [str(p) for p in check_module(write_module(tmp_path / "modul"))] == []


def test_all_faults_of_all_files_are_listed_at_once(tmp_path: Path) -> None:
    changes = {
        MODUL: FILES[MODUL].replace('judul = "Modul uji"', "judul = 1").replace("jp = 1", "jp = true"),
        MATERI: FILES[MATERI].replace("::: penting", "::: pentng").replace("- dengar", "- <b>dengar", 1),
        KUIS: FILES[KUIS]
        .replace("benar = true\numpan", "benar = false\numpan")
        .replace("kunci = false", "kunci = 1"),
        KARTU: FILES[KARTU].replace("diskusi", "dikusi"),
        SVG: FILES[SVG].replace("<defs>", "<style/><defs>"),
    }
    problems = [p for p in check_module(write_module(tmp_path / "modul", changes)) if p.severity is SALAH]
    assert {p.file for p in problems} >= {MODUL, MATERI, KUIS, KARTU, SVG}
    assert len([p for p in problems if p.file == MODUL]) == 2
    assert len([p for p in problems if p.file == MATERI]) == 2
    assert problems == sorted(problems, key=lambda p: (p.file, p.line))


def test_problems_read_as_file_line_severity_message(tmp_path: Path) -> None:
    folder = write_module(tmp_path / "modul", {MODUL: FILES[MODUL].replace("jp = 1", 'jp = "1"')})
    assert str(check_module(folder)[0]) == (
        "modul.toml:7: salah: Isi “jp” harus bilangan bulat, tanpa tanda kutip."
    )


def write_bytes(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)


@pytest.mark.parametrize(
    ("break_it", "file", "line", "says"),
    [
        (lambda f: (f / MODUL).unlink(), MODUL, 1, "Berkas “modul.toml” tidak ada."),
        (lambda f: (f / MATERI).unlink(), MODUL, 1, "Modul ini belum punya slide di folder “materi”."),
        (lambda f: write_bytes(f, MATERI, b"# A\n\nkaf\xe9\n"), MATERI, 3, "Teks bukan UTF-8."),
        (lambda f: write_bytes(f, MATERI, b"a" * 1_000_001), MATERI, 1, "Berkas terlalu besar"),
        (lambda f: write_bytes(f, KUIS, b"a = " + b"[" * 5000), KUIS, 1, "Kurung dalam berkas ini"),
        (lambda f: (f / SVG).write_bytes(b""), SVG, 1, "SVG ini rusak dan tidak terbaca."),
    ],
)
def test_files_that_cannot_be_read_are_named(
    tmp_path: Path, break_it: Callable[[Path], object], file: str, line: int, says: str
) -> None:
    folder = write_module(tmp_path / "modul")
    break_it(folder)
    found = [str(p.message) for p in check_module(folder) if (p.file, p.line) == (file, line)]
    assert [text for text in found if text.startswith(says)]


def test_a_picture_that_is_none_is_named(tmp_path: Path) -> None:
    changed = FILES[MATERI].replace("lingkaran.svg", "foto.png")
    folder = write_module(tmp_path / "modul", {MATERI: changed})
    write_bytes(folder, "media/foto.png", b"<html>")
    assert "Isi “foto.png” bukan gambar PNG atau JPG." in [str(p.message) for p in check_module(folder)]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.md"
    secret.write_text("# Rahasia", "utf-8")
    folder = write_module(tmp_path / "modul")
    (folder / "materi" / "02.md").symlink_to(secret)
    problems = [(p.file, str(p.message)) for p in check_module(folder)]
    assert problems == [("materi/02.md", "Berkas “materi/02.md” tidak ada.")]


def test_keys_of_right_or_wrong_questions_that_are_all_alike_are_advised_against(tmp_path: Path) -> None:
    alike = "".join(
        f'[[soal]]\nid = "k{n}"\npasangan = "k{n // 2}"\naspek = "etika"\njenis = "benar-salah"\n'
        f'tujuan = "paham"\nkesulitan = "mudah"\nsoal = "Satu."\nsumber = ["dh"]\nkunci = false\n'
        f'umpan_benar = "x"\numpan_salah = "y"\n'
        for n in range(4)
    )
    problems = check_module(write_module(tmp_path / "modul", {"kuis/03.toml": alike}))
    assert [str(p) for p in problems] == [
        "kuis/01.toml:38: saran: Kunci 5 dari 5 soal “benar-salah” jatuh di Salah."
    ]


def test_fixed_keys_in_one_place_are_advised_against_and_shuffled_ones_are_not(tmp_path: Path) -> None:
    def bank(shuffle: str) -> str:
        options = "".join(
            f'[[soal.opsi]]\nteks = "o{at}"\nbenar = {str(at == 1).lower()}\numpan = "u"\n' for at in range(3)
        )
        return "".join(
            f'[[soal]]\nid = "k{n}"\npasangan = "k{n // 2}"\naspek = "etika"\njenis = "pilihan-tunggal"\n'
            f'tujuan = "paham"\nkesulitan = "mudah"\nsoal = "Satu?"\nsumber = ["dh"]\n'
            f"acak = {shuffle}\n{options}"
            for n in range(4)
        )

    problems = check_module(write_module(tmp_path / "a", {"kuis/03.toml": bank("false")}))
    assert [str(p) for p in problems] == [
        "kuis/03.toml:1: saran: Kunci 4 dari 4 soal “pilihan-tunggal” jatuh di B."
    ]
    assert check_module(write_module(tmp_path / "b", {"kuis/03.toml": bank("true")})) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada 129 kasus pada 2022.",
        "Pasal 110 ayat 2.",
        "Sekitar 110 anak, 119 orang dan 112 laporan.",
        "Angka 1.129 dan 110,5 persen.",
        "Tahun 2008 sampai 2012.",
        "Halaman 119.",
        "Nilai 0,812.",
    ],
)
def test_counts_and_pasal_are_not_taken_for_phone_numbers(tmp_path: Path, text: str) -> None:
    changed = FILES[MATERI].replace("Tunggu sebentar.", text)
    assert [str(p) for p in check_module(write_module(tmp_path / "m", {MATERI: changed}))] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("WA 08111-129-129 siap.", "08111-129-129"),
        ("Kirim ke +62 812 3456 7890.", "+62 812 3456 7890"),
        ("Kantor (0296) 531234.", "(0296) 531234"),
        ("Polisi 110, medis 119.", "110"),
    ],
)
def test_numbers_people_call_are_found(tmp_path: Path, text: str, number: str) -> None:
    changed = FILES[MATERI].replace("Tunggu sebentar.", text)
    problems = check_module(write_module(tmp_path / "m", {MATERI: changed}))
    assert f"Nomor “{number}” ditulis langsung; nomor bisa berubah." in [str(p.message) for p in problems]


def test_advice_does_not_keep_a_module_from_loading_and_a_fault_does(tmp_path: Path) -> None:
    advised = write_module(tmp_path / "a", {MODUL: FILES[MODUL].replace("jp = 1", "jp = 2")})
    module, problems = read_module(advised)
    assert module is not None
    assert (module.jp, problems) == (2, [])
    faulty = write_module(
        tmp_path / "b", {KUIS: FILES[KUIS].replace("benar = true\numpan", "benar = false\numpan")}
    )
    module, problems = read_module(faulty)
    assert module is None
    error = broken("b", problems)
    assert "kuis/01.toml baris 1" in str(error)
    assert error.detail.startswith("kuis/01.toml:1: salah: Soal ini belum punya kunci.")


def test_importing_the_content_package_loads_no_heavy_reader() -> None:
    code = (
        "import sys, bimtek.content.check, bimtek.content.library, bimtek.domain.form\n"
        "heavy = {'pydantic', 'markdown_it', 'PySide6', 'sqlite3'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, timeout=60)
