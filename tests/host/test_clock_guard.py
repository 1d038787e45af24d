"""A clock that cannot be right is noticed; one that may be right is left in peace."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.host.clock_guard import BUILD_DATE, MAX_AHEAD, judge

BUILT = datetime(BUILD_DATE.year, BUILD_DATE.month, BUILD_DATE.day, tzinfo=UTC)
SEEN = BUILT + timedelta(days=100)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("now", "last_seen", "reason"),
    [
        (datetime(2010, 1, 1, tzinfo=UTC), None, "mundur"),
        (datetime(2010, 1, 1, tzinfo=UTC), SEEN, "mundur"),
        (datetime(1970, 1, 1, tzinfo=UTC), None, "mundur"),
        (datetime(2038, 1, 19, tzinfo=UTC), None, "terlalu-maju"),
        (datetime(2038, 1, 19, tzinfo=UTC), SEEN, "terlalu-maju"),
        (BUILT, None, ""),
        (BUILT - DAY, None, ""),
        (BUILT - DAY - SECOND, None, "mundur"),
        (SEEN, SEEN, ""),
        (SEEN - DAY, SEEN, ""),
        (SEEN - DAY - SECOND, SEEN, "mundur"),
        (SEEN + DAY, SEEN, ""),
        (SEEN - timedelta(hours=6), SEEN, ""),
        (SEEN + timedelta(hours=6), SEEN, ""),
        (SEEN + timedelta(days=400), SEEN, ""),
        (BUILT + MAX_AHEAD, SEEN, ""),
        (BUILT + MAX_AHEAD + SECOND, SEEN, "terlalu-maju"),
        # seen before the build: the build is the younger witness
        (BUILT - timedelta(days=3), BUILT - timedelta(days=300), "mundur"),
    ],
)
def test_table_of_clocks(now, last_seen, reason):
    verdict = judge(now, last_seen)
    assert (verdict.reason, verdict.trusted) == (reason, not reason)


@given(st.timedeltas(timedelta(0), MAX_AHEAD), st.timedeltas(timedelta(0), timedelta(days=3000)))
def test_clock_that_only_goes_forward_within_ten_years_is_always_trusted(seen_after, ahead):
    last_seen = BUILT + seen_after
    now = min(last_seen + ahead, BUILT + MAX_AHEAD)
    assert judge(now, last_seen).trusted
    assert judge(now, None).trusted
