"""Dates as people speak of them: today, in three days, last week."""

from collections.abc import Sequence
from datetime import date

from bimtek.domain.clock import Clock
from bimtek.domain.text import Text, _


def today(clock: Clock) -> date:
    """The day it is where this laptop stands."""
    return clock.now().astimezone().date()


def when(dates: Sequence[date], on: date) -> tuple[Text, str]:
    """How far away a kegiatan is, and the tone of its chip."""
    if not dates:
        return _("Belum bertanggal"), "warning"
    if on in dates:
        return _("Hari ini"), "primary"
    ahead = [day for day in dates if day > on]
    if ahead and min(dates) < on:
        return _("Sedang berjalan"), "primary"
    if ahead:
        days = (min(ahead) - on).days
        return (_("Besok"), "primary") if days == 1 else (_("{days} hari lagi", days=days), "")
    return _("Selesai"), "success"
