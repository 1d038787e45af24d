"""10,000 people from an xlsx, read, checked and stored, beside a bare read by python-calamine.

Ours goes the whole way of the product: a worker process reads the file, every row is understood,
villages are looked up, a backup is made, people and journal are stored durably. CPU of both
processes counts. Each round has a data folder of its own, made and opened outside the measure.
"""

import resource
from collections.abc import Callable
from itertools import count
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from bimtek.app import build
from bimtek.documents.daftar_peserta_xlsx import COLUMNS
from bimtek.host.paths import asset
from bimtek.intake.wilayah_file import load_wilayah
from tests.bench.row import Figures, in_turns
from tests.bench.stores import Stores, fresh_kegiatan, person

PEOPLE = 10_000
READS = 8
ROUNDS = 9
BLORA = "33.16"


def measure(stores: Stores) -> Figures:
    """CPU seconds for the whole list."""
    path = stores.folder / "peserta.xlsx"
    write_list(path)
    numbers = count()
    return in_turns(
        lambda: _import_s(stores.folder / f"impor-{next(numbers)}", path), lambda: _read_s(path), ROUNDS
    )


def _import_s(folder: Path, path: Path) -> float:
    services = build(folder)
    services.places.load()  # the window does this once, in the background
    kegiatan, _none = fresh_kegiatan(services, 0)

    def work() -> None:
        shown = services.importing.preview_file(path, kegiatan.id)
        added = services.importing.accept(kegiatan.id, shown).added
        if added != PEOPLE:
            raise RuntimeError(f"{added} people were imported")

    spent = _cpu_s(work)
    services.close()
    return spent


def _read_s(path: Path) -> float:
    """One bare read, from several in a row: as long as ours, so that both see the same neighbours."""
    return _cpu_s(lambda: [_read(path) for _time in range(READS)]) / READS


def _read(path: Path) -> None:
    CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def write_list(path: Path) -> None:
    """10,000 people of one kabupaten in the columns of the template that Bimtek hands out."""
    table = load_wilayah(asset("wilayah"))
    villages = [(v.name, k.name) for k in table.children(BLORA) for v in table.children(k.code)]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Peserta")
        framed = book.add_format({"border": 1, "num_format": "@"})
        sheet.write_row(0, 0, [column.header for column in COLUMNS], framed)
        for n in range(PEOPLE):
            who, (desa, kecamatan) = person(n).person, villages[n % len(villages)]
            office = (who.unsur, f"Pemerintah Desa {desa}", who.jabatan, desa, kecamatan, who.kabupaten)
            born = f"{1965 + n % 35}{n // 35 % 12 + 1:02d}{n // 420 % 28 + 1:02d}"
            numbers = ("0" + who.phone.removeprefix("+62"), f"{born}201503{2 - n % 2}{n % 999 + 1:03d}")
            sheet.write_row(n + 1, 0, (str(n + 1), who.name.full, who.sex.value, *office, *numbers), framed)


def _cpu_s(work: Callable[[], None]) -> float:
    """CPU seconds of this process and of those it waited for."""
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)
