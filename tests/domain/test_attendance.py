"""JP are earned line by line; breaks, absence and leaving early give none."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.attendance import Mark, Presence, Status, presence
from bimtek.domain.kegiatan import AgendaItem, ItemKind, Kegiatan, Session


def line(starts, ends, kind=ItemKind.MATERI, jp=None):
    return AgendaItem(
        id=f"{starts}", session_id="", order=0, starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends), title="Materi", kind=kind, jp=jp,
    )  # fmt: skip


MORNING = (
    line("08:00", "08:30", ItemKind.PEMBUKAAN),
    line("08:30", "09:15", ItemKind.PRE_TEST),
    line("09:15", "10:45"),  # 2 JP
    line("10:45", "11:00", ItemKind.REHAT),
    line("11:00", "12:29"),  # 89 minutes: 1 JP, not 2
)
AFTERNOON = (line("13:00", "14:30"), line("14:30", "15:15", ItemKind.RTL), line("15:15", "16:00", jp=3))


def session(id_, agenda):
    return Session(
        id=id_, kegiatan_id="k", on_date=date(2027, 3, 5), label=id_, starts=time(8), agenda=tuple(agenda)
    )


DAY = Kegiatan(id="k", title="Bimtek", sessions=(session("pagi", MORNING), session("siang", AFTERNOON)))


def mark(session_id, status=Status.HADIR, left=None):
    return Mark(
        id="m", session_id=session_id, participation_id="p", status=status,
        left_at=time.fromisoformat(left) if left else None,
    )  # fmt: skip


def of(*marks):
    return presence(DAY, {m.session_id: m for m in marks})


def test_whole_day_earns_every_jp():
    assert DAY.jp == 4 + 6
    assert of(mark("pagi"), mark("siang")) == Presence(10, 10, True)


def test_one_session_earns_its_own_jp():
    assert of(mark("pagi")) == Presence(4, 10, True)


@pytest.mark.parametrize("status", [Status.IZIN, Status.SAKIT, Status.ALPA])
def test_excused_ill_and_absent_earn_nothing_and_were_not_seen(status):
    assert of(mark("pagi", status), mark("siang", status)) == Presence(0, 10, False)


def test_present_in_the_morning_and_ill_in_the_afternoon_counts_the_morning():
    assert of(mark("pagi"), mark("siang", Status.SAKIT)) == Presence(4, 10, True)


def test_nobody_marked_is_not_seen():
    assert of() == Presence(0, 10, False)
    assert of().fraction == 0.0


@pytest.mark.parametrize(
    ("left", "jp"),
    [
        ("07:00", 0),
        ("09:14", 0),
        ("09:15", 1),
        ("10:44", 1),
        ("10:45", 3),
        ("12:28", 3),
        ("12:29", 4),
        ("23:59", 4),
    ],
)
def test_leaving_early_takes_the_lines_that_ended_later(left, jp):
    found = of(mark("pagi", left=left))
    assert (found.jp, found.seen) == (jp, True)


def test_own_jp_of_a_line_is_lost_with_it():
    assert of(mark("siang", left="15:59")).jp == 3
    assert of(mark("siang", left="16:00")).jp == 6


def test_mark_of_a_session_that_is_no_longer_there_earns_nothing():
    assert of(mark("sesi lama")).jp == 0


def test_fraction_without_jp_says_whether_somebody_was_there():
    bare = Kegiatan(id="k", title="Rapat", sessions=(session("pagi", ()),))
    assert presence(bare, {"pagi": mark("pagi")}).fraction == 1.0
    assert presence(bare, {}).fraction == 0.0
    assert presence(bare, {"pagi": mark("pagi", Status.ALPA)}).fraction == 0.0


minutes = st.integers(0, 23 * 60 + 59)
clock_times = minutes.map(lambda m: time(m // 60, m % 60))
statuses = st.sampled_from(Status)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.builds(
                Mark, id=st.just("m"), session_id=st.just(name), participation_id=st.just("p"),
                status=statuses, left_at=st.none() | clock_times,
            )
            for name in ("pagi", "siang")
        },
    )
)  # fmt: skip
def test_jp_stay_within_what_is_offered_and_need_somebody_present(marks):
    found = presence(DAY, marks)
    assert 0 <= found.jp <= found.of_jp == 10
    assert 0.0 <= found.fraction <= 1.0
    assert found.seen == any(m.status is Status.HADIR for m in marks.values())
    assert found.seen or found.jp == 0


@given(clock_times, clock_times)
def test_leaving_later_never_earns_less(one, other):
    early, late = sorted((one, other))
    earlier, later = (of(mark("siang", left=t.isoformat("minutes"))).jp for t in (early, late))
    assert earlier <= later


@pytest.mark.parametrize(
    ("found", "earned"),
    [
        (Presence(1, 10, True), True),
        (Presence(0, 10, True), False),
        (Presence(0, 10, False), False),
        (Presence(0, 0, True), True),
        (Presence(0, 0, False), False),
    ],
)
def test_there_is_something_to_state_from_the_first_jp_on_or_where_none_are_counted(found, earned):
    assert found.earned is earned
