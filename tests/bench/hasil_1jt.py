"""Results of one kegiatan in a file of 1,000,000 answers, beside the same in one of its own 1,000."""

import time
from collections.abc import Callable

from bimtek.app import Services
from tests.bench.row import Figures, in_turns
from tests.bench.stores import Stores

TIMES = 10


def measure(stores: Stores) -> Figures:
    """Milliseconds per results page."""
    kegiatan_id = stores.kegiatan_id
    return in_turns(_results(stores.big, kegiatan_id), _results(stores.small, kegiatan_id))


def _results(services: Services, kegiatan_id: str) -> Callable[[], float]:
    def sample() -> float:
        began = time.perf_counter()
        for _time in range(TIMES):
            services.results.of_kegiatan(kegiatan_id)
        return (time.perf_counter() - began) / TIMES * 1e3

    return sample
