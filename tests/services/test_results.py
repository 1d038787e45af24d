"""Scores and gain follow the answers: only pairs count, blanks are wrong, who took no test has no score."""

import pytest

from bimtek.domain.quiz import TestKind
from bimtek.domain.score import GroupGain
from bimtek.services.results import QuestionResult, TopicResult
from tests.services.day import people, planned
from tests.services.quiz_day import answer_all, best, every_kind, use_module, wrong


@pytest.fixture
def kegiatan(services, monkeypatch):
    use_module(services, monkeypatch, every_kind())
    made = planned(services)
    services.quizzes.prepare(made, seed=3)
    for item in services.quizzes.rounds(made.id).values():
        services.quizzes.open(item)
    return made


@pytest.fixture
def who(services, kegiatan):
    return people(services, kegiatan, 4)


def the_round(services, kegiatan, kind):
    return services.quizzes.rounds(kegiatan.id)[kind]


def take(services, kegiatan, kind, person, right):
    """Answer the first `right` questions of the form rightly and the others wrongly."""
    item = the_round(services, kegiatan, kind)
    known = {i.id for i in services.quizzes.form(item).items[:right]}
    return answer_all(
        services, item, person, lambda form, view: best(form, view) if view.id in known else wrong(form, view)
    )


def of(services, kegiatan):
    return services.results.of_kegiatan(kegiatan.id)


def test_nothing_answered_gives_no_figures_and_everybody_on_the_list(services, kegiatan, who):
    found = of(services, kegiatan)
    assert [(p.participation.id, p.pre, p.post, p.gain) for p in found.people] == [
        (p.id, None, None, None) for p in who
    ]
    assert found.gain == GroupGain.of([])
    assert found.attempts == {TestKind.PRE: 0, TestKind.POST: 0}
    assert all(t.before.mean is None and t.after.mean is None for t in found.topics)
    assert found.explain_again == ()


def test_kegiatan_without_tests_has_empty_results(services):
    made = planned(services)
    found = of(services, made)
    assert (found.people, found.topics, found.attempts) == ((), (), {})


def test_figures_by_hand(services, kegiatan, who):
    total = len(services.quizzes.form(the_round(services, kegiatan, TestKind.PRE)).items)
    for person, before, after in ((who[0], 3, 6), (who[1], 0, 3), (who[2], 6, 6)):
        take(services, kegiatan, TestKind.PRE, person, before)
        take(services, kegiatan, TestKind.POST, person, after)
    found = of(services, kegiatan)
    assert total == 6
    assert [p.pre for p in found.people[:3]] == pytest.approx([0.5, 0.0, 1.0])
    assert [p.post for p in found.people[:3]] == pytest.approx([1.0, 0.5, 1.0])
    assert [p.gain for p in found.people] == [pytest.approx(1.0), pytest.approx(0.5), None, None]
    gain = found.gain
    assert (gain.pairs, gain.defined) == (3, 2)
    assert (gain.mean_pre, gain.mean_post) == (pytest.approx(0.5), pytest.approx(2.5 / 3))
    assert gain.gain_of_means == pytest.approx((2.5 / 3 - 0.5) / 0.5)
    assert gain.mean_gain == pytest.approx(0.75)
    assert found.small, "three pairs say little"


def test_score_that_fell_is_shown_as_a_loss(services, kegiatan, who):
    take(services, kegiatan, TestKind.PRE, who[0], 3)
    take(services, kegiatan, TestKind.POST, who[0], 0)
    found = of(services, kegiatan)
    assert found.people[0].gain == pytest.approx(-1.0)
    assert found.gain.gain_of_means == pytest.approx(-1.0)


def test_one_test_alone_makes_no_pair(services, kegiatan, who):
    take(services, kegiatan, TestKind.PRE, who[0], 6)
    take(services, kegiatan, TestKind.POST, who[1], 6)
    take(services, kegiatan, TestKind.PRE, who[2], 0)
    take(services, kegiatan, TestKind.POST, who[2], 3)
    found = of(services, kegiatan)
    assert (found.gain.pairs, found.gain.mean_pre) == (1, pytest.approx(0.0))
    assert [(p.pre, p.post) for p in found.people[:2]] == [
        (pytest.approx(1.0), None),
        (None, pytest.approx(1.0)),
    ]
    assert found.attempts == {TestKind.PRE: 2, TestKind.POST: 2}


