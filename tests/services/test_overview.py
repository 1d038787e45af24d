"""Where a kegiatan stands follows what was stored."""

from datetime import date, time, timedelta

from bimtek.domain.attendance import Status
from bimtek.domain.next_step import Step, done_steps, next_step
from bimtek.services.overview import in_focus
from bimtek.services.registration import NewPerson
from bimtek.storage.summaries import KegiatanSummary
from tests.services.day import attended, people, planned

DAY = date(2027, 3, 5)


def test_attendance_counts_people_once_over_all_sessions(services):
    kegiatan = planned(services)
    people = [services.registration.add(kegiatan.id, NewPerson(raw_name=n)) for n in ("Siti Rekaan", "Budi")]
    for session in kegiatan.sessions:
        services.attendance.check_in(people[0], session.id, consent=True).result()
    known = services.overview.standing(kegiatan.id)
    assert (known.participants, known.present, known.sessions, known.sessions_closed) == (2, 1, 2, 0)
    assert next_step(known, DAY).step is Step.QUIZ
    assert done_steps(known) == {Step.PREPARE}


def test_closing_sessions_is_seen(services):
    kegiatan = planned(services)
    for session in kegiatan.sessions:
        services.attendance.close_session(kegiatan.id, session.id)
    assert Step.ATTENDANCE in done_steps(services.overview.standing(kegiatan.id))


def test_papers_are_owed_to_those_who_earned_a_jp(services):
    kegiatan = planned(services)
    whole, early, absent = people(services, kegiatan, 3)
    attended(services, kegiatan, [whole])
    morning = kegiatan.sessions[0].id
    services.attendance.check_in(early, morning, consent=True).result()
    mark = services.attendance.marks(kegiatan.id)[early.id][morning]
    services.attendance.leave_early(early, mark, time(8, 15)).result()
    services.attendance.set_status(absent, morning, Status.ALPA).result()
    assert services.overview.standing(kegiatan.id).owed == 0, "attendance still goes on"
    for session in kegiatan.sessions:
        services.attendance.close_session(kegiatan.id, session.id)
    known = services.overview.standing(kegiatan.id)
    assert (known.participants, known.present, known.owed, known.issued) == (3, 2, 1, 0)
    services.certificates.issue(kegiatan)
    known = services.overview.standing(kegiatan.id)
    assert (known.owed, known.issued) == (1, 1)
    assert Step.PAPERS in done_steps(known)


def test_removed_kegiatan_has_no_standing(services):
    kegiatan = planned(services)
    services.planning.remove(kegiatan.id).result()
    assert services.overview.standing(kegiatan.id) is None


def summary(name, *days):
    return KegiatanSummary(name, name, "", "", tuple(DAY + timedelta(days=n) for n in days), False, 0)


def test_todays_kegiatan_comes_first_then_the_next_then_the_last():
    past, today, soon, later = (
        summary("lalu", -9),
        summary("kini", -1, 1, 0),
        summary("segera", 2),
        summary("nanti", 8),
    )
    assert in_focus([later, soon, today, past], DAY) == today
    assert in_focus([later, soon, past], DAY) == soon
    assert in_focus([past, summary("lebih lalu", -30)], DAY) == past
    assert in_focus([], DAY) is None


def test_gap_between_two_days_belongs_to_the_next_one():
    gap, soon = summary("berselang", -1, 4), summary("besok", 1)
    assert in_focus([gap, soon], DAY) == soon
