"""Norms on a day: in force, replaced, teachable, fit to be a key."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.law import LawReference
from bimtek.domain.law_book import TURNING_DAY, Asked, Certainty, Law, LawBook, Norm, Status

DAY = st.dates(date(2008, 1, 1), date(2030, 12, 31))
LAW = Law("a", "UU A", "UU A", "uu-12-2022", "1.0.0", date(2026, 11, 21), aliases=("uu-9-2024",))
IN_FORCE = (Status.IN_FORCE, Status.CHANGED)


def norm(id_: str = "a-1", place: str = "uu-12-2022/1", **given: object) -> Norm:
    known: dict[str, object] = {
        "title": "Judul",
        "says": "Isi.",
        "checked_on": date(2026, 11, 21),
        "certainty": Certainty.STRONG,
    }
    return Norm(id=id_, law=LAW, reference=LawReference.parse(place), **{**known, **given})  # type: ignore[arg-type]


@st.composite
def norms(draw: st.DrawFn) -> Norm:
    status = draw(st.sampled_from([one for one in Status if one is not Status.COMING]))
    first = draw(st.none() | DAY)
    later = draw(DAY) if first is None else first + timedelta(days=draw(st.integers(0, 3000)))
    gone = status in (Status.REPEALED, Status.REPLACED)
    return norm(
        status=status,
        from_day=first,
        until_day=later if gone else None,
        changed_on=later if status is Status.CHANGED else None,
        certainty=draw(st.sampled_from(Certainty)),
        asked=draw(st.sampled_from(Asked)),
    )


@given(norms(), DAY)
def test_a_norm_binds_from_its_first_day_to_its_last(one: Norm, day: date) -> None:
    begun = one.from_day is None or one.from_day <= day
    not_over = one.until_day is None or day <= one.until_day
    assert one.in_force(day) is (begun and not_over)
    assert (one.status_on(day) is Status.COMING) is (not begun)


@given(norms(), DAY, DAY)
def test_what_is_over_stays_over(one: Norm, day: date, other: date) -> None:
    early, late = sorted((day, other))
    if one.status_on(early) in (Status.REPEALED, Status.REPLACED):
        assert not one.in_force(late)


@given(norms(), DAY)
def test_a_key_is_teachable_and_what_is_teachable_is_checked_and_in_force(one: Norm, day: date) -> None:
    if one.may_be_key(day):
        assert one.teachable(day)
        assert one.asked is not Asked.NOBODY
    if one.teachable(day):
        assert one.status_on(day) in IN_FORCE
        assert one.certainty is not Certainty.OPEN


@given(norms(), DAY)
def test_an_unverified_norm_is_never_taught_nor_asked(one: Norm, day: date) -> None:
    open_one = norm(status=one.status, from_day=one.from_day, certainty=Certainty.OPEN)
    assert not open_one.teachable(day)
    assert not open_one.may_be_key(day)


@given(st.lists(st.tuples(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=3)), max_size=10))
def test_successors_end_even_in_a_circle_and_never_name_the_norm_itself(
    links: list[tuple[int, list[int]]],
) -> None:
    made = {at: tuple(f"n-{to}" for to in to_all) for at, to_all in links}
    book = LawBook(norm(f"n-{at}", f"uu-12-2022/{at + 1}", replaced_by=to) for at, to in made.items())
    for one in book.norms:
        after = book.successors(one)
        assert one not in after
        assert len({found.id for found in after}) == len(after)
        assert {new for new in one.replaced_by if book.norm(new) and new != one.id} <= {
            found.id for found in after
        }


def test_the_turning_day_tells_what_changed_on_it() -> None:
    assert norm(status=Status.REPLACED, until_day=TURNING_DAY - timedelta(days=1)).turned
    assert norm(status=Status.CHANGED, changed_on=TURNING_DAY, before="Dahulu.").turned
    assert not norm().turned
    assert not norm(status=Status.REPEALED, until_day=date(2024, 3, 1)).turned


def test_a_reference_means_that_norm_else_what_is_around_it_else_what_is_inside() -> None:
    whole, first, letter = (
        norm(id_, f"uu-12-2022/{place}")
        for id_, place in (("a-14", "14"), ("a-14-1", "14/1"), ("a-20-1", "20/1"))
    )
    book = LawBook([whole, first, letter])

    def ids(text: str) -> list[str]:
        return [one.id for one in book.resolve(LawReference.parse(text))]

    assert ids("uu-12-2022/14/1") == ["a-14-1"]
    assert ids("uu-12-2022/14/1/a") == ["a-14-1"]
    assert ids("uu-12-2022/14/2") == ["a-14"]
    assert ids("uu-12-2022/20") == ["a-20-1"]
    assert ids("uu-12-2022/20/2") == []
    assert ids("uu-9-2024/14/1") == ["a-14-1"]  # cited by the act that changed it
    assert ids("uu-9-2025/14") == []
