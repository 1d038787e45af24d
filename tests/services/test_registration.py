"""Adding, finding and correcting people; each has a code and a number of their role."""

from dataclasses import replace

import pytest

from bimtek.domain.errors import RefusedError
from bimtek.domain.names import parse_name
from bimtek.domain.people import Participation, Person, Role
from bimtek.services.registration import MAX_NAME, NewPerson
from tests.services.day import people, planned


@pytest.fixture
def kegiatan(services):
    return planned(services)


def add(services, kegiatan, name, role=Role.PESERTA, **facts):
    return services.registration.add(kegiatan.id, NewPerson(raw_name=name, **facts), role)


def listed(services, kegiatan, role=None):
    return services.registration.of_kegiatan(kegiatan.id, role)


def test_person_is_stored_as_returned_with_code_and_number(services, kegiatan):
    siti, budi = add(services, kegiatan, "Hj. Siti Aminah, S.Sos."), add(services, kegiatan, "Budi")
    assert listed(services, kegiatan) == [siti, budi]
    assert (siti.person.name.front, siti.person.name.name, siti.person.name.back) == (
        "Hj.",
        "Siti Aminah",
        "S.Sos.",
    )
    assert (siti.order, budi.order) == (1, 2)
    assert siti.code != budi.code
    assert siti.walk_in


def test_only_peserta_walk_in(services, kegiatan):
    assert not add(services, kegiatan, "Kanit", Role.NARASUMBER).walk_in


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_name_is_needed(services, kegiatan, name):
    with pytest.raises(RefusedError, match="Nama belum diisi"):
        add(services, kegiatan, name)
    assert listed(services, kegiatan) == []


def test_name_has_a_longest_length(services, kegiatan):
    add(services, kegiatan, "x" * MAX_NAME)
    with pytest.raises(RefusedError, match="terlalu panjang"):
        add(services, kegiatan, "x" * (MAX_NAME + 1))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("0812 3456 7890", "+6281234567890"), ("+62 812-3456-7890", "+6281234567890"), ("", ""), ("  ", "")],
)
def test_phone_number_is_kept_in_one_form(services, kegiatan, typed, stored):
    assert add(services, kegiatan, "Siti", phone=typed).person.phone == stored


@pytest.mark.parametrize("typed", ["0812", "tidak ada", "123456789012345678"])
def test_half_a_phone_number_is_refused(services, kegiatan, typed):
    with pytest.raises(RefusedError, match="Nomor HP belum lengkap"):
        add(services, kegiatan, "Siti", phone=typed)
    assert listed(services, kegiatan) == []


def test_many_are_added_in_order_all_or_none_and_one_undo_takes_them_back(services, kegiatan):
    many = [
        Participation(id="", kegiatan_id="", person=Person(id="", name=parse_name(f"Orang {n}")))
        for n in range(50)
    ]
    assert services.registration.add_all(kegiatan.id, many) == 50
    added = services.registration.of_kegiatan(kegiatan.id)
    assert [p.person.name.name for p in listed(services, kegiatan)] == [f"Orang {n}" for n in range(50)]
    assert [p.order for p in added] == list(range(1, 51))
    assert len({p.code for p in added}) == 50
    services.history.undo_last(kegiatan.id)
    assert listed(services, kegiatan) == []
    assert services.registration.add_all(kegiatan.id, []) == 0


def test_code_of_somebody_removed_is_given_to_nobody_else(services, kegiatan, monkeypatch):
    siti = add(services, kegiatan, "Siti")
    services.registration.remove(siti).result()
    drawn = iter([[siti.code], [siti.code], ["ZZZZ"]])
    monkeypatch.setattr("bimtek.services.codes._drawn", lambda count: next(drawn))
    assert add(services, kegiatan, "Budi").code == "ZZZZ"


def test_known_person_takes_part_again_once_per_role(services, kegiatan):
    siti = add(services, kegiatan, "Siti")
    other = planned(services, "Kedua")
    again = services.registration.add_known(other.id, siti.person)
    assert again.person == siti.person
    with pytest.raises(RefusedError, match="sudah ada di kegiatan ini"):
        services.registration.add_known(other.id, siti.person)
    services.registration.add_known(other.id, siti.person, Role.MODERATOR)
    assert [s.kegiatan_count for s in services.registration.everybody()] == [2]
    assert {title for _id, title, _role in services.registration.history(siti.person.id)} == {
        "Bimtek OCSEA",
        "Kedua",
    }


def test_person_taken_off_can_be_added_again_with_another_code(services, kegiatan):
    siti = add(services, kegiatan, "Siti")
    services.registration.remove(siti).result()
    again = services.registration.add_known(kegiatan.id, siti.person)
    assert again.code != siti.code
    assert listed(services, kegiatan) == [again]


def test_undoing_a_removal_after_adding_the_person_again_is_refused_in_words(services, kegiatan):
    siti = add(services, kegiatan, "Siti")
    services.registration.remove(siti).result()
    removal = services.history.recent(kegiatan.id, 1)[0]
    services.registration.add_known(kegiatan.id, siti.person)
    with pytest.raises(RefusedError, match="tidak dapat diurungkan"):
        services.history.undo(removal.id, kegiatan.id)
    assert len(listed(services, kegiatan)) == 1


def test_correcting_a_name_needs_one(services, kegiatan):
    siti = add(services, kegiatan, "Siti")
    with pytest.raises(RefusedError):
        services.registration.update_person(siti, replace(siti.person, name=parse_name("")))
    services.registration.update_person(siti, replace(siti.person, name=parse_name("Siti Rahma"))).result()
    assert services.registration.get(siti.id).person.name.name == "Siti Rahma"


def test_search_finds_by_any_word_in_any_case_and_nothing_for_nothing(services, kegiatan):
    add(services, kegiatan, "Siti Nur Aisyah")
    for typed in ("aisy", "NUR", "siti"):
        assert [s.person.name.name for s in services.registration.search(typed)] == ["Siti Nur Aisyah"]
    assert services.registration.search("") == services.registration.search("  ") == []


def test_same_name_is_found_with_other_titles_for_the_warning(services, kegiatan):
    siti = add(services, kegiatan, "Siti Aminah, S.Pd.")
    assert services.registration.same_name(kegiatan.id, "Dra. SITI AMINAH") == [siti]
    assert services.registration.same_name(kegiatan.id, "Siti") == []


def test_gaps_are_closed_on_request(services, kegiatan):
    who = people(services, kegiatan, 3)
    services.registration.remove(who[0]).result()
    services.registration.close_gaps(kegiatan.id)
    assert [p.order for p in listed(services, kegiatan)] == [1, 2]
