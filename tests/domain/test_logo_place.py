"""Places of logos: on the grid, within their limits, whatever is asked for."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bimtek.domain.kegiatan import Letterhead
from bimtek.domain.logo_place import (
    AREA,
    HIGHEST,
    NARROWEST,
    SIDE,
    WIDEST,
    LogoPlace,
    free_place,
    kept_inside,
    moved,
    put_at,
    reaches_middle,
    resized,
    snapped,
    width_limits,
)

NARROW_SHEET, WIDE_SHEET = 165.0, 300.0
LEAST_TEXT = 50.0
lengths = st.floats(-500, 500)
shapes = st.floats(1 / 1600, 1600)
usual_shapes = st.floats(0.2, 3)
places = st.builds(LogoPlace, x=lengths, y=lengths, width=lengths, from_right=st.booleans())
sheets = st.floats(NARROW_SHEET, WIDE_SHEET)


def check(place: LogoPlace, shape: float) -> None:
    assert 0 <= place.x <= SIDE - place.width
    assert 0 <= place.y <= AREA - place.width * shape + 1e-6
    assert 0 < place.width <= WIDEST
    assert place.width * shape <= HIGHEST + 1e-6


def check_grid(place: LogoPlace) -> None:
    assert all(length == int(length) for length in (place.x, place.y, place.width))


@given(places, shapes)
def test_whatever_was_stored_is_kept_inside_and_what_was_inside_stays(place, shape):
    inside = kept_inside(place, shape)
    check(inside, shape)
    assert kept_inside(inside, shape) == inside


@given(places, usual_shapes)
def test_a_snapped_place_is_inside_and_on_whole_millimetres(place, shape):
    there = snapped(place, shape)
    check(there, shape)
    check_grid(there)
    assert snapped(there, shape) == there
    assert there.from_right is place.from_right


@given(st.floats(0.1, 40), st.floats(0, 40), usual_shapes)
def test_snapping_moves_by_half_a_millimetre_at_most(x, y, shape):
    low, _high = width_limits(shape)
    assume(x <= SIDE - low - 1 and y <= AREA - low * shape - 1)
    there = snapped(LogoPlace(x=x, y=y, width=low), shape)
    assert abs(there.x - x) <= 0.5
    assert abs(there.y - y) <= 0.5


@given(shapes)
def test_a_picture_of_any_shape_has_a_width_it_may_have(shape):
    low, high = width_limits(shape)
    assert 0 < low <= high <= WIDEST
    assert high * shape <= HIGHEST + 1e-6
    assert low <= NARROWEST


@pytest.mark.parametrize(("shape", "limits"), [(1.0, (8, 32)), (0.5, (8, 40)), (4.0, (8, 8)), (8.0, (4, 4))])
def test_a_logo_is_eight_to_forty_wide_and_at_most_thirty_two_high(shape, limits):
    assert width_limits(shape) == limits


@given(lengths, lengths, st.floats(8, 40), usual_shapes, sheets)
def test_wherever_a_logo_is_dropped_the_middle_stays_free_on_every_sheet(left, top, width, shape, sheet):
    there = put_at(left, top, width, shape, sheet)
    check(there, shape)
    check_grid(there)
    for across in (NARROW_SHEET, sheet, WIDE_SHEET):
        at = there.left(across)
        assert 0 <= at <= across - there.width + 1e-6
        free = (across - LEAST_TEXT) / 2
        assert at + there.width <= free or at >= across - free


@given(st.floats(0, 30), st.floats(0, 10), st.floats(165, 300), st.booleans())
def test_a_logo_dropped_at_one_side_stands_there(x, top, across, from_right):
    left = across - x - 20 if from_right else x
    there = put_at(left, top, 20, 1.0, across)
    assert there.from_right is from_right
    assert abs(there.left(across) - left) <= 0.5 + 1e-6


def test_at_the_right_a_logo_keeps_its_distance_from_the_right_edge():
    place = LogoPlace(x=5, y=0, width=20, from_right=True)
    assert [place.left(across) for across in (165, 180, 300)] == [140, 155, 275]
    assert [replace(place, from_right=False).left(across) for across in (165, 300)] == [5, 5]


@pytest.mark.parametrize(
    ("left", "said"),
    [(0, False), (30, False), (30.4, False), (31, True), (80, True), (129, True), (130, False)],
)
def test_it_is_said_when_a_logo_stands_where_the_text_is(left, said):
    assert reaches_middle(left, 20, 180) is said


@given(places, usual_shapes, st.sampled_from([-5, -1, 0, 1, 5]), st.sampled_from([-5, -1, 0, 1, 5]))
def test_no_step_leads_out(place, shape, right, down):
    there = moved(snapped(place, shape), shape, right, down)
    check(there, shape)
    check_grid(there)


def test_steps_lead_over_the_middle_and_back():
    place = LogoPlace(x=29, y=3, width=20)
    way = [place]
    for _step in range(2):
        way.append(moved(way[-1], 1.0, 1, 0))
    assert way[1] == replace(place, x=30)
    assert way[2] == replace(place, x=30, from_right=True)
    assert moved(way[2], 1.0, 1, 0) == replace(place, x=29, from_right=True)
    assert moved(way[2], 1.0, -1, 0) == way[1]


@given(places, usual_shapes, lengths)
def test_a_resized_logo_stays_at_its_edge_and_as_high_up(place, shape, width):
    before = snapped(place, shape)
    after = resized(before, shape, width)
    check(after, shape)
    check_grid(after)
    assert (after.x, after.y, after.from_right) == (before.x, before.y, before.from_right)


def test_resizing_ends_where_the_room_ends():
    place = LogoPlace(x=20, y=10, width=20)
    assert resized(place, 1.0, 27.6).width == 28
    assert resized(place, 1.0, 100).width == 30
    assert resized(place, 1.0, 1).width == 8
    assert resized(replace(place, x=0, y=0), 0.5, 100).width == 40


@given(st.lists(st.tuples(places, usual_shapes), max_size=3), usual_shapes)
def test_one_more_logo_finds_room_that_is_inside(others, shape):
    there = free_place(shape, [(snapped(place, its), its) for place, its in others])
    check(there, shape)
    check_grid(there)


def test_one_more_logo_stands_beside_the_others():
    first = free_place(1.0, ())
    assert first == LogoPlace(x=0, y=0, width=20, from_right=True)
    second = free_place(1.0, [(first, 1.0)])
    assert second == replace(first, x=20)
    third = free_place(1.0, [(first, 1.0), (second, 1.0)])
    assert third == replace(first, from_right=False)


def test_a_letterhead_is_placed_only_when_every_logo_has_a_place():
    place = LogoPlace(x=0, y=0, width=20)
    assert Letterhead(logos=("a",), logo_places=(place,)).placed
    assert not Letterhead(logos=("a", "b"), logo_places=(place,)).placed
    assert not Letterhead(logo_places=()).placed
