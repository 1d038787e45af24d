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
from bimtek.host.paths import asset
from bimtek.intake.wilayah_file import load_wilayah
from tests.bench.row import Figures, in_turns
from tests.bench.stores import Stores, fresh_kegiatan, person

PEOPLE = 10_000
HEADER = ("No", "Nama Lengkap", "L/P", "Unsur", "Instansi", "Jabatan", "Desa", "No. HP")
BLORA = "33.16"


def measure(stores: Stores) -> Figures:
    """CPU seconds for the whole list."""
    path = stores.folder / "peserta.xlsx"
    _write_list(path, _villages())
    numbers = count()
    return in_turns(
        lambda: _import_s(stores.folder / f"impor-{next(numbers)}", path), lambda: _cpu_s(lambda: _read(path))
    )


def _import_s(folder: Path, path: Path) -> float:
    services = build(folder)
    services.places.load()  # the window does this once, in the background
    kegiatan, _none = fresh_kegiatan(services, 0)

    def work() -> None:
        shown = services.importing.preview_file(path, kegiatan.id)
        added = services.importing.accept(kegiatan.id, shown).added
        if len(added) != PEOPLE:
            raise RuntimeError(f"{len(added)} people were imported")

    spent = _cpu_s(work)
    services.close()
    return spent


def _read(path: Path) -> None:
    CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def _villages() -> list[str]:
    table = load_wilayah(asset("wilayah"))
    return [village.name for kecamatan in table.children(BLORA) for village in table.children(kecamatan.code)]


def _write_list(path: Path, villages: list[str]) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Peserta")
        sheet.write_row(0, 0, HEADER)
        for n in range(PEOPLE):
            who = person(n).person
            village = villages[n % len(villages)]
            sheet.write_number(n + 1, 0, n + 1)
            cells = (who.name.full, who.sex.value, who.unsur, f"Pemerintah Desa {village}", who.jabatan)
            sheet.write_row(n + 1, 1, (*cells, village, "0" + who.phone.removeprefix("+62")))


def _cpu_s(work: Callable[[], None]) -> float:
    """CPU seconds of this process and of those it waited for."""
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)
