"""Village, kecamatan and kabupaten of a line, matched to the wilayah table when there is one."""

from dataclasses import dataclass

from bimtek.domain.roster.fields import Field
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.domain.wilayah import Address, WilayahTable, has_house_parts, split_place

PLACE_FIELDS = (
    Field.DESA,
    Field.DESA_KECAMATAN,
    Field.KECAMATAN,
    Field.KABUPATEN,
    Field.PROVINSI,
    Field.ALAMAT,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person lives, as typed without its marks; `code` when the village is known."""

    desa: str = ""
    kecamatan: str = ""
    kabupaten: str = ""
    provinsi: str = ""
    address: str = ""
    code: str = ""
    doubt: Text = NO_TEXT


NO_PLACE = Place()


class Places:
    """Reads places and remembers them: one list names few villages many times.

    `within` is a code in the kabupaten where villages are expected when the list names none.
    """

    def __init__(self, table: WilayahTable | None = None, within: str = "") -> None:
        self._table = table
        self._kabupaten = ".".join(within.split(".")[:2])
        self._known: dict[tuple[str, ...], Place] = {}

    def read(self, texts: tuple[str, ...]) -> Place:
        """Put together what the columns say, in the order of PLACE_FIELDS; the table only adds."""
        place = self._known.get(texts)
        if place is None:
            place = self._known[texts] = self._matched(_typed(*texts))
        return place

    def _matched(self, place: Place) -> Place:
        if self._table is None or not place.desa:
            return place
        match = self._table.match_village(place.desa, place.kecamatan, place.kabupaten, self._kabupaten)
        if match is None:
            return place
        found = match.address
        doubt = NO_TEXT if match.exact else _("Desa dikenali sebagai {desa}.", desa=found.line)
        return Place(
            desa=place.desa,
            kecamatan=place.kecamatan or found.kecamatan,
            kabupaten=place.kabupaten or found.kabupaten,
            provinsi=place.provinsi or found.provinsi,
            address=place.address,
            code=found.code,
            doubt=doubt,
        )


def _typed(
    desa: str, desa_kecamatan: str, kecamatan: str, kabupaten: str, provinsi: str, address: str
) -> Place:
    in_desa = _village(desa) if desa else _village_and_kecamatan(desa_kecamatan)
    in_kecamatan = split_place(kecamatan, "kecamatan")
    in_address = split_place(address, "")
    whole = desa or desa_kecamatan
    return Place(
        desa=in_desa.desa or in_address.desa,
        kecamatan=in_kecamatan.kecamatan or in_desa.kecamatan or in_address.kecamatan,
        kabupaten=kabupaten or in_kecamatan.kabupaten or in_desa.kabupaten or in_address.kabupaten,
        provinsi=provinsi or in_desa.provinsi or in_address.provinsi,
        address=address or (whole if has_house_parts(whole) else ""),
    )


def _village(text: str) -> Address:
    return split_place(text, "desa")


def _village_and_kecamatan(text: str) -> Address:
    """ "Palon/Jepon", "Palon, Jepon" or marked: the second part is the kecamatan."""
    place = split_place(text, "desa")
    if place.kecamatan:
        return place
    for sign in ("/", ",", " - ", " – "):
        first, found, second = text.partition(sign)
        if found and first.strip() and second.strip():
            upper = split_place(second, "kecamatan")
            return Address(split_place(first, "desa").desa, upper.kecamatan, upper.kabupaten, upper.provinsi)
    return place
