"""Kuis: draw, open, kiosk or paper, who is where, close; what was begun is never redrawn."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt

from bimtek.domain.quiz import Channel, TestKind
from bimtek.ui.kegiatan.quiz import QuizStep, aspect_word
from bimtek.ui.messages import ErrorDialog


@pytest.fixture
def step(context, kegiatan, people, qtbot):
    made = QuizStep(context, kegiatan.id)
    qtbot.addWidget(made)
    made.resize(1146, 650)
    made.show()
    return made


@pytest.fixture
def drawn(step, services, kegiatan, qtbot):
    services.quizzes.prepare(kegiatan, seed=7)
    reread(step, qtbot)
    return step


@pytest.fixture
def opened(drawn, services, kegiatan, qtbot):
    services.quizzes.open(services.quizzes.rounds(kegiatan.id)[TestKind.PRE])
    reread(drawn, qtbot)
    return drawn


def reread(step, qtbot):
    step.refresh()
    qtbot.waitUntil(lambda: step.desk.settled)


def round_of(services, kegiatan, kind=TestKind.PRE):
    return services.quizzes.rounds(kegiatan.id)[kind]


def answer_some(services, item, who, count, *, hand_in=False):
    sitting = services.quizzes.sit(item, who)
    form = services.quizzes.form(item)
    for view in sitting.views[:count]:
        question = form.item(view.id)
        services.quizzes.answer(sitting, view.id, question.kind.best_values(question.question)).result()
    if hand_in:
        services.quizzes.hand_in(sitting).result()


def table(step):
    return [
        [step.model.data(step.model.index(row, column)) for column in range(3)]
        for row in range(len(step.model.rows))
    ]


def test_without_questions_one_button_draws_them(step, qtbot, services, kegiatan):
    assert step.empty.isVisible()
    step.empty.button.click()
    qtbot.waitUntil(step.open_button.isVisible)
    assert set(services.quizzes.rounds(kegiatan.id)) == {TestKind.PRE, TestKind.POST}
    assert step.items.text().startswith("10 soal dari modul Memahami OCSEA")


def test_a_kegiatan_without_a_module_leads_to_siapkan(context, services, kegiatan, qtbot, people):
    from dataclasses import replace

    bare = [
        replace(s, agenda=tuple(replace(item, module="") for item in s.agenda)) for s in kegiatan.sessions
    ]
    services.planning.set_sessions(replace(kegiatan, modules=()), bare).result()
    services.planning.update(replace(services.planning.get(kegiatan.id), modules=())).result()
    step = QuizStep(context, kegiatan.id)
    qtbot.addWidget(step)
    step.show()
    assert not step.empty.isVisible()
    with qtbot.waitSignal(step.step_wanted) as wanted:
        step.no_modules.button.click()
    assert wanted.args == ["siapkan"]


def test_the_form_is_described_by_aspect(drawn, services, kegiatan):
    form = services.quizzes.form(round_of(services, kegiatan))
    counted = Counter(aspect_word(item.question.aspect) for item in form.items)
    shown = {
        drawn.aspects.itemAtPosition(row, 0).widget().text(): int(
            drawn.aspects.itemAtPosition(row, 1).widget().text()
        )
        for row in range(len(counted))
    }
    assert shown == counted


def test_drawing_anew_gives_other_questions_while_nobody_has_begun(drawn, qtbot, services, kegiatan):
    before = round_of(services, kegiatan).id
    drawn.redraw_button.click()
    qtbot.waitUntil(lambda: drawn.desk.item.id != before)
    assert drawn.desk.item == round_of(services, kegiatan)


def test_what_somebody_has_begun_is_not_drawn_anew(opened, qtbot, services, kegiatan, people):
    answer_some(services, round_of(services, kegiatan), people[0], 1)
    reread(opened, qtbot)
    assert not opened.redraw_button.isVisible()


def test_open_and_close_with_backup_and_undo(drawn, qtbot, services, kegiatan, toasts):
    drawn.open_button.click()
    qtbot.waitUntil(drawn.close_button.isVisible)
    assert round_of(services, kegiatan).status == "buka"
    assert drawn.tests.buttons["pre"].text() == "Pre-test: dibuka"
    before = len(services.backup.list())
    drawn.close_button.click()
    qtbot.waitUntil(drawn.again_button.isVisible)
    assert round_of(services, kegiatan).status == "tutup"
    assert len(services.backup.list()) == before + 1
    toasts[-1][1]()
    qtbot.waitUntil(drawn.close_button.isVisible)
    assert round_of(services, kegiatan).status == "buka"


def test_who_is_where(opened, qtbot, services, kegiatan, people):
    item = round_of(services, kegiatan)
    answer_some(services, item, people[1], 3)
    answer_some(services, item, people[2], 10, hand_in=True)
    services.quizzes.key_paper(
        item, people[3], [letters for _id, letters in services.quizzes.form(item).paper_key(item.seed)]
    )
    reread(opened, qtbot)
    rows = table(opened)
    assert rows[0] == ["Budi Santoso", "Mengerjakan", "Laptop"]
    assert [row[1] for row in rows] == ["Mengerjakan", "Belum mulai", "Belum mulai", "Selesai", "Selesai"]
    assert {row[2] for row in rows[3:]} == {"Laptop", "Kertas"}
    assert (opened.counter.value.text(), opened.counter.of.text()) == ("2", "dari 5")
    assert opened.counter.detail.text() == "1 mengerjakan · 2 belum mulai"


def test_live_standings_follow_the_kiosk(opened, qtbot, services, kegiatan, people):
    services.pin.set("2468")
    opened.kiosk_button.click()
    kiosk = opened.kiosk
    kiosk.desk.pick(people[0].id)
    kiosk.desk.try_code(people[0].code)
    qtbot.waitUntil(lambda: bool(kiosk.desk.machine.question))
    kiosk.question.inputs.inputs[0].tiles[0].click()
    qtbot.waitUntil(lambda: "1 dari 10" in str(opened.model.data(opened.model.index(0, 1), 257)))


def test_the_kiosk_asks_for_a_pin_to_be_set_first_and_takes_the_screen(opened, qtbot, services):
    opened.kiosk_button.click()
    assert opened.kiosk is None
    dialog = opened.pin_dialog
    assert dialog.sets
    dialog.pin.setText("2468")
    dialog.again.setText("2468")
    dialog.action_button.click()
    qtbot.waitUntil(lambda: dialog.code_dialog is not None)
    dialog.code_dialog.action_button.click()
    qtbot.waitUntil(lambda: opened.kiosk is not None)
    assert opened.kiosk.isFullScreen()
    assert opened.kiosk.windowModality() == Qt.WindowModality.ApplicationModal


def test_leaving_the_kiosk_with_the_pin_brings_the_step_back(opened, qtbot, services):
    services.pin.set("2468")
    opened.kiosk_button.click()
    opened.kiosk.ask_to_leave()
    opened.kiosk.pin_dialog.pin.setText("2468")
    opened.kiosk.pin_dialog.action_button.click()
    qtbot.waitUntil(lambda: opened.kiosk is None)


def test_paper_is_keyed_only_while_the_test_is_open(drawn, qtbot, services, kegiatan):
    assert not drawn.paper_button.isEnabled()
    services.quizzes.open(round_of(services, kegiatan))
    reread(drawn, qtbot)
    drawn.paper_button.click()
    assert drawn.keying.isVisible()
    drawn.keying.reject()


def test_somebody_who_handed_in_by_mistake_may_go_on(opened, qtbot, services, kegiatan, people):
    item = round_of(services, kegiatan)
    answer_some(services, item, people[0], 2, hand_in=True)
    reread(opened, qtbot)
    assert not opened.go_on_button.isVisible()
    opened.table.selectRow(opened.model.row_of(people[0].id))
    assert opened.go_on_button.isVisible()
    opened.go_on_button.click()
    qtbot.waitUntil(lambda: not services.quizzes.standings(item)[0].done)
    assert services.quizzes.standings(item)[0].answered == 2
    assert services.quizzes.sit(item, people[0], Channel.LAPTOP).attempt.submitted_at == ""


def test_after_the_pre_test_the_step_opens_at_the_post_test(context, drawn, services, kegiatan, qtbot):
    services.quizzes.close(services.quizzes.open(round_of(services, kegiatan)))
    again = QuizStep(context, kegiatan.id)
    qtbot.addWidget(again)
    assert again.desk.kind is TestKind.POST


def test_a_bank_that_is_too_small_is_said_in_words(step, qtbot, services, monkeypatch):
    monkeypatch.setattr(services.quizzes, "_load_modules", lambda ids: [])
    step.empty.button.click()
    qtbot.waitUntil(lambda: bool(step.findChildren(ErrorDialog)))
    assert step.empty.button.isEnabled()


def test_nobody_is_said_to_be_missing_while_the_list_is_still_read(step, services, kegiatan, qtbot):
    services.quizzes.prepare(kegiatan, seed=7)
    again = QuizStep(step._context, kegiatan.id)
    qtbot.addWidget(again)
    again.show()
    assert not again.desk.settled
    assert again.table.isVisible()
    assert not again.nobody.isVisible()
    assert not again.redraw_button.isVisible()
    qtbot.waitUntil(lambda: again.desk.settled)
    assert again.redraw_button.isVisible()
    assert len(again.model.rows) == 5
