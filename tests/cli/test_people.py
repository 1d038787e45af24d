"""`peserta impor` and `hadir`."""

from datetime import time

import pytest

from bimtek.app import build

LIST = "assets/contoh/peserta-blora.xlsx"


@pytest.fixture
def filled(cli, blora):
    cli.ok("peserta", "impor", blora, LIST)
    return blora


def with_services(cli, clock, work):
    services = build(cli.data, clock)
    try:
        return work(services)
    finally:
        services.close()


def test_look_shows_everything_and_stores_nothing(cli, blora):
    shown = cli.ok("peserta", "impor", blora, LIST, "--lihat", "--json").json
    assert shown["diimpor"] == 0
    assert cli.ok("kegiatan", "daftar", "--json").json[0]["peserta"] == 0


def test_import_by_code_of_the_kegiatan_adds_everybody(cli, blora):
    said = cli.ok("peserta", "impor", "ocsea", LIST).out
    assert said.rstrip().endswith("33 orang ditambahkan.")
    assert cli.ok("kegiatan", "daftar", "--json").json[0]["peserta"] == 33
    assert "sebelum impor peserta" in cli.ok("pulihkan").out


def test_import_for_a_program_tells_each_row(cli, blora):
    told = cli.ok("peserta", "impor", blora, LIST, "--json").json
    assert told["diimpor"] == 33
    assert isinstance(told["rincian"], list)


@pytest.mark.parametrize(
    ("content", "words"), [(b"PK\x03\x04rusak", ""), (b"", "kosong"), (b"a;b\nc;d\n", "Belum ada orang")]
)
def test_broken_or_useless_list_changes_nothing(cli, blora, tmp_path, content, words):
    path = tmp_path / ("rusak.xlsx" if content.startswith(b"PK") else "rusak.csv")
    path.write_bytes(content)
    assert words in cli.refused("peserta", "impor", blora, path)
    assert cli.ok("kegiatan", "daftar", "--json").json[0]["peserta"] == 0


def test_unknown_sheet_and_unknown_kegiatan_are_named(cli, blora):
    assert "Hari 9" in cli.refused("peserta", "impor", blora, LIST, "--lembar", "Hari 9")
    assert "Kegiatan “lain” tidak ada." in cli.refused("peserta", "impor", "lain", LIST)


def test_nobody_named_shows_who_is_there(cli, filled):
    assert cli.ok("hadir", filled, "--json").json == {
        "sesi": "Pagi",
        "ditutup": False,
        "hadir": 0,
        "dari": 33,
        "nama": [],
    }


def test_people_are_taken_by_code_or_name(cli, filled, clock):
    who = with_services(cli, clock, lambda s: s.registration.of_kegiatan(filled))
    by_code, by_name, by_bare_name = who[0], who[1], who[2]
    told = cli.ok(
        "hadir",
        filled,
        by_code.code.lower(),
        by_name.person.name.full.upper(),
        by_bare_name.person.name.name,
        "--json",
    ).json
    assert told["hadir"] == 3
    assert told["nama"] == [p.person.name.full for p in (by_code, by_name, by_bare_name)]
    assert "3 dari 33 peserta hadir" in cli.ok("hadir", filled).out


def test_name_of_nobody_or_of_two_takes_nobody(cli, filled, clock):
    who = with_services(cli, clock, lambda s: s.registration.of_kegiatan(filled))
    assert "“Tidak Ada” cocok dengan 0 orang." in cli.refused("hadir", filled, who[0].code, "Tidak Ada")
    assert cli.ok("hadir", filled, "--json").json["hadir"] == 0, "the first one neither"


def test_each_session_has_its_own_attendance(cli, filled):
    cli.ok("hadir", filled, "--semua", "--sesi", "siang")
    assert cli.ok("hadir", filled, "--sesi", "SIANG", "--json").json["hadir"] == 33
    assert cli.ok("hadir", filled, "--json").json["hadir"] == 0
    said = cli.refused("hadir", filled, "--sesi", "Malam")
    assert "Sesi “Malam” tidak ada." in said
    assert "Pagi" in said


def test_marking_everybody_again_keeps_arrival_and_leaving_early(cli, filled, clock):
    cli.ok("hadir", filled, "--semua")

    def leave(services):
        kegiatan = services.planning.get(filled)
        who = services.registration.of_kegiatan(filled)[0]
        mark = services.attendance.marks(filled)[who.id][kegiatan.sessions[0].id]
        services.attendance.leave_early(who, mark, time(10, 0)).result()

    with_services(cli, clock, leave)
    before = with_services(cli, clock, lambda s: s.attendance.marks(filled))
    clock.at = clock.at.replace(hour=9)
    cli.ok("hadir", filled, "--semua")
    assert with_services(cli, clock, lambda s: s.attendance.marks(filled)) == before


def test_closed_session_is_refused_until_it_is_opened_again_and_closing_makes_a_backup(cli, filled, clock):
    who = with_services(cli, clock, lambda s: s.registration.of_kegiatan(filled))
    cli.ok("hadir", filled, who[0].code, "--tutup")
    refused = cli.refused("hadir", filled, who[1].code)
    assert "Absensi Pagi sudah ditutup." in refused
    assert "Data Anda tidak berubah." in refused
    assert "--buka-lagi" in refused
    assert "Absensi Pagi sudah ditutup." in cli.ok("hadir", filled).out
    told = cli.ok("hadir", filled, "--json").json
    assert (told["hadir"], told["ditutup"]) == (1, True)
    backups = with_services(cli, clock, lambda s: len(s.backup.list()))
    told = cli.ok("hadir", filled, who[1].code, "--buka-lagi", "--tutup", "--json").json
    assert (told["hadir"], told["ditutup"]) == (2, True)
    assert with_services(cli, clock, lambda s: len(s.backup.list())) == backups + 1


def test_mistyped_name_opens_no_closed_session(cli, filled):
    cli.ok("hadir", filled, "--tutup")
    cli.refused("hadir", filled, "Tidak Ada", "--buka-lagi")
    assert cli.ok("hadir", filled, "--json").json["ditutup"]
    assert not cli.ok("hadir", filled, "--buka-lagi", "--json").json["ditutup"]
