"""Reads the plain attributes of a person from the fields they may stand in."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from bimtek.domain.birthdays import read_age, read_birth
from bimtek.domain.identity import read_phone
from bimtek.domain.roster.fields import Field
from bimtek.domain.roster.line_cells import LineCells
from bimtek.domain.text import _

_GOLONGAN = re.compile(r"\(?\b((?:IV|III|II|I)\s?[/.]?\s?[a-eA-E])\b\)?")
_GRADE = re.compile(r"[IVX]{1,5}")  # of a PPPK, who has no pangkat
_YES = frozenset(("ya", "y", "v", "✓", "✔", "√", "1", "ada", "true", "x"))
_NO = frozenset(("tidak", "t", "n", "tdk", "bukan", "no", "false"))

Read = Callable[[LineCells], Any]


def attribute_readers(fields: frozenset[Field], today: date) -> list[tuple[str, Read]]:
    """Attributes of Person that a list with these fields can fill, each with its reader."""
    readers: tuple[tuple[str, Read, frozenset[Field]], ...] = (
        ("born_on", partial(_born_on, today=today), frozenset((Field.LAHIR,))),
        ("age", _age, frozenset((Field.UMUR,))),
        ("disability", _disability, frozenset((Field.DISABILITAS,))),
        ("unsur", partial(LineCells.text, about=Field.UNSUR), frozenset((Field.UNSUR,))),
        ("instansi", _instansi, _OFFICE | {Field.INSTANSI}),
        ("jabatan", _jabatan, _OFFICE | {Field.JABATAN}),
        ("pangkat", _pangkat, frozenset((Field.PANGKAT, Field.PANGKAT_GOLONGAN))),
        ("golongan", _golongan, frozenset((Field.GOLONGAN, Field.PANGKAT_GOLONGAN))),
        ("phone", _phone, frozenset((Field.HP,))),
        ("email", _email, frozenset((Field.EMAIL,))),
    )
    return [(name, read) for name, read, needed in readers if needed & fields]


_OFFICE = frozenset((Field.INSTANSI_JABATAN, Field.JABATAN_INSTANSI))


def _born_on(line: LineCells, today: date) -> date | None:
    reading = read_birth(line.cells.get(Field.LAHIR), today)
    line.doubt(reading.doubt, Field.LAHIR)
    return reading.on


def _age(line: LineCells) -> int | None:
    age, doubt = read_age(line.cells.get(Field.UMUR))
    line.doubt(doubt, Field.UMUR)
    return age


def _disability(line: LineCells) -> str:
    word = line.text(Field.DISABILITAS).casefold()
    if not word or word in _NO:
        return "tidak" if word else ""
    if word not in _YES:
        line.doubt(_("Dicatat sebagai “ya”; jenisnya tidak disimpan."), Field.DISABILITAS)
    return "ya"


def _instansi(line: LineCells) -> str:
    return line.text(Field.INSTANSI) or _office_part(line, Field.INSTANSI_JABATAN, Field.JABATAN_INSTANSI)


def _jabatan(line: LineCells) -> str:
    return line.text(Field.JABATAN) or _office_part(line, Field.JABATAN_INSTANSI, Field.INSTANSI_JABATAN)


def _office_part(line: LineCells, first: Field, second: Field) -> str:
    """The part before the slash of one field, or behind it in the other."""
    before = line.text(first).partition("/")[0].strip()
    return before or line.text(second).partition("/")[2].strip()


def _pangkat(line: LineCells) -> str:
    both = line.text(Field.PANGKAT_GOLONGAN)
    rest = "" if _GRADE.fullmatch(both) else _GOLONGAN.sub("", both)
    return line.text(Field.PANGKAT) or rest.strip(" /,-()")


def _golongan(line: LineCells) -> str:
    both = line.text(Field.PANGKAT_GOLONGAN)
    found = _GOLONGAN.search(both)
    return line.text(Field.GOLONGAN) or (found[1] if found else both if _GRADE.fullmatch(both) else "")


def _phone(line: LineCells) -> str:
    reading = read_phone(line.cells.get(Field.HP))
    line.doubt(reading.doubt, Field.HP)
    return reading.value


def _email(line: LineCells) -> str:
    text = line.text(Field.EMAIL)
    if text and ("@" not in text.strip("@") or " " in text):
        line.doubt(_("“{text}” bukan alamat pos-el; dikosongkan.", text=text), Field.EMAIL)
        return ""
    return text
