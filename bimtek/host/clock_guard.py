"""Notices a laptop clock that cannot be right (a flat CMOS battery shows 2010)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

BUILD_DATE = date(2026, 11, 21)
TOLERANCE = timedelta(days=1)
MAX_AHEAD = timedelta(days=3653)


@dataclass(frozen=True, slots=True)
class ClockVerdict:
    """Whether the clock can be believed; `reason` is "mundur" or "terlalu-maju" when it cannot."""

    reason: str = ""

    @property
    def trusted(self) -> bool:
        """True when nothing speaks against the clock."""
        return not self.reason


def judge(now: datetime, last_seen: datetime | None) -> ClockVerdict:
    """Compare the clock with the date of this build and the latest moment it has shown before.

    A day of tolerance covers time zones; more than ten years after the build is a wrong clock too.
    """
    built = datetime(BUILD_DATE.year, BUILD_DATE.month, BUILD_DATE.day, tzinfo=UTC)
    latest = max(built, last_seen) if last_seen else built
    if now < latest - TOLERANCE:
        return ClockVerdict("mundur")
    if now > built + MAX_AHEAD:
        return ClockVerdict("terlalu-maju")
    return ClockVerdict()
