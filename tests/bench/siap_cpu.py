"""Start to Beranda filled from 1,000 kegiatan and 100,000 people, beside a bare window."""

from tests.bench.mulai import STARTS
from tests.bench.processes import BARE, FILLED, run
from tests.bench.row import Figures, in_turns
from tests.bench.stores import Stores


def measure(stores: Stores) -> Figures:
    """CPU seconds of the whole process, workers included."""
    folder = stores.big_folder
    return in_turns(lambda: run(FILLED, folder).cpu_s, lambda: run(BARE, folder).cpu_s, STARTS)
