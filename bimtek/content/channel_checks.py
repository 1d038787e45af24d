"""What must hold in a channel pack: known sources, numbers that can be dialled, labels that show none."""

import re
from collections.abc import Iterator

from bimtek.content.channel_tables import Daftar, Kanal
from bimtek.content.edge import Where, did_you_mean
from bimtek.domain.channels import same_value
from bimtek.domain.text import Text, _

Complaint = tuple[Where, Text]

_NUMBER = re.compile(r"\+?[\d() -]*\d(?: ext \d{1,4})?")
_SITE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./-]*)?")
_MAIL = re.compile(r"[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_SHAPES = {"telepon": _NUMBER, "whatsapp": _NUMBER, "sms": _NUMBER, "situs": _SITE, "surel": _MAIL}


def check_channels(pack: Daftar) -> Iterator[Complaint]:
    """Yield what is wrong in a pack."""
    yield from _twice([one.kode for one in pack.sumber], "sumber", "kode")
    yield from _twice([one.id for one in pack.kanal], "kanal", "id")
    codes = {one.kode for one in pack.sumber}
    places: dict[int, str] = {}
    for at, one in enumerate(pack.kanal):
        for path, message in (*_sources(one, codes), *_value(one), *_day(one, pack), *_card(one, places)):
            yield ("kanal", at, *path), message
    for at, one in enumerate(pack.kanal):
        for earlier in pack.kanal[:at]:
            if earlier.jenis == one.jenis and same_value(earlier.nilai, one.nilai):
                yield ("kanal", at, "nilai"), _("Nilai ini sudah dipakai kanal “{id}”.", id=earlier.id)


def _twice(ids: list[str], table: str, key: str) -> Iterator[Complaint]:
    met: set[str] = set()
    for at, id_ in enumerate(ids):
        if id_ in met:
            yield (table, at, key), _("Id “{id}” dipakai dua kali.", id=id_)
        met.add(id_)


def _sources(one: Kanal, codes: set[str]) -> Iterator[Complaint]:
    if not one.sumber:
        yield ("sumber",), _("Kanal ini belum punya sumber.")
    for at, code in enumerate(one.sumber):
        if code not in codes:
            near = did_you_mean(code, codes)
            yield ("sumber", at), _("Sumber “{code}” tidak ada di berkas ini.{near}", code=code, near=near)


def _value(one: Kanal) -> Iterator[Complaint]:
    shape = _SHAPES.get(one.jenis)
    if shape is not None and not shape.fullmatch(one.nilai):
        yield ("nilai",), _("Nilai ini tidak cocok dengan jenis “{kind}”.", kind=one.jenis)
    if any(letter.isdigit() for letter in one.sebutan):
        # it is printed beside the dotted line too, where no number may stand
        yield ("sebutan",), _("“sebutan” tidak boleh memuat angka.")


def _day(one: Kanal, pack: Daftar) -> Iterator[Complaint]:
    if one.diperiksa is None:
        return
    if one.kepastian != "kuat":
        yield ("diperiksa",), _("“diperiksa” hanya untuk kanal yang kepastiannya kuat.")
    if one.diperiksa > pack.disusun:
        yield ("diperiksa",), _("Tanggal ini lebih baru daripada “disusun”.")


def _card(one: Kanal, places: dict[int, str]) -> Iterator[Complaint]:
    if not one.kartu:
        return
    if not one.cetak:
        yield ("kartu",), _("Kanal yang tidak dicetak tidak punya tempat di kartu.")
    first = places.setdefault(one.kartu, one.id)
    if first != one.id:
        yield ("kartu",), _("Tempat ini sudah dipakai kanal “{id}”.", id=first)
