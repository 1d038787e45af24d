"""Dates of birth as people type them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.birthdays import parse_date, read_age, read_birth
from bimtek.domain.cells import Cell
from bimtek.domain.formatting import date_text, numeric_date

TODAY = date(2024, 3, 5)
MAY_12 = date(1987, 5, 12)


@pytest.mark.parametrize(
    "cell",
    [
        MAY_12,
        datetime.fromisoformat("1987-05-12T00:00"),
        31909,
        31909.0,
        "12 Mei 1987",
        "12-Mei-87",
        "12-May-87",
        "12/05/1987",
        "12/5/87",
        "12-05-1987",
        "12.05.1987",
        "1987-05-12",
        "1987-05-12 00:00:00",
        "12 MEI 1987",
    ],
)
def test_a_date_is_understood_however_it_is_written(cell: Cell) -> None:
    assert read_birth(cell, TODAY).on == MAY_12


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Blora, 12 Mei 1987", "Blora"),
        ("Kab. Blora, Jawa Tengah, 12-05-1987", "Kab. Blora, Jawa Tengah"),
        ("Blora 12 Mei 1987", "Blora"),
        ("BLORA/12-05-1987", "BLORA"),
        ("12 Mei 1987", ""),
    ],
)
def test_place_and_date_part_at_the_last_comma(text: str, place: str) -> None:
    reading = read_birth(text, TODAY)
    assert (reading.place, reading.on) == (place, MAY_12)


@pytest.mark.parametrize(
    ("text", "month"),
    [("5 Pebruari 1990", 2), ("5 Nopember 1990", 11), ("5 Agt 1990", 8), ("5 Des 1990", 12)],
)
def test_old_and_short_month_names_are_read(text: str, month: int) -> None:
    assert parse_date(text, TODAY) == date(1990, month, 5)


def test_two_digit_years_beyond_next_year_are_of_the_last_century() -> None:
    assert parse_date("1/1/25", TODAY) == date(2025, 1, 1)
    assert parse_date("1/1/26", TODAY) == date(1926, 1, 1)
    assert parse_date("1/1/05", TODAY) == date(2005, 1, 1)


@pytest.mark.parametrize(
    "cell", ["05/23/1987", "31 Februari 1987", 1987, 1987.0, "1987", 99999, -3, "Blora", "#REF!", True]
)
def test_what_is_no_clear_date_is_left_out_and_flagged(cell: Cell) -> None:
    reading = read_birth(cell, TODAY)
    assert reading.on is None
    assert reading.doubt


@pytest.mark.parametrize("cell", [date(2030, 1, 1), date(1850, 1, 1)])
def test_a_birth_in_the_future_or_too_long_ago_is_flagged(cell: Cell) -> None:
    assert read_birth(cell, TODAY).on is None
    assert read_birth(cell, TODAY).doubt


@pytest.mark.parametrize("cell", ["", "-", None, 0])
def test_a_missing_date_is_no_problem(cell: Cell) -> None:
    assert read_birth(cell, TODAY).on is None
    assert not read_birth(cell, TODAY).doubt


@given(st.dates(min_value=date(1930, 1, 1), max_value=TODAY))
def test_every_date_we_write_reads_back(on: date) -> None:
    assert parse_date(date_text(on), TODAY) == on
    assert parse_date(numeric_date(on), TODAY) == on
    assert parse_date(on.isoformat(), TODAY) == on


@given(st.text() | st.integers() | st.floats() | st.dates() | st.times() | st.booleans())
def test_no_cell_breaks_the_reader(cell: Cell) -> None:
    on = read_birth(cell, TODAY).on
    assert on is None or on <= TODAY
    age, _doubt = read_age(cell)
    assert age is None or 0 <= age <= 120


@pytest.mark.parametrize(("cell", "age"), [(35, 35), (35.0, 35), ("35", 35), ("35 th", 35), ("35 Tahun", 35)])
def test_ages_are_read(cell: Cell, age: int) -> None:
    assert read_age(cell)[0] == age


@pytest.mark.parametrize("cell", ["tua", 350, "35,5", time(3, 5)])
def test_what_is_no_age_is_flagged(cell: Cell) -> None:
    age, doubt = read_age(cell)
    assert age is None
    assert doubt
