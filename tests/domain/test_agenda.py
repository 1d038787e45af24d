"""Agenda lines stay in order, and moving one costs nobody a minute."""

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.agenda import (
    blank_line,
    blank_session,
    later,
    move_line,
    ordered,
    problems,
    put_line,
    without_line,
)
from bimtek.domain.kegiatan import AgendaItem, Session

DAY = date(2027, 3, 5)


def session(*spans):
    lines = tuple(
        AgendaItem(id=str(n), session_id="s", order=n, starts=a, ends=b, title=f"Baris {n}")
        for n, (a, b) in enumerate(spans)
    )
    return Session(
        id="s",
        kegiatan_id="k",
        on_date=DAY,
        label="Pagi",
        starts=time(8),
        ends=time(12),
        agenda=lines,
    )


MORNING = session((time(8), time(9)), (time(9), time(9, 30)), (time(9, 45), time(11, 15)))


def spans(of):
    return [(a.id, a.starts, a.ends) for a in of.agenda]


def test_moving_down_swaps_two_lines_and_keeps_their_lengths():
    assert spans(move_line(MORNING, "0", 1))[:2] == [
        ("1", time(8), time(8, 30)),
        ("0", time(8, 30), time(9, 30)),
    ]


def test_moving_beyond_the_ends_changes_nothing():
    assert move_line(MORNING, "0", -1) == MORNING
    assert move_line(MORNING, "2", 1) == MORNING
    assert move_line(MORNING, "tidak ada", 1) == MORNING


def test_new_line_begins_where_the_chosen_one_ends():
    line = blank_line(MORNING, "baru", MORNING.agenda[0])
    assert (line.starts, line.ends) == (time(9), time(9, 45))
    assert blank_line(session(), "baru").starts == time(8)
    assert blank_line(MORNING, "baru").starts == time(11, 15)


def test_line_that_moves_to_another_time_moves_to_its_place():
    moved = replace(MORNING.agenda[2], starts=time(8, 0), ends=time(8, 10))
    assert [a.id for a in put_line(MORNING, moved).agenda] == ["0", "2", "1"]
    assert [a.order for a in put_line(MORNING, moved).agenda] == [0, 1, 2]


def test_removing_leaves_the_other_times_alone():
    assert spans(without_line(MORNING, "1")) == [spans(MORNING)[0], spans(MORNING)[2]]


def test_problems_name_the_lines():
    bad = session((time(7), time(8, 30)), (time(8, 15), time(9)), (time(10), time(9, 50)))
    found = problems(bad)
    assert (found.overlapping, found.backwards, found.outside) == ({"1"}, {"2"}, {"0"})
    assert not problems(MORNING)


def test_second_session_of_a_day_comes_after_the_first():
    added = blank_session([MORNING], "t", "k", DAY)
    assert (added.starts, added.label) == (time(13), "Sesi 2")
    assert blank_session([MORNING], "t", "k", date(2027, 3, 6)).starts == time(8)


def test_no_time_passes_midnight():
    assert later(time(23, 30), 90) == time(23, 59)


@st.composite
def sessions(draw):
    at, lines = 7 * 60, []
    for _n in range(draw(st.integers(1, 8))):
        at += draw(st.integers(0, 20))
        ends = at + draw(st.integers(5, 90))
        lines.append((time(at // 60, at % 60), time(ends // 60, ends % 60)))
        at = ends
    return session(*lines)


@given(sessions(), st.integers(0, 7), st.sampled_from([-1, 1]))
def test_moving_keeps_lengths_and_span_and_makes_no_overlap(of, at, step):
    moved = move_line(of, str(at), step)
    assert {a.id: a.minutes for a in moved.agenda} == {a.id: a.minutes for a in of.agenda}
    assert moved.agenda[0].starts == of.agenda[0].starts
    assert moved.agenda[-1].ends == of.agenda[-1].ends
    assert not problems(moved).overlapping
    assert moved == ordered(moved)
