"""People come back as they were stored; codes are never given to another."""

from dataclasses import replace
from datetime import date

import pytest

from bimtek.domain.formatting import folded
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.people import Participation, Person, PersonName, Role, Sex
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.people import PeopleRepository
from bimtek.storage.store import new_id
from tests.storage.day import newcomer


@pytest.fixture
def people(store):
    for id_ in ("k1", "k2"):
        KegiatanRepository(store).add(Kegiatan(id=id_, title=id_), "").result()
    return PeopleRepository(store)


def person(name="Siti Aminah", **facts):
    return Person(id=new_id(), name=PersonName(name), **facts)


def part(who=None, kegiatan="k1", **facts):
    facts = {"code": new_id()[:8].upper(), **facts}
    return Participation(id=new_id(), kegiatan_id=kegiatan, person=who or person(), **facts)


def add(people, *parts):
    """Store them; returns them with the numbers they got."""
    people.add([newcomer(p) for p in parts], "tambah", parts[0].kegiatan_id).result()
    return [people.get(p.id) for p in parts]


def test_everything_of_a_person_comes_back(people):
    who = Person(
        id=new_id(), name=PersonName("Siti Aminah", "Dra. Hj.", "M.Si."), sex=Sex.FEMALE,
        born_on=date(1980, 2, 29), age=47, disability="ya", unsur="Kader", instansi="Pemdes", jabatan="Kasi",
        pangkat="Pembina", golongan="IV/a", id_kind="NIK", id_number="0016085002900001",
        phone="+6281200000001", email="a@b.id", address="Jl. 1", desa="Palon", kecamatan="Jepon",
        kabupaten="Blora", provinsi="Jawa Tengah", wilayah_code="33.16.05.2001",
    )  # fmt: skip
    given = part(
        who, role=Role.NARASUMBER, consent_at="2027-03-05T01:00:00.000000Z", photo_consent=False,
        topic="Hukum",
    )  # fmt: skip
    (stored,) = add(people, given)
    assert stored == replace(given, order=1)
    assert people.get(given.id) == stored
    assert people.of_kegiatan("k1") == [stored]


@pytest.mark.parametrize("photo", [None, True, False])
def test_asked_and_refused_and_never_asked_stay_apart(people, photo):
    (given,) = add(people, part(photo_consent=photo, walk_in=True))
    assert people.get(given.id) == given


def test_everybody_gets_the_next_number_of_their_role(people):
    first = add(people, part(person("Siti")), part(person("Ani")), part(role=Role.NARASUMBER))
    assert [p.order for p in first] == [1, 2, 1]
    assert [p.order for p in add(people, part(), part(role=Role.NARASUMBER))] == [3, 2]
    assert [p.order for p in add(people, part(kegiatan="k2"))] == [1]


def test_lists_run_by_role_and_then_by_number(people):
    speaker, siti, ani = add(people, part(role=Role.NARASUMBER), part(person("Siti")), part(person("Ani")))
    assert people.of_kegiatan("k1") == [siti, ani, speaker]
    assert people.of_kegiatan("k1", Role.NARASUMBER) == [speaker]
    assert people.of_kegiatan("k1", Role.PANITIA) == []


def test_numbering_anew_closes_the_gaps_of_each_role(people):
    siti, ani, budi, speaker = add(people, *(part(person(n)) for n in "SAB"), part(role=Role.NARASUMBER))
    people.remove_participation(siti, "hapus").result()
    people.renumber("k1", "nomor").result()
    assert [(p.id, p.order) for p in people.of_kegiatan("k1")] == [(ani.id, 1), (budi.id, 2), (speaker.id, 1)]


def test_number_of_somebody_removed_is_not_given_again(people):
    _siti, ani = add(people, part(), part())
    people.remove_participation(ani, "hapus").result()
    assert [p.order for p in add(people, part())] == [3]


def test_removed_person_leaves_the_lists_and_stays_known(people):
    given = part(code="AB2C")
    add(people, given)
    people.remove_participation(given, "hapus").result()
    assert (people.get(given.id), people.of_kegiatan("k1"), people.by_code("k1", "AB2C")) == (None, [], None)
    assert [s.person.id for s in people.page()] == [given.person.id]
    assert people.codes("k1") == {"AB2C"}, "a slip may still be in a pocket"


def test_code_belongs_to_one_person_of_one_kegiatan(people):
    (here,) = add(people, part(code="AB2C"))
    (there,) = add(people, part(kegiatan="k2", code="AB2C"))
    assert people.by_code("k1", "AB2C") == here
    assert people.by_code("k2", "AB2C") == there


def test_correcting_a_person_is_seen_wherever_they_take_part(people):
    who = person()
    here, there = part(who), part(who, kegiatan="k2")
    add(people, here)
    people.link([newcomer(there)], "tambah", "k2").result()
    people.update_person(replace(who, name=PersonName("Siti Rahma")), "siti rahma", "ubah").result()
    assert {people.get(p.id).person.name.name for p in (here, there)} == {"Siti Rahma"}
    assert [(s.person.name.name, s.kegiatan_count) for s in people.page()] == [("Siti Rahma", 2)]


def test_role_order_and_topic_can_be_changed(people):
    given = part()
    add(people, given)
    changed = replace(given, role=Role.MODERATOR, order=9, topic="Hukum", consent_at="2027")
    people.update_participation(changed, "ubah").result()
    assert people.get(given.id) == changed


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("siti", {"Siti Aminah", "Nur Siti"}),
        ("AMIN", {"Siti Aminah"}),
        ("minah", set()),
        ("100%", {"100% Sabar"}),
        ("_", set()),
        ("%", set()),
        ("\\", set()),
    ],
)
def test_search_takes_the_beginning_of_any_word_and_no_wildcards(people, typed, found):
    add(people, *(part(person(n)) for n in ("Siti Aminah", "Nur Siti", "100% Sabar", "Budi")))
    key = folded(typed)
    assert {s.person.name.name for s in people.search(key or typed)} == found


def test_pages_show_everybody_once_by_name(people):
    add(people, *(part(person(f"Orang {n % 7}")) for n in range(45)))
    seen, after = [], ("", "")
    while page := people.page(after, limit=10):
        seen += page
        after = (page[-1].sort_key, page[-1].person.id)
    assert len({s.person.id for s in seen}) == len(seen) == 45
    assert [s.sort_key for s in seen] == sorted(s.sort_key for s in seen)


def test_same_phone_names_who_has_it(people):
    siti, budi = person(phone="+62812"), person("Budi", phone="+62812")
    add(people, part(siti), part(budi), part(person("Ani")))
    found = people.same_phone(["+62812", "+62899", ""])
    assert {p.id for p in found["+62812"]} == {siti.id, budi.id}
    assert set(found) == {"+62812"}
