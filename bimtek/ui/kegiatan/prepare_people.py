"""Siapkan, Orang: everybody of the kegiatan by role, with import, form and Urungkan."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import phone_text
from bimtek.domain.people import Counts, Participation, Role
from bimtek.domain.text import Text, _
from bimtek.services.importing import ImportReport, Source
from bimtek.ui import language
from bimtek.ui.after import after
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.import_people import ImportPeopleDialog, say_imported
from bimtek.ui.dialogs.person import PersonDialog
from bimtek.ui.kegiatan.step_page import StepPage
from bimtek.ui.messages import show_error
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.role_names import ROLE_NAMES
from bimtek.ui.undo import say_with_undo
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.segments import Segments

_HEADINGS = (_("No"), _("Nama"), _("L/P"), _("Desa/kecamatan"), _("Nomor HP"), _("Kode"))
_WIDTHS = (60, STRETCH, 64, 240, 184, 88)
_MOST_UNSUR = 3
_EMPTY: dict[Role, Text] = {
    Role.PESERTA: _("Tempel daftar dari Excel atau WhatsApp, atau isi saat absensi."),
    Role.NARASUMBER: _("Belum ada narasumber. Tulis namanya seperti di sertifikat."),
    Role.FASILITATOR: _("Belum ada fasilitator."),
    Role.MODERATOR: _("Belum ada moderator."),
    Role.PANITIA: _("Belum ada panitia."),
}


class PeopleSection(StepPage):
    """The table of one role, and what can be done with the chosen person."""

    changed = Signal()

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self._context, self._kegiatan_id = context, kegiatan_id
        self.dialog: QDialog | None = None
        self.roles = Segments([(role.value, ROLE_NAMES[role]) for role in Role])
        self.roles.chosen.connect(lambda key: self.refresh())
        self.counts = label("", "body", "secondary")
        self.model: RowsModel[Participation] = RowsModel(_HEADINGS, _cells, self)
        self.table = DataTable(self.model, _("Daftar orang"), _WIDTHS, 60, yields=(4, 3))
        self.table.opened.connect(lambda row: self.edit())
        self.table.delete_wanted.connect(self.remove)
        self.table.selectionModel().selectionChanged.connect(self._show_actions)
        self.add_button = buttons.secondary(_("Tambah orang"), "user-plus")
        self.add_button.clicked.connect(self.add)
        self.edit_button = buttons.secondary(_("Ubah"), "pencil")
        self.edit_button.clicked.connect(self.edit)
        self.remove_button = buttons.quiet(_("Hapus"), "trash-2")
        self.remove_button.clicked.connect(self.remove)
        self.import_button = buttons.primary(_("Impor daftar"), "file-down")
        self.import_button.clicked.connect(self.open_import)
        self.empty = {
            role: EmptyState("users", words, _("Tambah orang"), primary=False)
            for role, words in _EMPTY.items()
        }
        for state in self.empty.values():
            state.pressed.connect(self.add)
        self._lay_out()
        self.refresh()

    @property
    def role(self) -> Role:
        """The role that is shown."""
        return Role(self.roles.key())

    def refresh(self) -> None:
        """Read everybody again; the chosen person stays chosen."""
        chosen = self._chosen()
        everybody = self._context.services.registration.of_kegiatan(self._kegiatan_id)
        shown = [p for p in everybody if p.role is self.role]
        self.model.set_rows(shown)
        ids = [p.id for p in shown]
        if ids:
            self.table.selectRow(ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0)
        for role in Role:
            count = sum(p.role is role for p in everybody)
            word = _("{role} ({count})", role=ROLE_NAMES[role], count=count) if count else ROLE_NAMES[role]
            self.roles.reword(role.value, word)
        language.put(self.counts, _counted(Counts.of([p.person for p in shown])))
        self.counts.setVisible(bool(shown))
        self._full.setVisible(bool(shown))
        for role, state in self.empty.items():
            state.setVisible(not shown and role is self.role)
        self._show_actions()

    def add(self) -> PersonDialog:
        """Ask for one more person of the shown role."""
        dialog = PersonDialog(self._context, self._kegiatan_id, self.role, None, self)
        dialog.stored.connect(self._on_changed)
        self._open(dialog)
        return dialog

    def edit(self) -> None:
        """Correct the chosen person."""
        chosen = self._chosen()
        if chosen is None:
            return
        dialog = PersonDialog(self._context, self._kegiatan_id, chosen.role, chosen, self)
        dialog.stored.connect(self._on_changed)
        self._open(dialog)

    def remove(self) -> None:
        """Take the chosen person off the kegiatan, with a way back."""
        chosen = self._chosen()
        if chosen is None:
            return
        future = self._context.services.registration.remove(chosen)
        message = _("{name} dihapus dari kegiatan.", name=chosen.person.name.full)
        say_with_undo(self._context, self, self._kegiatan_id, future, message, self._on_changed)
        at = self.table.chosen_row()
        self.model.set_rows([p for p in self.model.rows if p.id != chosen.id])
        if self.model.rows:
            self.table.selectRow(min(at, len(self.model.rows) - 1))
        after(future, lambda removed: self._on_changed(), lambda error: self.refresh(), self)

    def open_import(self) -> ImportPeopleDialog:
        """Bring people from a list."""
        dialog = ImportPeopleDialog(self._context, self._kegiatan_id, self.role, self)
        dialog.imported.connect(self._on_changed)
        self._open(dialog)
        return dialog

    def bring(self, source: Source, pasted: str, then: Callable[[], object]) -> None:
        """Import a list that was read before the kegiatan was there; show it first when it needs a look.

        `then` is called once it is imported, or was looked at.
        """
        importing, kegiatan_id = self._context.services.importing, self._kegiatan_id

        def done(report: ImportReport | None) -> None:
            if report is None:
                dialog = self.open_import()
                dialog.finished.connect(lambda _result: then())
                dialog.show_list(source, pasted)
                return
            self._on_changed()
            say_imported(self._context, self, kegiatan_id, report, self._on_changed)
            then()

        def failed(error: BimtekError) -> None:
            what = _("Kegiatan sudah dibuat, tetapi daftar orang belum masuk. {what}", what=error.what)
            show_error(self, replace(error, what=what, advice=_("Impor daftar sekali lagi di sini.")))
            then()

        self._context.tasks.run(
            lambda progress: importing.accept_clear(kegiatan_id, source), self, done=done, failed=failed
        )

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None
        self.table.setFocus()

    def _chosen(self) -> Participation | None:
        return self.model.row_at(self.table.chosen_row())

    def _show_actions(self) -> None:
        for button in (self.edit_button, self.remove_button):
            button.setEnabled(self._chosen() is not None)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.counts, 1)
        bar.addWidget(self.edit_button)
        bar.addWidget(self.remove_button)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self.body.addWidget(self.roles)
        self.body.addWidget(self._full, 1)
        for state in self.empty.values():
            self.body.addWidget(state, 1)
        self.add_action(self.add_button)
        self.add_action(self.import_button)


def _cells(part: Participation) -> tuple[Cell, ...]:
    person = part.person
    return (
        Cell(str(part.order), right=True),
        Cell(person.name.full, person.office_line or part.topic or _("Instansi belum diisi")),
        Cell(person.sex.value or "–"),
        Cell(person.village_line or "–", person.unsur),
        Cell(phone_text(person.phone) or "–"),
        Cell(part.code),
    )


def _counted(counts: Counts) -> Text:
    """How many, by sex and by the largest unsur."""
    unsur = [f"{name} {count}" for name, count in counts.by_unsur if name][:_MOST_UNSUR]
    text = _("{total} orang · L {male} · P {female}", total=counts.total, male=counts.male,
             female=counts.female)  # fmt: skip
    return _("{text} · {unsur}", text=text, unsur=" · ".join(unsur)) if unsur else text
