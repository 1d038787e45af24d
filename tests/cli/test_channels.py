"""`kanal`, `kanal periksa` and `cetak kartu-kanal`."""

from dataclasses import replace

from bimtek.app import build
from bimtek.host.paths import asset
from tests.documents.reading import Pdf

NUMBER = "0000-0001"


def own_and_called(cli, clock):
    """A data folder in which UPTD PPA was entered and called today."""
    services = build(cli.data, clock)
    try:
        entry = replace(services.channels.blank(), value=NUMBER)
        services.channels.keep(entry).result()
        services.channels.called(entry).result()
    finally:
        services.close()
    return entry


def test_the_shipped_pack_is_sound_and_checking_makes_no_data(cli):
    assert "0 masalah" in cli.ok("kanal", "periksa").out
    assert cli.ok("kanal", "periksa", "--json").json == []
    assert not cli.data.exists()


def test_every_problem_is_told_with_file_and_line(cli):
    text = asset("kanal.toml").read_text(encoding="utf-8").replace("kepastian =", "kepastan =", 1)
    cli.data.mkdir()
    (cli.data / "kanal.toml").write_text(text, encoding="utf-8")
    said = cli("kanal", "periksa")
    assert said.code == 1
    assert "data/kanal.toml:" in said.out
    assert "Maksud Anda “kepastian”?" in said.out
    told = cli("kanal", "periksa", "--json")
    assert told.code == 1
    assert all(row["baris"] > 1 for row in told.json)


def test_the_list_says_state_and_age(cli, clock):
    entry = own_and_called(cli, clock)
    rows = {row["id"]: row for row in cli.ok("kanal", "--json").json}
    assert (rows[entry.id]["status"], rows[entry.id]["umur_hari"]) == ("terverifikasi", 0)
    stale = rows["sapa-telepon"]  # the evidence is of January 2026, the clock stands in March 2027
    assert (stale["status"], stale["boleh_cetak"]) == ("perlu-ditelepon", False)
    assert rows["take-it-down"]["status"] == "belum-diverifikasi"
    said = cli.ok("kanal").out
    assert "1 boleh dicetak hari ini" in said
    assert f"UPTD PPA: {NUMBER} (terverifikasi, 5 Maret 2027, 0 hari)" in said


def test_cards_carry_what_was_called_and_no_number_of_the_stale_pack(cli, clock, tmp_path):
    own_and_called(cli, clock)
    said = cli("cetak", "kartu-kanal", "--keluaran", tmp_path / "keluar", "--json")
    assert said.code == 0
    assert "masih titik-titik" in said.err
    (path,) = said.json
    pdf = Pdf((tmp_path / "keluar" / "kartu_kanal.pdf").read_bytes())
    assert path.endswith("kartu_kanal.pdf")
    assert len(pdf) == 2
    assert len(pdf.words(NUMBER, 0)) == 8
    rows = cli.ok("kanal", "--json").json
    shown = pdf.text
    assert [row["id"] for row in rows if row["nilai"] in shown.split()] == [
        row["id"] for row in rows if row["sendiri"]
    ]


def test_cards_go_to_the_documents_when_no_folder_is_named(cli):
    (path,) = cli("cetak", "kartu-kanal", "--json").json
    assert path.startswith(str(cli.data))
