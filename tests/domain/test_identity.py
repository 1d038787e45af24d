"""Phones, identity numbers and sex: what is sure is read, what is damaged is flagged and left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.cells import Cell
from bimtek.domain.formatting import phone_text
from bimtek.domain.identity import (
    DAMAGED,
    NI_PPPK,
    NIK,
    NIP,
    NRP,
    phone_number,
    read_id,
    read_nik,
    read_nip,
    read_phone,
    read_sex,
    sex_in_id,
)
from bimtek.domain.people import Sex


@pytest.mark.parametrize(
    "cell",
    [
        "081234567890",
        "0812-3456-7890",
        "0812.3456.7890",
        "0812\u00a03456 7890",
        "81234567890",
        "6281234567890",
        "+6281234567890",
        "+62 812-3456-7890",
        "+62 (0)812 3456 7890",
        "0062 812 3456 7890",
        "WA 081234567890",
        "HP: 0812 3456 7890",
        "081234567890 (WA)",
        "'081234567890",
        '="081234567890"',
        81234567890,
        81234567890.0,
        6281234567890,
        "81234567890.0",
        "6281234567890,00",
    ],
)
def test_a_mobile_number_is_understood_however_it_is_written(cell: Cell) -> None:
    reading = read_phone(cell)
    assert reading.value == "+6281234567890"
    assert not reading.doubt


def test_a_line_with_its_area_code_and_a_number_from_abroad_are_phones_too() -> None:
    assert read_phone("(0296) 531234").value == "+62296531234"
    assert read_phone("021-5550123").value == "+62215550123"
    assert read_phone("+60 12-345 6789").value == "+60123456789"


@pytest.mark.parametrize(
    "cell", ["081234567890 / 085700001111", "081234567890, 085700001111", "081234567890 085700001111"]
)
def test_of_two_numbers_the_first_is_taken_and_the_other_named(cell: str) -> None:
    reading = read_phone(cell)
    assert reading.value == "+6281234567890"
    assert "085700001111" in str(reading.doubt)


@pytest.mark.parametrize("cell", ["-", "–", "0", 0, "", None, "NN", "tidak ada"])
def test_a_missing_phone_is_no_problem(cell: Cell) -> None:
    reading = read_phone(cell)
    assert reading.value == ""
    assert not reading.doubt


@pytest.mark.parametrize(
    "cell",
    [
        "08123",
        "O81234567890",
        "8.12346E+10",
        "6,28123E+12",
        296531234,
        81234567890.5,
        "#N/A",
        "+8123456789",
        True,
    ],
)
def test_what_is_no_whole_phone_is_left_out_and_flagged(cell: Cell) -> None:
    reading = read_phone(cell)
    assert reading.value == ""
    assert reading.doubt


@given(st.from_regex(r"(\+62|62|0|)8[1-9][0-9]{7,10}", fullmatch=True))
def test_a_canonical_phone_stays_as_it_is(raw: str) -> None:
    once = phone_number(raw)
    assert once.startswith("+628")
    assert phone_number(once) == once
    assert phone_number(phone_text(once)) == once


@given(st.text() | st.integers() | st.floats() | st.booleans())
def test_a_phone_is_canonical_or_empty_whatever_the_cell_holds(cell: Cell) -> None:
    number = read_phone(cell).value
    assert number == "" or (number[0] == "+" and number[1:].isdigit() and 8 <= len(number) <= 16)


def test_a_nik_as_text_is_taken_as_it_is() -> None:
    assert read_nik("3316091205870001").number == "3316091205870001"
    assert read_nik("'3316091205870001").number == "3316091205870001"
    assert read_nik("331609 120587 0001").number == "3316091205870001"
    assert not read_nik("3316091205870001").doubt


def test_a_nik_as_number_counts_when_its_digits_are_certain() -> None:
    assert read_nik(3316091205870001.0).number == "3316091205870001"
    assert not read_nik(3316091205870001).doubt
    doubted = read_nik(3316091205870000.0)
    assert doubted.number == "3316091205870000"
    assert "berakhir 0" in str(doubted.doubt)


def test_a_number_written_as_text_with_a_point_gains_no_digit() -> None:
    assert read_nik("3316091205870001.0").number == "3316091205870001"
    assert read_nip("198705122010012003.0").number == ""
    assert read_id("3316091205870001.0").kind == NIK


@pytest.mark.parametrize(
    "cell", [9171091205870001.0, 3.316e17, "3.31609E+15", "3,31609E+15", 3316091205870001.5]
)
def test_a_damaged_nik_is_never_filled_up(cell: Cell) -> None:
    reading = read_nik(cell)
    assert reading.number == ""
    assert reading.doubt == DAMAGED


def test_a_nik_that_cannot_be_is_kept_and_flagged() -> None:
    assert read_nik("331609120587000").number == "331609120587000"
    assert "15 angka" in str(read_nik("331609120587000").doubt)
    assert "Tanggal lahir" in str(read_nik("3316099913870001").doubt)
    assert read_nik("belum punya").number == ""
    assert read_nik("belum punya").doubt


def test_a_nip_as_number_is_never_used_but_its_first_digits_are_shown() -> None:
    reading = read_nip(198705122010012003.0)
    assert reading.number == ""
    assert "198705122010012…" in str(reading.doubt)
    assert read_nip(1.98705122010012e17).number == ""
    assert read_nip("1.98705E+17").number == ""


@pytest.mark.parametrize(
    ("cell", "kind", "number"),
    [
        ("19870512 201001 2 003", NIP, "198705122010012003"),
        ("NIP. 198705122010012003", NIP, "198705122010012003"),
        ("198705122023212003", NI_PPPK, "198705122023212003"),
        ("87051234", NRP, "87051234"),
        ("NRP 87051234", NRP, "87051234"),
        (87051234.0, NRP, "87051234"),
        ("-", "", ""),
        (0, "", ""),
    ],
)
def test_a_nip_or_nrp_is_told_by_its_length_and_its_label(cell: Cell, kind: str, number: str) -> None:
    reading = read_nip(cell)
    assert (reading.kind, reading.number) == (kind, number)
    assert not reading.doubt


def test_an_odd_nip_is_kept_and_flagged() -> None:
    assert "17 angka" in str(read_nip("19870512201001200").doubt)
    assert read_nip("19870512201001200").number == "19870512201001200"
    assert read_nip("198713122010012003").doubt


def test_a_number_of_unknown_kind_is_told_by_its_length() -> None:
    assert read_id("3316091205870001").kind == NIK
    assert read_id(3316091205870001.0).kind == NIK
    assert read_id("198705122010012003").kind == NIP
    assert read_id("87051234").kind == NRP
    assert read_id(1.98705122010012e17).number == ""


@given(st.text() | st.integers() | st.floats())
def test_identity_numbers_are_digits_or_empty_whatever_the_cell_holds(cell: Cell) -> None:
    for read in (read_nik, read_nip, read_id):
        number = read(cell).number
        assert number == "" or number.isdigit()


def test_an_identity_number_tells_a_sex_to_compare_with() -> None:
    assert sex_in_id(NIK, "3316095205870001") is Sex.FEMALE
    assert sex_in_id(NIK, "3316091205870001") is Sex.MALE
    assert sex_in_id(NIP, "198705122010012003") is Sex.FEMALE
    assert sex_in_id(NRP, "87051234") is Sex.UNKNOWN


@pytest.mark.parametrize(
    "text", ["L", "l", "LK", "Lk.", "Laki-laki", "LAKI - LAKI", "Pria", "M", "♂", "laki2"]
)
def test_words_for_men(text: str) -> None:
    assert read_sex(text) is Sex.MALE


@pytest.mark.parametrize("text", ["P", "p", "PR", "Perempuan", "Wanita", "W", "F", "♀"])
def test_words_for_women(text: str) -> None:
    assert read_sex(text) is Sex.FEMALE


def test_other_words_for_sex_are_unknown_and_empty_is_empty() -> None:
    assert read_sex("L/P") is None
    assert read_sex("1") is None
    assert read_sex("") is Sex.UNKNOWN
    assert read_sex("-") is Sex.UNKNOWN
