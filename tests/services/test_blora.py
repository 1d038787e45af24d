"""The Blora day is made once, found again, and is plainly invented."""

from bimtek.domain.people import Role
from bimtek.services.registration import NewPerson


def test_it_is_found_once_it_was_made_and_gone_once_it_was_removed(services):
    assert services.blora.find() is None
    made = services.blora.open()
    assert services.blora.find() == made == services.blora.open()
    services.planning.remove(made.id).result()
    assert services.blora.find() is None


def test_people_who_run_it_come_with_the_plan_and_peserta_with_the_list(services):
    made = services.blora.plan()
    roles = {p.role for p in services.registration.of_kegiatan(made.id)}
    assert Role.PESERTA not in roles
    assert {Role.NARASUMBER, Role.FASILITATOR} <= roles
    assert services.blora.import_people(made) == services.blora.import_people(made) == 33


def test_no_identity_number_of_anybody_is_in_it(services):
    made = services.blora.plan()
    services.blora.import_people(made)
    assert {p.person.id_number for p in services.registration.of_kegiatan(made.id)} == {""}


def test_attendance_can_be_taken_again_though_its_sessions_are_closed(services):
    made = services.blora.open()
    services.blora.import_people(made)
    present = services.blora.take_attendance(made)
    services.registration.add(made.id, NewPerson(raw_name="Datang Terlambat"))
    assert services.blora.take_attendance(services.planning.get(made.id)) == present
