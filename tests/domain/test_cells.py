"""Cells keep what was typed, and tell when digits are no longer certain."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.cells import Cell, Sheet, is_blank, is_error, is_shortened, shown, text_of, whole


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, ""),
        ("  Siti \n Nur ", "Siti Nur"),
        (81234567890.0, "81234567890"),
        (35, "35"),
        (1.5, "1.5"),
        (1.98705122010012e17, "1.98705122010012E+17"),
        (True, "TRUE"),
        (date(1987, 5, 12), "12-05-1987"),
        (datetime.fromisoformat("1987-05-12T08:30"), "12-05-1987"),
        (time(8, 30), "08.30"),
        ("'081234567890", "081234567890"),
        ('="081234567890"', "081234567890"),
        ("'Aisyiyah", "'Aisyiyah"),
    ],
)
def test_a_cell_is_shown_as_one_line(cell: Cell, expected: str) -> None:
    assert shown(cell) == expected


@pytest.mark.parametrize("text", ["-", "–", "0", "NN", "xxx", "XXXX", "…", " . ", "tidak ada", "N/A", "#N/A"])
def test_placeholders_are_empty(text: str) -> None:
    assert text_of(text) == ""


@pytest.mark.parametrize("text", ["Na", "Ox", "10", "X", "Noni"])
def test_short_text_is_not_a_placeholder(text: str) -> None:
    assert text_of(text) == text


def test_errors_of_the_spreadsheet_are_known() -> None:
    assert is_error("#REF!")
    assert is_error("########")
    assert not is_error("# catatan")
    assert not is_error(5)


def test_shortened_digits_are_known() -> None:
    assert is_shortened("3.17401E+15")
    assert is_shortened("3,17401e15")
    assert is_shortened("########")
    assert not is_shortened("3174012345678901")


@given(st.floats() | st.integers())
def test_digits_are_only_certain_below_two_to_the_fiftythird(number: float) -> None:
    digits = whole(number)
    if digits is not None:
        assert digits == number
        assert 0 <= digits < 2**53
        assert shown(number) == str(digits)


def test_blank_is_what_shows_nothing() -> None:
    assert is_blank(None)
    assert is_blank(" \u00a0\n\u200b")
    assert not is_blank("0")
    assert not is_blank(0)


def test_a_sheet_is_as_wide_as_its_longest_row() -> None:
    assert Sheet(name="", rows=((1, ("a",)), (5, ("a", "b")))).width == 2
    assert Sheet(name="", rows=()).width == 0
