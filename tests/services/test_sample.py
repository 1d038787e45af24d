"""The sample is made once, found again, and is plainly invented."""

from bimtek.cli import sample_day
from bimtek.domain.people import Role
from bimtek.services.registration import NewPerson


def test_sample_is_found_once_it_was_made_and_gone_once_it_was_removed(services):
    assert services.sample.find() is None
    made = services.sample.plan()
    assert services.sample.find() == made
    services.planning.remove(made.id).result()
    assert services.sample.find() is None


def test_people_who_run_it_come_with_the_plan_and_peserta_with_the_list(services):
    made = services.sample.plan()
    roles = {p.role for p in services.registration.of_kegiatan(made.id)}
    assert Role.PESERTA not in roles
    assert {Role.NARASUMBER, Role.FASILITATOR} <= roles
    services.sample.import_people(made.id)
    assert len(services.registration.of_kegiatan(made.id, Role.PESERTA)) == 33


def test_no_identity_number_of_anybody_is_in_it(services):
    made = services.sample.create()
    assert {p.person.id_number for p in services.registration.of_kegiatan(made.id)} == {""}


def test_attendance_of_the_sample_day_can_be_taken_again_though_its_sessions_are_closed(services):
    made = services.sample.create()
    present = sample_day.take_attendance(services, made)
    services.registration.add(made.id, NewPerson(raw_name="Datang Terlambat"))
    assert sample_day.take_attendance(services, services.planning.get(made.id)) == present
