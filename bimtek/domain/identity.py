"""Phones, identity numbers and sex as lists write them: read, doubted, and never repaired.

Numbers that are names are text. What a spreadsheet has damaged is flagged and left out, because
digits that look complete would be believed.
"""

import re
from functools import lru_cache
from typing import NamedTuple, TypeGuard

from bimtek.domain.cells import (
    Cell,
    is_error,
    is_number,
    is_placeholder,
    is_shortened,
    shown,
    whole,
)
from bimtek.domain.formatting import folded
from bimtek.domain.people import Sex
from bimtek.domain.text import NO_TEXT, Text, _

NIK = "NIK"
NIP = "NIP"
NI_PPPK = "NI PPPK"
NRP = "NRP"
NIK_DIGITS = 16
NIP_DIGITS = 18
NRP_DIGITS = 8


class Reading(NamedTuple):
    """What was understood; `value` is empty when it cannot be used, `doubt` says what to look at."""

    value: str
    doubt: Text = NO_TEXT


class IdReading(NamedTuple):
    """An identity number, its kind (NIK, NIP, NI PPPK, NRP or empty), and what to look at."""

    kind: str
    number: str
    doubt: Text = NO_TEXT


NOTHING = Reading("")
DAMAGED = _("Angka rusak oleh Excel. Ketik ulang dari aslinya.")
_FLOAT_TEXT = re.compile(r"(\d{7,18})[.,]0{1,2}")
_CHANGED = _("Excel mengubah isi sel ini menjadi tanggal. Ketik ulang dari aslinya.")


def _is_digits(cell: Cell) -> TypeGuard[str]:
    """True for the usual cell of a number that is a name: digits as text, enough of them, not all 0."""
    return (
        isinstance(cell, str)
        and len(cell) >= NRP_DIGITS
        and cell.isascii()
        and cell.isdecimal()
        and cell.strip("0") != ""
    )


def _unfloated(cell: Cell) -> Cell:
    """The number that text such as "81234567890.0" was: some programs write numbers so."""
    found = _FLOAT_TEXT.fullmatch(cell) if isinstance(cell, str) else None
    return float(found[1]) if found else cell


# --- phones ----------------------------------------------------------------------------------

_PHONE_NOISE = re.compile(r"[\s.\-–—()·'’]")
_PHONE_LABEL = re.compile(
    r"^(?:(?:no|nomor|hp|wa|whatsapp|telp|telepon|tlp|tel|ponsel)\b[.:]?\s*)+", re.IGNORECASE
)
_PHONE_TAIL = re.compile(r"\s*\(?(?:wa|hp|whatsapp|telp|rumah|kantor)\)?$", re.IGNORECASE)
_PHONE_SPLIT = re.compile(r"\s*(?:[/;,|&]|\bdan\b|\batau\b)\s*")
_TWO_LONG_RUNS = re.compile(r"(\+?\d{10,14})\s+(\+?\d{10,14})")
_DIGITS = re.compile(r"[0-9]+")


def phone_number(text: str) -> str:
    """Canonical E.164 of one phone number, empty when it is not one: "0812 3456 7890" → "+62812…".

    Accepts 08…, 8…, 62…, +62…, 0062…, an area code with its 0, and + numbers of other countries.
    A mobile number has 10–13 digits counted with its 0.
    """
    digits = _PHONE_NOISE.sub("", text)
    if digits.startswith(("+", "0062")):
        return _abroad_or_home(digits[1:] if digits[0] == "+" else digits[2:])
    if not _DIGITS.fullmatch(digits):
        return ""
    if digits[0] == "0":
        return _home(digits[1:])
    if digits.startswith("62") and 11 <= len(digits) <= 14:
        return _home(digits[2:].removeprefix("0"))
    return _home(digits) if digits[0] == "8" else ""


def _abroad_or_home(digits: str) -> str:
    if not _DIGITS.fullmatch(digits):
        return ""
    if digits.startswith("62"):
        return _home(digits[2:].removeprefix("0"))
    forgotten_62 = digits[0] in "08"  # "+812…" is a mobile number without its 62 rather than Japan's
    return f"+{digits}" if 8 <= len(digits) <= 15 and not forgotten_62 else ""


