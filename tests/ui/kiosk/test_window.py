"""The kiosk as people use it: by keyboard, by double click, by wrong name, by pulling the plug."""

from concurrent.futures import Future

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from bimtek.app import build
from bimtek.domain.errors import DataFileError
from bimtek.domain.quiz import Channel, TestKind
from bimtek.domain.text import _
from bimtek.ui.kiosk.machine import Place

Key = Qt.Key


def at(window, place):
    return lambda: window.desk.machine.place is place


def everything_shown(window):
    """All words in the window, in and outside of what is visible now."""
    words = [w.text() for kind in (QLabel, QAbstractButton, QLineEdit) for w in window.findChildren(kind)]
    spoken = [w.accessibleName() + w.toolTip() + w.windowTitle() for w in window.findChildren(QWidget)]
    return " | ".join([*words, *spoken, *(str(row.title) for row in window.names.search.model.rows)])


def answers_of(services, day, who, kind=TestKind.PRE):
    item = services.quizzes.rounds(day[0].id)[kind]
    attempt = services.quizzes._quizzes.attempt_of(item.id, who.id)
    return services.quizzes._answers(attempt) if attempt else {}


def settled(window, qtbot):
    qtbot.waitUntil(lambda: window.desk.machine.all_stored)


def test_ten_questions_by_keyboard_alone(kiosk, qtbot, services, day, enter):
    siti = day[1][0]
    enter(kiosk, siti)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    for number in range(1, 11):
        assert kiosk.question.progress.text() == f"Soal {number} dari 10"
        key = Key.Key_1 if number % 2 else Key.Key_B
        qtbot.keyClick(kiosk.focusWidget(), key)
        qtbot.waitUntil(lambda: kiosk.question.saved.text() == "Tersimpan ✓")
        qtbot.keyClick(kiosk.focusWidget(), Key.Key_Return)
    assert kiosk.desk.machine.place is Place.REVIEW
    assert kiosk.review.summary.text() == "Semua soal sudah dijawab."
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(at(kiosk, Place.DONE))
    assert kiosk.end.title.text() == "Terima kasih, Siti Aminah"
    assert len(answers_of(services, day, siti)) == 10
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_Return)
    assert kiosk.desk.machine.place is Place.NAME
    assert kiosk.focusWidget() is kiosk.names.search.field
    standing = services.quizzes.standings(services.quizzes.rounds(day[0].id)[TestKind.PRE])[0]
    assert (standing.done, standing.answered) == (True, 10)


def test_thanks_show_no_score(kiosk, qtbot, day, enter):
    enter(kiosk, day[1][0])
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    for _question in range(10):
        qtbot.keyClick(kiosk.focusWidget(), Key.Key_1)
        qtbot.keyClick(kiosk.focusWidget(), Key.Key_Return)
    settled(kiosk, qtbot)
    kiosk.review.hand_in_button.click()
    qtbot.waitUntil(at(kiosk, Place.DONE))
    assert kiosk.end.words.text() == "Jawaban Anda sudah tersimpan."
    assert not any(letter.isdigit() for letter in kiosk.end.title.text() + kiosk.end.words.text())


def test_enter_brings_the_next_person_wherever_the_keyboard_is(kiosk, qtbot, day, enter):
    enter(kiosk, day[1][0])
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    for _question in range(10):
        kiosk.desk.act(kiosk.desk.machine.next)
    kiosk.review.hand_in_button.click()
    qtbot.waitUntil(at(kiosk, Place.DONE))
    kiosk.end.next_button.clearFocus()
    qtbot.keyClick(kiosk, Key.Key_Return)
    assert kiosk.desk.machine.place is Place.NAME


