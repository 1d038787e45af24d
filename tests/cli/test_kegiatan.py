"""`kegiatan buat|daftar`."""

import pytest

BLORA = "assets/contoh/kegiatan-blora.toml"


def test_nothing_yet_says_how_to_begin(cli):
    assert "kegiatan buat" in cli.ok("kegiatan", "daftar").out
    assert cli.ok("kegiatan", "daftar", "--json").json == []


def test_made_from_a_file_and_listed(cli):
    made = cli.ok("kegiatan", "buat", BLORA, "--json").json
    assert set(made) == {"id", "judul", "jp"}
    assert made["jp"] > 0
    (row,) = cli.ok("kegiatan", "daftar", "--json").json
    assert (row["id"], row["judul"], row["tanggal"], row["peserta"], row["contoh"]) == (
        made["id"],
        made["judul"],
        ["2024-03-05"],
        0,
        True,
    )
    shown = cli.ok("kegiatan", "daftar").out
    assert made["judul"] in shown
    assert made["id"] in shown
    assert "5 Maret 2024" in shown


def test_said_in_a_sentence_without_json(cli):
    said = cli.ok("kegiatan", "buat", BLORA).out
    assert said.startswith("Kegiatan dibuat: Bimbingan Teknis")
    assert "ID: " in said


def test_all_of_a_long_list_is_shown(cli, services):
    from datetime import date

    from bimtek.services.planning import NewKegiatan

    for n in range(105):
        new = NewKegiatan(title=f"K{n}", template="malam-desa", first_day=date(2027, 1, 1 + n % 28))
        services.planning.create(new)
    services.close()
    assert len(cli.ok("kegiatan", "daftar", "--json").json) == 105


@pytest.mark.parametrize("content", ["judul = 5\n", "bukan toml", 'judul = "x"\ntanggal = []\n'])
def test_broken_file_makes_nothing(cli, tmp_path, content):
    (tmp_path / "rusak.toml").write_text(content)
    said = cli.refused("kegiatan", "buat", tmp_path / "rusak.toml")
    assert "Berkas kegiatan rusak.toml belum dapat dibaca" in said
    assert "Data Anda tidak berubah." in said
    assert cli.ok("kegiatan", "daftar", "--json").json == []


def test_everything_about_numbers_is_shown_and_changed(cli, blora):
    shown = cli.ok("kegiatan", "nomor", blora).out
    assert shown.splitlines() == [
        "Sertifikat berikutnya: 400.2/001/OCSEA/III/2024",
        "Surat keterangan berikutnya: 400.2/SK-001/OCSEA/III/2024",
    ]
    told = cli.ok(
        *("kegiatan", "nomor", blora, "--json"),
        *("--pola", " {klasifikasi}/{urut:4}/{kode_instansi} ", "--mulai", 12, "--urutan", "tahun"),
        *("--pola-surat", "S-{urut}/{kode_kegiatan}", "--mulai-surat", 5, "--urutan-surat", "semua"),
        *("--kode", "K", "--klasifikasi", "400.3", "--kode-instansi", "DINSOS"),
    ).json
    assert told == {
        "kode": "K",
        "klasifikasi": "400.3",
        "kode_instansi": "DINSOS",
        "nomor": {
            "sertifikat": {"pola": "{klasifikasi}/{urut:4}/{kode_instansi}", "mulai": 12, "urutan": "tahun"},
            "surat_keterangan": {"pola": "S-{urut}/{kode_kegiatan}", "mulai": 5, "urutan": "semua"},
        },
        "berikutnya": {"sertifikat": "400.3/0012/DINSOS", "surat_keterangan": "S-5/K"},
        "masalah": [],
    }
    assert cli.ok("kegiatan", "nomor", blora, "--json").json == told, "it was stored"
    assert (
        "Perhatikan: Kode instansi belum diisi."
        in cli.ok("kegiatan", "nomor", blora, "--kode-instansi", "").out
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--pola", "{nomor}/{thn}"), "tidak dikenal: nomor"),
        (("--pola-surat", "{urut"), "tidak dikenal: {"),
        (("--mulai", "0"), "0 di luar"),
        (("--mulai", "satu"), "'satu' bukan angka"),
        (("--urutan", "bulan"), "bukan salah satu dari"),
    ],
)
def test_rule_that_is_not_understood_changes_nothing(cli, blora, options, words):
    before = cli.ok("kegiatan", "nomor", blora, "--json").json
    assert words in cli.refused("kegiatan", "nomor", blora, *options)
    assert cli.ok("kegiatan", "nomor", blora, "--json").json == before
