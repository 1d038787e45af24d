"""Hasil: three figures with their limits, topics, and single people only behind the PIN."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from bimtek.domain.names import parse_name
from bimtek.domain.people import Participation, Person
from bimtek.domain.quiz import TestKind
from bimtek.ui.kegiatan.results import ResultsStep
from bimtek.ui.widgets.notice import Notice


@pytest.fixture
def tests(services, kegiatan):
    services.quizzes.prepare(kegiatan, seed=7)
    return services.quizzes.rounds(kegiatan.id)


@pytest.fixture
def take(services, kegiatan, tests):
    """Take a test with `right` answers of ten, by list of people: None leaves somebody out."""

    def run(kind, people, rights):
        item = services.quizzes.open(tests[kind])
        form = services.quizzes.form(item)
        for who, right in zip(people, rights, strict=False):
            if right is None:
                continue
            sitting = services.quizzes.sit(item, who)
            for at, view in enumerate(sitting.views):
                found = form.item(view.id)
                values = found.kind.best_values(found.question) if at < right else [None] * len(view.inputs)
                services.quizzes.answer(sitting, view.id, values).result()
            services.quizzes.hand_in(sitting).result()
        services.quizzes.close(item)

    return run


@pytest.fixture
def show(context, kegiatan, qtbot):
    def make():
        step = ResultsStep(context, kegiatan.id)
        qtbot.addWidget(step)
        step.resize(1146, 650)
        step.show()
        qtbot.waitUntil(lambda: step.results is not None)
        return step

    return make


def cautions(step):
    found = [step.notices.itemAt(at).widget() for at in range(step.notices.count())]
    return [notice.message.text() for notice in found if isinstance(notice, Notice)]


def words(step):
    return " | ".join(w.text() for kind in (QLabel, QAbstractButton) for w in step.findChildren(kind))


def test_before_any_test_is_closed_there_is_one_sentence_and_a_way_on(show, qtbot, tests):
    step = show()
    assert step.empty.isVisible()
    assert step.empty.sentence.text() == "Hasil muncul setelah kuis ditutup."
    assert not step.main.isVisible()
    with qtbot.waitSignal(step.step_wanted) as wanted:
        step.empty.button.click()
    assert wanted.args == ["kuis"]


def test_b9_32_three_figures_over_the_pairs(show, take, people):
    take(TestKind.PRE, people, [4, 6, 5, 8, 2])
    take(TestKind.POST, people, [7, 8, 9, None, None])
    step = show()
    assert step.pre.value.text() == "50,0"
    assert step.post.value.text() == "80,0"
    assert step.gain.value.text() == "0,60"
    assert step.gain.detail.text() == "sedang, dari 3 pasangan nilai"
    assert "2 orang hanya punya satu nilai, jadi tidak dihitung." in cautions(step)


def test_both_gains_are_named_because_they_differ(show, take, people):
    take(TestKind.PRE, people, [0, 8])
    take(TestKind.POST, people, [5, 10])
    step = show()
    assert step.of_means.text() == "N-gain dari rata-rata kelompok: 0,58 (sedang)"
    assert step.mean_gain.text() == "Rata-rata N-gain perorangan: 0,75 (tinggi), dari 2 orang"


@pytest.mark.parametrize(
    ("pre", "post", "word"), [(5, 8, "sedang"), (5, 6, "rendah"), (2, 9, "tinggi"), (5, 3, "turun")]
)
def test_words_of_a_gain(show, take, people, pre, post, word):
    take(TestKind.PRE, people, [pre])
    take(TestKind.POST, people, [post])
    assert show().gain.detail.text().startswith(word)


def test_b9_32_how_it_is_computed_is_one_press_away(show, take, people):
    take(TestKind.PRE, people, [4])
    take(TestKind.POST, people, [7])
    step = show()
    assert not step.formula.isVisible()
    step.formula_button.click()
    assert step.formula.isVisible()
    assert "(post − pre) : (100 − pre)" in step.formula.text()


def test_a_fall_has_a_true_minus(show, take, people):
    take(TestKind.PRE, people, [5])
    take(TestKind.POST, people, [4])
    assert show().gain.value.text() == "−0,20"


def test_b9_32_a_full_pre_test_has_no_gain_and_is_never_nought(show, take, people):
    take(TestKind.PRE, people, [10, 10])
    take(TestKind.POST, people, [10, 9])
    step = show()
    assert step.gain.value.text() == "—"
    assert step.mean_gain.text() == "Rata-rata N-gain perorangan: — (tidak terdefinisi), dari 0 orang"
    assert "2 orang sudah 100 di pre-test. N-gain mereka “—”." in cautions(step)


def test_a_small_group_is_warned_about_and_ten_are_not(show, take, people, services, kegiatan, qtbot):
    services.registration.add_all(
        kegiatan.id,
        [
            Participation(id="", kegiatan_id="", person=Person(id="", name=parse_name(f"Orang Ke{n:02}")))
            for n in range(5)
        ],
    )
    everybody = services.registration.of_kegiatan(kegiatan.id)
    assert everybody[:5] == people
    take(TestKind.PRE, everybody, [5] * 9)
    take(TestKind.POST, everybody, [7] * 9)
    warning = "Baru 9 pasangan nilai. Kelompok sekecil ini belum bisa disimpulkan."
    step = show()
    assert warning in cautions(step)
    take(TestKind.PRE, everybody[9:], [5])
    take(TestKind.POST, everybody[9:], [7])
    step.refresh()
    qtbot.waitUntil(lambda: step.results.gain.pairs == 10)
    assert warning not in cautions(step)


def test_after_the_pre_test_alone_its_mean_stands_and_nothing_is_invented(show, take, people):
    take(TestKind.PRE, people, [4, 6])
    step = show()
    assert (step.pre.value.text(), step.post.value.text(), step.gain.value.text()) == ("50,0", "–", "–")
    assert step.pre.detail.text() == "dari 2 orang, belum berpasangan"
    assert not step.again_card.isVisible()
    assert not step.gains.isVisible()


def test_a_test_that_is_still_open_is_said_so(show, take, people, services, tests):
    take(TestKind.PRE, people, [4])
    services.quizzes.open(tests[TestKind.POST])
    assert "Post-test masih dibuka. Angka di bawah masih berubah." in cautions(show())


def test_what_to_explain_again_comes_with_what_to_say(show, take, people, services, tests):
    take(TestKind.PRE, people, [5, 5])
    take(TestKind.POST, people, [8, 8])
    step = show()
    wrong = step.results.explain_again
    assert wrong
    for topic in wrong:
        assert topic.after.stem in words(step)
        assert topic.after.explanation in words(step)
        assert not topic.after.explanation.startswith("Tepat")


def test_the_formula_is_one_press_away(show, take, people):
    take(TestKind.PRE, people, [5])
    take(TestKind.POST, people, [8])
    step = show()
    assert not step.formula.isVisible()
    step.formula_button.click()
    assert step.formula.isVisible()
    assert "(post − pre) : (100 − pre)" in step.formula.text()


def test_b9_33_no_name_and_no_single_score_without_the_pin(show, take, people, services):
    take(TestKind.PRE, people, [4, 6, 3])
    take(TestKind.POST, people, [7, 8, 9])
    step = show()
    assert step.personal.model.rows == []
    assert not step.personal.table.isVisible()
    assert not any(who.person.name.name in words(step) for who in people)


@pytest.fixture
def revealed(show, take, people, services, qtbot):
    take(TestKind.PRE, people, [4, 10, 3])
    take(TestKind.POST, people, [7, 8, None])
    services.pin.set("2468")
    step = show()
    step.personal.show_button.click()
    step.personal.pin_dialog.pin.setText("2468")
    step.personal.pin_dialog.action_button.click()
    qtbot.waitUntil(step.personal.table.isVisible)
    return step


def test_the_pin_shows_every_person_with_both_scores(revealed):
    model = revealed.personal.model
    rows = [[model.data(model.index(row, column)) for column in range(4)] for row in range(len(model.rows))]
    assert rows[0] == ["Siti Aminah, S.Pd.", "40,0", "70,0", "0,50"]
    assert rows[1] == ["Budi Santoso", "100,0", "80,0", "—"]
    assert rows[2][1:] == ["30,0", "–", "–"]


def test_a_wrong_pin_shows_nothing(show, take, people, services, qtbot):
    take(TestKind.PRE, people, [4])
    services.pin.set("2468")
    step = show()
    step.personal.show_button.click()
    step.personal.pin_dialog.pin.setText("1357")
    step.personal.pin_dialog.action_button.click()
    qtbot.waitUntil(step.personal.pin_dialog.trouble.isVisible)
    assert step.personal.model.rows == []
    qtbot.waitUntil(step.personal.pin_dialog.action_button.isEnabled)


def test_b9_33_scores_hide_after_ten_minutes(revealed):
    assert revealed.personal.timer.interval() == 600_000
    assert revealed.personal.timer.isActive()
    revealed.personal.timer.timeout.emit()
    assert revealed.personal.model.rows == []
    assert not revealed.personal.table.isVisible()


def test_scores_hide_when_the_step_is_left_and_refreshing_does_not_lengthen_the_time(revealed, qtbot):
    left = revealed.personal.timer.remainingTime()
    revealed.refresh()
    qtbot.waitUntil(lambda: revealed.personal.timer.remainingTime() < left)
    assert revealed.personal.model.rows
    revealed.hide()
    assert revealed.personal.model.rows == []
    assert not revealed.personal.timer.isActive()
