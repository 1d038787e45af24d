"""Places of Indonesia while someone types: suggestions from the wilayah table, free text always allowed."""

import threading
from pathlib import Path

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.formatting import folded
from bimtek.domain.names import clean
from bimtek.domain.place import Place
from bimtek.domain.wilayah import Address, Level, WilayahTable, split_place

FEWEST_LETTERS = 3
_LOOKED_AT = 200


class Places:
    """Loads the table on first use: `load` waits a moment and belongs on a worker."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._table: WilayahTable | None = None

    @property
    def table(self) -> WilayahTable | None:
        """The table once it is loaded."""
        return self._table

    def load(self) -> WilayahTable | None:
        """Load the table, once. Waits. None when it is missing or damaged: free text works without it."""
        from bimtek.intake.wilayah_file import load_wilayah

        with self._lock:
            if self._table is None:
                try:
                    table = load_wilayah(self._folder)
                except FileTroubleError:
                    return None
                # Makes the indexes here rather than while someone types or waits for an import.
                table.search("aceh", limit=1)
                table.match_village("contoh", "", "Kabupaten Contoh")
                self._table = table
        return self._table

    def suggest(self, text: str, limit: int = 8) -> list[Address]:
        """Places whose name begins with `text` or holds it; more names after a comma narrow it down.

        Empty until the table is loaded and three letters are typed.
        """
        first, *others = [folded(part) for part in text.split(",")]
        if self._table is None or len(first) < FEWEST_LETTERS:
            return []
        found = self._table.search(first, limit=_LOOKED_AT)
        addresses = [self._table.address(region.code) for region in found]
        fitting = [a for a in addresses if _holds(a, others)]
        return sorted(fitting, key=lambda a: a.code.count(".") if _is_called(a, first) else Level.DESA)[
            :limit
        ]

    def read(self, text: str, hall: str = "") -> Place:
        """A typed place as it is stored: known names with their code, anything else as it was typed."""
        typed = clean(text)
        known = self._equal(typed)
        if known is None and typed:
            known = split_place(typed)
            if not (known.kecamatan or known.kabupaten or known.desa != typed):
                return Place(hall=clean(hall), address=typed)
        known = known or Address()
        return Place(
            hall=clean(hall),
            desa=known.desa,
            kecamatan=known.kecamatan,
            kabupaten=known.kabupaten,
            provinsi=known.provinsi,
            wilayah_code=known.code,
        )

    def _equal(self, typed: str) -> Address | None:
        """The one place written exactly so; a kabupaten or kota also by its bare name."""
        key, suggested = folded(typed), self.suggest(typed)
        for address in suggested:
            if key == folded(address.line):
                return address
        called = [a for a in suggested if not a.kecamatan and a.kabupaten and _is_called(a, key)]
        return called[0] if len(called) == 1 else None


def place_text(place: Place) -> str:
    """A stored place as it stands in the field: its names, or what was typed."""
    names = Address(place.desa, place.kecamatan, place.kabupaten, place.provinsi).line
    return names or place.address


def _holds(address: Address, others: list[str]) -> bool:
    line = folded(address.line)
    return all(other in line for other in others)


def _is_called(address: Address, key: str) -> bool:
    lowest = address.desa or address.kecamatan or address.kabupaten or address.provinsi
    name = folded(lowest)
    return key in (name, name.removeprefix("kabupaten "), name.removeprefix("kota "))
