"""Everybody of a session, and what can be noted about the one that is chosen."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.domain.clock import Zone
from bimtek.domain.text import _
from bimtek.services.attendance import Line
from bimtek.ui.kegiatan.attendance_bar import MarkBar
from bimtek.ui.models.attendance_table import ROW, WIDTHS, AttendanceTable
from bimtek.ui.widgets.data_table import DataTable
from bimtek.ui.widgets.empty_state import EmptyState


class _Rows(DataTable):
    """Asks for one row only: what stands above keeps its words where the text is largest."""

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(super().sizeHint().width(), ROW)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(super().minimumSizeHint().width(), ROW)


class AttendanceList(QWidget):
    """A table with a bar over it; without anybody, one sentence and one button."""

    present_wanted = Signal(str)  # participation id: Enter or a double click on a row
    add_wanted = Signal()

    def __init__(self, zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AttendanceTable(zone, self)
        self.table = _Rows(self.model, _("Semua orang di sesi ini"), WIDTHS, ROW)
        self.bar = MarkBar()
        self.nobody = EmptyState(
            "users", _("Daftar masih kosong. Tambahkan orang yang datang."), _("Tambah orang"), primary=False
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.nobody, 1)
        self.table.opened.connect(lambda row: self.present_wanted.emit(self.model.rows[row].participation.id))
        self.table.selectionModel().selectionChanged.connect(self._on_row)
        self.nobody.pressed.connect(self.add_wanted)

    @property
    def chosen(self) -> Line | None:
        """The person of the chosen row."""
        return self.model.row_at(self.table.chosen_row())

    def choose(self, participation_id: str) -> None:
        """Choose the row of a person."""
        self.table.selectRow(self.model.row_of(participation_id))

    def show_lines(self, lines: list[Line], *, closed: bool) -> None:
        """Show other people; whoever was chosen stays chosen."""
        chosen = self.chosen
        self.model.set_rows(lines)
        if chosen is not None:
            self.choose(chosen.participation.id)
        self.table.setVisible(bool(lines))
        self.bar.setVisible(bool(lines) and not closed)
        self.nobody.setVisible(not lines)
        self.nobody.button.setVisible(not closed)
        self._on_row()

    def put(self, line: Line) -> None:
        """Show another state of somebody."""
        self.model.put(line)
        self._on_row()

    def _on_row(self) -> None:
        self.bar.show_line(self.chosen)
