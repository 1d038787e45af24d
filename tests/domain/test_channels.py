"""A number reaches paper only within 180 days of being verified, under the very number that was called."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.channels import (
    VALID_FOR,
    Call,
    CardLine,
    Channel,
    ChannelBook,
    ChannelKind,
    ChannelState,
    Evidence,
    LocalService,
    Standing,
    same_value,
)

DAY = date(2026, 11, 29)
LOCAL = ((LocalService.UPTD_PPA, "UPTD PPA"), (LocalService.UNIT_PPA, "Unit PPA Polres"))
INVENTED = "0000-0000"

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
values = st.sampled_from([INVENTED, "0000 0001", "contoh.invalid"])
calls = st.builds(Call, st.sampled_from(["a", "b", "c"]), values, days, st.just("Siti"))
channels = st.builds(
    Channel,
    id=st.sampled_from(["a", "b", "c"]),
    name=st.just("Kanal"),
    label=st.just("Layanan"),
    kind=st.sampled_from(ChannelKind),
    value=values,
    service=st.none() | st.sampled_from(LocalService),
    evidence=st.sampled_from(Evidence),
    checked_on=st.none() | days,
    card=st.integers(0, 3),
    printable=st.booleans(),
)
books = st.builds(
    ChannelBook,
    st.lists(channels, max_size=3, unique_by=lambda one: one.id).map(tuple),
    st.lists(calls, max_size=6).map(tuple),
    days,
)


def channel(**changed: object) -> Channel:
    made = Channel(id="a", name="Kanal", label="Layanan", kind=ChannelKind.PHONE, value=INVENTED)
    return replace(made, **changed)  # type: ignore[arg-type]


def standing(one: Channel, *called: Call, day: date = DAY) -> Standing:
    found = ChannelBook((one,), called, day).standing(one.id)
    assert found is not None
    return found


@given(books)
def test_every_number_that_is_shown_was_verified_within_180_days(book: ChannelBook) -> None:
    for line in (*book.card(LOCAL), *book.others(service for service, _label in LOCAL)):
        if not line.value:
            assert (line.verified_on, line.hours) == (None, "")
            continue
        assert line.verified_on is not None
        assert timedelta(0) <= book.day - line.verified_on <= VALID_FOR
        vouched = [
            one
            for one in book.channels
            if one.value == line.value
            and one.printable
            and (
                any(c.channel_id == one.id and same_value(c.value, one.value) for c in book.calls)
                or (one.evidence is Evidence.STRONG and one.checked_on == line.verified_on)
            )
        ]
        assert vouched


@given(books)
def test_a_card_has_a_line_for_each_place_and_each_local_service(book: ChannelBook) -> None:
    lines = book.card(LOCAL)
    for service, label in LOCAL:
        filled = [s for s in book.standings if s.channel.service is service and s.may_show]
        assert filled or CardLine(label) in lines
    assert len(lines) >= len(LOCAL) + sum(1 for one in book.channels if one.card)


@given(books, st.integers(181, 400))
def test_time_alone_empties_every_line(book: ChannelBook, later: int) -> None:
    newest = [call.on for call in book.calls] + [one.checked_on or book.day for one in book.channels]
    day = max([book.day, *newest]) + timedelta(later)
    later_book = replace(book, day=day)
    assert all(not line.value for line in later_book.card(LOCAL))
    assert later_book.others(()) == ()


@pytest.mark.parametrize(
    ("days_ago", "state"),
    [
        (0, ChannelState.VERIFIED),
        (180, ChannelState.VERIFIED),
        (181, ChannelState.STALE),
        (-1, ChannelState.STALE),
    ],
)
def test_180_days_is_the_last_and_tomorrow_is_no_verification(days_ago: int, state: ChannelState) -> None:
    found = standing(channel(), Call("a", INVENTED, DAY - timedelta(days_ago)))
    assert (found.state, found.age) == (state, days_ago)


def test_what_nobody_called_is_unverified_and_only_strong_evidence_counts_by_itself() -> None:
    for evidence in Evidence:
        found = standing(channel(evidence=evidence, checked_on=DAY))
        strong = evidence is Evidence.STRONG
        assert (found.state is ChannelState.VERIFIED) is strong
        assert bool(found.line().value) is strong


def test_a_call_vouches_for_the_number_that_was_called_and_no_other() -> None:
    call = Call("a", "0000 0000", DAY, "Siti")
    assert standing(channel(), call).verified_by == "Siti"
    assert standing(channel(value="0000-0009"), call).state is ChannelState.UNVERIFIED
    assert standing(channel(id="b"), call).state is ChannelState.UNVERIFIED


def test_the_newest_call_counts() -> None:
    found = standing(
        channel(),
        Call("a", INVENTED, DAY - timedelta(9), "Siti"),
        Call("a", INVENTED, DAY - timedelta(2), "B"),
    )
    assert (found.verified_by, found.age) == ("B", 2)


def test_what_is_not_printable_stays_off_paper_however_fresh() -> None:
    found = standing(channel(printable=False), Call("a", INVENTED, DAY))
    assert found.state is ChannelState.VERIFIED
    assert found.line().value == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("(000) 0000-0000", "000 00000000", True),
        ("Contoh.invalid ", "contoh.invalid", True),
        ("000 ext 8", "000 ext 9", False),
        ("0001", "0002", False),
        ("+62 000", "62000", False),
    ],
)
def test_spellings_of_one_number(one: str, other: str, same: bool) -> None:
    assert same_value(one, other) is same
