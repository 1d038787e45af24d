"""People and how they take part: one person (orang), many kegiatan and roles (keikutsertaan)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Sex(StrEnum):
    """Sex as Indonesian lists write it; empty when it was not asked or not answered."""

    MALE = "L"
    FEMALE = "P"
    UNKNOWN = ""


class Role(StrEnum):
    """What somebody does at a kegiatan; each role has its own attendance list and wording."""

    PESERTA = "peserta"
    NARASUMBER = "narasumber"
    FASILITATOR = "fasilitator"
    MODERATOR = "moderator"
    PANITIA = "panitia"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name with its titles apart: `front` ("Dra. Hj."), `name`, `back` ("S.Sos., M.Si.")."""

    name: str
    front: str = ""
    back: str = ""

    @property
    def full(self) -> str:
        """The name as it is printed: front titles, name, comma, back titles."""
        fore = f"{self.front} {self.name}".strip()
        return f"{fore}, {self.back}" if self.back else fore

    def __str__(self) -> str:
        return self.full


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who takes part in workshops. Every identity number is text and may be empty.

    `phone` is canonical E.164 ("+6281234567890"); `disability` is "ya", "tidak" or "" (not
    answered); `wilayah_code` is the Kemendagri code of the village, empty for free text.
    """

    id: str
    name: PersonName
    sex: Sex = Sex.UNKNOWN
    born_on: date | None = None
    age: int | None = None
    disability: str = ""
    unsur: str = ""
    instansi: str = ""
    jabatan: str = ""
    pangkat: str = ""
    golongan: str = ""
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    desa: str = ""
    kecamatan: str = ""
    kabupaten: str = ""
    provinsi: str = ""
    wilayah_code: str = ""

    @property
    def office_line(self) -> str:
        """Office and post as lists print them: "Pemdes Contoh/Kasi Pelayanan"."""
        return "/".join(part for part in (self.instansi, self.jabatan) if part)

    @property
    def village_line(self) -> str:
        """Village and subdistrict as lists print them: "Contoh/Jepon"."""
        return "/".join(part for part in (self.desa, self.kecamatan) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """One person in one role at one kegiatan.

    `code` is the four characters on the tear-off slip, unique in the kegiatan; `order` is the
    number on the lists; `consent_at` is the stored moment of the consent to data use, or empty;
    `topic` is what a narasumber speaks about.
    """

    id: str
    kegiatan_id: str
    person: Person
    role: Role = Role.PESERTA
    code: str = ""
    order: int = 0
    walk_in: bool = False
    consent_at: str = ""
    photo_consent: bool | None = None
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people, by sex and by unsur; `by_unsur` runs from most to least."""

    total: int
    male: int
    female: int
    unknown: int
    by_unsur: tuple[tuple[str, int], ...] = field(default=())

    @classmethod
    def of(cls, people: list[Person]) -> "Counts":
        """Count a list of people."""
        unsur: dict[str, int] = {}
        for person in people:
            unsur[person.unsur] = unsur.get(person.unsur, 0) + 1
        male = sum(p.sex is Sex.MALE for p in people)
        female = sum(p.sex is Sex.FEMALE for p in people)
        ranked = sorted(unsur.items(), key=lambda item: (-item[1], item[0]))
        return cls(len(people), male, female, len(people) - male - female, tuple(ranked))
