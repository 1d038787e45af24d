"""Every number that was ever given out on this laptop, found by number, name or kegiatan."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from bimtek.domain.certificate import KIND_NAMES, Certificate
from bimtek.domain.formatting import date_list, date_text
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.shortcuts import name_key
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label

MOST = 200
REST_MS = 200
_ROW = 60


class NumberRegister(QWidget):
    """`search` finds while somebody types; `open_wanted` carries the kegiatan of a number."""

    open_wanted = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.search = fields.search_field(_("Cari nomor, nama, atau kegiatan"))
        name_key(self.search, _("Cari"), "cari")
        self.model: RowsModel[Certificate] = RowsModel(
            (_("Nomor"), _("Nama"), _("Kegiatan"), _("Keadaan")), _cells, self
        )
        self.table = DataTable(self.model, _("Register nomor"), (248, STRETCH, 264, 112), _ROW, (2, 3))
        self.table.opened.connect(lambda row: self.open_wanted.emit(self.model.rows[row].kegiatan_id))
        self.more = label(_("Ditampilkan {count} nomor terbaru.", count=MOST), "caption", "secondary")
        self.empty = EmptyState("award", NO_TEXT)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REST_MS)
        self.timer.timeout.connect(self.refresh)
        self.search.textChanged.connect(self.timer.start)
        self.stack = QStackedWidget()
        self.stack.setProperty("kind", "pages")
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.search)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.more)

    @property
    def chosen(self) -> Certificate | None:
        """The number that is chosen."""
        return self.model.row_at(self.table.chosen_row())

    def refresh(self) -> None:
        """Look again for what is typed."""
        typed = self.search.text().strip()
        found = self._context.services.certificates.search(typed, MOST)
        self.model.set_rows(found)
        self.stack.setCurrentWidget(self.table if found else self.empty)
        sentence = (
            _("Tidak ada “{text}” di register.", text=typed) if typed else _("Belum ada nomor yang terbit.")
        )
        language.put(self.empty.sentence, sentence)
        self.more.setVisible(len(found) == MOST)
        if found:
            self.table.selectRow(0)


def _cells(certificate: Certificate) -> tuple[Cell, ...]:
    record = certificate.record
    kind = _("{kind} · {date}", kind=KIND_NAMES[certificate.kind], date=date_text(record.issued_on))
    days = date_list(record.dates)
    when: Text | str = _("Contoh · {dates}", dates=days) if record.sample else days
    return (
        Cell(certificate.number, kind),
        Cell(record.person_name.full, record.position),
        Cell(record.kegiatan_title, when),
        Cell(
            _("Terbit") if certificate.valid else _("Batal"),
            tone="success" if certificate.valid else "danger",
        ),
    )
