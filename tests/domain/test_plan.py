"""A plan put on dates, and an existing kegiatan read back as a plan for other dates."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.kegiatan import AgendaItem, ItemKind, Kegiatan, Session
from bimtek.domain.plan import (
    PlannedItem,
    PlannedSession,
    Template,
    as_plan,
    dates_for,
    overlaps,
    schedule,
    teaching_only,
)

FIRST = date(2027, 3, 5)


def numbered():
    numbers = count(1)
    return lambda: f"id{next(numbers)}"


def planned(day, label="Pagi", agenda=()):
    return PlannedSession(day, label, time(8), time(12), tuple(agenda))


def item(starts, ends, **facts):
    return PlannedItem(
        time.fromisoformat(starts), time.fromisoformat(ends), "Materi", ItemKind.MATERI, **facts
    )


def test_dates_run_on_from_the_first():
    assert dates_for(FIRST, 3) == (FIRST, FIRST + timedelta(days=1), FIRST + timedelta(days=2))


def test_template_counts_its_days_and_names_each_module_once():
    agenda = [item("08:00", "09:30", module="a"), item("09:30", "10:15", module="b"), item("10:15", "11:00")]
    template = Template("t", "T", "", 4, (planned(1, agenda=agenda), planned(2, agenda=agenda)))
    assert template.days == 2
    assert template.modules == ("a", "b")
    assert Template("t", "T", "", 0, ()).days == 1


def test_a_line_whose_module_is_left_out_keeps_its_words_and_time():
    agenda = [item("08:00", "09:30", module="a", jp=2), item("09:30", "10:15", module="b")]
    (kept,) = teaching_only([planned(1, agenda=agenda)], ["b"])
    assert [line.module for line in kept.agenda] == ["", "b"]
    assert replace(kept.agenda[0], module="a") == agenda[0]


def test_sessions_fall_on_their_days_with_ids_of_their_own():
    dates = dates_for(FIRST, 2)
    made = schedule([planned(1), planned(2, agenda=[item("08:00", "08:45")])], dates, "k", numbered())
    assert [s.on_date for s in made] == list(dates)
    assert {s.kegiatan_id for s in made} == {"k"}
    ids = [s.id for s in made] + [a.id for s in made for a in s.agenda]
    assert len(set(ids)) == len(ids)
    assert [a.session_id for a in made[1].agenda] == [made[1].id]


def test_session_of_a_day_beyond_the_last_falls_on_the_last():
    assert schedule([planned(3)], dates_for(FIRST, 2), "k", numbered())[0].on_date == dates_for(FIRST, 2)[-1]


def test_agenda_keeps_its_order_titles_and_own_jp():
    agenda = [item("08:00", "08:45", jp=3, module="m", speakers=("Kanit PPA",)), item("09:00", "09:45")]
    made = schedule([planned(1, agenda=agenda)], (FIRST,), "k", numbered())[0]
    assert [(a.order, a.starts, a.jp, a.module, a.speakers) for a in made.agenda] == [
        (0, time(8), 3, "m", ("Kanit PPA",)),
        (1, time(9), None, "", ()),
    ]


def kegiatan_of(dates, session_days):
    sessions = schedule([planned(1)] * len(session_days), (FIRST,), "k", numbered())
    placed = tuple(replace(s, on_date=day) for s, day in zip(sessions, session_days, strict=True))
    return Kegiatan(id="k", title="Bimtek", dates=tuple(dates), sessions=placed)


def test_day_without_a_session_keeps_its_place_in_the_plan():
    days = dates_for(FIRST, 3)
    assert [s.day for s in as_plan(kegiatan_of(days, [days[0], days[2]]))] == [1, 3]


gaps = st.lists(st.integers(0, 40), min_size=1, max_size=6, unique=True).map(sorted)


@given(gaps, st.data(), st.integers(-400, 400))
def test_plan_of_a_kegiatan_moved_to_other_dates_keeps_every_distance(offsets, data, shift):
    dates = [FIRST + timedelta(days=n) for n in offsets]
    used = sorted(data.draw(st.lists(st.sampled_from(dates), min_size=1, max_size=6)))
    other = [day + timedelta(days=shift) for day in dates]
    moved = schedule(as_plan(kegiatan_of(dates, used)), other, "k2", numbered())
    assert [s.on_date for s in moved] == [day + timedelta(days=shift) for day in used]


def line(starts, ends, order=0):
    return AgendaItem(
        id=starts, session_id="s", order=order, starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends), title="x",
    )  # fmt: skip


def session(*agenda):
    return Session(id="s", kegiatan_id="k", on_date=FIRST, label="Pagi", starts=time(8), agenda=agenda)


def test_overlap_is_found_whatever_the_order_of_entry():
    late, early = line("09:00", "10:00"), line("08:00", "09:30", 1)
    assert overlaps(session(late, early)) == [(early, late)]


def test_lines_that_touch_do_not_overlap():
    assert overlaps(session(line("08:00", "09:00"), line("09:00", "10:00"))) == []
    assert overlaps(session()) == []
