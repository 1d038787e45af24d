"""A kegiatan on real services, and what every step is given."""

from datetime import date

import pytest

from bimtek.domain.names import parse_name
from bimtek.domain.people import Participation, Person, Sex
from bimtek.services.planning import NewKegiatan

NAMES = (
    "Siti Aminah, S.Pd.",
    "Budi Santoso",
    "Drs. H. <b>Muhammad Fathurrahman</b> Al-Ghifari Kusumawardhana Ningrat, S.Sos., M.Si., M.A.P.",
    "Siti Rahayu",
    "Wahyu Hidayat, S.H.",
)


@pytest.fixture
def kegiatan(services):
    """One day in two sessions, with the modules of its template."""
    made = services.planning.create(
        NewKegiatan(title="Bimtek Desa Ngawen", template="desa-1-hari", first_day=date(2027, 3, 5))
    )
    return services.planning.get(made.id)


@pytest.fixture
def people(services, kegiatan):
    """Five peserta of two unsur."""
    drafts = [
        Participation(
            id="",
            kegiatan_id="",
            person=Person(
                id="",
                name=parse_name(name),
                sex=(Sex.FEMALE, Sex.MALE)[at % 2],
                unsur=("Perangkat desa", "Kader PKK")[at % 2],
                desa="Ngawen",
            ),
        )
        for at, name in enumerate(NAMES)
    ]
    services.registration.add_all(kegiatan.id, drafts)
    return services.registration.of_kegiatan(kegiatan.id)
