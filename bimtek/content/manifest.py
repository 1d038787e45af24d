"""modul.toml: who a module is for, its objectives, sources and blueprint."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from bimtek.content.edge import IsoDate, MaybeWords, Slug, Strict, Words, validate
from bimtek.content.files import MANIFEST
from bimtek.content.problems import Problem
from bimtek.content.toml_lines import TomlLines
from bimtek.domain.module import Blueprint, Objective, Source
from bimtek.domain.text import Text

Version = Annotated[str, StringConstraints(pattern=r"^\d{1,4}\.\d{1,4}\.\d{1,4}$")]
Count = Annotated[int, Field(ge=1, le=100)]


class Tujuan(Strict):
    """`[[tujuan]]`."""

    id: Slug
    teks: Words
    bloom: Literal["C1", "C2", "C3", "C4", "C5", "C6", "A"]


class Sumber(Strict):
    """`[[sumber]]`."""

    id: Slug
    judul: Words
    penerbit: Words
    tanggal: Words
    diperiksa: IsoDate
    alamat: MaybeWords = ""


class CetakBiru(Strict):
    """`[cetakbiru]`: its aspects add up to `butir`."""

    butir: Count
    aspek: dict[str, Count]


class Manifest(Strict):
    """The whole of modul.toml."""

    id: Slug
    versi: Version
    judul: Words
    bahasa: Words = "id"
    ringkasan: Words
    sasaran: list[Words] = Field(min_length=1)
    jp: int = Field(ge=0, le=40)
    catatan_isi: MaybeWords = ""
    tujuan: list[Tujuan] = Field(min_length=1)
    sumber: list[Sumber] = Field(default_factory=list)
    cetakbiru: CetakBiru | None = None

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """Objectives as the product knows them."""
        return tuple(Objective(one.id, one.teks, one.bloom) for one in self.tujuan)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Sources as the product knows them."""
        return tuple(
            Source(one.id, one.judul, one.penerbit, one.tanggal, one.diperiksa, one.alamat)
            for one in self.sumber
        )

    @property
    def blueprint(self) -> Blueprint:
        """Blueprint as the product knows it; an empty one when the module has no test."""
        if self.cetakbiru is None:
            return Blueprint()
        return Blueprint(self.cetakbiru.butir, tuple(self.cetakbiru.aspek.items()))


def read_manifest(table: Mapping[str, Any], lines: TomlLines, problems: list[Problem]) -> Manifest | None:
    """Return the manifest, or None with every problem of its keys."""
    complaints: list[tuple[tuple[str | int, ...], Text]] = []
    manifest = validate(Manifest, table, complaints)
    problems += [Problem(MANIFEST, lines.line(where), message) for where, message in complaints]
    return manifest