def test_nobody_is_listed_before_two_letters_and_nobody_who_is_done(kiosk, qtbot, day, enter, services):
    siti, budi, _wahyu = day[1]
    assert kiosk.names.search.model.rows == ()
    qtbot.keyClicks(kiosk.names.search.field, "s")
    assert kiosk.names.search.model.rows == ()
    kiosk.names.search.field.clear()
    item = services.quizzes.rounds(day[0].id)[TestKind.PRE]
    services.quizzes.hand_in(services.quizzes.sit(item, siti)).result()
    kiosk.desk.reread()
    qtbot.keyClicks(kiosk.names.search.field, "si")
    assert kiosk.names.search.model.rows == ()
    assert kiosk.names.hint.text().startswith("Nama belum ditemukan.")
    kiosk.names.search.field.clear()
    qtbot.keyClicks(kiosk.names.search.field, "sa")
    assert [row.key for row in kiosk.names.search.model.rows] == [budi.id]


@pytest.mark.parametrize("wrong", ["ZZZZ", "another's"])
def test_a_wrong_code_and_the_code_of_somebody_else_are_refused_alike(kiosk, qtbot, day, enter, wrong):
    siti, budi, _wahyu = day[1]
    enter(kiosk, siti, budi.code if wrong == "another's" else wrong)
    expected = "Kode belum cocok. Lihat lagi 4 huruf atau angka di kertas Anda."
    qtbot.waitUntil(lambda: kiosk.code.trouble.text() == expected)
    assert kiosk.desk.machine.place is Place.CODE
    assert kiosk.code.code.text() == ""
    qtbot.keyClicks(kiosk.code.code, siti.code.lower())
    qtbot.keyClick(kiosk.code.code, Key.Key_Return)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    assert kiosk.desk.machine.who == siti.id


def test_a_wrong_name_leads_back_by_escape_and_nothing_else_does(kiosk, qtbot, day, enter):
    siti, _budi, _wahyu = day[1]
    qtbot.keyClicks(kiosk.names.search.field, "bu")
    qtbot.keyClick(kiosk.names.search.field, Key.Key_Return)
    qtbot.keyClick(kiosk.code.code, Key.Key_Escape)
    assert kiosk.desk.machine.place is Place.NAME
    enter(kiosk, siti)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    for key in (Key.Key_Escape, Key.Key_Back, Key.Key_F4, Key.Key_F11):
        qtbot.keyClick(kiosk.focusWidget(), key)
        assert (kiosk.desk.machine.place, kiosk.desk.machine.at) == (Place.QUESTION, 0)
    assert kiosk.isVisible()


@pytest.mark.parametrize("place", [Place.NAME, Place.CODE, Place.QUESTION, Place.REVIEW])
def test_closing_the_window_does_nothing_without_the_pin(kiosk, qtbot, day, enter, place):
    if place is Place.CODE:
        kiosk.desk.pick(day[1][0].id)
    elif place is not Place.NAME:
        enter(kiosk, day[1][0])
        qtbot.waitUntil(at(kiosk, Place.QUESTION))
    if place is Place.REVIEW:
        for _question in range(10):
            kiosk.desk.act(kiosk.desk.machine.next)
    assert not kiosk.close()
    assert kiosk.isVisible()
    assert kiosk.desk.machine.place is place


def test_the_pin_opens_the_way_out_and_a_wrong_one_does_not(kiosk, qtbot, services):
    services.pin.set("2468")
    kiosk.leave_button.click()
    assert not kiosk.pin_dialog.forgot_button.isVisible(), "participants find no way round the PIN"
    kiosk.pin_dialog.pin.setText("1111")
    kiosk.pin_dialog.action_button.click()
    qtbot.waitUntil(kiosk.pin_dialog.trouble.isVisible)
    assert kiosk.isVisible()
    qtbot.waitUntil(kiosk.pin_dialog.action_button.isEnabled)
    kiosk.pin_dialog.pin.setText("2468")
    with qtbot.waitSignal(kiosk.left):
        kiosk.pin_dialog.action_button.click()
    qtbot.waitUntil(lambda: not isValid(kiosk))  # a day of kiosks leaves none behind


def test_the_way_out_stands_only_where_no_answers_are(kiosk, qtbot, day, enter):
    assert kiosk.leave_button.isVisible()
    enter(kiosk, day[1][0])
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    assert not kiosk.leave_button.isVisible()


