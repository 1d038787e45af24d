"""Keying a paper sheet: one key an answer, nothing that is not on the sheet, and back again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.questions.letters import read_letters, write_letters
from bimtek.domain.questions.view import Option, Order, PickMany, PickOne, QuestionView, Scale, Text
from bimtek.ui.kiosk.sheet import Sheet


def options(*words):
    return tuple(Option(f"id-{word}", word) for word in words)


ONE = QuestionView("q1", "Satu", "", (PickOne("", options("w", "x", "y", "z")),))
MANY = QuestionView("q2", "Banyak", "", (PickMany("", options("w", "x", "y")),))
MATCH = QuestionView(
    "q3", "Pasang", "", (PickOne("kiri", options("w", "x")), PickOne("kanan", options("w", "x")))
)
ORDER = QuestionView("q4", "Urut", "", (Order("", options("w", "x", "y")),))
SCALE = QuestionView("q5", "Skala", "", (Scale("", ("tidak", "ragu", "ya")),))
TRUE = QuestionView("q6", "Benar?", "", (PickOne("", options("Benar", "Salah")),))
TEXT = QuestionView("q7", "Tulis", "", (Text(""),))
ALL = (ONE, MANY, MATCH, ORDER, SCALE, TRUE, TEXT)


def keyed(views, keys):
    sheet = Sheet(views)
    for key in keys:
        sheet.move(1) if key == " " else sheet.press(key)
    return sheet


def test_one_key_fills_a_box_and_goes_on():
    sheet = keyed([ONE, TRUE], "cB")
    assert sheet.letters() == [("C",), ("B",)]
    assert sheet.field is None


def test_boxes_are_numbered_as_on_the_sheet():
    assert [field.mark for field in Sheet(ALL).fields] == ["1", "2", "3a", "3b", "4", "5", "6"]


def test_several_letters_stand_in_order_and_a_second_press_takes_one_away():
    sheet = keyed([MANY, ONE], "cabb a")
    assert sheet.letters() == [("AC",), ("A",)]


def test_an_order_goes_on_when_it_is_whole_and_a_letter_stands_once():
    sheet = keyed([ORDER, ONE], "caacb")
    assert sheet.letters()[0] == ("CAB",)
    assert sheet.field.mark == "2"


def test_a_half_order_is_named():
    sheet = keyed([ONE, ORDER], "aca")
    assert sheet.unfinished.mark == "2"


@pytest.mark.parametrize(
    ("view", "key"), [(ONE, "E"), (ONE, "5"), (SCALE, "4"), (SCALE, "A"), (TRUE, "C"), (ONE, "%")]
)
def test_a_key_that_is_not_on_the_sheet_is_refused(view, key):
    sheet = Sheet([view])
    assert not sheet.press(key)
    assert (sheet.at, sheet.empty) == (0, 1)


def test_numbers_stand_for_letters_and_s_for_a_printed_salah():
    assert keyed([ONE, TRUE, SCALE], "2s3").letters() == [("B",), ("B",), ("3",)]


def test_backspace_empties_this_box_or_the_one_before():
    sheet = keyed([ONE, MANY], "aab")
    sheet.erase()
    assert sheet.letters() == [("A",), ("A",)]
    sheet.erase()
    sheet.erase()
    assert (sheet.letters(), sheet.at) == ([("",), ("",)], 0)
    sheet.erase()
    assert sheet.at == 0


def test_boxes_may_stay_empty():
    sheet = keyed([ONE, ONE, ONE], "a b")
    assert (sheet.letters(), sheet.empty) == ([("A",), ("",), ("B",)], 1)


def test_an_earlier_sheet_is_shown_and_corrected():
    sheet = Sheet([ONE, ORDER], [("B",), ("CAB",)])
    assert not sheet.changed
    sheet.move(1)
    for key in "abc":
        sheet.press(key)
    assert sheet.changed
    assert sheet.letters() == [("B",), ("ABC",)]


def test_questions_that_paper_cannot_carry_are_left_out_and_stay_empty():
    sheet = Sheet([ONE, MANY, TRUE], left_out={"q2"})
    assert [field.mark for field in sheet.fields] == ["1", "3"]
    for key in "ab":
        sheet.press(key)
    assert sheet.letters() == [("A",), ("",), ("B",)]


@given(st.lists(st.sampled_from([*"ABCDEabcs12345 <", ">"]), max_size=40))
def test_whatever_is_typed_can_be_read_once_no_order_is_half(keys):
    sheet = Sheet(ALL)
    for key in keys:
        if key in "<>":
            sheet.erase() if key == "<" else sheet.move(-1)
        elif key == " ":
            sheet.move(1)
        else:
            sheet.press(key)
    assert 0 <= sheet.at <= len(sheet.fields)
    if sheet.unfinished is None:
        for view, letters in zip(ALL, sheet.letters(), strict=True):
            assert write_letters(view, read_letters(view, letters)) == letters
