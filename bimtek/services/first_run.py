"""Whether somebody opens Bimtek for the very first time."""

from concurrent.futures import Future

from bimtek.domain.clock import Clock, stamp
from bimtek.services.pin import Pin
from bimtek.services.planning import Planning
from bimtek.services.settings import Settings

SHOWN = "layar_awal"


class FirstRun:
    """True on an empty data folder until the first screen was shown, and never again by itself."""

    def __init__(self, settings: Settings, planning: Planning, pin: Pin, clock: Clock) -> None:
        self._settings = settings
        self._planning = planning
        self._pin = pin
        self._clock = clock

    @property
    def wanted(self) -> bool:
        """Whether the first screen comes before Beranda."""
        if self._settings.get(SHOWN) or self._pin.is_set:
            return False
        known = any(self._settings.get(key) for key in ("nama_pengguna", "instansi"))
        return not known and not self._planning.page(limit=1)

    def note(self) -> Future[None]:
        """Remember that the first screen was shown."""
        return self._settings.put(SHOWN, stamp(self._clock.now()))
