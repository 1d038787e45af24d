"""Rules that hold for every kind of question there is."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bimtek.domain.questions import KINDS, QuestionKind, check_question, dump_question, parse_question
from bimtek.domain.questions.letters import read_letters, write_letters
from bimtek.domain.questions.question import CHANNELS
from bimtek.domain.questions.view import Option, Order, PickMany, PickOne, QuestionView, Scale, is_answered
from tests.counts import sampled
from tests.domain.questions.samples import BODIES, tables

EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
FEWER = settings(max_examples=sampled(20, 200), deadline=None)
SEEDS = st.integers(0, 2**31)

JUNK = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.integers(),
    st.lists(st.text(max_size=8), max_size=8),
)


def drawn(data: st.DataObject, kind: QuestionKind) -> Any:
    return parse_question(data.draw(tables(kind.name)))


def option_texts(view: QuestionView) -> list[list[str]]:
    return [sorted(option.text for option in getattr(box, "options", ())) for box in view.inputs]


def test_every_kind_has_samples_and_one_name() -> None:
    assert {kind.name for kind in KINDS} == set(BODIES)
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert all(kind.channels <= CHANNELS and str(kind.label) for kind in KINDS)


@EVERY_KIND
@FEWER
@given(data=st.data())
def test_parse_after_dump_is_the_same_question(kind: QuestionKind, data: st.DataObject) -> None:
    question = drawn(data, kind)
    table = dump_question(question)
    assert parse_question(json.loads(json.dumps(table))) == question
    assert dump_question(parse_question(table)) == table


@EVERY_KIND
@FEWER
@given(data=st.data(), seed=SEEDS)
def test_best_answer_scores_one_and_no_answer_scores_zero(
    kind: QuestionKind, data: st.DataObject, seed: int
) -> None:
    question = drawn(data, kind)
    view, best = kind.view(question, seed), kind.best_values(question)
    assert view.accepts(best)
    assert is_answered(best)
    assert kind.score(question, best) == (1.0 if kind.scored else 0.0)
    assert kind.score(question, json.loads(json.dumps(best))) == kind.score(question, best)
    assert kind.score(question, ()) == kind.score(question, [None] * len(view.inputs)) == 0.0
    assert not is_answered([None] * len(view.inputs))


@EVERY_KIND
@FEWER
@given(data=st.data(), values=st.lists(JUNK, max_size=8))
def test_any_answer_at_all_scores_between_zero_and_one(
    kind: QuestionKind, data: st.DataObject, values: list[Any]
) -> None:
    question = drawn(data, kind)
    assert 0.0 <= kind.score(question, values) <= 1.0
    assert len(kind.feedback(question, values)) == len(kind.view(question, 0).inputs)


@EVERY_KIND
@FEWER
@given(data=st.data(), seed=SEEDS)
def test_only_best_values_reach_the_full_score(kind: QuestionKind, data: st.DataObject, seed: int) -> None:
    question = drawn(data, kind)
    view = kind.view(question, seed)
    best = kind.best_values(question)
    values = tuple(data.draw(answers(box)) for box in view.inputs)
    assert view.accepts(values)
    full = kind.score(question, values) == 1.0
    same = all(
        set(a or ()) == set(b or ()) if isinstance(box, PickMany) else a == b
        for box, a, b in zip(view.inputs, values, best, strict=True)
    )
    assert full == (same and kind.scored)


def answers(box: Any) -> st.SearchStrategy[Any]:
    """Values that fit an input."""
    if isinstance(box, Scale):
        return st.none() | st.integers(1, len(box.labels))
    ids = [option.id for option in box.options]
    if isinstance(box, PickOne):
        return st.none() | st.sampled_from(ids)
    if isinstance(box, PickMany):
        return st.none() | st.lists(st.sampled_from(ids), unique=True).map(tuple)
    return st.none() | st.permutations(ids).map(tuple)


@EVERY_KIND
@FEWER
@given(data=st.data(), one=SEEDS, other=SEEDS)
def test_view_shows_the_same_options_in_an_order_that_only_the_seed_decides(
    kind: QuestionKind, data: st.DataObject, one: int, other: int
) -> None:
    question = drawn(data, kind)
    view = kind.view(question, one)
    assert view == kind.view(question, one)
    assert option_texts(view) == option_texts(kind.view(question, other))
    for box in view.inputs:
        ids = [option.id for option in getattr(box, "options", ())]
        assert len(ids) == len(set(ids))


@EVERY_KIND
@FEWER
@given(data=st.data(), seed=SEEDS)
def test_letters_on_paper_say_the_same_as_values(kind: QuestionKind, data: st.DataObject, seed: int) -> None:
    question = drawn(data, kind)
    view = kind.view(question, seed)
    values = tuple(data.draw(answers(box)) for box in view.inputs)
    keyed = read_letters(view, write_letters(view, values))
    assert kind.score(question, keyed) == kind.score(question, values)
    best = kind.best_values(question)
    assert kind.score(question, read_letters(view, write_letters(view, best))) == float(kind.scored)


@EVERY_KIND
@FEWER
@given(data=st.data())
def test_samples_have_no_grave_flaw(kind: QuestionKind, data: st.DataObject) -> None:
    assert [flaw for flaw in check_question(drawn(data, kind)) if flaw.grave] == []


OPTIONS = (Option("aa", "satu"), Option("bb", "dua"), Option("cc", "tiga"))


@pytest.mark.parametrize(
    ("box", "value"),
    [
        (PickOne("", OPTIONS), "dd"),
        (PickOne("", OPTIONS), ("aa",)),
        (PickOne("", OPTIONS), 1),
        (PickMany("", OPTIONS), "aa"),
        (PickMany("", OPTIONS), ("aa", "aa")),
        (PickMany("", OPTIONS), ("aa", "dd")),
        (PickMany("", OPTIONS), ("aa", 1)),
        (Order("", OPTIONS), ("aa", "bb")),
        (Order("", OPTIONS), ("aa", "bb", "bb")),
        (Scale("", ("a", "b", "c")), 0),
        (Scale("", ("a", "b", "c")), 4),
        (Scale("", ("a", "b", "c")), True),
        (Scale("", ("a", "b", "c")), "2"),
    ],
)
def test_inputs_refuse_what_they_did_not_offer(box: Any, value: Any) -> None:
    assert not box.accepts(value)
    assert box.accepts(None)
    assert not QuestionView("q", "", "", (box,)).accepts((value,))


def test_a_view_wants_one_value_per_input() -> None:
    view = QuestionView("q", "", "", (PickOne("", OPTIONS), PickOne("", OPTIONS)))
    assert view.accepts(("aa", None))
    assert not view.accepts(("aa",))


@pytest.mark.parametrize(
    ("box", "written"),
    [
        (PickOne("", OPTIONS), "D"),
        (PickOne("", OPTIONS), "AB"),
        (PickMany("", OPTIONS), "AA"),
        (Order("", OPTIONS), "AB"),
        (Order("", OPTIONS), "ABB"),
        (Scale("", ("a", "b", "c")), "4"),
        (Scale("", ("a", "b", "c")), "B"),
        (Scale("", ("a", "b", "c")), "²"),
    ],
)
def test_letters_that_are_not_on_the_sheet_are_refused(box: Any, written: str) -> None:
    with pytest.raises(ValueError):
        read_letters(QuestionView("q", "", "", (box,)), (written,))


def test_letters_may_be_written_small_and_apart() -> None:
    view = QuestionView("q", "", "", (PickMany("", OPTIONS), PickOne("", OPTIONS), Order("", OPTIONS)))
    assert read_letters(view, (" c a", "b", "cab")) == (("cc", "aa"), "bb", ("cc", "aa", "bb"))
    assert write_letters(view, (("cc", "aa"), "bb", None)) == ("AC", "B", "")
