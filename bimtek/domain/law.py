"""References to Indonesian law: one grammar, `uu-12-2022/14/1/a`."""

import re
from dataclasses import dataclass

_PASAL = r"[1-9]\d{0,3}[A-Z]{0,2}|[IVX]{1,5}"
_GRAMMAR = re.compile(
    r"(?P<kind>uu|pp|perpres|perppu|permen-[a-z]+)-(?P<number>[1-9]\d{0,3})-(?P<year>(?:19|20)\d\d)"
    rf"/(?P<pasal>{_PASAL})(?:/(?P<ayat>[1-9]\d?[a-z]?)(?:/(?P<huruf>[a-z]))?|//(?P<only_huruf>[a-z]))?",
    re.ASCII,
)
# What may be cited whole: a ruling, a decree, the guide of the press council, and a regulation; never a law.
_WHOLE = re.compile(
    r"(?P<kind>putusan-mk|kepmen-[a-z]+|peraturan-dewan-pers|pp|perpres|permen-[a-z]+)"
    r"-(?P<number>[1-9]\d{0,3})-(?P<year>20\d\d)",
    re.ASCII,
)
_FIRST_YEAR_OF_MK = 2003  # PUU-I; every year counts one more
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _kind_name(kind: str) -> str:
    """Write a kind as papers do: UU, PP, Perpres, Permen Komdigi, Putusan MK."""
    if kind in ("uu", "pp"):
        return kind.upper()
    return " ".join("MK" if word == "mk" else word.capitalize() for word in kind.split("-"))


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written


@dataclass(frozen=True, slots=True)
class LawReference:
    """A norm: pasal, ayat, huruf of one act. `ayat` and `huruf` may be empty; a ruling has no pasal.

    `kind` is uu, pp, perpres, perppu, permen-<ministry>, kepmen-<ministry>, putusan-mk or
    peraturan-dewan-pers. The KUHP of 2023 is `uu-1-2023`. A huruf without an ayat is `uu-12-2022/6//a`.
    """

    kind: str
    number: int
    year: int
    pasal: str = ""
    ayat: str = ""
    huruf: str = ""

    @classmethod
    def parse(cls, text: str) -> "LawReference":
        """Read a reference; ValueError when it does not follow the grammar exactly."""
        found = _GRAMMAR.fullmatch(text) or _WHOLE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        parts = found.groupdict()
        return cls(
            kind=found["kind"],
            number=int(found["number"]),
            year=int(found["year"]),
            pasal=parts.get("pasal") or "",
            ayat=parts.get("ayat") or "",
            huruf=parts.get("huruf") or parts.get("only_huruf") or "",
        )

    def __str__(self) -> str:
        parts = [self.act_key, self.pasal, self.ayat, self.huruf]
        while not parts[-1]:
            parts.pop()
        return "/".join(parts)

    @property
    def act_key(self) -> str:
        """The act alone: `uu-12-2022`."""
        return f"{self.kind}-{self.number}-{self.year}"

    @property
    def act(self) -> str:
        """Name of the act as papers cite it: "UU No. 12 Tahun 2022"."""
        if self.kind == "putusan-mk":
            session = _roman(self.year - _FIRST_YEAR_OF_MK + 1)
            return f"Putusan MK No. {self.number}/PUU-{session}/{self.year}"
        return f"{_kind_name(self.kind)} No. {self.number} Tahun {self.year}"

    @property
    def place(self) -> str:
        """Where in the act: "Pasal 14 ayat (1) huruf a"; "" for the whole."""
        ayat = f" ayat ({self.ayat})" if self.ayat else ""
        huruf = f" huruf {self.huruf}" if self.huruf else ""
        return f"Pasal {self.pasal}{ayat}{huruf}" if self.pasal else ""

    @property
    def citation(self) -> str:
        """Citation as papers write it: "Pasal 14 ayat (1) huruf a UU No. 12 Tahun 2022"."""
        return f"{self.place} {self.act}".lstrip()

    def holds(self, other: "LawReference") -> bool:
        """True when the other is this norm or lies inside it."""
        if self.act_key != other.act_key:
            return False
        mine = (self.pasal, self.ayat, self.huruf)
        theirs = (other.pasal, other.ayat, other.huruf)
        return all(not wanted or wanted == given for wanted, given in zip(mine, theirs, strict=True))
