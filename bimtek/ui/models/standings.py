"""How far everybody is in one test, as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from bimtek.domain.clock import Zone, parse_stamp
from bimtek.domain.formatting import clock_time
from bimtek.domain.quiz import Channel
from bimtek.domain.text import Text, _
from bimtek.services.quiz_run import Standing
from bimtek.ui.models.attendance_table import origin
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.widgets.data_table import STRETCH

HEADS = (_("Nama"), _("Keadaan"), _("Cara"))
WIDTHS = (STRETCH, 184, 120)
ROW = 56
CHANNEL_WORDS = {Channel.LAPTOP: _("Laptop"), Channel.KERTAS: _("Kertas")}


class StandingsTable(RowsModel[Standing]):
    """Those at work first, then those still to begin, then those who are done."""

    def __init__(self, zone: Zone, parent: QObject | None = None) -> None:
        super().__init__(HEADS, self._cells_of, parent)
        self._zone = zone

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Show everybody; list order within each group."""
        self.set_rows(sorted(standings, key=lambda standing: (standing.done, standing.attempt is None)))

    def row_of(self, participation_id: str) -> int:
        """The row of a person, -1 when they are not shown."""
        ids = (at for at, row in enumerate(self.rows) if row.participation.id == participation_id)
        return next(ids, -1)

    def _cells_of(self, standing: Standing) -> tuple[Cell, ...]:
        who, attempt = standing.participation.person, standing.attempt
        words, detail, tone = state(standing)
        if attempt is not None and attempt.submitted_at:
            detail = clock_time(parse_stamp(attempt.submitted_at).astimezone(self._zone.offset).time())
        channel = CHANNEL_WORDS[attempt.channel] if attempt is not None else ""
        return (Cell(who.name.full, origin(who)), Cell(words, detail, tone), Cell(channel))


def state(standing: Standing) -> tuple[Text, Text | str, str]:
    """How far one person is: words, detail, and the colour role of the words."""
    if standing.done:
        return _("Selesai"), "", "success"
    if standing.attempt is None:
        return _("Belum mulai"), "", "secondary"
    return _("Mengerjakan"), _("{n} dari {of} soal", n=standing.answered, of=standing.of), "primary"


def tally(standings: Sequence[Standing]) -> tuple[int, int, int]:
    """How many are done, at work, and still to begin."""
    done = sum(standing.done for standing in standings)
    begun = sum(standing.attempt is not None for standing in standings)
    return done, begun - done, len(standings) - begun
