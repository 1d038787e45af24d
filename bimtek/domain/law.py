"""References to Indonesian law: one grammar, `uu-12-2022/14/1/a`."""

import re
from dataclasses import dataclass

_GRAMMAR = re.compile(
    r"(?P<kind>uu|pp|perpres|perppu|permen-[a-z]+)-(?P<number>[1-9]\d{0,3})-(?P<year>(?:19|20)\d\d)"
    r"/(?P<pasal>[1-9]\d{0,3}[A-Z]{0,2})(?:/(?P<ayat>[1-9]\d?[a-z]?)(?:/(?P<huruf>[a-z]))?)?",
    re.ASCII,
)


def _kind_name(kind: str) -> str:
    """Write a kind as papers do: UU, PP, Perpres, Permen Komdigi."""
    if kind in ("uu", "pp"):
        return kind.upper()
    return " ".join(word.capitalize() for word in kind.split("-"))


@dataclass(frozen=True, slots=True)
class LawReference:
    """A norm: pasal, ayat, huruf of one act. `ayat` and `huruf` may be empty.

    `kind` is uu, pp, perpres, perppu or permen-<ministry>. The KUHP of 2023 is `uu-1-2023`.
    """

    kind: str
    number: int
    year: int
    pasal: str
    ayat: str = ""
    huruf: str = ""

    @classmethod
    def parse(cls, text: str) -> "LawReference":
        """Read a reference; ValueError when it does not follow the grammar exactly."""
        found = _GRAMMAR.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return cls(
            kind=found["kind"],
            number=int(found["number"]),
            year=int(found["year"]),
            pasal=found["pasal"],
            ayat=found["ayat"] or "",
            huruf=found["huruf"] or "",
        )

    def __str__(self) -> str:
        parts = (f"{self.kind}-{self.number}-{self.year}", self.pasal, self.ayat, self.huruf)
        return "/".join(part for part in parts if part)

    @property
    def act(self) -> str:
        """Name of the act as papers cite it: "UU No. 12 Tahun 2022"."""
        return f"{_kind_name(self.kind)} No. {self.number} Tahun {self.year}"

    @property
    def citation(self) -> str:
        """Citation as papers write it: "Pasal 14 ayat (1) huruf a UU No. 12 Tahun 2022"."""
        ayat = f" ayat ({self.ayat})" if self.ayat else ""
        huruf = f" huruf {self.huruf}" if self.huruf else ""
        return f"Pasal {self.pasal}{ayat}{huruf} {self.act}"
