"""A kegiatan from a template, a file or an earlier one; changing, moving, removing it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bimtek.domain.clock import Zone
from bimtek.domain.errors import FileTroubleError, NotFoundError, RefusedError
from bimtek.domain.kegiatan import Letterhead, NumberRule, Paper, PaperOptions, Signatory
from bimtek.domain.logo_place import LogoPlace
from bimtek.domain.people import Role
from bimtek.domain.place import Place
from bimtek.services.planning import NewKegiatan
from tests.services.day import DAY, attended, people, planned

BLORA = Path("assets/contoh/kegiatan-blora.toml")


def new(**facts):
    return NewKegiatan(**{"title": "Bimtek", "template": "desa-1-hari", "first_day": DAY, **facts})


def stored(services, kegiatan):
    return services.planning.get(kegiatan.id)


# --- from a template ----------------------------------------------------------------------------


def test_templates_run_from_one_day_to_the_evening(services):
    assert [t.key for t in services.planning.templates()] == ["desa-1-hari", "desa-2-hari", "malam-desa"]


@pytest.mark.parametrize("template", ["desa-1-hari", "desa-2-hari", "malam-desa"])
def test_every_template_gives_a_kegiatan_with_the_jp_it_promises(services, template):
    promised = next(t for t in services.planning.templates() if t.key == template)
    made = services.planning.create(new(template=template))
    assert made == stored(services, made)
    assert made.jp == promised.jp
    assert len(made.dates) == promised.days
    assert {s.on_date for s in made.sessions} == set(made.dates)
    assert made.modules == promised.modules


@pytest.mark.parametrize("modules", [(), ("modul-lain",), ("memahami-ocsea", "modul-lain")])
def test_modules_that_are_chosen_are_those_of_the_kegiatan_and_of_its_agenda(services, modules):
    made = services.planning.create(new(modules=modules))
    assert made.modules == modules
    assert {line.module for line in made.agenda if line.module} == {"memahami-ocsea"} & set(modules)
    assert made.jp == 9


def test_new_one_takes_its_defaults_from_place_and_settings(services):
    services.settings.put("instansi", "Dinsos PPPA").result()
    services.settings.put("menit_per_jp", 60).result()
    services.settings.put("min_kehadiran", 0.75).result()
    made = services.planning.create(
        new(place=Place(kabupaten="Kabupaten Merauke", wilayah_code="93.01"), template="desa-2-hari")
    )
    assert (made.organiser, made.minutes_per_jp, made.min_attendance) == ("Dinsos PPPA", 60, 0.75)
    assert (made.zone, made.issue_city) == (Zone.WIT, "Merauke")
    assert made.issued_on == made.dates[-1] == DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("kabupaten", "city"),
    [("Kabupaten Blora", "Blora"), ("Kota Semarang", "Semarang"), ("Kab. Pati", "Pati"), ("", "")],
)
def test_town_of_issue_is_the_kabupaten_without_its_kind(services, kabupaten, city):
    assert services.planning.create(new(place=Place(kabupaten=kabupaten))).issue_city == city


@pytest.mark.parametrize("title", ["", "   ", "\u200b\t"])
def test_title_is_needed(services, title):
    with pytest.raises(RefusedError, match="Nama kegiatan belum diisi"):
        services.planning.create(new(title=title))
    assert services.overview.page() == []


def test_title_is_cleaned_and_has_a_longest_length(services):
    assert services.planning.create(new(title="  Bimtek\n OCSEA \u202e ")).title == "Bimtek OCSEA"
    services.planning.create(new(title="x" * 300))
    with pytest.raises(RefusedError, match="terlalu panjang"):
        services.planning.create(new(title="x" * 301))


def test_unknown_template_is_said_in_words(services):
    with pytest.raises(NotFoundError, match="Templat itu tidak ada"):
        services.planning.create(new(template="lain"))


# --- from a file --------------------------------------------------------------------------------


def test_file_brings_kegiatan_pictures_and_people(services):
    made, found = services.planning.create_from_file(BLORA)
    assert made == stored(services, made)
    assert made.dates == (date(2024, 3, 5),)
    assert made.sample
    assert all(services.letterheads.read(digest) for digest in made.letterhead.logos)
    assert {p.role for p in found} >= {Role.NARASUMBER, Role.FASILITATOR}
    assert made.issued_on in made.dates or made.issued_on > max(made.dates)


def test_file_with_a_picture_that_is_not_there_makes_nothing(services, tmp_path):
    text = BLORA.read_text(encoding="utf-8")
    (tmp_path / "kegiatan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FileTroubleError, match="tidak dapat dipakai"):
        services.planning.create_from_file(tmp_path / "kegiatan.toml")
    assert services.overview.page() == []


# --- again on other dates -----------------------------------------------------------------------


def test_copy_has_the_same_agenda_papers_and_signers_and_no_people(services):
    old = planned(services)
    services.planning.set_papers(old, PaperOptions(paper=Paper.F4, list_profile="B")).result()
    kop = Letterhead(unit="Dinsos", logos=("aa",), logo_places=(LogoPlace(x=2, y=1, width=18),))
    services.planning.set_letterhead(stored(services, old), kop).result()
    who = people(services, stored(services, old), 2)
    attended(services, old, who)
    old = stored(services, old)
    made = services.planning.duplicate(old.id, DAY + timedelta(days=30), "Bimtek kedua")
    assert made == stored(services, made)
    assert (made.title, made.dates, made.jp) == ("Bimtek kedua", (DAY + timedelta(days=30),), old.jp)
    assert made.papers.paper is Paper.F4
    assert made.letterhead == kop
    assert [(s.name, s.title_lines) for s in made.signatories] == [
        (s.name, s.title_lines) for s in old.signatories
    ]
    assert services.registration.of_kegiatan(made.id) == []
    ids = {
        made.id,
        *(s.id for s in made.sessions),
        *(a.id for a in made.agenda),
        *(s.id for s in made.signatories),
    }
    assert ids.isdisjoint(
        {old.id, *(s.id for s in old.sessions), *(a.id for a in old.agenda), *(s.id for s in old.signatories)}
    )
    assert stored(services, old) == old


def test_copy_has_open_sessions_and_its_own_issue_date(services):
    old = planned(services)
    services.attendance.close_session(old.id, old.sessions[0].id)
    made = services.planning.duplicate(old.id, DAY + timedelta(days=365))
    assert {s.closed_at for s in made.sessions} == {""}
    assert made.issued_on == made.dates[-1]


def test_copy_of_a_sample_is_no_sample_and_its_lists_are_not_frozen(services):
    old = services.blora.plan()
    services.planning.set_papers(old, replace(old.papers, numbers_frozen=True)).result()
    made = services.planning.duplicate(old.id, DAY)
    assert not made.sample
    assert not made.papers.numbers_frozen


def test_copy_keeps_the_gap_between_days(services):
    old = planned(services)
    far = replace(old.sessions[1], on_date=DAY + timedelta(days=3))
    services.planning.set_sessions(old, (old.sessions[0], far)).result()
    made = services.planning.duplicate(old.id, date(2028, 1, 1))
    assert made.dates == (date(2028, 1, 1), date(2028, 1, 4))
    assert [s.on_date for s in made.sessions] == list(made.dates)


# --- changing -----------------------------------------------------------------------------------


def test_sessions_bring_the_dates_of_the_kegiatan_with_them(services):
    old = planned(services)
    moved = tuple(replace(s, on_date=DAY + timedelta(days=n)) for n, s in enumerate(old.sessions))
    services.planning.set_sessions(old, moved).result()
    assert stored(services, old).dates == (DAY, DAY + timedelta(days=1))


def test_moving_keeps_gaps_ids_and_marks(services):
    old = planned(services)
    (who,) = people(services, old, 1)
    attended(services, old, [who])
    services.planning.move(old, DAY + timedelta(days=100)).result()
    moved = stored(services, old)
    assert moved.dates == (DAY + timedelta(days=100),)
    assert moved.issued_on == DAY + timedelta(days=100)
    assert [s.id for s in moved.sessions] == [s.id for s in old.sessions]
    assert services.attendance.presence_of_all(moved)[who.id].jp == old.jp


@pytest.mark.parametrize(
    ("facts", "words"), [({"title": " "}, "belum diisi"), ({"dates": ()}, "satu tanggal")]
)
def test_change_that_takes_what_is_needed_is_refused(services, facts, words):
    old = planned(services)
    with pytest.raises(RefusedError, match=words):
        services.planning.update(replace(old, **facts))
    assert stored(services, old) == old


def test_signers_and_kop_become_the_default_of_the_next_kegiatan(services):
    old = planned(services)
    signer = Signatory(paper="daftar-hadir", place="kiri", title_lines=("Camat",), name="Ani", id_number="1")
    services.planning.set_signatories(old, [signer]).result()
    place = LogoPlace(x=3, y=0, width=20, from_right=True)
    kop = Letterhead(parent="Pemkab", unit="Dinsos", logos=("aa",), logo_places=(place,))
    services.planning.set_letterhead(old, kop).result()
    made = services.planning.create(new(title="Berikutnya"))
    assert [(s.paper, s.place, s.title_lines, s.name) for s in made.signatories] == [
        ("daftar-hadir", "kiri", ("Camat",), "Ani")
    ]
    assert {s.id for s in made.signatories}.isdisjoint(s.id for s in stored(services, old).signatories)
    assert made.letterhead == kop


def test_numbers_are_kept(services):
    old = planned(services)
    rules = NumberRule(pattern="{urut}", start=5), NumberRule(pattern="SK-{urut}", scope="tahun")
    services.planning.set_numbers(old, *rules).result()
    found = stored(services, old)
    assert (found.certificate_numbers, found.statement_numbers) == rules


def test_removing_can_be_undone(services):
    old = planned(services)
    services.planning.remove(old.id).result()
    with pytest.raises(NotFoundError, match="tidak ada lagi"):
        services.planning.get(old.id)
    assert services.history.undo_last(old.id) == "Kegiatan dihapus"
    assert stored(services, old) == old


# --- finding ------------------------------------------------------------------------------------


def test_found_by_code_and_refused_when_several_are_called_that(services):
    one = planned(services)
    assert services.planning.find("oc-1") == one
    assert services.planning.find(one.id) == one
    planned(services, "Kedua")
    with pytest.raises(RefusedError, match="Ada 2 kegiatan bernama “OC-1”"):
        services.planning.find("OC-1")
    with pytest.raises(NotFoundError, match="“lain” tidak ada"):
        services.planning.find("lain")
