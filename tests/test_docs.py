"""What the documents promise is there, and the command line explains itself in Indonesian."""

import re
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bimtek.cli import main as command_line
from bimtek.cli.click_words import label_usage, speak_indonesian
from bimtek.services.settings import SETTINGS
from tests.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TERMS = (
    "kegiatan bimtek daftar_hadir sertifikat berita_acara rekap_nilai narasumber instansi jp kop nik nip desa"
    " kecamatan kabupaten provinsi pasal ayat uu tpks kbgo ocsea uptd_ppa aph tenaga_layanan unsur jabatan"
    " pangkat golongan wilayah orang keikutsertaan berkas perubahan"
)
CLICK_ENGLISH = re.compile(
    r"\b(?:Usage|Options|Commands|OPTIONS|COMMAND|ARGS|TEXT|INTEGER|DIRECTORY|FILENAME|PATH|Show|this|message"
    r"|and|exit|the|default|required|Error|Try|for|help\.)\b"
)


def targets():
    return set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_make_target_that_is_named_exists(text):
    named = set(re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)$", text, re.MULTILINE))
    wanted = {one or other for one, other in named}
    assert wanted
    assert wanted <= targets()


def test_every_file_that_is_named_exists():
    named = set(re.findall(r"`((?:assets|modules|tests|bimtek)/[\w./-]*\w/?)`", README + CONTRIBUTING))
    named |= {
        f"bimtek/{p}" for p in re.findall(r"`((?:domain|storage|services|ui|cli)/\w+\.py)`", CONTRIBUTING)
    }
    named -= {name for name in named if Path(name).stem == "x"}
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    assert len(named) > 10


def test_the_glossary_holds_the_closed_list():
    glossary = CONTRIBUTING.split("## Words")[1].split("## Text")[0]
    words = set(re.findall(r"\w+", glossary.casefold()))
    assert [term for term in re.findall(r"\w+", TERMS) if term not in words] == []


def test_every_dependency_has_its_reason():
    reasons = CONTRIBUTING.split("## Dependencies")[1].split("## Speed")[0].casefold()
    names = [re.match(r"[\w-]+", line)[0] for line in PYPROJECT["project"]["dependencies"]]
    assert [name for name in names if name.casefold() not in reasons] == []


def test_every_setting_is_described():
    assert [s.key for s in SETTINGS if not (str(s.label) and str(s.help).endswith("."))] == []
    assert [s.key for s in SETTINGS if s.shown and f"`{s.key}`" not in README] == []


def test_the_changelog_has_a_part_for_this_version():
    from bimtek import __version__

    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def root():
    """The command line as `run_command` makes it."""
    speak_indonesian()
    command_line._add_commands()
    label_usage(command_line.root)
    return command_line.root


def below(command, path=()):
    yield path, command
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from below(child, (*path, name))


def helps(root):
    for path, command in below(root):
        done = CliRunner().invoke(root, [*path, "--help"], prog_name="bimtek", obj=(None, None))
        assert done.exit_code == 0, done.output
        yield path, command, done.output


def test_every_command_explains_itself(root):
    for path, command, text in helps(root):
        assert command.help, path
        assert text.startswith("Cara pakai: bimtek"), path
        plain = [o.opts for o in command.params if isinstance(o, click.Option) and not (o.help or o.hidden)]
        assert plain == [], path


def test_no_word_of_click_is_left_in_english(root):
    left = {path: found for path, _command, text in helps(root) if (found := CLICK_ENGLISH.findall(text))}
    assert left == {}


@pytest.mark.parametrize(
    "arguments",
    [["nothing"], ["modul"], ["modul", "perksa"], ["hadir"], ["hadir", "--sesi"], ["--apa"],
     ["peserta", "impor", "x", "tidak-ada.xlsx"], ["pulihkan", "a", "b"], ["modul", "periksa", "README.md"]],
    ids=" ".join,
)  # fmt: skip
def test_mistyped_commands_are_answered_in_indonesian(root, arguments):
    done = CliRunner().invoke(root, arguments, prog_name="bimtek", obj=(None, None))
    assert done.exit_code == 1
    assert CLICK_ENGLISH.findall(done.output) == []
    assert "Cara pakai" in done.output or "Pilihan" in done.output


def test_every_command_of_the_readme_exists(root):
    known = {" ".join(path) for path, _command in below(root)}
    table = README.split("| `python main.py")[1].split("Errors go")[0]
    named = set(re.findall(r"`((?:[a-z]+ )?[a-z]+(?:-[a-z]+)*)[ `]", table))
    assert {"demo", "modul daftar", "modul periksa", "kegiatan buat", "cadangkan", "pulihkan"} <= known
    group = "cetak daftar-hadir"
    assert group in named
    assert {name for name in named if name.split()[0] in {p.split()[0] for p in known if p}} <= known
