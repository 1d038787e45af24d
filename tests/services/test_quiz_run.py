"""Everybody sits once, in an order of their own; what was answered stays, whatever channel or crash."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bimtek.app import build
from bimtek.domain.errors import FormError, NotFoundError, RefusedError
from bimtek.domain.people import Role
from bimtek.domain.questions.letters import write_letters
from bimtek.domain.questions.view import Order, PickMany, PickOne, Scale
from bimtek.domain.quiz import Channel, TestKind
from bimtek.services.registration import NewPerson
from tests.services.day import people, planned
from tests.services.quiz_day import answer_all, best, every_kind, opened_round, use_module, wrong

MODULE = Path("modules/memahami-ocsea")


@pytest.fixture
def kegiatan(services, monkeypatch):
    use_module(services, monkeypatch, every_kind())
    made = planned(services)
    services.quizzes.prepare(made, seed=3)
    return made


@pytest.fixture
def who(services, kegiatan):
    return people(services, kegiatan, 3)


@pytest.fixture
def pre(services, kegiatan):
    return opened_round(services, kegiatan)


def stored_answers(services):
    return services._store.db.execute("select count(*) from answer").fetchone()[0]


# --- drawing, opening, closing ------------------------------------------------------------------


def test_both_tests_are_drawn_and_wait_to_be_opened(services, kegiatan):
    rounds = services.quizzes.rounds(kegiatan.id)
    assert {kind: item.status for kind, item in rounds.items()} == {
        TestKind.PRE: "siap",
        TestKind.POST: "siap",
    }
    pre, post = (services.quizzes.form(rounds[kind]) for kind in TestKind)
    assert {i.id for i in pre.items}.isdisjoint(i.id for i in post.items)


def test_drawing_again_replaces_what_nobody_began(services, kegiatan):
    before = services.quizzes.rounds(kegiatan.id)
    services.quizzes.prepare(kegiatan, seed=4)
    after = services.quizzes.rounds(kegiatan.id)
    assert {i.id for i in before.values()}.isdisjoint(i.id for i in after.values())
    assert len(after) == 2


def test_drawing_again_is_refused_once_somebody_began(services, kegiatan, who, pre):
    services.quizzes.sit(pre, who[0])
    with pytest.raises(RefusedError, match="sudah ada yang mengerjakan"):
        services.quizzes.prepare(kegiatan, seed=4)
    assert services.quizzes.rounds(kegiatan.id)[TestKind.PRE].id == pre.id


def test_bank_that_is_too_small_changes_nothing(services, kegiatan):
    before = services.quizzes.rounds(kegiatan.id)
    with pytest.raises(FormError, match="belum cukup"):
        services.quizzes.prepare(kegiatan, seed=4, items=500)
    assert services.quizzes.rounds(kegiatan.id) == before


def test_kegiatan_without_a_module_is_refused(services):
    made = planned(services)
    bare = [replace(s, agenda=tuple(replace(a, module="") for a in s.agenda)) for s in made.sessions]
    services.planning.set_sessions(replace(made, modules=()), bare).result()
    with pytest.raises(RefusedError, match="belum memakai modul"):
        services.quizzes.prepare(services.planning.get(made.id))


def test_nobody_sits_before_the_test_is_open_or_after_it_was_closed(services, kegiatan, who):
    item = services.quizzes.rounds(kegiatan.id)[TestKind.PRE]
    for state in (item, services.quizzes.close(services.quizzes.open(item))):
        with pytest.raises(RefusedError, match="belum dibuka atau sudah ditutup"):
            services.quizzes.sit(state, who[0])
    assert [s.attempt for s in services.quizzes.standings(item)] == [None] * 3


def test_times_of_opening_and_closing_are_kept_over_a_second_opening(services, kegiatan, clock):
    item = opened_round(services, kegiatan)
    first = item.opened_at
    closed = services.quizzes.close(item)
    clock.at = clock.at.replace(hour=5)
    again = services.quizzes.open(closed)
    assert (again.opened_at, again.closed_at, again.status) == (first, "", "buka")
    assert services.quizzes.rounds(kegiatan.id)[TestKind.PRE] == again


# --- who sits where -----------------------------------------------------------------------------


def test_code_is_found_however_it_is_typed(services, kegiatan, who):
    code = who[0].code
    for typed in (code, code.lower(), f" {code[:2]} {code[2:]} ", "\t".join(code)):
        assert services.quizzes.person_of_code(kegiatan.id, typed) == who[0]


def test_code_of_nobody_of_another_kegiatan_or_of_a_speaker_is_refused_kindly(services, kegiatan, who):
    speaker = services.registration.add(kegiatan.id, NewPerson(raw_name="Kanit"), Role.NARASUMBER)
    (other,) = people(services, planned(services, "Lain"), 1)
    services.registration.remove(who[1]).result()
    for typed in ("", "0000", other.code, speaker.code, who[1].code):
        with pytest.raises(NotFoundError, match="Kode belum cocok") as refused:
            services.quizzes.person_of_code(kegiatan.id, typed)
        assert "Jawaban Anda aman" in str(refused.value)


def test_everybody_has_an_order_of_their_own_and_keeps_it(services, kegiatan, pre, who):
    orders = {}
    for person in people(services, kegiatan, 8):
        sitting = services.quizzes.sit(pre, person)
        orders[person.id] = [v.id for v in sitting.views]
        assert services.quizzes.sit(pre, person).views == sitting.views
    assert len({tuple(order) for order in orders.values()}) > 1
    assert len({frozenset(order) for order in orders.values()}) == 1


def test_second_sitting_goes_on_where_the_first_was_even_after_a_restart(
    services, kegiatan, pre, who, tmp_path, clock
):
    first = services.quizzes.sit(pre, who[0])
    form = services.quizzes.form(pre)
    view = first.views[2]
    services.quizzes.answer(first, view.id, best(form, view)).result()
    services.close()
    again = build(tmp_path / "data", clock)
    try:
        second = again.quizzes.sit(again.quizzes.rounds(kegiatan.id)[TestKind.PRE], who[0])
        assert second.attempt == first.attempt
        assert second.views == first.views
        assert {q: list(map(_plain, v)) for q, v in second.answers.items()} == {
            view.id: list(map(_plain, best(form, view)))
        }
    finally:
        again.close()


def _plain(value):
    return list(value) if isinstance(value, tuple) else value


def test_sixty_sittings_of_one_person_are_one_attempt(services, kegiatan, pre, who):
    with ThreadPoolExecutor(60) as pool:
        found = list(pool.map(lambda _n: services.quizzes.sit(pre, who[0]).attempt.id, range(60)))
    assert len(set(found)) == 1


def test_one_person_never_sees_the_answers_of_another(services, kegiatan, pre, who):
    answer_all(services, pre, who[0], best)
    assert services.quizzes.sit(pre, who[1]).answers == {}


@pytest.mark.parametrize(
    ("first", "second"), [(Channel.LAPTOP, Channel.KERTAS), (Channel.KERTAS, Channel.LAPTOP)]
)
def test_two_channels_of_one_person_are_refused_and_the_first_stays(
    services, kegiatan, pre, who, first, second
):
    kept = services.quizzes.sit(pre, who[0], first)
    with pytest.raises(RefusedError, match=f"lewat {first.value}"):
        services.quizzes.sit(pre, who[0], second)
    assert services.quizzes.sit(pre, who[0], first).attempt == kept.attempt


# --- answering ----------------------------------------------------------------------------------


def test_answer_of_the_wrong_shape_is_a_bug_and_stores_nothing(services, kegiatan, pre, who):
    sitting = services.quizzes.sit(pre, who[0])
    one = next(v for v in sitting.views if isinstance(v.inputs[0], PickOne) and len(v.inputs) == 1)
    for values in ([], ["tidak ada"], [None, None], [3]):
        with pytest.raises(ValueError, match="does not accept"):
            services.quizzes.answer(sitting, one.id, values)
    assert stored_answers(services) == 0


def test_last_answer_counts_and_every_earlier_one_is_kept(services, kegiatan, pre, who):
    sitting = services.quizzes.sit(pre, who[0])
    form, view = services.quizzes.form(pre), sitting.views[0]
    for how in (wrong, best, wrong):
        services.quizzes.answer(sitting, view.id, how(form, view)).result()
    again = services.quizzes.sit(pre, who[0])
    assert list(map(_plain, again.answers[view.id])) == list(map(_plain, wrong(form, view)))
    assert stored_answers(services) == 3


def test_after_closing_no_answer_is_taken_and_the_earlier_ones_count(services, kegiatan, pre, who):
    sitting = services.quizzes.sit(pre, who[0])
    form, (view, *_others) = services.quizzes.form(pre), sitting.views
    services.quizzes.answer(sitting, view.id, best(form, view)).result()
    services.quizzes.close(pre)
    with pytest.raises(RefusedError, match="Jawaban yang sudah tersimpan tetap dihitung"):
        services.quizzes.answer(sitting, view.id, wrong(form, view)).result()
    assert services.quizzes.standings(pre)[0].answered == 1


def test_handed_in_is_over_until_somebody_reopens_it(services, kegiatan, pre, who):
    sitting = answer_all(services, pre, who[0], wrong)
    assert not sitting.handed_in, "a sitting is what it was when it was looked at"
    assert services.quizzes.sit(pre, who[0]).handed_in
    form, view = services.quizzes.form(pre), sitting.views[0]
    with pytest.raises(RefusedError):
        services.quizzes.answer(sitting, view.id, best(form, view)).result()
    services.quizzes.reopen(pre, who[0])
    labels = [row[0] for row in services._store.db.execute("select label from perubahan order by seq")]
    assert labels[-1] == "Pre-test Peserta Contoh 1, S.Sos. dibuka lagi"
    assert not services.quizzes.sit(pre, who[0]).handed_in
    assert services.quizzes.answer(sitting, view.id, best(form, view)).result() == 2
    services.quizzes.reopen(pre, who[1])
    assert services.quizzes.standings(pre)[1].attempt is None, "reopening nothing begins nothing"


def test_standings_tell_who_did_how_much(services, kegiatan, pre, who):
    answer_all(services, pre, who[0], best)
    sitting = services.quizzes.sit(pre, who[1])
    form, views = services.quizzes.form(pre), sitting.views
    for view in views[:2]:
        services.quizzes.answer(sitting, view.id, best(form, view)).result()
    services.quizzes.answer(sitting, views[1].id, [None] * len(views[1].inputs)).result()
    total = len(form.items)
    assert [(s.answered, s.of, s.done) for s in services.quizzes.standings(pre)] == [
        (total, total, True),
        (1, total, False),
        (0, total, False),
    ]
    post = services.quizzes.rounds(kegiatan.id)[TestKind.POST]
    assert [s.answered for s in services.quizzes.standings(post)] == [0, 0, 0]


# --- paper --------------------------------------------------------------------------------------


def sheet(services, item, how):
    form = services.quizzes.form(item)
    return [write_letters(view, how(form, view)) for view in services.quizzes.paper_views(item)]


def test_sheet_is_the_same_for_all_and_keyed_answers_come_back(services, kegiatan, pre, who):
    letters = sheet(services, pre, best)
    sitting = services.quizzes.key_paper(pre, who[0], letters)
    assert sitting.attempt.channel is Channel.KERTAS
    assert sitting.handed_in
    assert services.quizzes.keyed_letters(pre, who[0]) == letters
    assert services.quizzes.keyed_letters(pre, who[1]) is None
    assert services.results.of_kegiatan(kegiatan.id).people[0].pre == pytest.approx(1.0)


def test_correcting_a_sheet_adds_revisions_for_what_changed_only(services, kegiatan, pre, who):
    letters = sheet(services, pre, best)
    services.quizzes.key_paper(pre, who[0], letters)
    before = stored_answers(services)
    other = sheet(services, pre, wrong)
    corrected = [other[0], *letters[1:]]
    services.quizzes.key_paper(pre, who[0], corrected)
    assert stored_answers(services) == before + 1
    assert services.quizzes.keyed_letters(pre, who[0]) == corrected
    services.quizzes.key_paper(pre, who[0], corrected)
    assert stored_answers(services) == before + 1
    assert [s.done for s in services.quizzes.standings(pre)] == [True, False, False]


def test_answer_taken_off_a_sheet_counts_as_none(services, kegiatan, pre, who):
    letters = sheet(services, pre, best)
    services.quizzes.key_paper(pre, who[0], letters)
    services.quizzes.key_paper(pre, who[0], [tuple("" for _field in row) for row in letters])
    assert services.quizzes.standings(pre)[0].answered == 0
    assert services.results.of_kegiatan(kegiatan.id).people[0].pre == 0.0


def test_letter_that_is_not_on_the_sheet_stores_nothing_at_all(services, kegiatan, pre, who):
    letters = sheet(services, pre, best)
    for bad in ([("Z",) * len(letters[0]), *letters[1:]], letters[:-1], [*letters, ("A",)]):
        with pytest.raises(ValueError):
            services.quizzes.key_paper(pre, who[0], bad)
    assert services.quizzes.standings(pre)[0].attempt is None
    assert stored_answers(services) == 0


def test_sheet_of_a_closed_test_is_refused(services, kegiatan, pre, who):
    closed = services.quizzes.close(pre)
    with pytest.raises(RefusedError):
        services.quizzes.key_paper(closed, who[0], sheet(services, pre, best))


def _value(draw, box):
    ids = [o.id for o in getattr(box, "options", ())]
    if isinstance(box, PickOne):
        return draw(st.none() | st.sampled_from(ids))
    if isinstance(box, PickMany):
        return draw(st.none() | st.lists(st.sampled_from(ids), min_size=1, unique=True).map(tuple))
    if isinstance(box, Order):
        return draw(st.none() | st.permutations(ids).map(tuple))
    assert isinstance(box, Scale)
    return draw(st.none() | st.integers(1, len(box.labels)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_same_answers_by_laptop_and_by_paper_give_the_same_scores(services, kegiatan, pre, data):
    form = services.quizzes.form(pre)
    chosen = {v.id: [_value(data.draw, box) for box in v.inputs] for v in services.quizzes.paper_views(pre)}
    at_desk, on_paper = people(services, kegiatan, 2)
    letters = [write_letters(v, chosen[v.id]) for v in services.quizzes.paper_views(pre)]
    services.quizzes.key_paper(pre, on_paper, letters)
    answer_all(services, pre, at_desk, lambda _form, view: chosen[view.id])
    answers = {
        person.id: services.quizzes.sit(pre, person, channel).answers
        for person, channel in ((at_desk, Channel.LAPTOP), (on_paper, Channel.KERTAS))
    }
    one, other = (form.item_scores(answers[p.id]) for p in (at_desk, on_paper))
    assert one == other == form.item_scores(chosen)


# --- the snapshot -------------------------------------------------------------------------------


@pytest.fixture
def own_module(tmp_path):
    """The shipped module as a user's own, newer one."""
    folder = tmp_path / "data" / "modul" / "memahami-ocsea"
    shutil.copytree(MODULE, folder)
    manifest = folder / "modul.toml"
    text = manifest.read_text(encoding="utf-8")
    version = next(line for line in text.splitlines() if line.startswith("versi"))
    manifest.write_text(text.replace(version, 'versi = "99.0.0"'), encoding="utf-8")
    return folder


