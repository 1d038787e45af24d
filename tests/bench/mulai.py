"""Start to the first paint of the window, beside a bare window: CPU, and the most memory held."""

from tests.bench.processes import BARE, PAINTED, run
from tests.bench.row import Figures, in_turns
from tests.bench.stores import Stores

STARTS = 11  # a start is short and its neighbours are noisy


def cpu(stores: Stores) -> Figures:
    """CPU seconds of the whole process."""
    return in_turns(lambda: run(PAINTED, stores.folder).cpu_s, lambda: run(BARE, stores.folder).cpu_s, STARTS)


def rss(stores: Stores) -> Figures:
    """MiB at the peak."""
    return in_turns(lambda: run(PAINTED, stores.folder).rss_mib, lambda: run(BARE, stores.folder).rss_mib)
