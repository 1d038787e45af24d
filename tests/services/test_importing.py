"""An import takes exactly what its preview showed, after a backup, in one change."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bimtek.domain.errors import RefusedError, SpreadsheetError
from bimtek.domain.people import Role
from bimtek.domain.roster.fields import Field
from bimtek.domain.roster.result import Choices
from bimtek.host.paths import asset
from bimtek.services.importing import doubts
from bimtek.services.planning import NewKegiatan

BLORA = asset("contoh/peserta-blora.xlsx")
EXPECTED = json.loads(Path("tests/data/contoh/peserta-blora.harap.json").read_text(encoding="utf-8"))
CHAT = "1. Siti Rekaan – Palon – 0812 0000 0001\n2. Budi Umpama – Jepon – 0812 0000 0002\n"


@pytest.fixture
def kegiatan(services):
    from datetime import date

    new = NewKegiatan(title="Bimtek OCSEA", template="desa-1-hari", first_day=date(2027, 3, 5))
    return services.planning.create(new)


def pasted_preview(services, text, choices=Choices()):  # noqa: B008 - frozen
    services.places.load()
    return services.importing.preview(services.importing.open_pasted(text), choices=choices)


def test_shipped_list_imports_its_33_people_with_a_code_each(services, kegiatan):
    shown = services.importing.preview_file(BLORA, kegiatan.id)
    report = services.importing.accept(kegiatan.id, shown)
    stored = services.registration.of_kegiatan(kegiatan.id)
    assert [p.person.name.full for p in stored] == [o["nama_lengkap"] for o in EXPECTED["orang"]]
    assert [p.person.phone for p in stored] == [o["hp"] for o in EXPECTED["orang"]]
    assert len({p.code for p in stored}) == len(stored) == EXPECTED["jumlah"]["semua"]
    assert (report.added, len(report.preview.importable)) == (33, 33)


def test_import_begins_with_a_backup_and_one_undo_takes_it_back(services, kegiatan):
    services.importing.accept(kegiatan.id, pasted_preview(services, CHAT))
    assert services.backup.list()[0].reason == "sebelum impor peserta"
    assert services.backup.list()[0].contents.titles == ("Bimtek OCSEA",)
    services.history.undo_last(kegiatan.id)
    assert services.registration.of_kegiatan(kegiatan.id) == []


def test_lines_left_out_in_the_preview_are_not_imported(services, kegiatan):
    first = pasted_preview(services, CHAT)
    chosen = Choices(leave_out=frozenset({first.rows[0].line}))
    shown = pasted_preview(services, CHAT, choices=chosen)
    report = services.importing.accept(kegiatan.id, shown, Role.PANITIA)
    added = services.registration.of_kegiatan(kegiatan.id)
    assert [(p.person.name.name, p.role) for p in added] == [("Budi Umpama", Role.PANITIA)]
    assert (report.added, report.preview.read - report.added) == (1, 1)


def test_second_import_of_a_list_names_everybody_who_is_there_already(services, kegiatan):
    shown = pasted_preview(services, CHAT)
    assert services.importing.known(kegiatan.id, shown) == ()
    services.importing.accept(kegiatan.id, shown)
    known = services.importing.known(kegiatan.id, shown)
    assert [(k.line, k.who.person.name.name) for k in known] == [(1, "Siti Rekaan"), (2, "Budi Umpama")]


def test_mapping_can_be_changed(services, kegiatan):
    pasted = "Nama\tAsal\nSiti\tPalon\n"
    shown = pasted_preview(services, pasted)
    assert shown.rows[0].person.instansi == "Palon"
    changed = Choices(mapping=((0, Field.NAMA), (1, Field.DESA)))
    again = pasted_preview(services, pasted, choices=changed)
    assert (again.rows[0].person.desa, again.rows[0].person.instansi) == ("Palon", "")


def test_broken_file_changes_nothing(services, kegiatan, tmp_path):
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(BLORA.read_bytes()[:2000])
    with pytest.raises(SpreadsheetError):
        services.importing.preview_file(broken, kegiatan.id)
    with pytest.raises(SpreadsheetError):
        pasted_preview(services, "  \n ")
    assert services.registration.of_kegiatan(kegiatan.id) == []


def test_preview_without_people_is_refused(services, kegiatan):
    shown = pasted_preview(services, "a\tb\nc\td\n")
    with pytest.raises(RefusedError):
        services.importing.accept(kegiatan.id, shown)


def test_unknown_sheet_is_named(services):
    with pytest.raises(SpreadsheetError, match="Hari 9"):
        services.importing.preview_file(BLORA, sheet="Hari 9")


def test_the_blora_day_brings_its_people_and_is_marked(services):
    kegiatan = services.blora.plan()
    services.blora.import_people(kegiatan)
    people = services.registration.of_kegiatan(kegiatan.id)
    assert kegiatan.sample
    assert sum(p.role is Role.PESERTA for p in people) == 33
    assert any(p.role is Role.NARASUMBER for p in people)


CLEAR = "Nama\tL/P\tDesa\nSiti Rekaan\tP\tPalon\nBudi Umpama\tL\tJepon\n"
ASKING = {
    "row": "Nama\tL/P\nSiti\tP\n\tL\n",
    "second line of the header": "Nama\tDesa\n\tPalon\nSiti\tPalon\n",
    "unused column": "Nama\tHobi\nSiti\tMenari\n",
    "left out": "DAFTAR\nNama\tL/P\nSiti\tP\n",
    "twice": "Nama\tL/P\nSiti\tP\nSiti\tP\n",
    "guessed": CHAT,
    "no name": "Desa\tL/P\nPalon\tP\n",
}


def test_a_list_that_leaves_no_question_is_imported_at_once(services, kegiatan):
    source = services.importing.open_pasted(CLEAR)
    assert doubts(source, services.importing.preview(source)) == 0
    report = services.importing.accept_clear(kegiatan.id, source)
    assert report.added == 2
    assert [p.person.name.name for p in services.registration.of_kegiatan(kegiatan.id)] == [
        "Siti Rekaan",
        "Budi Umpama",
    ]


@pytest.mark.parametrize("text", ASKING.values(), ids=ASKING)
def test_a_list_that_leaves_a_question_stores_nobody(services, kegiatan, text):
    source = services.importing.open_pasted(text)
    assert doubts(source, services.importing.preview(source)) > 0
    assert services.importing.accept_clear(kegiatan.id, source) is None
    assert services.registration.of_kegiatan(kegiatan.id) == []


def test_people_who_take_part_already_are_a_question_too(services, kegiatan):
    source = services.importing.open_pasted(CLEAR)
    services.importing.accept_clear(kegiatan.id, source)
    assert services.importing.accept_clear(kegiatan.id, source) is None
    assert len(services.registration.of_kegiatan(kegiatan.id)) == 2


def test_another_sheet_is_a_question(services):
    source = services.importing.open_pasted(CLEAR)
    (sheet,) = source.sheets
    two = replace(source, sheets=(sheet, replace(sheet, name="Lain")))
    assert doubts(two, services.importing.preview(source)) == 1
    assert doubts(replace(source, too_large=("Besar",)), services.importing.preview(source)) == 1


def test_villages_of_a_kegiatan_that_is_not_there_yet_are_looked_up_near_its_place(services):
    services.places.load()
    source = services.importing.open_pasted("Nama\tDesa\nSiti\tNgawen\n")
    (alone,) = services.importing.preview(source).rows
    (near,) = services.importing.preview(source, near="33.16").rows
    assert (alone.person.wilayah_code, near.person.wilayah_code[:5]) == ("", "33.16")
