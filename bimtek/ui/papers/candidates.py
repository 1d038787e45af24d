"""Who gets which paper and why, and giving a certificate against the rule."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bimtek.domain.certificate import KIND_NAMES, CertificateKind
from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.names import shown_name
from bimtek.domain.people import Role
from bimtek.domain.text import Text, _
from bimtek.services.certificates import Candidate
from bimtek.ui import editors, language
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.reason import ReasonDialog
from bimtek.ui.editors import hear
from bimtek.ui.messages import show_error
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.papers.table_page import TablePage
from bimtek.ui.role_names import ROLE_NAMES
from bimtek.ui.tasks import Task
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label

_ROW = 60
_TONES = {CertificateKind.SERTIFIKAT: "success", CertificateKind.SURAT_KETERANGAN: "warning"}


class CandidatesPage(TablePage):
    """`given` after a certificate against the rule was wanted, or no longer.

    Who gets what is worked out on a worker; `read` says that it stands there.

    `overrides` keeps the reasons for such certificates until they are issued, over a crash too.
    """

    given = Signal()
    read = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kegiatan: Kegiatan | None = None
        self.overrides: dict[str, str] = {}
        self._reading: Task | None = None
        self.dialog: ReasonDialog | None = None
        self.model: RowsModel[Candidate] = RowsModel((_("Nama"), _("Mendapat")), self._cells, self)
        self.reason_text = label("", "caption", "secondary")
        self.give_button = buttons.secondary(_("Beri sertifikat"), "award")
        self._lay_out(
            DataTable(self.model, _("Calon penerima"), (STRETCH, 232), _ROW, (1,)),
            (self.reason_text, None, self.give_button),
            EmptyState("users", _("Belum ada orang di kegiatan ini.")),
        )
        self.table.selectionModel().selectionChanged.connect(self._show_actions)
        self.give_button.clicked.connect(self._on_give)

    @property
    def wanted(self) -> list[CertificateKind]:
        """The papers that would get a number now, one for each of them; none while that is worked out."""
        if not self.settled:
            return []
        return [kind for row in self.model.rows if (kind := self._lacks(row)) is not None]

    @property
    def settled(self) -> bool:
        """True when what is shown is what was asked for last."""
        return self._reading is None

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Work out who gets what."""
        known, self._kegiatan = self._kegiatan, kegiatan
        if known is None or known.id != kegiatan.id:
            self.overrides = dict(self._context.services.unfinished.get(self._key()) or {})
        self._reading = reading = self._context.tasks.run(
            lambda _progress: self._context.services.certificates.candidates(kegiatan),
            self,
            done=lambda rows: self._on_worked_out(reading, rows),
            failed=lambda error: self._on_not_worked_out(reading, error),
        )

    def _on_worked_out(self, reading: Task, rows: list[Candidate]) -> None:
        """Show the rows that were asked for last."""
        if reading is not self._reading:
            return
        self._reading = None
        self._show_rows(rows)
        self.read.emit()

    def _show_rows(self, rows: Sequence[Candidate]) -> None:
        """Show these, or the same ones anew; who is chosen stays chosen."""
        chosen = self._chosen()
        self.model.set_rows(rows)
        ids = [row.participation.id for row in rows]
        if chosen is not None and chosen.participation.id in ids:
            self.table.selectRow(ids.index(chosen.participation.id))
        self._show_page(bool(rows))
        self._show_actions()

    def _on_not_worked_out(self, reading: Task, error: BimtekError) -> None:
        if reading is self._reading:
            self._reading = None
        self._on_failed(error)

    def give(self, participation_id: str, reason: str) -> None:
        """Want a certificate for somebody against the rule; an empty reason takes that back."""
        self.overrides.pop(participation_id, None)
        if reason:
            self.overrides[participation_id] = reason
        kept = self._context.services.unfinished.keep(self._key(), self.overrides)
        hear(editors.GIVEN, kept, lambda _done: None, self._on_failed, self)
        self._show_rows(self.model.rows)
        self.given.emit()

    def forget_overrides(self) -> None:
        """The certificates against the rule were issued: their reasons stand in the register now."""
        self.overrides.clear()
        self._context.services.unfinished.drop(self._key())

    def _key(self) -> str:
        assert self._kegiatan is not None
        return f"{editors.GIVEN.key}/{self._kegiatan.id}"

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self.window(), error)

    def _on_give(self) -> None:
        row = self._chosen()
        if row is None:
            return
        who = row.participation
        if who.id in self.overrides:
            self.give(who.id, "")
            return
        name = shown_name(who.person.name, "apa-adanya")
        self.dialog = ReasonDialog(
            (self._context, editors.GIVEN, who.id),
            _("Beri sertifikat kepada {name}?", name=name),
            _("Syarat belum terpenuhi. Alasan disimpan bersama nomornya."),
            _("Beri sertifikat"),
            _("Misalnya mengikuti sesi pengganti"),
            self.window(),
        )
        self.dialog.given.connect(lambda reason: self.give(who.id, reason))
        self.dialog.open()

    def _show_actions(self) -> None:
        row = self._chosen()
        given = row is not None and row.participation.id in self.overrides
        against = row is not None and row.eligibility.kind is not CertificateKind.SERTIFIKAT
        has_one = row is not None and row.has(CertificateKind.SERTIFIKAT)
        self.give_button.setEnabled(given or (against and not has_one))
        language.put(self.give_button, _("Batal beri") if given else _("Beri sertifikat"), "set_caption")
        language.put(
            self.reason_text, self._why(row) if row is not None else _("Pilih nama untuk melihat alasannya.")
        )

    def _chosen(self) -> Candidate | None:
        return self.model.row_at(self.table.chosen_row())

    def _lacks(self, row: Candidate) -> CertificateKind | None:
        """The paper that still needs a number, None when there is none to give."""
        return row.lacks(self.overrides.get(row.participation.id, ""))

    def _why(self, row: Candidate) -> Text:
        given = self.overrides.get(row.participation.id)
        if given:
            return _("Diberi karena: {reason}", reason=given)
        if row.eligibility.reason:
            return row.eligibility.reason
        if row.participation.role is not Role.PESERTA:
            return _("Bertugas sebagai {role}.", role=ROLE_NAMES[row.participation.role])
        return _("Hadir {jp} dari {of} JP.", jp=row.presence.jp, of=row.presence.of_jp)

    def _cells(self, row: Candidate) -> tuple[Cell, ...]:
        who = row.participation
        where = who.person.instansi or who.person.desa
        role = ROLE_NAMES[who.role]
        detail = _("{role} · {where}", role=role, where=where) if where else role
        kind = row.deserves(self.overrides.get(who.id, ""))
        held = [certificate.number for certificate in row.held]
        numbered = bool(held) and self._lacks(row) is None
        gets = Cell(
            KIND_NAMES[kind] if kind else _("Tidak ada"),
            held[-1] if numbered else self._why(row),
            _TONES[kind] if kind else "secondary",
        )
        return Cell(shown_name(who.person.name, "apa-adanya"), detail), gets
