"""Whether somebody opens Bimtek for the very first time."""

from collections.abc import Callable
from concurrent.futures import Future

from bimtek.domain.clock import Clock, stamp
from bimtek.services.overview import Overview
from bimtek.services.settings import Settings

SHOWN = "layar_awal"


class FirstRun:
    """True on an empty data folder until the first screen was shown, and never again by itself."""

    def __init__(
        self, settings: Settings, overview: Overview, pin_is_set: Callable[[], bool], clock: Clock
    ) -> None:
        self._settings = settings
        self._overview = overview
        self._pin_is_set = pin_is_set
        self._clock = clock

    @property
    def wanted(self) -> bool:
        """Whether the first screen comes before Beranda."""
        if any(self._settings.get(key) for key in (SHOWN, "nama_pengguna", "instansi")):
            return False
        return not self._overview.page(limit=1) and not self._pin_is_set()

    def note(self) -> Future[None]:
        """Remember that the first screen was shown."""
        return self._settings.put(SHOWN, stamp(self._clock.now()))
