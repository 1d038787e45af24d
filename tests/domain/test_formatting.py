"""Golden forms of Indonesian text, and rules that hold for every value."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain import formatting as f
from bimtek.domain.clock import Zone

MARCH_5 = date(2024, 3, 5)


def test_long_date_has_weekday_and_no_leading_zero() -> None:
    assert f.long_date(MARCH_5) == "Selasa, 5 Maret 2024"
    assert f.date_text(MARCH_5) == "5 Maret 2024"
    assert f.numeric_date(MARCH_5) == "05-03-2024"


def test_all_months_and_days_are_spelled_in_the_present_spelling() -> None:
    months = " ".join(f.date_text(date(2024, month, 1)).split()[1] for month in range(1, 13))
    first_half = "Januari Februari Maret April Mei Juni"
    assert months == f"{first_half} Juli Agustus September Oktober November Desember"
    days = [f.day_name(date(2024, 3, 4) + timedelta(days=n)) for n in range(7)]
    assert days == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], ""),
        ([MARCH_5], "5 Maret 2024"),
        ([MARCH_5, date(2024, 3, 6)], "5 s.d. 6 Maret 2024"),
        ([date(2024, 3, 30), date(2024, 3, 31), date(2024, 4, 1)], "30 Maret s.d. 1 April 2024"),
        ([date(2024, 12, 31), date(2025, 1, 1)], "31 Desember 2024 s.d. 1 Januari 2025"),
        ([date(2024, 3, 12), MARCH_5, date(2024, 3, 7)], "5, 7, dan 12 Maret 2024"),
        ([MARCH_5, date(2024, 3, 7)], "5 dan 7 Maret 2024"),
        ([date(2024, 3, 30), date(2024, 4, 2)], "30 Maret dan 2 April 2024"),
        ([date(2024, 12, 30), date(2025, 1, 2)], "30 Desember 2024 dan 2 Januari 2025"),
        ([MARCH_5, MARCH_5], "5 Maret 2024"),
    ],
)
def test_several_dates_take_the_shortest_clear_form(dates: list[date], expected: str) -> None:
    assert f.date_list(dates) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], ""),
        ([MARCH_5], "Selasa, 5 Maret 2024"),
        ([MARCH_5, date(2024, 3, 6)], "Selasa s.d. Rabu, 5 s.d. 6 Maret 2024"),
        (
            [MARCH_5, date(2024, 3, 7), date(2024, 3, 12)],
            "Selasa, Kamis, dan Selasa, 5, 7, dan 12 Maret 2024",
        ),
    ],
)
def test_several_dates_with_weekdays(dates: list[date], expected: str) -> None:
    assert f.long_date_list(dates) == expected


def test_no_break_spaces_hold_each_date_together() -> None:
    assert f.long_date(MARCH_5, no_break=True) == "Selasa, 5\u00a0Maret\u00a02024"
    assert (
        f.date_list([MARCH_5, date(2024, 3, 6)], no_break=True) == "5\u00a0s.d.\u00a06\u00a0Maret\u00a02024"
    )
    across = f.date_list([date(2024, 3, 31), date(2024, 4, 1)], no_break=True)
    assert across == "31\u00a0Maret s.d. 1\u00a0April\u00a02024"
    listed = f.date_list([MARCH_5, date(2024, 3, 7), date(2024, 3, 12)], no_break=True)
    assert listed == "5, 7, dan 12\u00a0Maret\u00a02024"


def test_date_in_words() -> None:
    assert f.spelled_date(MARCH_5) == "tanggal lima bulan Maret tahun dua ribu dua puluh empat"


def test_roman_months_run_from_one_to_twelve() -> None:
    romans = [f.roman_month(date(2024, month, 1)) for month in range(1, 13)]
    assert romans == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


def test_times_have_a_dot_and_the_zone_of_the_kegiatan() -> None:
    assert f.clock_time(time(8, 30), Zone.WIB) == "08.30 WIB"
    assert f.clock_time(time(8, 30)) == "08.30"
    assert f.time_span(time(8, 30), None, Zone.WITA) == "08.30 WITA s.d. selesai"
    assert f.time_span(time(8, 30), time(10, 0), Zone.WIT) == "08.30–10.00 WIT"
    assert f.clock_time(time(8, 30), Zone.WIB, no_break=True) == "08.30\u00a0WIB"


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1250.5, None, "1.250,5"),
        (1250, None, "1.250"),
        (0, None, "0"),
        (-0.0, None, "0"),
        (-0.001, 1, "0,0"),
        (85, 1, "85,0"),
        (3.516, 2, "3,52"),
        (1234567.25, 1, "1.234.567,3"),
        (-1500, None, "-1.500"),
    ],
)
def test_numbers_have_thousands_dots_and_a_decimal_comma(
    value: float, decimals: int | None, expected: str
) -> None:
    assert f.number(value, decimals) == expected


def test_per_cent_and_money() -> None:
    assert f.percent(0.825) == "83%"
    assert f.percent(0.285) == "29%"
    assert f.percent(0.825, 1) == "82,5%"
    assert f.percent(1.0) == "100%"
    assert f.money(150000) == "Rp150.000"
    assert f.money(150000, cents=True) == "Rp150.000,00"
    assert f.money(-5000) == "-Rp5.000"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "nol"),
        (1, "satu"),
        (11, "sebelas"),
        (15, "lima belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (11000, "sebelas ribu"),
        (100000, "seratus ribu"),
        (101000, "seratus satu ribu"),
        (150000, "seratus lima puluh ribu"),
        (1000000, "satu juta"),
        (1001000, "satu juta seribu"),
        (1250500, "satu juta dua ratus lima puluh ribu lima ratus"),
        (1000000000, "satu miliar"),
        (2000000000000, "dua triliun"),
        (-7, "minus tujuh"),
    ],
)
def test_numbers_in_words(value: int, expected: str) -> None:
    assert f.terbilang(value) == expected


def test_amounts_in_words_end_with_rupiah() -> None:
    assert f.terbilang_rupiah(4_950_000) == "Empat Juta Sembilan Ratus Lima Puluh Ribu Rupiah"
    assert f.terbilang_rupiah(0) == "Nol Rupiah"
    assert f.terbilang_rupiah(150_000, capitals=False) == "seratus lima puluh ribu rupiah"
    assert f.with_words(16) == "16 (enam belas)"
    assert f.with_words(16, no_break=True) == "16\u00a0(enam\u00a0belas)"


def test_beyond_a_thousand_triliun_there_are_no_words() -> None:
    with pytest.raises(ValueError):
        f.terbilang(10**15)


_DIGITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_VALUES = {name: n for n, name in enumerate(_DIGITS, 1)}
_BIG = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}


def _value_of(words: str) -> int:
    """Read number words back, by another road than the writer's: left to right with two sums."""
    total = part = digit = 0
    for word in words.replace("seribu", "satu ribu").split():
        if word in _VALUES:
            digit = _VALUES[word]
        elif word in _WHOLE:
            part += _WHOLE[word]
        elif word == "belas":
            part, digit = part + 10 + digit, 0
        elif word in ("puluh", "ratus"):
            part, digit = part + digit * (10 if word == "puluh" else 100), 0
        else:
            total, part, digit = total + (part + digit) * _BIG[word], 0, 0
    return total + part + digit


