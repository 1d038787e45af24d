"""`hukum periksa|cari|cakupan`."""

from bimtek.host.paths import asset


def own_pack(cli, change):
    """A newer UU TPKS of the user."""
    text = (asset("hukum") / "tpks.toml").read_text(encoding="utf-8").replace('"1.0.0"', '"1.1.0"')
    folder = cli.data / "hukum"
    folder.mkdir(parents=True)
    (folder / "tpks.toml").write_text(change(text), encoding="utf-8")


def lapsed(text):
    head, found, tail = text.partition('id = "tpks-23"\n')
    return head + found + tail.replace('"berlaku"', '"dicabut"\nberlaku_sampai = 2026-06-30', 1)


def test_the_shipped_pack_is_sound_and_checking_makes_no_data(cli):
    assert "0 masalah" in cli.ok("hukum", "periksa").out
    assert cli.ok("hukum", "periksa", "--json").json == []
    assert not cli.data.exists()


def test_every_problem_is_told_with_file_and_line(cli):
    own_pack(cli, lambda text: text.replace("kepastian", "kepastan", 1))
    said = cli("hukum", "periksa")
    assert said.code == 1
    assert "data/hukum/tpks.toml:" in said.out
    assert "Maksud Anda “kepastian”?" in said.out
    told = cli("hukum", "periksa", "--json")
    assert told.code == 1
    assert all(row["baris"] > 1 for row in told.json)


def test_words_find_norms(cli):
    rows = cli.ok("hukum", "cari", "pasal", "23", "tpks", "--json").json
    assert rows[0]["id"] == "tpks-23"
    assert rows[0]["status"] == "berlaku"
    assert "tpks-23" in cli.ok("hukum", "cari", "pasal", "23", "tpks").out
    assert "Tidak ada norma" in cli.ok("hukum", "cari", "zzz").out


def test_all_citations_of_the_shipped_modules_resolve(cli):
    said = cli.ok("hukum", "cakupan").out
    assert "Tidak ditemukan: 0. Belum pasti: 0." in said
    assert cli.ok("hukum", "cakupan", "--json").json["masalah"] == []


def test_a_lapsed_norm_fails_the_coverage_and_names_what_cites_it(cli):
    own_pack(cli, lapsed)
    said = cli("hukum", "cakupan")
    assert said.code == 1
    assert "(tpks-23)" in said.out
    assert "materi/07-respons.md:" in said.out
    told = cli("hukum", "cakupan", "--json")
    assert told.code == 1
    assert {row["norma"] for row in told.json["masalah"]} == {"tpks-23"}
    assert {row["bagian"] for row in told.json["masalah"]} == {"slide", "soal"}