def _home(rest: str) -> str:
    """E.164 of the digits after the 0 of an Indonesian number."""
    if not rest or rest[0] in "01":
        return ""
    shortest, longest = (9, 12) if rest[0] == "8" else (7, 11)
    return f"+62{rest}" if shortest <= len(rest) <= longest else ""


def read_phone(cell: Cell) -> Reading:
    """Read a phone cell: the first number in it, in E.164; further numbers are named as a doubt."""
    if _is_digits(cell) and (number := phone_number(cell)):
        return Reading(number)
    cell = _unfloated(cell)
    if is_number(cell):
        return _number_phone(cell)
    if cell is not None and not isinstance(cell, str):
        return Reading("", _CHANGED)
    text = shown(cell)
    if is_placeholder(text):
        return NOTHING
    direct = phone_number(text)
    return Reading(direct) if direct else _text_phone(text)


def _number_phone(cell: Cell) -> Reading:
    digits = whole(cell)
    if digits == 0:
        return NOTHING
    number = phone_number(str(digits)) if digits is not None else ""
    return Reading(number) if number else Reading("", _not_a_phone(shown(cell)))


def _text_phone(text: str) -> Reading:
    if is_shortened(text):
        return Reading("", DAMAGED)
    if is_error(text):
        return Reading("", _("Sel berisi kesalahan rumus: {error}.", error=text))
    spaced = _TWO_LONG_RUNS.sub(r"\1/\2", text)
    parts = [_bare_phone(part) for part in _PHONE_SPLIT.split(spaced)]
    numbers = [number for part in parts if (number := phone_number(part))]
    if not numbers:
        return Reading("", _not_a_phone(text))
    others = [part for part in parts if part and phone_number(part) != numbers[0]]
    if not others:
        return Reading(numbers[0])
    return Reading(numbers[0], _("Nomor lain tidak dipakai: {others}.", others=", ".join(others)))


def _bare_phone(part: str) -> str:
    return _PHONE_TAIL.sub("", _PHONE_LABEL.sub("", part)).strip(" :")


def _not_a_phone(text: str) -> Text:
    return _("“{text}” bukan nomor HP yang lengkap; dikosongkan.", text=text)


# --- NIK, NIP, NRP ---------------------------------------------------------------------------

_ID_LABEL = re.compile(r"^(nik|no\.? ?ktp|nip|ni ?pppk|nrp)\b[.:\s]*", re.IGNORECASE)
_ID_NOISE = re.compile(r"[\s.\-–'’`]")


def read_nik(cell: Cell) -> IdReading:
    """Read a NIK. A number cell counts when all digits are certain; a final 0 is doubted.

    Excel keeps 15 digits: a NIK typed as a number ends in 0 there, while other programs keep it.
    """
    if _is_digits(cell):
        return _by_kind(cell, NIK)
    cell = _unfloated(cell)
    if is_number(cell):
        digits = whole(cell)
        if digits is None:
            return IdReading("", "", DAMAGED)
        return _nik(str(digits), from_number=True) if digits else IdReading("", "")
    return _text_id(cell, NIK)


def read_nip(cell: Cell) -> IdReading:
    """Read a NIP or NRP. A number cell cannot hold the 18 digits of a NIP: it is never used."""
    if _is_digits(cell):
        return _by_kind(cell, NIP)
    cell = _unfloated(cell)
    if is_number(cell):
        return _number_nip(cell)
    return _text_id(cell, NIP)


def read_id(cell: Cell) -> IdReading:
    """Read an identity number of unknown kind, told by its length: 16 NIK, 18 NIP, 8 NRP."""
    cell = _unfloated(cell)
    digits = whole(cell)
    if digits is not None and len(str(digits)) == NIK_DIGITS:
        return read_nik(cell)
    return read_nip(cell) if is_number(cell) else _text_id(cell, "")


def _number_nip(cell: Cell) -> IdReading:
    digits = whole(cell)
    if digits == 0:
        return IdReading("", "")
    if digits is not None and len(str(digits)) == NRP_DIGITS:
        return IdReading(NRP, str(digits))
    assert isinstance(cell, int | float)
    hint = f"{abs(cell):.0f}"[:15] if abs(cell) < 1e19 else shown(cell)
    return IdReading("", "", _("NIP rusak oleh Excel, ketik ulang. Awalnya {hint}…", hint=hint))


