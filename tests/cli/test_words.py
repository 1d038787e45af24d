"""Everything the command line says of itself is Indonesian; mistakes leave code 1 and nothing on stdout."""

import re

import click
import pytest

from bimtek.cli.main import root

ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Show|Exit|Error|Missing|Invalid|No such|Try|unexpected|default|requires|"
    r"does|not|the|this|and|FILE|PATH|TEXT|DIRECTORY|FOLDERS|OPTIONS|ARGS|COMMAND|version|Aborted|help for)\b"
)


def all_commands(command=root, path=()):
    yield path
    if isinstance(command, click.Group):
        for name, below in sorted(command.commands.items()):
            yield from all_commands(below, (*path, name))


def english_in(text):
    """English words outside of the names of options and files."""
    return ENGLISH.findall(re.sub(r"--[a-z-]+|'[^']*'", "", text))


def test_help_of_every_command_is_indonesian_and_names_its_options(cli):
    cli.bare("--help")  # joins the commands to the root
    seen = list(all_commands())
    assert {("cetak", "semua"), ("peserta", "impor"), ("modul", "periksa"), ("pulihkan",), ("demo",)} <= set(
        seen
    )
    for path in seen:
        said = cli.bare(*path, "--help")
        assert (said.code, said.err) == (0, "")
        assert "Cara pakai: bimtek" in said.out
        assert english_in(said.out) == [], path


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("hapus",), "Perintah 'hapus' tidak ada."),
        (("kegiatan", "hapus"), "Perintah 'hapus' tidak ada."),
        (("kegiatan",), "Perintah:\n  buat"),
        (("kegiatan", "daftar", "--xml"), "Pilihan '--xml' tidak ada."),
        (("kegiatan", "daftar", "lagi"), "Ada isi yang tidak dikenal"),
        (("kegiatan", "buat"), "Belum ada isi untuk 'KEGIATAN.TOML'."),
        (("hadir",), "Belum ada isi untuk 'KEGIATAN'."),
        (("peserta", "impor", "x"), "Belum ada isi untuk 'BERKAS'."),
        (("kegiatan", "buat", "tidak-ada.toml"), "Berkas 'tidak-ada.toml' tidak ada."),
        (("kegiatan", "buat", "assets"), "'assets' adalah folder, bukan berkas."),
        (("modul", "periksa", "LICENSE"), "'LICENSE' adalah berkas, bukan folder."),
        (("hadir", "x", "--sesi"), "Pilihan '--sesi' memerlukan isi."),
        (("kegiatan", "daftar", "--json=ya"), "Pilihan '--json' tidak memakai isi."),
    ],
)
def test_mistake_in_a_command_is_explained_in_indonesian(cli, arguments, words):
    said = cli.refused(*arguments)
    assert words in said
    assert english_in(said) == []


def test_near_miss_is_suggested(cli):
    assert "Maksud Anda 'kegiatan'?" in cli.refused("kegiatn")
    assert "Maksud Anda '--json'?" in cli.refused("kegiatan", "daftar", "--jso")


def test_data_folder_that_is_a_file_is_refused(cli, tmp_path):
    (tmp_path / "berkas").write_bytes(b"")
    said = cli.bare("--data", tmp_path / "berkas", "kegiatan", "daftar")
    assert (said.code, said.out) == (1, "")
    assert "adalah berkas, bukan folder" in said.err


def test_without_a_command_the_window_opens_on_that_folder(cli):
    assert cli().code == 0
    assert cli.windows == [cli.data]


def test_version_is_told(cli):
    said = cli.bare("--version")
    assert re.fullmatch(r"Bimtek \d+\.\d+.*\n", said.out)
