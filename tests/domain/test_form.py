"""Two parallel forms from one blueprint, and a snapshot that outlives its module."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bimtek.domain.errors import FormError, NotFoundError
from bimtek.domain.form import Form, draw_pair, items_each
from bimtek.domain.module import Blueprint, Module, Source
from bimtek.domain.questions import Question, parse_question
from bimtek.domain.questions.view import Option, Order, PickOne, QuestionView
from bimtek.domain.quiz import TestKind

SOURCE = Source("dh", "Disrupting Harm", "ECPAT", "2022", date(2026, 1, 10))
FEWER = settings(max_examples=60, deadline=None)


def question(id_: str, pair: str, aspect: str, **keys: Any) -> Question:
    options = [{"teks": f"{id_} {t}", "benar": t == "a", "umpan": f"u {t}"} for t in "abcd"]
    table = {"id": id_, "jenis": "pilihan-tunggal", "soal": f"Soal {id_}?", "opsi": options}
    return parse_question({**table, "pasangan": pair, "aspek": aspect, "sumber": ["dh"], **keys})


def pair_of(aspect: str, number: int) -> list[Question]:
    return [question(f"{aspect}-{number}{side}", f"{aspect}-{number}", aspect) for side in "ab"]


def module(id_: str = "m1", aspects: dict[str, int] | None = None, spare: int = 0) -> Module:
    wanted = {"istilah": 3, "respons": 4, "kanal": 2, "etika": 1} if aspects is None else aspects
    return Module(
        id=id_,
        version="1.2.0",
        title=f"Modul {id_}",
        sources=(SOURCE,),
        blueprint=Blueprint(sum(wanted.values()), tuple(wanted.items())),
        questions=tuple(
            q for aspect, count in wanted.items() for n in range(count + spare) for q in pair_of(aspect, n)
        ),
    )


def options_of(view: QuestionView) -> tuple[Option, ...]:
    box = view.inputs[0]
    assert isinstance(box, PickOne | Order)
    return box.options


ONE = module(spare=1)
PRE, POST = draw_pair(ONE, seed=7)

aspects = st.dictionaries(st.sampled_from("abcde"), st.integers(1, 5), min_size=1)


@FEWER
@given(st.lists(aspects, min_size=1, max_size=3), st.integers(0, 3), st.integers(0, 2**31))
def test_both_forms_fit_the_blueprint_and_share_nothing(
    wanted: list[dict[str, int]], spare: int, seed: int
) -> None:
    modules = [module(f"m{at}", one, spare) for at, one in enumerate(wanted)]
    pre, post = draw_pair(modules, seed)
    total: Counter[str] = Counter()
    for one in wanted:
        total.update(one)
    for form in (pre, post):
        assert Counter(item.question.aspect for item in form.items) == total
        assert len({item.id for item in form.items}) == len(form.items)
        assert form.modules == tuple((m.id, "1.2.0") for m in modules)
    assert {item.id for item in pre.items}.isdisjoint(item.id for item in post.items)
    assert {(i.module, i.question.pair) for i in pre.items} == {
        (i.module, i.question.pair) for i in post.items
    }


@FEWER
@given(st.lists(aspects, min_size=1, max_size=3), st.integers(1, 30), st.integers(0, 99))
def test_a_wished_length_is_met_in_proportion(wanted: list[dict[str, int]], items: int, seed: int) -> None:
    modules = [module(f"m{at}", one, spare=30) for at, one in enumerate(wanted)]
    pre, post = draw_pair(modules, seed, items=items)
    assert len(pre.items) == len(post.items) == items
    total: Counter[str] = Counter()
    for one in wanted:
        total.update(one)
    for aspect, count in Counter(item.question.aspect for item in pre.items).items():
        assert abs(count - items * total[aspect] / total.total()) < 1


def test_the_same_seed_draws_the_same_forms_and_another_seed_others() -> None:
    assert draw_pair(ONE, seed=7) == (PRE, POST)
    assert {item.id for item in draw_pair(ONE, seed=8)[0].items} != {item.id for item in PRE.items}


def test_either_member_of_a_pair_may_come_first() -> None:
    sides = {item.id[-1] for seed in range(10) for item in draw_pair(ONE, seed)[0].items}
    assert sides == {"a", "b"}


def test_modules_take_turns_within_an_aspect() -> None:
    both = [module("m1", {"etika": 4}), module("m2", {"etika": 4})]
    pre, _post = draw_pair(both, seed=3, items=4)
    assert Counter(item.module for item in pre.items) == {"m1": 2, "m2": 2}


def test_equal_ids_of_two_modules_stay_apart() -> None:
    pre, post = draw_pair([module("m1"), module("m2")], seed=3)
    assert len({item.id for item in pre.items + post.items}) == 40


def test_the_error_names_every_aspect_that_lacks_pairs() -> None:
    short = replace(
        ONE,
        questions=tuple(q for q in ONE.questions if q.aspect not in ("kanal", "etika")),
    )
    with pytest.raises(FormError) as caught:
        draw_pair(short, seed=1)
    assert str(caught.value.what) == "Pasangan soal belum cukup untuk aspek kanal (0/2), etika (0/1)."


def test_a_pair_of_one_member_does_not_count_and_neither_does_a_scale() -> None:
    lone = [question("a", "p1", "etika")]
    scale = {"id": "s1", "jenis": "skala", "soal": "Saya yakin.", "pasangan": "p2", "aspek": "etika"}
    scales = [parse_question(scale), parse_question({**scale, "id": "s2"})]
    poor = replace(module(aspects={"etika": 1}), questions=(*lone, *scales))
    with pytest.raises(FormError, match="etika"):
        draw_pair(poor, seed=1)


def test_a_module_without_blueprint_has_no_form() -> None:
    with pytest.raises(FormError, match="cetak biru"):
        draw_pair(module(aspects={}), seed=1)


@FEWER
@given(aspects, st.integers(0, 2**31))
def test_a_dumped_form_reads_back_the_same_to_the_letter(wanted: dict[str, int], seed: int) -> None:
    for form in draw_pair(module(aspects=wanted), seed):
        assert Form.parse(form.dump()) == form
        assert Form.parse(form.dump()).dump() == form.dump()


def test_the_snapshot_holds_all_that_was_asked() -> None:
    stored = json.loads(PRE.dump())
    assert stored["modul"] == [["m1", "1.2.0"]]
    assert stored["jenis"] == "pre"
    first = stored["butir"][0]
    side = PRE.items[0].question
    assert first["soal"] == side.stem
    assert [o["benar"] for o in first["opsi"]] == [True, False, False, False]
    assert first["opsi"][1]["umpan"] == "u b"
    assert first["rincian_sumber"][0]["judul"] == "Disrupting Harm"


def test_a_stored_form_is_shown_scored_and_keyed_as_on_the_day_it_was_drawn() -> None:
    """Golden: these letters were written by version 0.1.0; later code must read them alike."""
    stored = (
        '{"benih":5,"butir":[{"acak":true,"aspek":"etika","garam":"f00dfeed","id":"m1/e1","jenis":'
        '"pilihan-tunggal","kesulitan":"mudah","modul":"m1","opsi":[{"benar":true,"teks":"A","umpan":"u"},'
        '{"benar":false,"teks":"B","umpan":"u"},{"benar":false,"teks":"C","umpan":"u"}],"pasangan":"e",'
        '"rincian_sumber":[],"rujukan":["uu-12-2022/14/1/a"],"soal":"Satu?","sumber":[],"tujuan":"t"},'
        '{"acak":true,"aspek":"etika","garam":"0badcafe","id":"m1/e2","jenis":"mengurutkan","kesulitan":'
        '"mudah","modul":"m1","pasangan":"f","rincian_sumber":[],"rujukan":[],"soal":"Dua?","sumber":[],'
        '"tujuan":"t","umpan":"u","urutan":["x","y","z"]}],"format":1,"jenis":"post","judul":"M","modul":'
        '[["m1","1.0.0"]]}'
    )
    form = Form.parse(stored)
    assert form.dump() == stored
    shown = [(view.id, [(o.id, o.text) for o in options_of(view)]) for view in form.view(41)]
    assert shown == [
        ("m1/e1", [("95bf42e8", "C"), ("96ccdb34", "B"), ("6982c851", "A")]),
        ("m1/e2", [("dd6caa38", "y"), ("a025c9d8", "z"), ("0c5c0916", "x")]),
    ]
    assert form.paper_key(41) == [("m1/e1", ("C",)), ("m1/e2", ("CAB",))]


def test_questions_come_in_the_order_of_the_seed_and_none_is_lost() -> None:
    ids = sorted(item.id for item in PRE.items)
    orders = {PRE.order(seed) for seed in range(5)}
    assert all(sorted(order) == ids for order in orders)
    assert len(orders) == 5
    assert [view.id for view in PRE.view(3)] == list(PRE.order(3))
    assert PRE.view_of(ids[0], 3) in PRE.view(3)


def test_a_view_shows_neither_key_nor_feedback() -> None:
    shown = repr(PRE.view(3))
    assert "umpan" not in shown
    assert "u a" not in shown
    assert "True" not in shown


def test_option_ids_differ_between_two_draws() -> None:
    """Otherwise one leaked key would open every later test."""
    again, _post = draw_pair(ONE, seed=7000)
    here = {o.text: o.id for view in PRE.view(1) for o in options_of(view)}
    there = {o.text: o.id for view in again.view(1) for o in options_of(view)}
    common = here.keys() & there.keys()
    assert common
    assert all(here[text] != there[text] for text in common)


def full_marks(form: Form) -> dict[str, Any]:
    return {item.id: item.kind.best_values(item.question) for item in form.items}


def test_the_score_is_the_mean_over_scored_items_and_unanswered_ones_count_zero() -> None:
    answers = full_marks(PRE)
    assert PRE.score(answers) == 1.0
    assert PRE.score({}) == 0.0
    del answers[PRE.items[0].id]
    assert PRE.score(answers) == pytest.approx(0.9)
    assert PRE.item_scores(answers)[PRE.items[0].id] == 0.0
    assert PRE.score({**answers, "bukan soal": ("x",)}) == pytest.approx(0.9)


def test_an_attitude_is_not_part_of_the_score() -> None:
    scale = parse_question({"id": "m1/s", "jenis": "skala", "soal": "Saya yakin.", "garam": "x"})
    form = Form(
        "Uji", TestKind.PRE, (PRE.items[0], replace(PRE.items[1], question=scale)), PRE.modules, seed=1
    )
    answers = full_marks(form)
    assert form.score(answers) == 1.0
    assert form.item_scores(answers) == {PRE.items[0].id: 1.0, "m1/s": None}
    assert dict(form.paper_key(2))["m1/s"] == ("",)
    assert Form("Uji", TestKind.PRE, form.items[1:], PRE.modules, seed=1).score(answers) == 0.0


def test_the_paper_key_follows_the_printed_order() -> None:
    for (id_, (letter,)), view in zip(PRE.paper_key(9), PRE.view(9), strict=True):
        assert id_ == view.id
        options = options_of(view)
        assert options["ABCD".index(letter)].id == PRE.item(id_).kind.best_values(PRE.item(id_).question)[0]


def test_a_form_names_what_a_channel_cannot_carry() -> None:
    assert PRE.uncarried("kertas") == ()
    assert PRE.uncarried("merpati") == PRE.items


def test_an_unknown_question_is_not_found() -> None:
    with pytest.raises(NotFoundError):
        PRE.view_of("m1/tiada", 1)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format":1}', '{"format":"1"}', "null"])
def test_a_damaged_form_is_reported_as_such(text: str) -> None:
    with pytest.raises(FormError, match="rusak"):
        Form.parse(text)


def test_a_form_of_a_newer_bimtek_is_refused() -> None:
    with pytest.raises(FormError, match="lebih baru"):
        Form.parse(PRE.dump().replace('"format":1', '"format":2'))


def test_the_size_of_a_pair_is_told_before_it_is_drawn():
    assert items_each([module(), module("m2")]) == len(draw_pair([module(), module("m2")], 5)[1].items)
    assert items_each([module(aspects={})]) == items_each([]) == 0