def test_unanswered_questions_count_as_wrong_and_an_unopened_test_as_none(services, kegiatan, who):
    item = the_round(services, kegiatan, TestKind.PRE)
    form, sitting = services.quizzes.form(item), services.quizzes.sit(item, who[0])
    for view in sitting.views[:3]:
        services.quizzes.answer(sitting, view.id, best(form, view)).result()
    services.quizzes.sit(item, who[1])
    found = of(services, kegiatan)
    assert found.people[0].pre == pytest.approx(3 / 6), "also before it was handed in"
    assert found.people[1].pre is None, "sitting down alone is no test"


def test_last_revision_counts(services, kegiatan, who):
    item = the_round(services, kegiatan, TestKind.PRE)
    sitting = take(services, kegiatan, TestKind.PRE, who[0], 0)
    services.quizzes.reopen(item, who[0])
    form = services.quizzes.form(item)
    for view in sitting.views:
        services.quizzes.answer(sitting, view.id, best(form, view)).result()
    assert of(services, kegiatan).people[0].pre == pytest.approx(1.0)


def test_topics_pair_the_two_forms_and_name_what_to_explain_again(services, kegiatan, who):
    for person, after in zip(who[:3], (1, 2, 2), strict=True):
        take(services, kegiatan, TestKind.PRE, person, 0)
        take(services, kegiatan, TestKind.POST, person, after)
    found = of(services, kegiatan)
    assert len(found.topics) == 6
    assert {t.before.attempts for t in found.topics} == {t.after.attempts for t in found.topics} == {3}
    post = services.quizzes.form(the_round(services, kegiatan, TestKind.POST))
    means = {t.after.question_id: t.after.mean for t in found.topics}
    assert [means[i.id] for i in post.items[:2]] == pytest.approx([1.0, 2 / 3])
    again = [t.after.mean for t in found.explain_again]
    assert len(again) == 5
    assert again == sorted(again)
    assert all(t.before.question_id != t.after.question_id for t in found.topics)


@pytest.mark.parametrize(
    ("mean", "again"), [(0.0, True), (0.69, True), (0.7, False), (1.0, False), (None, False)]
)
def test_topic_is_explained_again_below_seventy_percent(mean, again):
    after = QuestionResult("q", "p", "a", "?", mean, 10)
    assert TopicResult("p", "a", None, after).still_wrong is again
    assert TopicResult("p", "a", after, None).still_wrong is False


def test_talk_point_says_why_the_right_answer_is_right_without_praise(services, kegiatan):
    found = {t.after.aspect: t.after.explanation for t in of(services, kegiatan).topics}
    assert found["pilihan-tunggal"] == "Umpan 1."
    assert found["benar-salah"] == "Ya."


def test_person_taken_off_the_list_counts_in_no_figure(services, kegiatan, who):
    for kind in TestKind:
        take(services, kegiatan, kind, who[0], 6)
        take(services, kegiatan, kind, who[1], 0)
    services.registration.remove(who[1]).result()
    found = of(services, kegiatan)
    assert [p.participation.id for p in found.people] == [who[0].id, who[2].id, who[3].id]
    assert found.gain.pairs == 1
    assert found.attempts == {TestKind.PRE: 1, TestKind.POST: 1}
    assert {t.after.mean for t in found.topics} == {1.0}
    assert {t.after.attempts for t in found.topics} == {1}


def test_eligibility_and_results_read_the_same_score(services, kegiatan, who):
    item = the_round(services, kegiatan, TestKind.POST)
    answer_all(services, item, who[0], best)
    candidate = services.certificates.candidates(kegiatan)[0]
    assert candidate.post == of(services, kegiatan).people[0].post == pytest.approx(1.0)
