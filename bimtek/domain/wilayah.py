"""Wilayah: codes and names of Indonesian regions, and finding the one that free text means.

Codes are Kemendagri's ("33.16.08.2003"): provinsi, kabupaten or kota, kecamatan, desa or kelurahan.
They are never mixed with BPS codes. Free text is always allowed beside them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache

from bimtek.domain.clock import Zone
from bimtek.domain.formatting import folded


class Level(IntEnum):
    """How many parts a code has."""

    PROVINSI = 1
    KABUPATEN = 2
    KECAMATAN = 3
    DESA = 4


@dataclass(frozen=True, slots=True)
class Region:
    """One row of the table: a code and the name as the decree writes it."""

    code: str
    name: str

    @property
    def level(self) -> Level:
        """Provinsi, kabupaten, kecamatan or desa."""
        return Level(self.code.count(".") + 1)


@dataclass(frozen=True, slots=True)
class Address:
    """Names from village to provinsi, as far as they are known; `code` is that of the lowest."""

    desa: str = ""
    kecamatan: str = ""
    kabupaten: str = ""
    provinsi: str = ""
    code: str = ""

    @property
    def line(self) -> str:
        """In one line, lowest first: "Palon, Jepon, Kabupaten Blora, Jawa Tengah"."""
        return ", ".join(p for p in (self.desa, self.kecamatan, self.kabupaten, self.provinsi) if p)


@dataclass(frozen=True, slots=True)
class Match:
    """The village that free text means; `exact` is False when letters differ."""

    address: Address
    exact: bool


_WITA = ("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76")
_WIT = ("81", "82", "91", "92", "93", "94", "95", "96", "97")


def zone_of(code: str) -> Zone:
    """Time zone of a region by its provinsi. Source: Keppres 41/1987 and the later provinces."""
    provinsi = code[:2]
    if provinsi in _WIT:
        return Zone.WIT
    return Zone.WITA if provinsi in _WITA else Zone.WIB


# --- free text -------------------------------------------------------------------------------

_MARKS = {
    "desa": ("desa", "ds", "kelurahan", "kel", "nagari", "gampong", "pekon"),
    "kecamatan": ("kecamatan", "kec", "distrik"),
    "kabupaten": ("kabupaten", "kab"),
    "provinsi": ("provinsi", "prov", "propinsi"),
}
_LEVEL_OF_MARK = {mark: level for level, marks in _MARKS.items() for mark in marks}
_MARK = re.compile(rf"\b({'|'.join(sorted(_LEVEL_OF_MARK, key=len, reverse=True))})\b[.:]?\s*", re.IGNORECASE)
_CITY = re.compile(r"(?:^|(?<=, ))kota\b", re.IGNORECASE)
_HOUSE = re.compile(r"[\s,]*\b(?:rt|rw|dsn|dusun|dukuh|dk|jl|jalan|no)\b.*", re.IGNORECASE)
_EDGE = " ,.;:-–/"


def split_place(text: str, level: str = "desa") -> Address:
    """Free text apart by its marks: "Ds. Palon Kec. Jepon" has a desa and a kecamatan.

    Words before the first mark belong to `level`, or to nothing when it is empty. Hamlets, RT and
    RW are left out of the names.
    """
    found = dict.fromkeys(("", *_MARKS), "")
    text = _CITY.sub("kab. Kota", text)
    current, start = level, 0
    for mark in _MARK.finditer(text):
        _take(found, current, text[start : mark.start()])
        current, start = _LEVEL_OF_MARK[mark[1].casefold()], mark.end()
    _take(found, current, text[start:])
    kabupaten = found["kabupaten"]
    if kabupaten and level != "kabupaten" and not kabupaten.casefold().startswith("kota "):
        kabupaten = f"Kabupaten {kabupaten}"
    return Address(found["desa"], found["kecamatan"], kabupaten, found["provinsi"])


def _take(found: dict[str, str], level: str, text: str) -> None:
    name = _HOUSE.sub("", text).strip(_EDGE)
    if name and not found[level]:
        found[level] = name


def has_house_parts(text: str) -> bool:
    """True when a place tells more than names of regions: a hamlet, RT, RW, a street."""
    return bool(_HOUSE.search(text))


# --- the table -------------------------------------------------------------------------------

_KABUPATEN_KIND = re.compile(r"^(kabupaten|kab|kota administrasi|kota)\b\.?\s*", re.IGNORECASE)


def _key(name: str) -> str:
    return folded(name).replace(" ", "")


class WilayahTable:
    """All regions, sorted by code. Building it is cheap; indexes are made when first needed."""

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        self._codes = [code for code, _name in rows]
        self._names = [name for _code, name in rows]
        self._villages = lru_cache(maxsize=64)(self._villages_of)  # a list asks for the same again and again

    def __len__(self) -> int:
        return len(self._codes)

    def get(self, code: str) -> Region | None:
        """The region of a code."""
        at = bisect_left(self._codes, code)
        found = at < len(self._codes) and self._codes[at] == code
        return Region(code, self._names[at]) if found else None

    def address(self, code: str) -> Address:
        """Names of a region and of all it lies in; empty where the code is unknown."""
        parts = code.split(".")
        regions = [self.get(".".join(parts[:n])) for n in range(1, len(parts) + 1)]
        names = [region.name if region else "" for region in regions] + [""] * 4
        return Address(names[3], names[2], names[1], names[0], code if names[len(parts) - 1] else "")

    def children(self, code: str = "") -> list[Region]:
        """Regions directly below one, or all provinces."""
        depth = code.count(".") + 1 if code else 0
        return [r for r in self._below(code) if r.level == depth + 1]

    def search(
        self, text: str, level: Level | None = None, within: str = "", limit: int = 20
    ) -> list[Region]:
        """Regions whose name begins with a text, then those that hold it; for typing ahead."""
        key = _key(_KABUPATEN_KIND.sub("", text))
        if not key:
            return []
        begin, end = self._range(within)
        hits = [at for at in range(begin, end) if key in self._keys[at]]
        regions = [(not self._keys[at].startswith(key), at) for at in hits]
        chosen = [Region(self._codes[at], self._names[at]) for _later, at in sorted(regions)]
        return [r for r in chosen if level is None or r.level == level][:limit]

    def match_village(
        self, desa: str, kecamatan: str = "", kabupaten: str = "", within: str = ""
    ) -> Match | None:
        """The one village that free text means; None when there is none, or more than one.

        `within` is the code of the region people are expected from; it is where the search starts
        when no kabupaten is named. Small spelling differences are bridged there only.
        """
        wanted = _key(desa)
        if not wanted:
            return None
        areas = self._kabupaten(kabupaten) if kabupaten else [within] if within else []
        if not areas:
            return None if kabupaten else self._match_anywhere(wanted, _key(kecamatan))
        pool = self._villages(tuple(areas), _key(kecamatan))
        found, exact = _closest(wanted, pool)
        return Match(self.address(found), exact) if found else None

    def _below(self, code: str) -> Iterable[Region]:
        begin, end = self._range(code)
        return (Region(self._codes[at], self._names[at]) for at in range(begin, end))

    def _range(self, code: str) -> tuple[int, int]:
        """Positions of everything below a code ("/" follows "." in ASCII)."""
        if not code:
            return 0, len(self._codes)
        return bisect_left(self._codes, f"{code}."), bisect_left(self._codes, f"{code}/")

    @cached_property
    def _keys(self) -> list[str]:
        return [_key(_KABUPATEN_KIND.sub("", name)) for name in self._names]

    @cached_property
    def _kabupaten_index(self) -> dict[str, list[Region]]:
        index: dict[str, list[Region]] = {}
        for code, name in zip(self._codes, self._names, strict=True):
            if code.count(".") == Level.KABUPATEN - 1:
                index.setdefault(_key(_KABUPATEN_KIND.sub("", name)), []).append(Region(code, name))
        return index

    @cached_property
    def _village_index(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for code, key in zip(self._codes, self._keys, strict=True):
            if code.count(".") == Level.DESA - 1:
                index.setdefault(key, []).append(code)
        return index

    def _kabupaten(self, text: str) -> list[str]:
        kind = _KABUPATEN_KIND.match(text)
        regions = self._kabupaten_index.get(_key(text[kind.end() :] if kind else text), [])
        if kind:
            city = kind[1].casefold().startswith("kota")
            regions = [r for r in regions if r.name.startswith("Kota") == city]
        return [r.code for r in regions]

    def _villages_of(self, areas: tuple[str, ...], kecamatan: str) -> list[tuple[str, str]]:
        """(key, code) of the villages below some regions, of one kecamatan when its name is known."""
        regions = [r for area in areas for r in self._below(area)]
        if kecamatan:
            names = [(_key(r.name), r.code) for r in regions if r.level == Level.KECAMATAN]
            code, _exact = _closest(kecamatan, names)
            if code:
                regions = list(self._below(code))
        return [(_key(r.name), r.code) for r in regions if r.level == Level.DESA]

    def _match_anywhere(self, wanted: str, kecamatan: str) -> Match | None:
        """Without a region, only equal names count, and only with the kecamatan or when unique."""
        codes = self._village_index.get(wanted, [])
        if kecamatan:
            codes = [code for code in codes if _key(self.address(code).kecamatan) == kecamatan]
        return Match(self.address(codes[0]), exact=True) if len(codes) == 1 else None


def _closest(wanted: str, pool: list[tuple[str, str]]) -> tuple[str, bool]:
    """Code of the one nearest name, and whether it is equal; empty when unclear."""
    equal = [code for key, code in pool if key == wanted]
    if equal:
        return (equal[0], True) if len(equal) == 1 else ("", False)
    allowed = 2 if len(wanted) >= 8 else 1 if len(wanted) >= 4 else 0
    near = sorted((distance(wanted, key, allowed), code) for key, code in pool)
    near = [(d, code) for d, code in near if d <= allowed]
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return "", False
    return near[0][1], False


def distance(one: str, other: str, limit: int) -> int:
    """Letters to insert, drop or change between two words; anything above `limit` is limit + 1."""
    if abs(len(one) - len(other)) > limit or not limit:
        return 0 if one == other else limit + 1
    letters, others = set(one), set(other)
    if len(letters - others) > limit or len(others - letters) > limit:  # each needs an edit of its own
        return limit + 1
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        previous, row[0] = row[0], at
        for to, char in enumerate(other, 1):
            previous, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, previous + (letter != char))
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