def test_the_next_person_finds_nothing_of_the_last_one_anywhere_in_the_window(kiosk, qtbot, day, enter):
    siti, budi, _wahyu = day[1]
    enter(kiosk, siti)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    stem = kiosk.question.stem.text()
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_1)
    for _question in range(10):
        kiosk.desk.act(kiosk.desk.machine.next)
    assert stem in everything_shown(kiosk)
    kiosk.later_button.click()
    qtbot.waitUntil(lambda: stem not in everything_shown(kiosk))
    assert "Aminah" not in everything_shown(kiosk)
    enter(kiosk, budi)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    assert all(kiosk.desk.machine.values(q) == () for q in kiosk.desk.machine.questions)
    assert not any(tile.isChecked() for box in kiosk.question.inputs.inputs for tile in box.tiles)
    assert "Aminah" not in everything_shown(kiosk)


def test_whoever_leaves_in_between_goes_on_where_they_were(kiosk, qtbot, day, enter):
    siti, budi, _wahyu = day[1]
    enter(kiosk, siti)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    questions = kiosk.desk.machine.questions
    for _question in range(3):
        qtbot.keyClick(kiosk.focusWidget(), Key.Key_2)
        qtbot.keyClick(kiosk.focusWidget(), Key.Key_Return)
    kiosk.later_button.click()
    enter(kiosk, budi)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    kiosk.later_button.click()
    enter(kiosk, siti)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    assert (kiosk.desk.machine.questions, kiosk.desk.machine.at) == (questions, 3)
    kiosk.question.previous_button.click()
    assert [t.isChecked() for t in kiosk.question.inputs.inputs[0].tiles][:2] == [False, True]


def test_after_the_plug_was_pulled_everybody_goes_on_where_they_were(
    tmp_path, clock, day, services, open_kiosk, qtbot, enter
):
    siti = day[1][0]
    first = open_kiosk(services, day[0].id)
    enter(first, siti)
    qtbot.waitUntil(at(first, Place.QUESTION))
    questions = first.desk.machine.questions
    for _question in range(4):
        qtbot.keyClick(first.focusWidget(), Key.Key_1)
        qtbot.waitUntil(lambda: first.question.saved.text() == "Tersimpan ✓")
        qtbot.keyClick(first.focusWidget(), Key.Key_Return)
    answered = answers_of(services, day, siti)
    services.close()
    again = build(tmp_path / "data", clock)
    try:
        second = open_kiosk(again, day[0].id)
        enter(second, siti)
        qtbot.waitUntil(at(second, Place.QUESTION))
        assert (second.desk.machine.questions, second.desk.machine.at) == (questions, 4)
        assert answers_of(again, day, siti) == answered
        assert {q: second.desk.machine.values(q) for q in questions[:4]} == answered
    finally:
        again.close()


def test_stored_is_not_said_before_the_disk_said_so(kiosk, qtbot, day, enter, services, monkeypatch):
    enter(kiosk, day[1][0])
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    slow = Future()
    monkeypatch.setattr(services.quizzes, "answer", lambda *_args: slow)
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_1)
    assert kiosk.question.saved.text() == "Menyimpan…"
    slow.set_result(1)
    qtbot.waitUntil(lambda: kiosk.question.saved.text() == "Tersimpan ✓")


def test_an_answer_the_disk_refused_is_said_so_and_stored_by_trying_again(
    kiosk, qtbot, day, enter, services, monkeypatch
):
    siti = day[1][0]
    enter(kiosk, siti)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    full = Future()
    full.set_exception(DataFileError(_("Ruang penyimpanan penuh.")))
    with monkeypatch.context() as broken:
        broken.setattr(services.quizzes, "answer", lambda *_args: full)
        qtbot.keyClick(kiosk.focusWidget(), Key.Key_1)
        qtbot.waitUntil(kiosk.question.retry_button.isVisible)
    assert kiosk.question.saved.text() == "Belum tersimpan"
    for _question in range(10):
        kiosk.desk.act(kiosk.desk.machine.next)
    assert not kiosk.review.hand_in_button.isEnabled()
    kiosk.review.retry_button.click()
    qtbot.waitUntil(kiosk.review.hand_in_button.isEnabled)
    assert len(answers_of(services, day, siti)) == 1


