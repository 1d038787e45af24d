"""The next step follows the day, and never skips what was left open."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.next_step import Standing, Step, done_steps, next_step, progress_text

DAY = date(2027, 3, 5)
READY = Standing(dates=(DAY,), has_agenda=True, participants=33, sessions=2, has_modules=True)
DAY_OF_WORK = (
    ({}, Step.ATTENDANCE, "Mulai absensi"),
    ({"present": 30, "owed": 29}, Step.QUIZ, "Mulai pre-test"),
    ({"pre": "buka", "pre_done": 4}, Step.QUIZ, "Selesaikan pre-test"),
    ({"pre": "tutup", "pre_done": 30}, Step.PRESENT, "Sajikan materi"),
    ({"taught": True, "post": "siap"}, Step.QUIZ, "Mulai post-test"),
    ({"post": "buka"}, Step.QUIZ, "Selesaikan post-test"),
    ({"post": "tutup", "post_done": 29, "sessions_closed": 1}, Step.ATTENDANCE, "Tutup absensi"),
    ({"sessions_closed": 2}, Step.PAPERS, "Terbitkan sertifikat"),
    ({"issued": 28}, Step.PAPERS, "Terbitkan sertifikat"),
    ({"issued": 29}, Step.RESULTS, "Lihat hasil"),
)


def test_a_whole_day_leads_from_attendance_to_results():
    known = READY
    for news, step, words in DAY_OF_WORK:
        known = known._replace(**news)
        found = next_step(known, DAY)
        assert (found.step, str(found.what)) == (step, words)


def test_before_the_day_there_is_planning_then_printing():
    before = DAY - timedelta(days=3)
    assert next_step(READY._replace(has_agenda=False), before).step is Step.PREPARE
    assert str(next_step(READY._replace(participants=0), before).what) == "Isi daftar peserta"
    assert next_step(READY, before).step is Step.PAPERS


def test_on_the_day_people_may_come_without_a_list():
    assert next_step(READY._replace(participants=0), DAY).step is Step.ATTENDANCE


def test_kegiatan_without_a_module_goes_from_attendance_to_papers():
    known = READY._replace(has_modules=False, present=12, owed=12, sessions_closed=2)
    assert next_step(known, DAY).step is Step.PAPERS


def test_ticks_stand_on_what_was_done():
    assert done_steps(READY) == {Step.PREPARE}
    known = READY
    for news, _step, _words in DAY_OF_WORK:
        known = known._replace(**news)
    assert done_steps(known) == set(Step)


def test_progress_counts_people():
    known = READY._replace(present=23)
    assert str(progress_text(known, Step.ATTENDANCE)) == "23/33"
    assert not progress_text(known, Step.PRESENT)
    assert str(progress_text(known._replace(owed=22, issued=5), Step.PAPERS)) == "5/22"


standings = st.builds(
    Standing,
    dates=st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=3, unique=True).map(tuple),
    has_agenda=st.booleans(),
    participants=st.integers(0, 40),
    present=st.integers(0, 40),
    owed=st.integers(0, 40),
    sessions=st.integers(0, 4),
    sessions_closed=st.integers(0, 4),
    has_modules=st.booleans(),
    taught=st.booleans(),
    pre=st.sampled_from(["", "siap", "buka", "tutup"]),
    pre_done=st.integers(0, 40),
    post=st.sampled_from(["", "siap", "buka", "tutup"]),
    post_done=st.integers(0, 40),
    issued=st.integers(0, 40),
)


@given(standings, st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_there_is_always_a_next_step_and_an_open_test_is_never_passed_over(known, today):
    found = next_step(known, today)
    assert str(found.what)
    if "buka" in (known.pre, known.post) and known.has_agenda and known.present:
        assert found.step is Step.QUIZ
