"""Indonesian text from values: dates, times, numbers, words for numbers, identity numbers, file names.

Papers break lines; `no_break=True` puts U+00A0 inside what must stay on one line.
Source: EYD V, and the table of forms in use by Indonesian offices.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, time, timedelta

from bimtek.domain.clock import Zone

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
NO_BREAK_SPACE = "\u00a0"


def _glue(text: str, no_break: bool) -> str:
    return text.replace(" ", NO_BREAK_SPACE) if no_break else text


# --- dates -----------------------------------------------------------------------------------


def day_name(on: date) -> str:
    """Name of the weekday: "Selasa"."""
    return DAYS[on.weekday()]


def date_text(on: date, *, no_break: bool = False) -> str:
    """A date without its weekday: "5 Maret 2024"."""
    return _glue(f"{on.day} {MONTHS[on.month - 1]} {on.year}", no_break)


def long_date(on: date, *, no_break: bool = False) -> str:
    """A date with its weekday: "Selasa, 5 Maret 2024"."""
    return f"{day_name(on)}, {date_text(on, no_break=no_break)}"


def roman_month(on: date) -> str:
    """The month as in letter numbers: "III"."""
    return ROMAN_MONTHS[on.month - 1]


def numeric_date(on: date) -> str:
    """A date as in forms: "05-03-2024"."""
    return f"{on.day:02d}-{on.month:02d}-{on.year:04d}"


def date_list(dates: Sequence[date], *, no_break: bool = False) -> str:
    """One or several dates in the shortest clear form; empty for no dates.

    A run is a range ("5 s.d. 6 Maret 2024", "30 Maret s.d. 1 April 2024", both years when they
    differ); dates with gaps are listed ("5, 7, dan 12 Maret 2024").
    """
    days = sorted(set(dates))
    if not days:
        return ""
    if len(days) == 1:
        return date_text(days[0], no_break=no_break)
    if days[-1] - days[0] == timedelta(days=len(days) - 1):
        return _date_range(days[0], days[-1], no_break)
    return _joined([_short_date(day, following, no_break) for day, following in _with_next(days)])


def long_date_list(dates: Sequence[date], *, no_break: bool = False) -> str:
    """Like `date_list`, with weekdays first: "Selasa s.d. Rabu, 5 s.d. 6 Maret 2024"."""
    days = sorted(set(dates))
    if len(days) < 2:
        return long_date(days[0], no_break=no_break) if days else ""
    if days[-1] - days[0] == timedelta(days=len(days) - 1):
        names = f"{day_name(days[0])} s.d. {day_name(days[-1])}"
    else:
        names = _joined([day_name(day) for day in days])
    return f"{names}, {date_list(days, no_break=no_break)}"


def spelled_date(on: date) -> str:
    """A date in words, as minutes and deeds open: "tanggal lima bulan Maret tahun dua ribu …"."""
    return f"tanggal {terbilang(on.day)} bulan {MONTHS[on.month - 1]} tahun {terbilang(on.year)}"


def _date_range(first: date, last: date, no_break: bool) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return _glue(f"{first.day} s.d. {date_text(last)}", no_break)
    return f"{_short_date(first, last, no_break)} s.d. {date_text(last, no_break=no_break)}"


def _short_date(day: date, following: date | None, no_break: bool) -> str:
    """A date without the month or year that the following date repeats."""
    if following is None or day.year != following.year:
        return date_text(day, no_break=no_break)
    if day.month != following.month:
        return _glue(f"{day.day} {MONTHS[day.month - 1]}", no_break)
    return str(day.day)


def _with_next(days: list[date]) -> list[tuple[date, date | None]]:
    return list(zip(days, [*days[1:], None], strict=True))


def _joined(parts: list[str]) -> str:
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


# --- clock times -----------------------------------------------------------------------------


def clock_time(at: time, zone: Zone | None = None, *, no_break: bool = False) -> str:
    """A clock time with a dot, and the zone when given: "08.30 WIB"."""
    text = f"{at.hour:02d}.{at.minute:02d}"
    return _glue(f"{text} {zone.value}", no_break) if zone else text


def time_span(starts: time, ends: time | None, zone: Zone, *, no_break: bool = False) -> str:
    """From and to: "08.30–10.00 WIB", or "08.30 WIB s.d. selesai" when the end is open."""
    if ends is None:
        return f"{clock_time(starts, zone, no_break=no_break)} s.d. selesai"
    return f"{clock_time(starts)}–{clock_time(ends, zone, no_break=no_break)}"


# --- numbers ---------------------------------------------------------------------------------

_SWAP_DOT_COMMA = str.maketrans(",.", ".,")


def number(value: float, decimals: int | None = None) -> str:
    """A number with thousands dots and a decimal comma: "1.250,5".

    `decimals` fixes how many places are shown, halves away from zero as spreadsheets round; None
    shows as many as the value has, at most six.
    """
    return _number(value, decimals)


def percent(fraction: float, decimals: int = 0) -> str:
    """A fraction 0..1 as per cent: "83%", "82,5%"."""
    return f"{_number(fraction, decimals, tens=2)}%"


def _number(value: float, decimals: int | None, tens: int = 0) -> str:
    from decimal import ROUND_HALF_UP, Decimal  # Beranda shows dates and no numbers

    places = Decimal(1).scaleb(-(6 if decimals is None else decimals))
    rounded = Decimal(repr(value)).scaleb(tens).quantize(places, ROUND_HALF_UP)
    text = f"{rounded if rounded else abs(rounded):,f}"  # never a negative zero
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_SWAP_DOT_COMMA)


def money(rupiah: float, *, cents: bool = False) -> str:
    """An amount in rupiah without a space, as EYD writes it: "Rp150.000", "Rp150.000,00"."""
    sign = "-" if rupiah < 0 else ""
    return f"{sign}Rp{number(abs(rupiah), 2 if cents else 0)}"


_UNITS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_SCALES = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
    (100, "ratus"),
)
_SHORT_ONES = {100: "seratus", 1000: "seribu"}
TERBILANG_LIMIT = 10**15


def terbilang(value: int) -> str:
    """A whole number in words: 1.250 is "seribu dua ratus lima puluh".

    Errors: ValueError at and beyond a thousand triliun, where offices write figures only.
    """
    if abs(value) >= TERBILANG_LIMIT:
        raise ValueError(value)
    if value < 0:
        return f"minus {terbilang(-value)}"
    return " ".join(_words(value)) if value else _UNITS[0]


def _words(value: int) -> list[str]:
    """Words of a positive number; none for zero, so that parts can be strung together."""
    if value == 0:
        return []
    if value < 12:
        return [_UNITS[value]]
    if value < 20:
        return [_UNITS[value - 10], "belas"]
    if value < 100:
        return [_UNITS[value // 10], "puluh", *_words(value % 10)]
    size, name = next(scale for scale in _SCALES if value >= scale[0])
    count, rest = divmod(value, size)
    if count == 1 and size in _SHORT_ONES:
        return [_SHORT_ONES[size], *_words(rest)]
    return [*_words(count), name, *_words(rest)]


def terbilang_rupiah(rupiah: int, *, capitals: bool = True) -> str:
    """An amount in words as receipts print it: "Seratus Lima Puluh Ribu Rupiah"."""
    words = f"{terbilang(rupiah)} rupiah"
    return words.title() if capitals else words


def with_words(value: int, *, no_break: bool = False) -> str:
    """A number followed by its words: "16 (enam belas)"."""
    return _glue(f"{value} ({terbilang(value)})", no_break)


# --- identity numbers ------------------------------------------------------------------------


def nip_text(nip: str, *, no_break: bool = False) -> str:
    """A NIP in its groups 8-6-1-3: "19870512 201001 2 003"; anything but 18 digits as it is."""
    if not re.fullmatch(r"[0-9]{18}", nip):
        return nip
    return _glue(f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", no_break)


def masked_nik(nik: str) -> str:
    """A NIK that others may see: "331609******0001"; a shorter number shows its last four only."""
    if len(nik) >= 16:
        return nik[:6] + "*" * (len(nik) - 10) + nik[-4:]
    return "*" * max(0, len(nik) - 4) + nik[-4:] if len(nik) > 4 else "*" * len(nik)


def phone_text(phone: str, *, no_break: bool = False) -> str:
    """A canonical number as people dial it: "0812-3456-7890", "(0296) 531234".

    Numbers of other countries stay as they are ("+60123456789").
    """
    if not phone.startswith("+62"):
        return phone
    local = "0" + phone[3:]
    if local.startswith("08"):
        return "-".join(part for part in (local[:4], local[4:8], local[8:]) if part)
    area = 3 if local[:3] in ("021", "022", "024", "031", "061") else 4
    return _glue(f"({local[:area]}) {local[area:]}", no_break)


# --- sorting and file names ------------------------------------------------------------------

_LETTERS_APART = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "ı": "i"}
)
_APOSTROPHES = re.compile("['`´ʻʼ‘’‛′]")
_WORDS_ONLY = str.maketrans(
    {chr(n): " " for n in range(128) if not chr(n).isalnum()} | {"'": None, "`": None}
)


def folded(text: str) -> str:
    """Letters and digits only as people compare them: no case, accents, apostrophes or dots.

    "NUR’AINI", "Nur'aini" and "Nuraini" fold alike; words stay apart by one space.
    """
    if text.isascii():
        return " ".join(text.lower().translate(_WORDS_ONLY).split())
    bare = _without_accents(text).casefold()
    return " ".join("".join(char if char.isalnum() else " " for char in bare).split())


def word_begins(text: str, typed: str) -> bool:
    """True when a word of the text begins as typed, both folded; never for what folds to nothing."""
    key = folded(typed)
    return bool(key) and f" {key}" in f" {folded(text)}"


def has_words(typed: str, text: str) -> bool:
    """True when each word of `typed` begins a word of `text`, as people compare them."""
    words = folded(text).split()
    return all(any(word.startswith(begun) for word in words) for begun in folded(typed).split())


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).translate(_LETTERS_APART))
    return "".join(char for char in plain if not unicodedata.combining(char))


def safe_file_name(text: str, limit: int = 60) -> str:
    """Text as a part of a file name on every system: "Siti_Nur_Aisyah"; "tanpa_nama" when empty."""
    kept = "_".join(re.findall(r"[A-Za-z0-9-]+", _without_accents(text)))
    return kept[:limit].strip("_-") or "tanpa_nama"


def numbered_file_name(order: int, name: str, *, digits: int = 3) -> str:
    """File name of one person's paper, without its ending: "015_Siti_Nur_Aisyah"."""
    return f"{order:0{digits}d}_{safe_file_name(name)}"
