"""Time: one clock for the whole product, and the three Indonesian time zones."""

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import Protocol


class Zone(StrEnum):
    """Indonesian time zones; the zone of a kegiatan follows its place, not the laptop."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def offset(self) -> timezone:
        """Distance from UTC: 7, 8 or 9 hours."""
        return timezone(timedelta(hours={"WIB": 7, "WITA": 8, "WIT": 9}[self.value]), self.value)


class Clock(Protocol):
    """Where the product takes the time from."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Write a moment as stored: UTC, seconds and microseconds, sorting as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_stamp(text: str) -> datetime:
    """Read a stored moment back as an aware datetime in UTC."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
