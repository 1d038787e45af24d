"""The agenda as rows: a heading for each session, its lines below, each with its JP and its warning."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bimtek.domain.agenda import AgendaProblems, problems
from bimtek.domain.formatting import clock_time, long_date
from bimtek.domain.kegiatan import AgendaItem, ItemKind, Session
from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.ui.language import say

ROW = Qt.ItemDataRole.UserRole
KIND_NAMES: dict[ItemKind, Text] = {
    ItemKind.MATERI: _("Materi"),
    ItemKind.PRE_TEST: _("Pre-test"),
    ItemKind.POST_TEST: _("Post-test"),
    ItemKind.RTL: _("Tindak lanjut"),
    ItemKind.PEMBUKAAN: _("Pembukaan"),
    ItemKind.REHAT: _("Rehat"),
    ItemKind.PENUTUPAN: _("Penutupan"),
}
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row as it is drawn. `line` is None for the heading of a session."""

    session: Session
    line: AgendaItem | None
    time: str
    title: Text | str
    detail: Text
    jp: int
    warning: Text

    @property
    def key(self) -> str:
        """The id of what the row shows."""
        return self.line.id if self.line is not None else self.session.id

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        jp = jp_text(self.jp) if self.jp else NO_TEXT
        return say(joined((self.time, self.title, self.detail, jp, self.warning), ", "))


def jp_text(jp: int) -> Text:
    """Units of teaching time as people say them."""
    return _("{jp} JP", jp=jp)


def agenda_rows(sessions: Sequence[Session], minutes_per_jp: int) -> list[AgendaRow]:
    """All sessions in order, each followed by its lines."""
    rows: list[AgendaRow] = []
    for session in sessions:
        rows.append(_heading(session, minutes_per_jp))
        found = problems(session)
        rows += [_line(session, line, minutes_per_jp, found) for line in session.agenda]
    return rows


def _heading(session: Session, minutes_per_jp: int) -> AgendaRow:
    ends = clock_time(session.ends) if session.ends else _("selesai")
    span = joined((clock_time(session.starts), ends), "–")
    detail = joined((long_date(session.on_date), span))
    return AgendaRow(session, None, "", session.label, detail, session.jp(minutes_per_jp), NO_TEXT)


def _line(session: Session, line: AgendaItem, minutes_per_jp: int, found: AgendaProblems) -> AgendaRow:
    detail = joined((KIND_NAMES[line.kind], "; ".join(line.speakers)))
    span = f"{clock_time(line.starts)}–{clock_time(line.ends)}"
    title: Text | str = line.title or _("Tanpa judul")
    jp = line.credit(minutes_per_jp)
    return AgendaRow(session, line, span, title, detail, jp, _warning(line.id, found))


def _warning(line_id: str, found: AgendaProblems) -> Text:
    if line_id in found.backwards:
        return _("Selesai sebelum mulai")
    if line_id in found.overlapping:
        return _("Bertumpuk dengan baris di atas")
    return _("Di luar jam sesi") if line_id in found.outside else NO_TEXT


class AgendaModel(QAbstractListModel):
    """Rows for the list of the agenda."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[AgendaRow] = []

    def set_rows(self, rows: list[AgendaRow]) -> None:
        """Show other rows; the view keeps its place when their number stays the same."""
        if len(rows) == len(self.rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(max(len(rows) - 1, 0)))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def find(self, key: str) -> int:
        """The row of a session or line, -1 when it is gone."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows; a row has no children."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself for the painter, words for everybody else."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row if role == ROW else None
