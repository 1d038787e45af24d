"""Past kegiatan and the files that were made for each."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bimtek.domain.formatting import clock_time, date_list, date_text, number
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.storage.summaries import KegiatanSummary
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.models.rows import Cell, PagedModel, RowsModel
from bimtek.ui.pickers import open_outside
from bimtek.ui.when import today
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.empty_state import EmptyState

_ROW = 60
KILO = 1024


class PastKegiatan(QWidget):
    """`table` lists kegiatan that have begun, `files` what lies in the folder of the chosen one."""

    open_wanted = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model: PagedModel[KegiatanSummary] = PagedModel(
            (_("Kegiatan"), _("Tanggal")), self._cells, self._page, self
        )
        self.table = DataTable(self.model, _("Kegiatan yang lalu"), (STRETCH, 168), _ROW, (1,))
        self.table.selectionModel().selectionChanged.connect(self._on_chosen)
        self.table.opened.connect(lambda row: self.open_wanted.emit(self.model.rows[row].id))
        self.files: RowsModel[Path] = RowsModel((_("Berkas"), _("Ukuran")), self._file_cells, self)
        self.file_table = DataTable(self.files, _("Berkas kegiatan ini"), (STRETCH, 104), _ROW, (1,))
        self.file_table.opened.connect(lambda row: open_outside(self.files.rows[row]))
        self.folder_button = buttons.secondary(_("Buka folder"), "folder-open")
        self.folder_button.clicked.connect(self._open_folder)
        self.file_button = buttons.secondary(_("Buka berkas"), "external-link")
        self.file_button.clicked.connect(self._open_file)
        self.file_table.selectionModel().selectionChanged.connect(self._show_actions)
        self.no_files = EmptyState("file-text", _("Belum ada dokumen yang disimpan untuk kegiatan ini."))
        self.empty = EmptyState("archive", _("Belum ada kegiatan yang lalu."))
        self._lay_out()

    @property
    def chosen(self) -> KegiatanSummary | None:
        """The kegiatan that is chosen."""
        return self.model.row_at(self.table.chosen_row())

    def refresh(self) -> None:
        """Read again; the chosen kegiatan stays chosen."""
        before = self.chosen
        self.model.reload()
        ids = [row.id for row in self.model.rows]
        self._full.setVisible(bool(ids))
        self.empty.setVisible(not ids)
        if ids:
            self.table.selectRow(ids.index(before.id) if before is not None and before.id in ids else 0)
        self._on_chosen()

    def _page(self, last: KegiatanSummary | None) -> Sequence[KegiatanSummary]:
        """The next kegiatan that have begun; pages with none of them are passed over."""
        now = today(self._context.services.clock)
        while True:
            after = None if last is None else (min(last.dates).isoformat() if last.dates else "", last.id)
            read = self._context.services.overview.page(after)
            begun = [row for row in read if row.dates and min(row.dates) <= now]
            if begun or not read:
                return begun
            last = read[-1]

    def _on_chosen(self) -> None:
        chosen = self.chosen
        files = self._context.services.papers.files(chosen.id) if chosen is not None else []
        self.files.set_rows(files)
        self.shelf.setCurrentWidget(self.file_table if files else self.no_files)
        title: Text | str = chosen.short or chosen.title if chosen is not None else NO_TEXT
        language.put(self.card.title, title)
        if files:
            self.file_table.selectRow(0)
        self._show_actions()

    def _show_actions(self) -> None:
        self.folder_button.setEnabled(bool(self.files.rows))
        self.file_button.setEnabled(self.file_table.chosen_row() >= 0)

    def _open_folder(self) -> None:
        if self.files.rows:
            top = self._context.services.folder.papers
            newest = self.files.rows[0]
            open_outside(top / newest.relative_to(top).parts[0])

    def _open_file(self) -> None:
        at = self.file_table.chosen_row()
        if at >= 0:
            open_outside(self.files.rows[at])

    def _cells(self, row: KegiatanSummary) -> tuple[Cell, ...]:
        place: Text | str = _("Contoh · {place}", place=row.place) if row.sample else row.place
        people = _("{count} peserta", count=number(row.participants))
        return Cell(row.title, place or _("Tempat belum diisi")), Cell(date_list(row.dates), people)

    def _file_cells(self, path: Path) -> tuple[Cell, ...]:
        facts = path.stat()
        made = datetime.fromtimestamp(facts.st_mtime, UTC).astimezone()
        when = f"{date_text(made.date())}, {clock_time(made.time())}"
        inside = path.relative_to(self._context.services.folder.papers).parts[1:-1]
        where: Text | str = _("{folder} · {when}", folder="/".join(inside), when=when) if inside else when
        return Cell(path.name, where), Cell(
            _("{size} KB", size=number(max(facts.st_size // KILO, 1))), right=True
        )

    def _lay_out(self) -> None:
        self.shelf = QStackedWidget()
        self.shelf.addWidget(self.file_table)
        self.shelf.addWidget(self.no_files)
        self.card = Card(" ")
        self.card.body.addWidget(self.shelf, 1)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.folder_button)
        actions.addWidget(self.file_button)
        actions.addStretch(1)
        self.card.body.addLayout(actions)
        self._full = QWidget()
        across = QHBoxLayout(self._full)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self.table, 1)
        across.addWidget(self.card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._full, 1)
        layout.addWidget(self.empty, 1)
