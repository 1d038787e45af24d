"""Keying paper: one key an answer, Enter for the next person, corrections as revisions."""

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from bimtek.domain.errors import DataFileError
from bimtek.domain.quiz import Channel, TestKind
from bimtek.domain.text import _
from bimtek.ui.kiosk.keying import KeyingWindow

Key = Qt.Key


@pytest.fixture
def item(services, day):
    return services.quizzes.rounds(day[0].id)[TestKind.PRE]


@pytest.fixture
def open_window(context, day, qtbot):
    def make():
        made = KeyingWindow(context, day[0].id, TestKind.PRE)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        made.show()
        made.activateWindow()
        return made

    return make


@pytest.fixture
def window(open_window):
    return open_window()


def right_keys(services, item):
    """What a person with every answer right writes on the sheet."""
    return "".join(
        letter for _id, letters in services.quizzes.form(item).paper_key(item.seed) for letter in letters
    )


def key_in(window, qtbot, keys):
    qtbot.keyClicks(window.view, keys)
    qtbot.keyClick(window.view, Key.Key_Return)


def score(services, day, who):
    results = services.results.of_kegiatan(day[0].id)
    return next(person.pre for person in results.people if person.participation.id == who.id)


def test_a_whole_sheet_is_one_key_an_answer_and_the_next_person_is_open_at_once(
    window, qtbot, services, day, item
):
    siti, budi, _wahyu = day[1]
    qtbot.keyClicks(window.people.field, "si")
    qtbot.keyClick(window.people.field, Key.Key_Return)
    assert window.person.accessibleName() == siti.person.name.full
    assert window.focusWidget() is window.view
    keys = right_keys(services, item)
    assert len(keys) == 10
    key_in(window, qtbot, keys)
    assert window.person.accessibleName() == budi.person.name.full
    assert window.desk.sheet.empty == 10
    qtbot.waitUntil(lambda: window.saved.text() == "Siti Aminah tersimpan ✓")
    assert score(services, day, siti) == 1.0
    assert window.progress.text() == "1 dari 3 selesai"
    standing = services.quizzes.standings(item)[0]
    assert (standing.done, standing.attempt.channel) == (True, Channel.KERTAS)


def test_three_people_without_the_mouse(window, qtbot, services, day, item):
    qtbot.keyClick(window.people.field, Key.Key_Return)
    keys = right_keys(services, item)
    for sheet in (keys, keys[:5] + " " + keys[6:], keys):
        key_in(window, qtbot, sheet)
    qtbot.waitUntil(lambda: window.progress.text() == "3 dari 3 selesai")
    assert [score(services, day, who) for who in day[1]] == [1.0, 0.9, 1.0]
    assert window.desk.sheet is None


def test_the_question_of_the_box_is_shown_while_keying(window, qtbot, services, day, item):
    window.desk.open_sheet(day[1][0].id)
    views = services.quizzes.paper_views(item)
    assert window.card.stem.text() == f"1. {views[0].stem}"
    qtbot.keyClicks(window.view, "a")
    assert window.card.stem.text() == f"2. {views[1].stem}"


def test_keying_again_corrects_and_keeps_the_first_answer_as_a_revision(window, qtbot, services, day, item):
    siti = day[1][0]
    keys = right_keys(services, item)
    wrong = "B" if keys[0] == "A" else "A"
    window.desk.open_sheet(siti.id)
    key_in(window, qtbot, wrong + keys[1:])
    qtbot.waitUntil(lambda: not window.desk.saving)
    window.desk.open_sheet(siti.id)
    assert window.notice.isVisible()
    assert window.desk.sheet.letters()[0] == (wrong,)
    key_in(window, qtbot, keys[0])
    qtbot.waitUntil(lambda: not window.desk.saving)
    assert score(services, day, siti) == 1.0
    question = services.quizzes.paper_views(item)[0].id
    attempt = services.quizzes.standings(item)[0].attempt
    sql = "select rev from answer where attempt_id = ? and question_id = ? order by rev"
    revisions = [rev for (rev,) in services._store.db.execute(sql, [attempt.id, question])]
    assert revisions == [1, 2]


def test_an_empty_sheet_is_passed_over_and_stores_nothing(window, qtbot, services, day, item):
    window.desk.open_sheet(day[1][0].id)
    qtbot.keyClick(window.view, Key.Key_Return)
    assert window.desk.who.id == day[1][1].id
    assert services.quizzes.standings(item)[0].attempt is None


def test_a_key_that_is_not_on_the_sheet_is_named_and_fills_nothing(window, qtbot, day):
    window.desk.open_sheet(day[1][0].id)
    qtbot.keyClicks(window.view, "x")
    assert window.notice.message.text() == "Tombol X tidak ada di soal ini."
    assert window.desk.sheet.empty == 10


def test_backspace_goes_back(window, qtbot, day):
    window.desk.open_sheet(day[1][0].id)
    qtbot.keyClicks(window.view, "ab")
    qtbot.keyClick(window.view, Key.Key_Backspace)
    assert (window.desk.sheet.letters()[:2], window.desk.sheet.at) == ([("A",), ("",)], 1)


def test_whoever_answers_on_the_laptop_keeps_their_answers_to_themselves(window, qtbot, services, day, item):
    siti = day[1][0]
    services.quizzes.sit(item, siti)
    window.desk.read()
    qtbot.keyClicks(window.people.field, "si")
    qtbot.keyClick(window.people.field, Key.Key_Return)
    assert window.desk.sheet is None
    assert window.notice.message.text().startswith("Orang ini mengerjakan di laptop.")


def test_a_closed_test_takes_no_sheet(window, qtbot, services, day, item):
    services.quizzes.close(item)
    qtbot.keyClick(window.people.field, Key.Key_Return)
    assert window.desk.sheet is None
    assert window.notice.message.text().startswith("Tes ini sedang tidak dibuka.")


def test_a_sheet_that_could_not_be_stored_is_named_and_comes_back_as_typed(
    window, qtbot, services, day, item, monkeypatch
):
    siti = day[1][0]

    def full(*_args):
        raise DataFileError(_("Ruang penyimpanan penuh."))

    window.desk.open_sheet(siti.id)
    with monkeypatch.context() as broken:
        broken.setattr(services.quizzes, "key_paper", full)
        key_in(window, qtbot, right_keys(services, item))
        qtbot.waitUntil(lambda: "belum tersimpan" in window.notice.message.text())
    assert siti.person.name.full in window.notice.message.text()
    window.desk.open_sheet(siti.id)
    assert window.desk.sheet.empty == 0
    qtbot.keyClick(window.view, Key.Key_Return)
    qtbot.waitUntil(lambda: window.progress.text() == "1 dari 3 selesai")
    assert score(services, day, siti) == 1.0


def test_escape_goes_to_the_names_and_letters_wait_when_the_window_is_closed(open_window, qtbot, day):
    window = open_window()
    window.desk.open_sheet(day[1][0].id)
    qtbot.keyClicks(window.view, "ab")
    qtbot.keyClick(window.view, Key.Key_Escape)
    assert window.focusWidget() is window.people.field
    assert window.desk.sheet.empty == 8
    qtbot.keyClick(window.people.field, Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(window))
    window = open_window()
    assert window.desk.has_draft(day[1][0].id)
    window.desk.open_sheet(day[1][0].id)
    assert window.desk.sheet.empty == 8
    window.desk.store()
    qtbot.waitUntil(lambda: window.desk.standings[day[1][0].id].done)
    assert not window.desk.has_draft(day[1][0].id)