def test_a_test_closed_under_somebody_keeps_what_was_stored(kiosk, qtbot, day, enter, services):
    siti = day[1][0]
    enter(kiosk, siti)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_1)
    settled(kiosk, qtbot)
    services.quizzes.close(services.quizzes.rounds(day[0].id)[TestKind.PRE])
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_Return)
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_1)
    qtbot.waitUntil(at(kiosk, Place.CLOSED))
    assert kiosk.end.title.text() == "Tes ini sudah ditutup"
    assert kiosk.end.words.text() == "Jawaban yang sudah tersimpan tetap dihitung."
    assert len(answers_of(services, day, siti)) == 1
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_Return)
    enter(kiosk, siti)
    expected = "Tes ini sedang tidak dibuka. Panggil panitia."
    qtbot.waitUntil(lambda: kiosk.code.trouble.text() == expected)


def test_somebody_who_answers_on_paper_is_told_kindly(kiosk, qtbot, day, enter, services):
    siti = day[1][0]
    item = services.quizzes.rounds(day[0].id)[TestKind.PRE]
    services.quizzes.sit(item, siti, Channel.KERTAS)
    enter(kiosk, siti)
    qtbot.waitUntil(lambda: "lewat kertas" in kiosk.code.trouble.text())
    assert kiosk.desk.machine.place is Place.CODE


def test_a_double_click_on_berikutnya_is_one_step(kiosk, qtbot, day, enter):
    enter(kiosk, day[1][0])
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    button = kiosk.question.next_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert kiosk.desk.machine.at == 1


def test_kirim_twice_hands_in_once(kiosk, qtbot, day, enter, services, monkeypatch):
    enter(kiosk, day[1][0])
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    for _question in range(10):
        kiosk.desk.act(kiosk.desk.machine.next)
    sent, real = [], services.quizzes.hand_in
    monkeypatch.setattr(services.quizzes, "hand_in", lambda sitting: sent.append(1) or real(sitting))
    kiosk.review.hand_in_wanted.emit()
    kiosk.review.hand_in_wanted.emit()
    qtbot.waitUntil(at(kiosk, Place.DONE))
    assert sent == [1]


def test_the_review_names_what_is_empty_and_enter_leads_there(kiosk, qtbot, day, enter):
    enter(kiosk, day[1][0])
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_1)
    for _question in range(10):
        qtbot.keyClick(kiosk.focusWidget(), Key.Key_Return)
    assert kiosk.review.summary.text() == "9 soal belum dijawab."
    assert kiosk.focusWidget() is kiosk.review.rows[1]
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_Return)
    assert (kiosk.desk.machine.place, kiosk.desk.machine.at) == (Place.QUESTION, 1)


def test_after_a_minute_a_warning_covers_the_question_and_a_key_only_wakes(
    kiosk, qtbot, day, enter, seconds, services
):
    siti = day[1][0]
    enter(kiosk, siti)
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    seconds[0] = 63.0
    kiosk.tick()
    assert kiosk.warning.isVisible()
    assert kiosk.warning.geometry() == kiosk.rect()
    assert "dalam 7 detik" in kiosk.warning.words.text()
    qtbot.keyClick(kiosk.focusWidget(), Key.Key_1)
    assert not kiosk.warning.isVisible()
    assert answers_of(services, day, siti) == {}
    seconds[0] = 134.0
    kiosk.tick()
    assert kiosk.desk.machine.place is Place.NAME
    assert not kiosk.warning.isVisible()


def test_a_minimised_kiosk_comes_back(kiosk, qtbot):
    kiosk.showMinimized()
    qtbot.waitUntil(lambda: not kiosk.isMinimized())


def test_words_are_big_and_targets_are_bigger(kiosk, qtbot, day, enter):
    enter(kiosk, day[1][0])
    qtbot.waitUntil(at(kiosk, Place.QUESTION))
    assert kiosk.question.stem.font().pixelSize() >= 24
    assert all(tile.font_of_words().pixelSize() == 24 for tile in kiosk.question.inputs.inputs[0].tiles)
    for widget in (kiosk.question.next_button, *kiosk.question.inputs.inputs[0].tiles):
        assert widget.height() >= 56
