"""Moments are stored in UTC, sort as text, and come back as they were."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.clock import SystemClock, Zone, parse_stamp, stamp

zones = st.integers(-12, 14).map(lambda h: timezone(timedelta(hours=h)))
moments = st.datetimes(timezones=zones).filter(lambda m: 1000 < m.year < 9999)


@given(moments)
def test_stamp_comes_back_as_the_same_moment_in_utc(moment):
    again = parse_stamp(stamp(moment))
    assert again == moment
    assert again.tzinfo is UTC


@given(moments, moments)
def test_stamps_sort_as_the_moments_do(one, other):
    assert (stamp(one) < stamp(other)) == (one < other)


def test_stamp_says_utc():
    wib = datetime(2024, 3, 5, 8, 30, tzinfo=Zone.WIB.offset)
    assert stamp(wib) == "2024-03-05T01:30:00.000000Z"


@pytest.mark.parametrize(("zone", "hours"), [(Zone.WIB, 7), (Zone.WITA, 8), (Zone.WIT, 9)])
def test_zones_of_indonesia(zone, hours):
    assert zone.offset.utcoffset(None) == timedelta(hours=hours)
    assert zone.offset.tzname(None) == zone.value


def test_clock_of_the_computer_is_aware_and_in_utc():
    before = datetime.now(UTC)
    assert before <= SystemClock().now() <= datetime.now(UTC)
    assert SystemClock().now().utcoffset() == timedelta(0)


@pytest.mark.parametrize("text", ["", "2024-03-05", "2024-03-05T01:30:00Z", "kemarin"])
def test_what_is_no_stamp_is_refused(text):
    with pytest.raises(ValueError):
        parse_stamp(text)
