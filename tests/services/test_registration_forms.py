"""What a form says of a person is stored; what it does not ask for stays."""

from dataclasses import replace
from datetime import date

import pytest

from bimtek.domain.errors import RefusedError
from bimtek.domain.people import Role, Sex
from bimtek.services.planning import NewKegiatan
from bimtek.services.registration import NewPerson


@pytest.fixture
def kegiatan(services):
    new = NewKegiatan(title="Bimtek OCSEA", template="malam-desa", first_day=date(2027, 3, 5))
    return services.planning.create(new)


def test_somebody_written_on_the_list_beforehand_is_no_walk_in(services, kegiatan):
    listed = services.registration.add(kegiatan.id, NewPerson(raw_name="Siti"), walk_in=False)
    came = services.registration.add(kegiatan.id, NewPerson(raw_name="Budi"))
    assert (listed.walk_in, came.walk_in) == (False, True)


def test_correcting_keeps_what_the_form_does_not_ask_for(services, kegiatan):
    part = services.registration.add(kegiatan.id, NewPerson(raw_name="Siti Rekan", phone="0812 0000 0001"))
    known = replace(part.person, born_on=date(1990, 1, 2), golongan="III/a")
    services.registration.update_person(part, known).result()
    part = services.registration.get(part.id)
    new = NewPerson(raw_name="Hj. Siti Rekaan, S.Pd.", sex=Sex.FEMALE, id_number="3316085002900001")
    services.registration.correct(part, new).result()
    person = services.registration.get(part.id).person
    assert (person.name.full, person.sex, person.phone) == ("Hj. Siti Rekaan, S.Pd.", Sex.FEMALE, "")
    assert (person.id_kind, person.id_number) == ("NIK", "3316085002900001")
    assert (person.born_on, person.golongan) == (date(1990, 1, 2), "III/a")


def test_topic_of_a_speaker_is_kept(services, kegiatan):
    part = services.registration.add(
        kegiatan.id, NewPerson(raw_name="Kanit PPA", topic="Aspek hukum"), Role.NARASUMBER
    )
    assert services.registration.get(part.id).topic == "Aspek hukum"
    services.registration.correct(part, NewPerson(raw_name="Kanit PPA", topic="Bukti digital")).result()
    assert services.registration.get(part.id).topic == "Bukti digital"


def test_words_are_no_identity_number(services, kegiatan):
    with pytest.raises(RefusedError):
        services.registration.add(kegiatan.id, NewPerson(raw_name="Siti", id_number="belum punya"))
