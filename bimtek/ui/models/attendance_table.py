"""Everybody of a session with their state, as a table."""

from PySide6.QtCore import QObject

from bimtek.domain.attendance import Mark, Status
from bimtek.domain.clock import Zone, parse_stamp
from bimtek.domain.formatting import clock_time
from bimtek.domain.people import Person, Sex
from bimtek.domain.text import Text, _
from bimtek.services.attendance import Line
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.widgets.data_table import STRETCH

HEADS = (_("No."), _("Nama, unsur, dan asal"), _("Status"))
WIDTHS = (60, STRETCH, 150)
ROW = 56
STATUS_WORDS = {
    Status.HADIR: _("Hadir"),
    Status.IZIN: _("Izin"),
    Status.SAKIT: _("Sakit"),
    Status.ALPA: _("Alpa"),
}
NOT_TAKEN = _("Belum dicatat")
STATUS_ICONS = {Status.HADIR: "circle-check", Status.ALPA: "circle-x"}
STATUS_TONES = {Status.HADIR: "success", Status.ALPA: "danger"}
SEX_WORDS = {Sex.MALE: _("Laki-laki"), Sex.FEMALE: _("Perempuan")}


def status_word(mark: Mark | None) -> Text:
    """The state in a word or two."""
    if mark is None:
        return NOT_TAKEN
    return _("Pulang awal") if mark.left_at else STATUS_WORDS[mark.status]


def status_icon(mark: Mark | None) -> str:
    """The icon beside the word."""
    return "circle" if mark is None else STATUS_ICONS.get(mark.status, "circle-alert")


def status_tone(mark: Mark | None) -> str:
    """The colour role of icon and word."""
    return "secondary" if mark is None else STATUS_TONES.get(mark.status, "warning")


def arrival(mark: Mark | None, zone: Zone) -> str:
    """The clock time of arriving, and of leaving early: "08.14–11.30"."""
    if mark is None or not mark.arrived_at:
        return ""
    came = clock_time(parse_stamp(mark.arrived_at).astimezone(zone.offset).time())
    return f"{came}–{clock_time(mark.left_at)}" if mark.left_at else came


def origin(person: Person) -> str:
    """What tells two people of one name apart: unsur, office, village."""
    return " · ".join(part for part in (person.unsur, person.instansi or person.desa) if part)


class AttendanceTable(RowsModel[Line]):
    """Rows are Lines in list order: number, name over unsur and origin, state over time."""

    def __init__(self, zone: Zone, parent: QObject | None = None) -> None:
        super().__init__(HEADS, self._cells_of, parent)
        self._zone = zone

    def put(self, line: Line) -> None:
        """Show another state of somebody."""
        row = self.row_of(line.participation.id)
        if row >= 0:
            self.rows[row] = line
            self._shown.pop(row, None)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADS) - 1))

    def row_of(self, participation_id: str) -> int:
        """The row of a person, -1 when they are not shown."""
        ids = (at for at, line in enumerate(self.rows) if line.participation.id == participation_id)
        return next(ids, -1)

    def _cells_of(self, line: Line) -> tuple[Cell, ...]:
        who, mark = line.participation, line.mark
        return (
            Cell(str(who.order), right=True),
            Cell(who.person.name.full, origin(who.person)),
            Cell(status_word(mark), arrival(mark, self._zone), tone=status_tone(mark)),
        )