def test_form_and_scores_survive_a_changed_module_and_its_removal(tmp_path, clock, own_module):
    services = build(tmp_path / "data", clock)
    made = planned(services)
    services.quizzes.prepare(made, seed=5)
    item = opened_round(services, made)
    (one, two) = people(services, made, 2)
    answer_all(services, item, one, best)
    before = services.quizzes.form(item)
    assert before.modules == (("memahami-ocsea", "99.0.0"),)
    assert services.results.of_kegiatan(made.id).people[0].pre == pytest.approx(1.0)
    services.close()
    for path in (own_module / "kuis").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        turned = text.replace("benar = true", "benar = ?").replace("benar = false", "benar = true")
        path.write_text(turned.replace("benar = ?", "benar = false").replace("soal = ", "soal = 'LAIN' #"))
    for change in (lambda: None, lambda: shutil.rmtree(own_module)):
        change()
        services = build(tmp_path / "data", clock)
        try:
            item = services.quizzes.rounds(made.id)[TestKind.PRE]
            assert services.quizzes.form(item) == before
            assert services.results.of_kegiatan(made.id).people[0].pre == pytest.approx(1.0)
            answer_all(services, item, two, best)
            assert services.results.of_kegiatan(made.id).people[1].pre == pytest.approx(1.0)
            services.quizzes.reopen(item, two)
        finally:
            services.close()


def test_order_that_was_shown_is_kept_in_the_attempt(services, kegiatan, pre, who):
    sitting = services.quizzes.sit(pre, who[0])
    shown = [[v.id, [[o.id for o in getattr(box, "options", ())] for box in v.inputs]] for v in sitting.views]
    assert json.loads(sitting.attempt.order) == shown
