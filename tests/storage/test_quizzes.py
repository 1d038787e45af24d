"""One attempt per person and test; answers are only ever added."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bimtek.domain.errors import RefusedError
from bimtek.domain.quiz import Answer, Attempt, Channel, Round, TestKind
from bimtek.storage.quizzes import QuizRepository
from bimtek.storage.store import new_id
from tests.storage.day import kegiatan_in, people_in

AT = "2027-03-05T01:30:00.000000Z"
OPEN = {"status": "buka", "opened_at": AT}


@pytest.fixture
def quizzes(store):
    kegiatan_in(store)
    repository = QuizRepository(store)
    rounds = [Round(id=kind.value, kegiatan_id="k", kind=kind, form_id="", seed=3) for kind in TestKind]
    repository.add_rounds([(item, f"soal {item.kind}") for item in rounds], "susun").result()
    return repository


@pytest.fixture
def people(store, quizzes):
    return people_in(store, 3)


def the_round(quizzes, kind=TestKind.PRE):
    return next(item for item in quizzes.rounds("k") if item.kind is kind)


def attempt(quizzes, who, kind=TestKind.PRE, channel=Channel.LAPTOP):
    item = the_round(quizzes, kind)
    return Attempt(
        id=new_id(), round_id=item.id, kegiatan_id="k", participation_id=who.id, form_id=item.form_id,
        seed=9, order="[]", channel=channel, device="laptop", started_at=AT,
    )  # fmt: skip


@pytest.fixture
def sitting(quizzes, people):
    quizzes.set_status(replace(the_round(quizzes), **OPEN), "buka").result()
    return quizzes.start(attempt(quizzes, people[0]), "mulai").result()


def answer(sitting, value, question="s1", rev=0):
    return Answer(
        attempt_id=sitting.id, question_id=question, rev=rev, value=value, channel=Channel.LAPTOP,
        device="laptop", answered_at=AT,
    )  # fmt: skip


def test_rounds_come_back_pre_test_first_with_their_forms(quizzes):
    assert [r.kind for r in quizzes.rounds("k")] == [TestKind.PRE, TestKind.POST]
    assert [quizzes.form(r.form_id) for r in quizzes.rounds("k")] == ["soal pre", "soal post"]
    assert [(r.seed, r.status, r.opened_at, r.closed_at) for r in quizzes.rounds("k")] == [
        (3, "siap", "", "")
    ] * 2


def test_equal_form_is_kept_once(quizzes, store):
    kegiatan_in(store, "k2")
    item = Round(id=new_id(), kegiatan_id="k2", kind=TestKind.PRE, form_id="", seed=3)
    quizzes.add_rounds([(item, "soal pre")], "susun").result()
    assert quizzes.rounds("k2")[0].form_id == the_round(quizzes).form_id


def test_status_comes_back(quizzes):
    opened = replace(the_round(quizzes), **OPEN)
    quizzes.set_status(opened, "buka").result()
    assert the_round(quizzes) == opened
    closed = replace(opened, status="tutup", closed_at=AT)
    quizzes.set_status(closed, "tutup").result()
    assert the_round(quizzes) == closed


def test_rounds_nobody_began_can_be_drawn_anew(quizzes):
    quizzes.remove_rounds("k", "susun").result()
    assert quizzes.rounds("k") == []
    fresh = Round(id=new_id(), kegiatan_id="k", kind=TestKind.PRE, form_id="", seed=4)
    quizzes.add_rounds([(fresh, "soal lain")], "susun").result()
    assert [r.id for r in quizzes.rounds("k")] == [fresh.id]


def test_rounds_somebody_began_stay(quizzes, sitting):
    with pytest.raises(RefusedError, match="sudah ada yang mengerjakan"):
        quizzes.remove_rounds("k", "susun").result()
    assert len(quizzes.rounds("k")) == 2


def test_attempt_comes_back_and_a_second_start_hands_back_the_first(quizzes, sitting, people):
    again = attempt(quizzes, people[0], channel=Channel.KERTAS)
    assert quizzes.start(again, "mulai").result() == sitting
    assert quizzes.attempts("k") == [sitting]
    assert quizzes.attempt_of(sitting.round_id, people[0].id) == sitting
    assert quizzes.attempt_of(sitting.round_id, people[1].id) is None


def test_sixty_starts_at_once_make_one_attempt(quizzes, people):
    with ThreadPoolExecutor(60) as pool:
        waiting = list(pool.map(lambda _n: quizzes.start(attempt(quizzes, people[1]), "mulai"), range(60)))
    assert len({done.result().id for done in waiting}) == 1


def test_later_revision_counts_and_the_earlier_stays(quizzes, sitting, store):
    revs = [quizzes.answer(answer(sitting, v), "k", "").result() for v in ('["a"]', '["b"]', '["c"]')]
    assert revs == [1, 2, 3]
    assert quizzes.answers(sitting.id) == {"s1": '["c"]'}
    assert quizzes.answers_of_kegiatan("k") == {sitting.id: {"s1": '["c"]'}}
    assert [v for (v,) in store.db.execute("select value from answer order by rev")] == [
        '["a"]',
        '["b"]',
        '["c"]',
    ]


def test_repeated_message_adds_nothing(quizzes, sitting, store):
    for _n in range(3):
        assert quizzes.answer(answer(sitting, '["a"]', rev=1), "k", "").result() == 1
    quizzes.answer(answer(sitting, '["b"]', rev=2), "k", "").result()
    quizzes.answer(answer(sitting, '["z"]', rev=1), "k", "").result()
    assert quizzes.answers(sitting.id) == {"s1": '["b"]'}
    assert store.db.execute("select count(*) from answer").fetchone()[0] == 2


def test_answer_needs_an_open_round(quizzes, sitting):
    quizzes.answer(answer(sitting, '["a"]'), "k", "").result()
    for status in ("tutup", "siap"):
        quizzes.set_status(replace(the_round(quizzes), status=status), "tutup").result()
        with pytest.raises(RefusedError, match="sudah ditutup"):
            quizzes.answer(answer(sitting, '["b"]'), "k", "").result()
    assert quizzes.answers(sitting.id) == {"s1": '["a"]'}


def test_answer_needs_an_attempt_that_is_not_handed_in(quizzes, sitting):
    quizzes.submit(sitting, AT, "selesai").result()
    with pytest.raises(RefusedError):
        quizzes.answer(answer(sitting, '["a"]'), "k", "").result()
    quizzes.reopen(sitting, "lanjut").result()
    assert quizzes.answer(answer(sitting, '["a"]'), "k", "").result() == 1


def test_answer_to_no_attempt_is_refused(quizzes, sitting):
    with pytest.raises(RefusedError):
        quizzes.answer(answer(replace(sitting, id="tidak ada"), '["a"]'), "k", "").result()


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("update answer set value = '[\"z\"]'", "append-only"),
        ("update answer set rev = 7", "append-only"),
        ("delete from answer", "append-only"),
        ("update form set body = 'lain'", "never changes"),
        ("insert or replace into answer select * from answer", "append-only"),
    ],
)
def test_stored_answers_and_forms_cannot_be_rewritten_even_by_sql(quizzes, sitting, store, sql, reason):
    quizzes.answer(answer(sitting, '["a"]'), "k", "").result()
    with pytest.raises(sqlite3.IntegrityError, match=reason):
        store.write("curang", lambda db: db.execute(sql))
    assert quizzes.answers(sitting.id) == {"s1": '["a"]'}
    assert quizzes.form(sitting.form_id) == "soal pre"


messages = st.tuples(st.sampled_from(["s1", "s2", "s3"]), st.sampled_from("abc"), st.integers(0, 5))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(messages, max_size=25))
def test_last_message_that_brings_a_new_number_counts(quizzes, store, sent):
    """Against a model: a message without a number is new; one with a number counts unless that was used."""
    made = _fresh_attempt(quizzes, store)
    model: dict[str, tuple[int, str]] = {}
    waiting = []
    for question, value, rev in sent:
        last = model.get(question, (0, ""))[0]
        if rev == 0 or rev > last:
            model[question] = (rev or last + 1, value)
        waiting.append(quizzes.answer(answer(made, value, question, rev), made.kegiatan_id, ""))
    for done in waiting:
        done.result()
    assert quizzes.answers(made.id) == {question: value for question, (_rev, value) in model.items()}


def _fresh_attempt(quizzes, store):
    kegiatan_id = kegiatan_in(store, new_id()).id
    item = Round(id=new_id(), kegiatan_id=kegiatan_id, kind=TestKind.PRE, form_id="", seed=1)
    quizzes.add_rounds([(item, "soal")], "").result()
    item = quizzes.rounds(kegiatan_id)[0]
    quizzes.set_status(replace(item, **OPEN), "").result()
    (who,) = people_in(store, 1, kegiatan_id)
    made = Attempt(
        id=new_id(), round_id=item.id, kegiatan_id=kegiatan_id, participation_id=who.id, form_id=item.form_id,
        seed=1, order="[]", channel=Channel.LAPTOP, device="laptop", started_at=AT,
    )  # fmt: skip
    return quizzes.start(made, "").result()
