"""Modules are found wherever they lie; a broken one stops no other; nothing is read twice."""

import os
import time
from pathlib import Path

import pytest

from bimtek.content import check
from bimtek.content.library import Library
from bimtek.domain.errors import ModuleBrokenError, NotFoundError
from tests.content.sample import MODUL, write_module


def module_at(folder: Path, id_: str = "uji-coba", version: str = "1.2.0", title: str = "Modul uji") -> Path:
    text = MODUL.replace('"uji-coba"', f'"{id_}"').replace("1.2.0", version).replace("Modul uji", title)
    return write_module(folder, {"modul.toml": text})


def broken_at(folder: Path, id_: str = "rusak", version: str = "1.0.0") -> Path:
    module_at(folder, id_, version)
    (folder / "materi" / "01-awal.md").write_text("# Satu <b>", "utf-8")
    return folder


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of folders in the order they are really read."""
    from bimtek.content import library

    done: list[str] = []
    real = check.read_module

    def counted(folder: Path) -> object:
        done.append(folder.name)
        return real(folder)

    monkeypatch.setattr(library, "read_module", counted)
    return done


def test_modules_of_all_folders_come_by_title(tmp_path: Path) -> None:
    module_at(tmp_path / "a" / "satu", "satu", title="B")
    module_at(tmp_path / "b" / "dua", "dua", title="a")
    library = Library([tmp_path / "a", tmp_path / "b", tmp_path / "tiada"])
    assert [module.id for module in library.modules()] == ["dua", "satu"]
    assert library.broken() == []


def test_a_folder_may_be_a_module_itself(tmp_path: Path) -> None:
    module_at(tmp_path / "stik")
    assert [module.id for module in Library([tmp_path / "stik"]).modules()] == ["uji-coba"]


def test_the_newest_version_wins_by_number_and_not_by_letters(tmp_path: Path) -> None:
    for version in ("1.9.0", "1.10.0", "1.2.30"):
        module_at(tmp_path / version, version=version)
    library = Library([tmp_path])
    assert [module.version for module in library.modules()] == ["1.10.0"]
    assert library.module("uji-coba").version == "1.10.0"


def test_of_equal_versions_the_earlier_folder_wins(tmp_path: Path) -> None:
    module_at(tmp_path / "bawaan" / "m", title="Bawaan")
    module_at(tmp_path / "stik" / "m", title="Stik")
    assert Library([tmp_path / "bawaan", tmp_path / "stik"]).module("uji-coba").title == "Bawaan"


def test_a_broken_module_stops_no_other_and_is_named_with_its_problems(tmp_path: Path) -> None:
    module_at(tmp_path / "baik")
    broken_at(tmp_path / "rusak")
    (tmp_path / "parah").mkdir()
    (tmp_path / "parah" / "modul.toml").write_bytes(b"\xff\xfe = [[[")
    library = Library([tmp_path])
    assert [module.id for module in library.modules()] == ["uji-coba"]
    named = {one.folder.name: one for one in library.broken()}
    assert set(named) == {"rusak", "parah"}
    assert (named["rusak"].id, named["rusak"].problems[0].file) == ("rusak", "materi/01-awal.md")
    assert named["parah"].problems[0].file == "modul.toml"


def test_a_broken_newer_version_leaves_the_older_one_in_use(tmp_path: Path) -> None:
    module_at(tmp_path / "lama")
    broken_at(tmp_path / "baru", "uji-coba", "2.0.0")
    library = Library([tmp_path])
    assert library.module("uji-coba").version == "1.2.0"
    assert [module.version for module in library.modules()] == ["1.2.0"]
    assert [one.folder.name for one in library.broken()] == ["baru"]


def test_asking_for_what_is_missing_or_broken_says_which(tmp_path: Path) -> None:
    broken_at(tmp_path / "rusak")
    library = Library([tmp_path])
    with pytest.raises(ModuleBrokenError, match="rusak"):
        library.module("rusak")
    with pytest.raises(NotFoundError, match="tiada"):
        library.module("tiada")


def test_nothing_is_read_before_it_is_asked_for_and_one_module_alone(
    tmp_path: Path, reads: list[str]
) -> None:
    module_at(tmp_path / "satu", "satu")
    module_at(tmp_path / "dua", "dua")
    library = Library([tmp_path])
    assert reads == []
    library.module("dua")
    assert reads == ["dua"]


def test_a_module_is_read_again_only_when_one_of_its_files_changed(tmp_path: Path, reads: list[str]) -> None:
    folder = module_at(tmp_path / "satu")
    library = Library([tmp_path])
    first = library.module("uji-coba")
    assert library.modules() == [first]
    assert library.module("uji-coba") is first
    assert reads == ["satu"]
    slide = folder / "materi" / "01-awal.md"
    slide.write_text(slide.read_text("utf-8").replace("# Pembuka", "# Pembukaan"), "utf-8")
    os.utime(slide, ns=(1, 1))
    again = library.module("uji-coba")
    assert again.slides[0].title[0].text == "Pembukaan"
    assert reads == ["satu", "satu"]
    (folder / "media" / "lingkaran.svg").unlink()
    with pytest.raises(ModuleBrokenError):
        library.module("uji-coba")


def test_two_thousand_strange_files_do_not_hold_it_up(tmp_path: Path) -> None:
    folder = module_at(tmp_path / "satu")
    for number in range(2000):
        (folder / f"sampah-{number}.bin").write_bytes(b"\0" * 10)
        (tmp_path / f"kosong-{number}").mkdir()
        (folder / "materi" / f"catatan-{number}.docx").write_bytes(b"PK")
    started = time.perf_counter()
    assert [module.id for module in Library([tmp_path]).modules()] == ["uji-coba"]
    assert time.perf_counter() - started < 10


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among files")
def test_a_pipe_among_the_texts_is_not_waited_for(tmp_path: Path) -> None:
    folder = module_at(tmp_path / "satu")
    os.mkfifo(folder / "materi" / "00-pipa.md")
    problems = Library([tmp_path]).broken()[0].problems
    assert [str(p.message) for p in problems] == ["Berkas “materi/00-pipa.md” tidak ada."]


def test_too_many_texts_are_refused_before_they_are_read(tmp_path: Path) -> None:
    folder = module_at(tmp_path / "satu")
    for number in range(2000):
        (folder / "materi" / f"{number:04}.md").write_text("<!-- x -->\n# Satu", "utf-8")
    problems = check.check_module(folder)
    assert "Folder ini berisi 2001 berkas; paling banyak 200." in [str(p.message) for p in problems]
