"""A kegiatan of one day that is ready for everything, made through the services."""

from dataclasses import replace
from datetime import date

from bimtek.app import Services
from bimtek.domain.kegiatan import Kegiatan, Signatory
from bimtek.domain.people import Participation
from bimtek.domain.place import Place
from bimtek.services.planning import NewKegiatan
from bimtek.services.registration import NewPerson

DAY = date(2027, 3, 5)
PLACE = Place(hall="Aula Contoh", kabupaten="Kabupaten Blora")
SIGNER = Signatory(title_lines=("Kepala Dinas",), name="Budi Contoh", id_number="197001011995032001")


def planned(services: Services, title: str = "Bimtek OCSEA", first_day: date = DAY) -> Kegiatan:
    """One day from the template, with a code and somebody who signs."""
    made = services.planning.create(
        NewKegiatan(title=title, template="desa-1-hari", first_day=first_day, place=PLACE, organiser="Dinsos")
    )
    services.planning.update(replace(made, code="OC-1")).result()
    services.planning.set_signatories(made, [SIGNER]).result()
    return services.planning.get(made.id)


def people(services: Services, kegiatan: Kegiatan, count: int) -> list[Participation]:
    """Plainly invented peserta."""
    return [
        services.registration.add(kegiatan.id, NewPerson(raw_name=f"Peserta Contoh {n}, S.Sos."))
        for n in range(1, count + 1)
    ]


def attended(services: Services, kegiatan: Kegiatan, who: list[Participation]) -> None:
    """They were there in every session."""
    waiting = [services.attendance.check_in(p, s.id, consent=True) for s in kegiatan.sessions for p in who]
    for done in waiting:
        done.result()