@given(st.integers(min_value=1, max_value=f.TERBILANG_LIMIT - 1))
def test_number_words_read_back_as_the_same_number(value: int) -> None:
    words = f.terbilang(value)
    assert _value_of(words) == value
    assert "satu belas" not in words
    assert "satu puluh" not in words
    assert "satu ratus" not in words


def test_nip_is_grouped_and_other_numbers_stay() -> None:
    assert f.nip_text("198705122010012003") == "19870512 201001 2 003"
    assert f.nip_text("198705122010012003", no_break=True).count("\u00a0") == 3
    assert f.nip_text("87051234") == "87051234"
    assert f.nip_text("") == ""


def test_nik_is_masked_in_the_middle() -> None:
    assert f.masked_nik("3316091205870001") == "331609******0001"
    assert f.masked_nik("87051234") == "****1234"
    assert f.masked_nik("123") == "***"
    assert f.masked_nik("") == ""


def test_phones_are_shown_as_people_dial_them() -> None:
    assert f.phone_text("+6281234567890") == "0812-3456-7890"
    assert f.phone_text("+62812345678") == "0812-3456-78"
    assert f.phone_text("+62296531234") == "(0296) 531234"
    assert f.phone_text("+62215550123") == "(021) 5550123"
    assert f.phone_text("+60123456789") == "+60123456789"
    assert f.phone_text("") == ""


@pytest.mark.parametrize("name", ["NUR’AINI", "Nur'aini", "nur`aini", "Nuraini", "Núr’Ainí"])
def test_names_fold_alike_without_case_accents_and_apostrophes(name: str) -> None:
    assert f.folded(name) == "nuraini"


def test_folding_keeps_words_apart() -> None:
    assert f.folded("  Moh.  Al-Amin ") == "moh al amin"
    assert f.folded("Øystein Strauß") == "oystein strauss"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert f.folded(f.folded(text)) == f.folded(text)


def test_file_names_are_safe_and_readable() -> None:
    assert f.numbered_file_name(15, "Siti Nur Aisyah") == "015_Siti_Nur_Aisyah"
    assert f.safe_file_name("Nur’aini, S.Pd./M.Si: \\ *?") == "Nuraini_S_Pd_M_Si"
    assert f.safe_file_name("陳") == "tanpa_nama"
    assert f.safe_file_name("Renée-Claire") == "Renee-Claire"


@given(st.text(), st.integers(min_value=0, max_value=99999))
def test_file_names_hold_only_safe_characters(text: str, order: int) -> None:
    name = f.numbered_file_name(order, text)
    assert set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
    assert len(name) <= 66


def test_a_word_that_begins_as_typed_is_found_whatever_its_letters_are_like() -> None:
    assert f.word_begins("Siti Nur’aini", "nura")
    assert f.word_begins("Siti Nur’aini", "SITI N")
    assert not f.word_begins("Siti Nur’aini", "aini")
    assert not f.word_begins("Siti Nur’aini", " . ")
