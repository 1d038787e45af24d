"""Making the sample kegiatan, beside the two seconds that point B9-48 allows."""

import time

from bimtek.app import Services, build
from tests.bench.row import Figures, in_turns
from tests.bench.stores import Stores

ALLOWED_S = 2.0


def measure(stores: Stores) -> Figures:
    """Seconds until the sample can be opened."""
    services = build(stores.folder / "contoh")
    try:
        return in_turns(lambda: _made(services), lambda: ALLOWED_S)
    finally:
        services.close()


def _made(services: Services) -> float:
    services.sample.remove()
    began = time.perf_counter()
    services.sample.create()
    return time.perf_counter() - began
