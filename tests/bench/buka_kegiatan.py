"""Opening one kegiatan among 1,000 with 100,000 people, beside the same one alone with its 100."""

import time
from collections.abc import Callable

from bimtek.app import Services
from tests.bench.row import Figures, in_turns
from tests.bench.stores import Stores

TIMES = 20


def measure(stores: Stores) -> Figures:
    """Milliseconds per opening."""
    kegiatan_id = stores.kegiatan_id
    return in_turns(_opening(stores.big, kegiatan_id), _opening(stores.small, kegiatan_id))


def _opening(services: Services, kegiatan_id: str) -> Callable[[], float]:
    def sample() -> float:
        began = time.perf_counter()
        for _time in range(TIMES):
            services.planning.get(kegiatan_id)
            services.registration.of_kegiatan(kegiatan_id)
            services.attendance.marks(kegiatan_id)
            services.quizzes.rounds(kegiatan_id)
        return (time.perf_counter() - began) / TIMES * 1e3

    return sample
