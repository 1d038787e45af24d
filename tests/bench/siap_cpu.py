"""Start to Beranda filled from 1,000 kegiatan and 100,000 people, beside a bare window."""

from pathlib import Path

from bimtek.host.data_folder import DataFolder
from tests.bench.mulai import STARTS
from tests.bench.processes import BARE, FILLED, run
from tests.bench.row import Figures, in_turns
from tests.bench.stores import Stores


def measure(stores: Stores) -> Figures:
    """CPU seconds of the whole process, workers included."""
    folder = stores.big_folder
    return in_turns(lambda: _filled(folder), lambda: run(BARE, folder).cpu_s, STARTS)


def _filled(folder: Path) -> float:
    """One start, on a folder as an orderly end leaves it."""
    DataFolder(folder).lock.write_bytes(b"")
    return run(FILLED, folder).cpu_s
