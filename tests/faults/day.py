"""A kegiatan with thirty people, attendance taken, ready for tests and papers."""

from pathlib import Path

from bimtek.app import Services
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.names import parse_name
from bimtek.domain.people import Participation, Person, Sex

PEOPLE = 30


def planned_day(services: Services, people: int = PEOPLE) -> Kegiatan:
    """The sample kegiatan with plainly invented people, all of them present."""
    kegiatan = services.blora.plan()
    services.registration.add_all(kegiatan.id, [somebody(n) for n in range(1, people + 1)])
    for session in kegiatan.sessions:
        for who in services.registration.of_kegiatan(kegiatan.id):
            services.attendance.check_in(who, session.id, consent=True)
    services.attendance.close_session(kegiatan.id, kegiatan.sessions[0].id)
    return services.planning.get(kegiatan.id)


def somebody(n: int) -> Participation:
    """A plainly invented person."""
    name = parse_name(f"Peserta Contoh Nomor {n}, S.Sos.")
    person = Person(id="", name=name, sex=Sex.FEMALE if n % 2 else Sex.MALE, desa="Contoh")
    return Participation(id="", kegiatan_id="", person=person)


def data_files(folder: Path) -> set[str]:
    """Names of all files in a folder, temporary ones too."""
    return {path.name for path in folder.rglob("*") if path.is_file()}