def _text_id(cell: Cell, kind: str) -> IdReading:
    if cell is not None and not isinstance(cell, str):
        return IdReading("", "", _CHANGED)
    text = shown(cell)
    if is_placeholder(text):
        return IdReading("", "")
    if is_shortened(text):
        return IdReading("", "", DAMAGED)
    if is_error(text):
        return IdReading("", "", _("Sel berisi kesalahan rumus: {error}.", error=text))
    label = _ID_LABEL.match(text)
    if label:
        kind, text = _labelled(label[1]), text[label.end() :]
    digits = _ID_NOISE.sub("", text)
    if not _DIGITS.fullmatch(digits):
        return IdReading("", "", _("“{text}” bukan nomor identitas; dikosongkan.", text=text))
    return _by_kind(digits, kind)


def _labelled(label: str) -> str:
    plain = label.casefold().replace(" ", "").replace(".", "")
    return {"nik": NIK, "noktp": NIK, "nrp": NRP}.get(plain, NIP)


def _by_kind(digits: str, kind: str) -> IdReading:
    if kind == NIK or (not kind and len(digits) == NIK_DIGITS):
        return _nik(digits, from_number=False)
    if len(digits) == NRP_DIGITS or kind == NRP:
        return IdReading(NRP, digits)
    return _nip(digits, kind)


def _nik(digits: str, *, from_number: bool) -> IdReading:
    if len(digits) != NIK_DIGITS:
        doubt = _("NIK {n} angka, seharusnya {of}.", n=len(digits), of=NIK_DIGITS)
    elif from_number and digits.endswith("0"):
        doubt = _("NIK berakhir 0: mungkin dipotong Excel. Cocokkan dengan KTP.")
    elif not _birth_in_nik(digits):
        doubt = _("Tanggal lahir di dalam NIK tidak mungkin. Cocokkan dengan KTP.")
    else:
        doubt = NO_TEXT
    return IdReading(NIK, digits, doubt)


def _nip(digits: str, kind: str) -> IdReading:
    if len(digits) != NIP_DIGITS:
        doubt = _("{kind} {n} angka, seharusnya {of}.", kind=kind or _("Nomor"), n=len(digits), of=NIP_DIGITS)
        return IdReading(kind, digits, doubt)
    pppk = digits[12:14] == "21"
    kind = NI_PPPK if pppk else NIP
    sound = 1 <= int(digits[4:6]) <= 12 and 1 <= int(digits[6:8]) <= 31 and digits[14] in "12"
    sound = sound and (pppk or 1 <= int(digits[12:14]) <= 12)
    return IdReading(
        kind, digits, NO_TEXT if sound else _("Susunan NIP tidak lazim. Cocokkan dengan aslinya.")
    )


def _birth_in_nik(nik: str) -> bool:
    """Source: positions 7–12 of a NIK are ddmmyy of birth, women's dd plus 40."""
    day, month = int(nik[6:8]), int(nik[8:10])
    return (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12


def sex_in_id(kind: str, number: str) -> Sex:
    """The sex an identity number tells, to be compared and never taken over."""
    if kind == NIK and len(number) == NIK_DIGITS:
        return Sex.FEMALE if int(number[6:8]) > 40 else Sex.MALE
    if kind in (NIP, NI_PPPK) and len(number) == NIP_DIGITS:
        return {"1": Sex.MALE, "2": Sex.FEMALE}.get(number[14], Sex.UNKNOWN)
    return Sex.UNKNOWN


# --- sex -------------------------------------------------------------------------------------

_MALE = (
    "l",
    "lk",
    "lk2",
    "laki",
    "laki laki",
    "laki2",
    "lakilaki",
    "lelaki",
    "pria",
    "cowok",
    "m",
    "male",
    "putra",
)
_FEMALE = ("p", "pr", "perempuan", "prempuan", "wanita", "w", "wnt", "f", "female", "cewek", "putri")
_SEX = {
    **dict.fromkeys(_MALE, Sex.MALE),
    **dict.fromkeys(_FEMALE, Sex.FEMALE),
    "♂": Sex.MALE,
    "♀": Sex.FEMALE,
}


@lru_cache(maxsize=256)
def read_sex(text: str) -> Sex | None:
    """Sex from the words lists use; None when the text says something unknown.

    A single P is Perempuan; empty text is Sex.UNKNOWN.
    """
    known = _SEX.get(text)
    if known is None and is_placeholder(text):
        return Sex.UNKNOWN
    return known or _SEX.get(folded(text))
