"""`cetak …`."""

from pathlib import Path

import pypdfium2
import pytest

from tests.services.day import attended, people, planned


@pytest.fixture
def day(cli, services):
    """Two people: one there all day, one in the morning only."""
    kegiatan = planned(services)
    who = people(services, kegiatan, 2)
    attended(services, kegiatan, who[:1])
    services.attendance.check_in(who[1], kegiatan.sessions[0].id, consent=True).result()
    services.close()
    return kegiatan.id


def pages(path):
    pdf = pypdfium2.PdfDocument(path)
    try:
        return len(pdf)
    finally:
        pdf.close()


def test_lists_are_written_where_they_belong_and_named(cli, day):
    told = cli("cetak", "daftar-hadir", day, "--json")
    assert "Belum ada penandatangan." in told.err, "a warning is no part of what a program reads"
    paths = [Path(p) for p in told.json]
    assert len(paths) == 2
    assert all(pages(p) >= 1 and (cli.data / "dokumen") in p.parents for p in paths)
    said = cli("cetak", "daftar-hadir", "OC-1").out
    assert all(f"Ditulis: {p}" in said for p in paths)


def test_other_folder_is_made_and_used(cli, day, tmp_path):
    paths = cli("cetak", "daftar-hadir", day, "--keluaran", tmp_path / "stik" / "baru", "--json").json
    assert {Path(p).parent for p in paths} == {tmp_path / "stik" / "baru"}


@pytest.mark.parametrize("what", ["sertifikat", "surat-keterangan"])
def test_without_numbers_it_says_how_to_give_them(cli, day, what):
    said = cli.refused("cetak", what, day)
    assert "Belum ada nomor yang diterbitkan" in said
    assert "--terbitkan" in said


def test_numbers_are_given_once_and_printing_again_changes_nothing(cli, day):
    first = [Path(p) for p in cli.ok("cetak", "sertifikat", day, "--terbitkan", "--json").json]
    before = {p: p.read_bytes() for p in first}
    assert cli.ok("cetak", "sertifikat", day, "--terbitkan", "--json").json == [str(p) for p in first]
    assert {p: p.read_bytes() for p in first} == before
    statements = cli.ok("cetak", "surat-keterangan", day, "--json").json
    assert [pages(p) for p in statements] == [1]


def test_one_file_per_person_beside_the_combined_one(cli, day, tmp_path):
    paths = cli.ok(
        "cetak",
        "sertifikat",
        day,
        "--terbitkan",
        "--satu-per-orang",
        "--keluaran",
        tmp_path / "out",
        "--json",
    ).json
    own = [p for p in paths if Path(p).parent == tmp_path / "out" / "sertifikat"]
    assert len(own) == 1
    assert pages(own[0]) == 2, "front and back"


def test_everything_that_can_be_made_is_written(cli, day, tmp_path):
    paths = [
        Path(p)
        for p in cli("cetak", "semua", day, "--terbitkan", "--keluaran", tmp_path / "out", "--json").json
    ]
    names = {p.name for p in paths}
    assert {"slip_kode.pdf", "sertifikat.pdf", "surat_keterangan.pdf", "register_sertifikat.xlsx"} <= names
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(names)


def test_paper_that_cannot_be_made_is_named_and_stops_no_other(cli, services, tmp_path):
    kegiatan = planned(services)
    services.close()
    said = cli("cetak", "semua", kegiatan.id, "--keluaran", tmp_path / "out")
    assert said.code == 0
    assert "Belum ada peserta yang mempunyai kode." in said.err
    assert "daftar_hadir_peserta" in said.out
    assert "slip_kode" not in said.out


def test_what_is_missing_for_numbers_is_named(cli, services):
    kegiatan = planned(services)
    services.planning.set_signatories(kegiatan, []).result()
    attended(services, kegiatan, people(services, kegiatan, 1))
    services.close()
    said = cli.refused("cetak", "sertifikat", kegiatan.id, "--terbitkan")
    assert "Penandatangan sertifikat belum diisi." in said
    assert "Belum ada nomor yang terpakai." in said


def test_folder_that_cannot_be_written_is_said_in_words(cli, day, tmp_path):
    (tmp_path / "berkas").write_bytes(b"")
    said = cli("cetak", "daftar-hadir", day, "--keluaran", tmp_path / "berkas" / "dalam")
    assert said.code == 1
    assert "Pilih folder lain" in said.err


@pytest.fixture
def pair(services):
    """Two kegiatan with one code, in each of which two people were there."""
    pair = [planned(services, title) for title in ("Bimtek Satu", "Bimtek Dua")]
    for kegiatan in pair:
        attended(services, kegiatan, people(services, kegiatan, 2))
    services.close()
    return [kegiatan.id for kegiatan in pair]


def test_number_of_another_kegiatan_is_named_with_the_command_that_mends_it(cli, pair, tmp_path):
    first, second = pair
    target = ("--terbitkan", "--keluaran", tmp_path / "out")
    cli.ok("cetak", "sertifikat", first, *target)
    said = cli.refused("cetak", "sertifikat", second, *target)
    assert "Nomor 001/OC-1/III/2027 sudah dipakai kegiatan “Bimtek Satu”. Mulai dari nomor 3," in said
    assert f"kegiatan nomor {second}" in said
    shown = cli.ok("kegiatan", "nomor", second, "--json").json
    assert shown["masalah"][0]["menghalangi"]
    assert "Perbaiki dulu: Nomor 001/OC-1/III/2027" in cli.ok("kegiatan", "nomor", second).out
    assert "Sertifikat berikutnya: 003/OC-1/III/2027" in cli.ok("kegiatan", "nomor", second, "--mulai", 3).out
    assert len(cli.ok("cetak", "sertifikat", second, *target, "--json").json) == 3


def test_command_for_numbers_is_named_only_when_numbers_are_what_is_wrong(cli, services):
    for title in ("Bimtek Satu", "Bimtek Dua"):
        kegiatan = planned(services, title)
        attended(services, kegiatan, people(services, kegiatan, 1))
        if title == "Bimtek Satu":
            services.certificates.issue(kegiatan)
    services.planning.set_signatories(kegiatan, []).result()
    services.close()
    said = cli.refused("cetak", "sertifikat", kegiatan.id, "--terbitkan")
    assert "Penandatangan sertifikat belum diisi." in said
    assert "kegiatan nomor" not in said


def test_dots_for_a_missing_code_are_said_and_stop_nothing(cli, pair, tmp_path):
    cli("kegiatan", "nomor", pair[0], "--kode", "")
    said = cli("cetak", "sertifikat", pair[0], "--terbitkan", "--keluaran", tmp_path / "out")
    assert said.code == 0
    assert "Kode kegiatan belum diisi." in said.err
