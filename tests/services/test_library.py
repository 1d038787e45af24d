"""Modules at hand: shipped and the user's own; a broken one stops no other."""

import shutil

import pytest

from bimtek.content import library as content_library
from bimtek.content.problems import grave
from bimtek.domain.errors import BimtekError, NotFoundError
from bimtek.host.paths import shipped_modules
from bimtek.host.usb import module_folders
from bimtek.services import library as service_library
from bimtek.services.library import ModuleLibrary

OWN = "memahami-ocsea"

# Slides are measured: one application for all tests of a process, as every window test wants it.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def own(services):
    folder = services.folder.modules / "modul-saya"
    shutil.copytree(shipped_modules() / OWN, folder)
    return folder


def test_shipped_module_is_there_and_clean(services):
    assert OWN in [m.id for m in services.library.modules()]
    assert services.library.module(OWN).title
    assert services.library.broken() == []
    assert grave(services.library.check(shipped_modules() / OWN)) == []


def test_named_modules_come_once_each_and_in_order(services):
    assert [m.id for m in services.library.load([OWN, OWN])] == [OWN]
    assert services.library.load([]) == []
    with pytest.raises(NotFoundError):
        services.library.load([OWN, "tidak-ada"])


def test_broken_module_is_listed_and_the_others_work(services, own):
    manifest = own / "modul.toml"
    text = manifest.read_text(encoding="utf-8").replace(OWN, "modul-saya")
    manifest.write_text(text.replace("versi", "versii"), encoding="utf-8")
    assert [m.id for m in services.library.modules()] == [OWN]
    (broken,) = services.library.broken()
    assert broken.folder == own
    assert broken.problems
    assert own in services.library.folders()
    with pytest.raises(BimtekError):
        services.library.module(broken.id)


def test_a_module_on_a_drive_comes_with_it_and_goes_with_it(tmp_path):
    drives = []
    library = ModuleLibrary([shipped_modules()], lambda: tuple(module_folders(drives)))
    own = tmp_path / "FLASHDISK" / "modul-bimtek" / "modul-usb"
    shutil.copytree(shipped_modules() / OWN, own)
    manifest = own / "modul.toml"
    text = manifest.read_text(encoding="utf-8").replace(f'"{OWN}"', '"modul-usb"', 1)
    manifest.write_text(text, encoding="utf-8")
    assert [m.id for m in library.modules()] == [OWN]
    drives.append(tmp_path / "FLASHDISK")
    assert sorted(m.id for m in library.modules()) == sorted([OWN, "modul-usb"])
    drives.clear()
    assert [m.id for m in library.modules()] == [OWN]


def test_drives_without_the_folder_are_passed_over(tmp_path):
    assert module_folders([tmp_path, tmp_path / "tidak-ada"]) == []


def test_a_slide_that_does_not_fit_is_a_problem_at_its_line(own):
    path = own / "materi" / "08-penutup.md"
    path.write_text(
        path.read_text(encoding="utf-8") + "\n---\n\n# Penuh\n\n" + "kata panjang sekali " * 80 + "\n",
        encoding="utf-8",
    )
    line = path.read_text(encoding="utf-8").split("\n").index("# Penuh") + 1
    found = grave(ModuleLibrary([]).check(own))
    assert [(p.file, p.line, str(p.message)) for p in found] == [
        (
            "materi/08-penutup.md",
            line,
            "Isi slide ini tidak muat di layar 16:9 dan 4:3. Kurangi isinya.",
        )
    ]


def counted(services):
    """A library as a later start has it, with what earlier ones remembered, and the folders it reads."""
    read = []
    library = ModuleLibrary(
        [shipped_modules(), services.folder.modules], verdicts=services.folder.module_verdicts
    )
    with pytest.MonkeyPatch.context() as patch:
        whole = content_library.read_module
        patch.setattr(content_library, "read_module", lambda folder: (read.append(folder), whole(folder))[1])
        return library.tally(), read


def test_counting_again_reads_only_what_changed(services, own):
    first, everything = counted(services)
    assert own in everything
    assert counted(services) == (first, [])
    (own / "materi" / "99-baru.md").write_text("# Judul\n\nIsi.\n", encoding="utf-8")
    assert counted(services)[1] == [own]


def test_a_module_that_breaks_after_it_was_counted_is_counted_as_broken(services, own):
    (usable, broken), _read = counted(services)
    assert broken == 0
    manifest = own / "modul.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("versi", "versii"), encoding="utf-8")
    assert counted(services)[0] == (usable, 1)
    shutil.rmtree(own)
    assert counted(services)[0] == (usable, 0)


def test_what_another_version_of_the_program_remembers_is_not_believed(services, own, monkeypatch):
    first, everything = counted(services)
    monkeypatch.setattr(service_library, "__version__", "0.0.9")
    assert counted(services) == (first, everything)


@pytest.mark.parametrize("content", ["rusak", '{"0.1.0": {"x": 5}}', '{"0.1.0": {"x": ["a"]}}', "[]"])
def test_a_damaged_memory_is_worth_nothing_and_harms_nothing(services, own, content):
    first, everything = counted(services)
    services.folder.module_verdicts.write_text(content, encoding="utf-8")
    assert counted(services) == (first, everything)
