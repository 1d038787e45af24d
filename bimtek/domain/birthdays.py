"""Dates of birth and ages as people type them: day first, Indonesian months, two-digit years."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bimtek.domain.cells import Cell, as_date, is_error, is_number, is_placeholder, shown, whole
from bimtek.domain.text import NO_TEXT, Text, _

_MONTH_NAMES = (
    ("januari", "january", "jan", "jn"),
    ("februari", "pebruari", "february", "feb", "peb"),
    ("maret", "march", "mar", "mrt"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun", "yuni"),
    ("juli", "july", "jul", "yuli"),
    ("agustus", "august", "agt", "ags", "agu", "aug", "agst", "agts"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
_NUMERIC = re.compile(r"(\d{1,2})\s?[/.\-\s]\s?(\d{1,2})\s?[/.\-\s]\s?(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[T ][\d:.]+)?")
_NAMED = re.compile(r"(\d{1,2})[\s.\-/]*([A-Za-z]{2,9})[\s.\-/]*(\d{4}|\d{2})")
_DATE_AT_END = re.compile(
    r"(?P<place>.*?)[\s,]*(?P<date>\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}|\d{1,2}[\s\-]+[A-Za-z]+[\s\-]+\d{2,4})"
)
_AGE = re.compile(r"(\d{1,3})\s*(?:th|thn|tahun|tahun\.|th\.|thn\.)?", re.IGNORECASE)
_EPOCH = date(1899, 12, 30)
_SERIALS = range(1, 60001)
_YEARS = range(1900, 2101)
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class BirthReading:
    """A date of birth or None, the place it was written with, and what to look at."""

    on: date | None
    place: str = ""
    doubt: Text = NO_TEXT


def read_birth(cell: Cell, today: date) -> BirthReading:
    """Read a date cell, a serial number of a spreadsheet, or text: "12-5-87", "Blora, 12 Mei 1987".

    A place before the date ends at the last comma; the date has its day first.
    """
    on = as_date(cell)
    if on is not None:
        return _plausible(on, "", today)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _serial(cell, today)
    text = shown(cell)
    if is_placeholder(text):
        return BirthReading(None)
    place, comma, rest = text.rpartition(",")
    found = parse_date(rest if comma else text, today)
    if found is None and (apart := _DATE_AT_END.fullmatch(text)):
        place, found = apart["place"], parse_date(apart["date"], today)
    if found is None:
        return BirthReading(None, "", _not_a_date(text))
    return _plausible(found, place.strip(" ,/"), today)


def parse_date(text: str, today: date) -> date | None:
    """A date from text, day before month; None when it is not one or could only be month first.

    A two-digit year later than next year belongs to the last century.
    """
    text = text.strip(" .,")
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(text):
        return _date(_year(match[3], today), int(match[2]), int(match[1]))
    if match := _NAMED.fullmatch(text):
        month = _MONTHS.get(match[2].casefold())
        return _date(_year(match[3], today), month, int(match[1])) if month else None
    return None


def read_age(cell: Cell) -> tuple[int | None, Text]:
    """Age in years from a number or "35 th"; None with a doubt when it is neither."""
    text = shown(cell)
    if is_placeholder(text):
        return None, NO_TEXT
    match = _AGE.fullmatch(text)
    age = whole(cell) if is_number(cell) else int(match[1]) if match else None
    if age is None or age > _OLDEST:
        return None, _("“{text}” bukan umur; dikosongkan.", text=text)
    return age, NO_TEXT


def _serial(number: float, today: date) -> BirthReading:
    days = int(number) if 0 <= number <= _SERIALS[-1] else -1
    if days == 0:
        return BirthReading(None)
    if days not in _SERIALS or days in _YEARS:
        return BirthReading(None, "", _not_a_date(shown(number)))
    return _plausible(_EPOCH + timedelta(days=days), "", today)


def _plausible(on: date, place: str, today: date) -> BirthReading:
    if on > today or today.year - on.year > _OLDEST:
        return BirthReading(
            None, place, _("Tanggal lahir {date} tidak mungkin; dikosongkan.", date=shown(on))
        )
    return BirthReading(on, place)


def _not_a_date(text: str) -> Text:
    if is_error(text):
        return _("Sel berisi kesalahan rumus: {error}.", error=text)
    return _("“{text}” bukan tanggal yang jelas; dikosongkan.", text=text)


def _year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    return year - 100 if year > today.year + 1 else year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
