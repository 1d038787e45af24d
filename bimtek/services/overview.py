"""Where each kegiatan stands, read from everything that was stored; nothing is kept twice."""

from collections.abc import Callable, Sequence
from datetime import date

from bimtek.domain.next_step import Standing
from bimtek.storage.summaries import KegiatanSummary, SummaryRepository


class Overview:
    """Reads only; quick enough for a page that opens."""

    def __init__(self, summaries: SummaryRepository, owed: Callable[[str], int]) -> None:
        self._summaries = summaries
        self._owed = owed

    def page(self, after: tuple[str, str] | None = None, limit: int = 100) -> list[KegiatanSummary]:
        """Kegiatan, newest first; `after` is the (first date, id) of the last line seen."""
        return self._summaries.page(after, limit)

    def standing(self, kegiatan_id: str) -> Standing | None:
        """What is known of one kegiatan, None when it was removed."""
        counted = self._summaries.standing(kegiatan_id)
        if counted is None or not (counted.issued or counted.sessions_closed == counted.sessions):
            return counted  # nobody is owed a paper while attendance goes on
        return counted._replace(owed=self._owed(kegiatan_id))


def in_focus(known: Sequence[KegiatanSummary], today: date) -> KegiatanSummary | None:
    """The kegiatan a facilitator opened the laptop for: today's, else the next, else the last one.

    The sample only while there is nothing else.
    """
    real = [item for item in known if not item.sample] or known
    dated = [item for item in real if item.dates]
    for item in dated:
        if today in item.dates:
            return item
    ahead = [item for item in dated if item.dates[-1] >= today]
    if ahead:
        return min(ahead, key=lambda item: min(day for day in item.dates if day >= today))
    return max(dated, key=lambda item: item.dates[-1], default=None)
