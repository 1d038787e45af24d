"""Whether the laptop's clock can be believed, remembered across restarts."""

from datetime import datetime, timedelta

from bimtek.domain.clock import Clock, parse_stamp, stamp
from bimtek.host.clock_guard import ClockVerdict, judge
from bimtek.services.settings import Settings

SEEN = "jam_terakhir"
CONFIRMED = "jam_dipastikan"
CONFIRMED_FOR = timedelta(days=1)
NOTED_EVERY = timedelta(hours=1)  # the guard tolerates a day: more often would only fill the journal


class SafeClock:
    """Compares the clock with the latest time it ever showed; a person may confirm a strange one."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    def verdict(self) -> ClockVerdict:
        """Judge the clock now; a day that a person confirmed counts as right."""
        now = self._clock.now()
        confirmed = self._moment(CONFIRMED)
        if confirmed is not None and timedelta(0) <= now - confirmed <= CONFIRMED_FOR:
            return ClockVerdict()
        return judge(now, self._moment(SEEN))

    def note(self) -> None:
        """Remember the present moment if the clock can be believed, once an hour. Queued, does not wait."""
        now, seen = self._clock.now(), self._moment(SEEN)
        fresh = seen is not None and timedelta(0) <= now - seen < NOTED_EVERY
        if not fresh and self.verdict().trusted:
            self._settings.put(SEEN, stamp(now))

    def confirm(self) -> None:
        """A person says that the date shown is right: believe the clock for a day. Queued."""
        self._settings.put(CONFIRMED, stamp(self._clock.now()))

    def _moment(self, key: str) -> datetime | None:
        """A moment that was noted; one that was damaged since is as good as none."""
        try:
            return parse_stamp(self._settings.get(key))
        except ValueError:
            return None
