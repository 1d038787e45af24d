"""A clock for tests."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass
class MovableClock:
    """Moved by hand; by itself later than the build date, so that the clock guard trusts it."""

    at: datetime = datetime(2027, 3, 5, 1, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at
