"""A law as people write it in assets/hukum: the tables of one TOML file, and the norms they make."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bimtek.content.edge import IsoDate, MaybeWords, Slug, Strict, Words
from bimtek.content.manifest import Version
from bimtek.domain.law import LawReference
from bimtek.domain.law_book import Asked, Certainty, Complaint, Law, LawSource, Norm, Status

Key = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*-[1-9]\d{0,3}-(19|20)\d\d$")]


class Sumber(Strict):
    """`[[sumber]]`: where norms were read."""

    kode: Slug
    judul: Words


class Norma(Strict):
    """`[[norma]]`: one norm."""

    id: Slug
    pasal: MaybeWords = ""
    ayat: MaybeWords = ""
    huruf: MaybeWords = ""
    judul: Words
    isi: Words
    unsur: list[Words] = Field(default_factory=list)
    pengaduan: Literal["biasa", "aduan"] | None = None
    pengadu: MaybeWords = ""
    pidana: MaybeWords = ""
    status: Literal["berlaku", "berubah", "dicabut", "diganti"]
    pengganti: list[Slug] = Field(default_factory=list)
    berlaku_sejak: IsoDate | None = None
    berlaku_sampai: IsoDate | None = None
    berubah_pada: IsoDate | None = None
    sebelum: MaybeWords = ""
    diperiksa: IsoDate | None = None
    kepastian: Literal["kuat", "cukup", "belum"]
    soal: Literal["umum", "aph", "tidak"] = "umum"
    catatan: MaybeWords = ""
    sumber: list[Slug]
    tempat: Words

    @property
    def texts(self) -> dict[str, str]:
        """Everything of it that people read, by key."""
        kept = {
            key: getattr(self, key) for key in ("judul", "isi", "pengadu", "pidana", "sebelum", "catatan")
        }
        return {**kept, "unsur": " ".join(self.unsur)}


class Hukum(Strict):
    """The whole of a file."""

    id: Slug
    nama: Words
    judul: Words
    kunci: Key
    versi: Version
    diperiksa: IsoDate
    urutan: int = Field(default=100, ge=1, le=999)
    berlaku_sejak: IsoDate | None = None
    perubahan: list[Key] = Field(default_factory=list)
    sebutan: list[Words] = Field(default_factory=list)
    sumber: list[Sumber] = Field(min_length=1)
    norma: list[Norma] = Field(min_length=1)

    @property
    def law(self) -> Law:
        """The act as the product knows it."""
        return Law(
            id=self.id,
            name=self.nama,
            title=self.judul,
            key=self.kunci,
            version=self.versi,
            checked_on=self.diperiksa,
            aliases=tuple(self.perubahan),
            names=tuple(self.sebutan),
        )

    def since(self, norm: Norma) -> date | None:
        """The first day of a norm: its own, else that of the act."""
        return norm.berlaku_sejak or self.berlaku_sejak

    def reference(self, norm: Norma) -> LawReference:
        """Where a norm stands. Errors: ValueError when pasal, ayat and huruf make no place."""
        parts = [self.kunci, norm.pasal, norm.ayat, norm.huruf]
        while not parts[-1]:
            parts.pop()
        return LawReference.parse("/".join(parts))

    def norms(self) -> tuple[Norm, ...]:
        """The norms as the product knows them. Errors: ValueError as of `reference`."""
        law, titles = self.law, {one.kode: one.judul for one in self.sumber}
        return tuple(self._norm(law, titles, one) for one in self.norma)

    def _norm(self, law: Law, titles: dict[str, str], one: Norma) -> Norm:
        return Norm(
            id=one.id,
            law=law,
            reference=self.reference(one),
            title=one.judul,
            says=one.isi,
            elements=tuple(one.unsur),
            complaint=Complaint(one.pengaduan or ""),
            complaint_by=one.pengadu,
            longest_term=one.pidana,
            status=Status(one.status),
            replaced_by=tuple(one.pengganti),
            from_day=self.since(one),
            until_day=one.berlaku_sampai,
            changed_on=one.berubah_pada,
            before=one.sebelum,
            checked_on=one.diperiksa or self.diperiksa,
            certainty=Certainty(one.kepastian),
            asked=Asked(one.soal),
            note=one.catatan,
            sources=tuple(LawSource(code, titles[code]) for code in one.sumber),
            place=one.tempat,
        )
