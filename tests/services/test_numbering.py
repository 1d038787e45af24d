"""Numbers on lists: each role from 1, closed up until the first printing, frozen from then on."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bimtek.domain.people import Role
from bimtek.services.papers.request import PaperRequest
from bimtek.services.registration import NewPerson


@pytest.fixture
def kegiatan(services):
    return services.blora.plan()


def add(services, kegiatan, name, role=Role.PESERTA):
    return services.registration.add(kegiatan.id, NewPerson(raw_name=name), role)


def numbers(services, kegiatan, role=Role.PESERTA):
    document = services.papers.document(
        services.planning.get(kegiatan.id), PaperRequest(key="daftar-hadir", role=role)
    )
    return [(who.order, who.person.name.name) for who in document.people]


def print_list(services, kegiatan, folder):
    offers = services.papers.offers(services.planning.get(kegiatan.id))
    offer = next(o for o in offers if o.request.key == "daftar-hadir")
    services.papers.save(services.planning.get(kegiatan.id), offer, folder / offer.file_name)


def test_every_role_counts_from_one(services, kegiatan):
    assert add(services, kegiatan, "Budi Contoh").order == 1
    assert add(services, kegiatan, "Sari Contoh").order == 2
    speakers = services.registration.of_kegiatan(kegiatan.id, Role.NARASUMBER)
    assert [who.order for who in speakers] == [1, 2, 3]


def test_a_removal_before_printing_leaves_no_gap(services, kegiatan, tmp_path):
    people = [add(services, kegiatan, name) for name in ("Adi", "Budi", "Citra")]
    services.registration.remove(people[1]).result()
    print_list(services, kegiatan, tmp_path)
    assert numbers(services, kegiatan) == [(1, "Adi"), (2, "Citra")]


def test_after_printing_a_removal_leaves_its_number_and_walk_ins_append(services, kegiatan, tmp_path):
    people = [add(services, kegiatan, name) for name in ("Adi", "Budi", "Citra")]
    print_list(services, kegiatan, tmp_path)
    services.registration.remove(people[1]).result()
    add(services, kegiatan, "Dewi")
    assert numbers(services, kegiatan) == [(1, "Adi"), (3, "Citra"), (4, "Dewi")]


def test_a_blank_form_freezes_nothing(services, kegiatan):
    fresh = services.planning.get(kegiatan.id)
    assert services.papers.before_printing(fresh, PaperRequest(key="daftar-hadir", blank_rows=20)) is fresh


def test_many_walk_ins_at_once_get_different_numbers_and_codes(services, kegiatan):
    with ThreadPoolExecutor(8) as pool:
        people = list(pool.map(lambda n: add(services, kegiatan, f"Orang Contoh {n}"), range(40)))
    assert sorted(who.order for who in people) == list(range(1, 41))
    assert len({who.code for who in people}) == 40
