"""The channel pack as people write it in assets/kanal.toml: its tables, and the channels they make."""

from typing import Literal

from pydantic import Field

from bimtek.content.edge import IsoDate, MaybeWords, Slug, Strict, Words
from bimtek.content.manifest import Version
from bimtek.domain.channels import Channel, ChannelKind, Evidence


class Sumber(Strict):
    """`[[sumber]]`: where channels were seen."""

    kode: Slug
    judul: Words


class Kanal(Strict):
    """`[[kanal]]`: one number, address or site."""

    id: Slug
    nama: Words
    sebutan: Words
    penjawab: MaybeWords = ""
    jenis: Literal["telepon", "whatsapp", "sms", "situs", "surel", "kantor"]
    nilai: Words
    guna: Words
    bukan: MaybeWords = ""
    jam: MaybeWords = ""
    biaya: MaybeWords = ""
    wilayah: Words
    darurat: bool = False
    kepastian: Literal["kuat", "cukup", "telepon-dulu"]
    diperiksa: IsoDate | None = None
    bukti: MaybeWords = ""
    sumber: list[Slug]
    catatan: MaybeWords = ""
    kartu: int = Field(default=0, ge=0, le=9)
    cetak: bool = True


class Daftar(Strict):
    """The whole of the file."""

    versi: Version
    disusun: IsoDate
    sumber: list[Sumber] = Field(min_length=1)
    kanal: list[Kanal] = Field(min_length=1)

    def channels(self) -> tuple[Channel, ...]:
        """The channels as the product knows them, in the order of the file."""
        titles = {one.kode: one.judul for one in self.sumber}
        return tuple(_channel(one, titles) for one in self.kanal)


def _channel(one: Kanal, titles: dict[str, str]) -> Channel:
    return Channel(
        id=one.id,
        name=one.nama,
        label=one.sebutan,
        kind=ChannelKind(one.jenis),
        value=one.nilai,
        answered_by=one.penjawab,
        purpose=one.guna,
        not_for=one.bukan,
        hours=one.jam,
        cost=one.biaya,
        region=one.wilayah,
        urgent=one.darurat,
        note=one.catatan,
        evidence=Evidence(one.kepastian),
        checked_on=one.diperiksa,
        evidence_text=one.bukti,
        sources=tuple(titles[code] for code in one.sumber),
        card=one.kartu,
        printable=one.cetak,
    )
