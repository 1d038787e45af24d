"""Numbers of certificates: who gets which paper and why, giving numbers out, and the register."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bimtek.documents.base import Problem
from bimtek.domain.certificate import Certificate, CertificateKind
from bimtek.domain.errors import BimtekError, RefusedError
from bimtek.domain.formatting import date_text, number, percent
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.names import shown_name
from bimtek.domain.people import PersonName, Role
from bimtek.domain.text import Text, _
from bimtek.services.certificates import Candidate
from bimtek.ui import language
from bimtek.ui.after import after
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.reason import ReasonDialog
from bimtek.ui.messages import confirm, show_error
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.busy_bar import BusyBar
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.segments import Segments

CANDIDATES, REGISTER = "calon", "register"
ROLE_WORDS = {
    Role.PESERTA: _("Peserta"),
    Role.NARASUMBER: _("Narasumber"),
    Role.FASILITATOR: _("Fasilitator"),
    Role.MODERATOR: _("Moderator"),
    Role.PANITIA: _("Panitia"),
}
KIND_WORDS = {
    CertificateKind.SERTIFIKAT: _("Sertifikat"),
    CertificateKind.SURAT_KETERANGAN: _("Surat keterangan"),
}
_ROW = 60


class NumbersView(QWidget):
    """`issued` after numbers were given out or made void; `print_wanted` carries one Certificate.

    `overrides` keeps the reasons for certificates against the rule until they are issued.
    """

    issued = Signal()
    print_wanted = Signal(object)
    count_changed = Signal(int)  # how many numbers would be given out now

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kegiatan: Kegiatan | None = None
        self.overrides: dict[str, str] = {}
        self.dialog: ReasonDialog | None = None
        self.parts = Segments([(CANDIDATES, _("Calon penerima")), (REGISTER, _("Register nomor"))])
        self.parts.chosen.connect(self._on_part)
        self.rule = label("", "caption", "secondary")
        self.candidates: RowsModel[Candidate] = RowsModel(
            (_("Nama"), _("Mendapat")), self._candidate_cells, self
        )
        self.table = DataTable(self.candidates, _("Calon penerima"), (STRETCH, 232), _ROW, (1,))
        self.table.selectionModel().selectionChanged.connect(self._show_actions)
        self.reason_text = label("", "caption", "secondary")
        self.give_button = buttons.secondary(_("Beri sertifikat"), "award")
        self.give_button.clicked.connect(self._on_give)
        self.register: RowsModel[Certificate] = RowsModel(
            (_("Nomor dan nama"), _("Keadaan")), _certificate_cells, self
        )
        self.register_table = DataTable(self.register, _("Register nomor"), (STRETCH, 176), _ROW, (1,))
        self.register_table.selectionModel().selectionChanged.connect(self._show_actions)
        self.register_table.opened.connect(lambda row: self.print_wanted.emit(self.register.rows[row]))
        self.reprint_button = buttons.secondary(_("Cetak ulang"), "printer")
        self.reprint_button.clicked.connect(self._on_reprint)
        self.revoke_button = buttons.quiet(_("Batalkan nomor"), "circle-x")
        self.revoke_button.clicked.connect(self._on_revoke)
        self.nobody = EmptyState("users", _("Belum ada orang di kegiatan ini."))
        self.nothing = EmptyState("hash", _("Belum ada nomor yang terbit."))
        self.busy = BusyBar()
        self.busy.cancel_button.hide()  # numbers are given out all at once or not at all
        self._lay_out()

    @property
    def wanted(self) -> int:
        """How many numbers would be given out now."""
        return sum(self._lacks(row) is not None for row in self.candidates.rows)

    def problems(self) -> list[Problem]:
        """What is not right with the numbers that would be given out now."""
        assert self._kegiatan is not None
        certificates = self._context.services.certificates
        return certificates.problems(self._kegiatan, self.candidates.rows, self.overrides)

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Read who gets what, and the register."""
        self._kegiatan = kegiatan
        chosen = self._chosen_candidate()
        rows = self._context.services.certificates.candidates(kegiatan)
        register = self._context.services.certificates.register(kegiatan.id)
        self.candidates.set_rows(rows)
        ids = [row.participation.id for row in rows]
        if chosen is not None and chosen.participation.id in ids:
            self.table.selectRow(ids.index(chosen.participation.id))
        self.register.set_rows(register)
        language.put(self.rule, _rule(kegiatan))
        self._on_part(self.parts.key())

    def issue(self) -> None:
        """Ask once more, for numbers stay taken, then give them out on a worker."""
        papers = [kind for row in self.candidates.rows if (kind := self._lacks(row)) is not None]
        if not papers:
            return
        counts = [
            _("{count} {kind}", count=number(papers.count(kind)), kind=language.say(KIND_WORDS[kind]).lower())
            for kind in CertificateKind
            if kind in papers
        ]
        said = " · ".join(language.say(count) for count in counts)
        confirm(
            self.window(),
            _("Terbitkan {count} nomor?", count=len(papers)),
            _("Terbitkan {count} nomor", count=len(papers)),
            self.issue_now,
            _("{papers}. Nomor yang terbit tetap dan tidak dipakai lagi.", papers=said),
        )

    def issue_now(self) -> None:
        """Give the numbers out."""
        assert self._kegiatan is not None
        kegiatan, overrides = self._kegiatan, dict(self.overrides)
        self.busy.begin(_("Menerbitkan nomor…"))
        self._context.tasks.run(
            lambda progress: self._context.services.certificates.issue(kegiatan, override=overrides),
            done=self._on_issued,
            failed=lambda error: show_error(self.window(), error),
            ended=self.busy.finish,
        )

    def give(self, participation_id: str, reason: str) -> None:
        """Want a certificate for somebody against the rule; an empty reason takes that back."""
        self.overrides.pop(participation_id, None)
        if reason:
            self.overrides[participation_id] = reason
        self._reread()

    def revoke(self, certificate: Certificate, reason: str) -> None:
        """Make a number void."""
        try:
            future = self._context.services.certificates.revoke(certificate, reason)
        except RefusedError as error:
            self._on_failed(error)
            return
        after(future, lambda _count: self._on_revoked(certificate), self._on_failed, self)

    # ---- reacting ----

    def _on_issued(self, issued: Sequence[Certificate]) -> None:
        self.overrides.clear()
        self._reread()
        self.issued.emit()
        self._context.window.toast.emit(_("Nomor terbit. Sertifikat siap dicetak."), None)

    def _on_revoked(self, certificate: Certificate) -> None:
        self._reread()
        self.issued.emit()
        self._context.window.toast.emit(_("Nomor {number} dibatalkan.", number=certificate.number), None)

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self.window(), error)

    def _reread(self) -> None:
        if self._kegiatan is not None:
            self.show_kegiatan(self._kegiatan)

    def _on_part(self, part: str) -> None:
        rows = self.candidates.rows if part == CANDIDATES else self.register.rows
        pages = {CANDIDATES: self._candidate_page, REGISTER: self._register_page}
        empty = {CANDIDATES: self.nobody, REGISTER: self.nothing}
        self.stack.setCurrentWidget(pages[part] if rows else empty[part])
        self._show_actions()
        self.count_changed.emit(self.wanted if part == CANDIDATES else 0)

    def _on_give(self) -> None:
        row = self._chosen_candidate()
        if row is None:
            return
        who = row.participation
        if who.id in self.overrides:
            self.give(who.id, "")
            return
        name = shown_name(who.person.name, "apa-adanya")
        self.dialog = ReasonDialog(
            _("Beri sertifikat kepada {name}?", name=name),
            _("Syarat belum terpenuhi. Alasan disimpan bersama nomornya."),
            _("Beri sertifikat"),
            _("Misalnya mengikuti sesi pengganti"),
            self.window(),
        )
        self.dialog.given.connect(lambda reason: self.give(who.id, reason))
        self.dialog.open()

    def _on_revoke(self) -> None:
        certificate = self._chosen_certificate()
        if certificate is None:
            return
        self.dialog = ReasonDialog(
            _("Batalkan nomor {number}?", number=certificate.number),
            _("Nomor ini tidak dipakai lagi. Barisnya tetap di register."),
            _("Batalkan nomor"),
            _("Misalnya nama tertukar"),
            self.window(),
        )
        self.dialog.given.connect(lambda reason: self.revoke(certificate, reason))
        self.dialog.open()

    def _on_reprint(self) -> None:
        certificate = self._chosen_certificate()
        if certificate is not None:
            self.print_wanted.emit(certificate)

    def _show_actions(self) -> None:
        row = self._chosen_candidate()
        given = row is not None and row.participation.id in self.overrides
        against = row is not None and row.eligibility.kind is not CertificateKind.SERTIFIKAT
        has_one = row is not None and row.has(CertificateKind.SERTIFIKAT)
        self.give_button.setEnabled(given or (against and not has_one))
        language.put(self.give_button, _("Batal beri") if given else _("Beri sertifikat"), "set_caption")
        language.put(
            self.reason_text, self._why(row) if row is not None else _("Pilih nama untuk melihat alasannya.")
        )
        certificate = self._chosen_certificate()
        valid = certificate is not None and certificate.status == "terbit"
        self.reprint_button.setEnabled(valid)
        self.revoke_button.setEnabled(valid)

    # ---- rows ----

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
            return _(
                "Bertugas sebagai {role}.", role=language.say(ROLE_WORDS[row.participation.role]).lower()
            )
        return _("Hadir {jp} dari {of} JP.", jp=row.presence.jp, of=row.presence.of_jp)

    def _candidate_cells(self, row: Candidate) -> tuple[Cell, ...]:
        who = row.participation
        where = who.person.instansi or who.person.desa
        role = ROLE_WORDS[who.role]
        detail = _("{role} · {where}", role=role, where=where) if where else role
        kind = row.deserves(self.overrides.get(who.id, ""))
        tone = {CertificateKind.SERTIFIKAT: "success", CertificateKind.SURAT_KETERANGAN: "warning"}
        held = [certificate.number for certificate in row.held]
        numbered = bool(held) and self._lacks(row) is None
        gets = Cell(
            KIND_WORDS[kind] if kind else _("Tidak ada"),
            held[-1] if numbered else self._why(row),
            tone[kind] if kind else "secondary",
        )
        return Cell(shown_name(who.person.name, "apa-adanya"), detail), gets

    def _chosen_candidate(self) -> Candidate | None:
        at = self.table.chosen_row()
        return self.candidates.rows[at] if 0 <= at < len(self.candidates.rows) else None

    def _chosen_certificate(self) -> Certificate | None:
        at = self.register_table.chosen_row()
        return self.register.rows[at] if 0 <= at < len(self.register.rows) else None

    # ---- layout ----

    def _lay_out(self) -> None:
        self._candidate_page = _page(self.table, (self.reason_text, None, self.give_button))
        self._register_page = _page(self.register_table, (None, self.revoke_button, self.reprint_button))
        self.stack = QStackedWidget()
        self.stack.setProperty("kind", "pages")
        for page in (self._candidate_page, self._register_page, self.nobody, self.nothing):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.parts)
        layout.addWidget(self.rule)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.busy)


def _page(table: DataTable, bar: Sequence[QWidget | None]) -> QWidget:
    """A table over its actions; None in the bar pushes what follows to the right."""
    page = QWidget()
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in bar:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 0 if isinstance(widget, buttons.Button) else 3)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(table, 1)
    column.addLayout(row)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return page


def _rule(kegiatan: Kegiatan) -> Text:
    share = percent(kegiatan.min_attendance)
    if kegiatan.min_post is None:
        return _("Syarat sertifikat: mengikuti paling sedikit {share} dari JP.", share=share)
    return _(
        "Syarat sertifikat: paling sedikit {share} dari JP, dan nilai post-test {post}.",
        share=share,
        post=number(kegiatan.min_post * 100),
    )


def _certificate_cells(certificate: Certificate) -> tuple[Cell, ...]:
    record = certificate.record
    name = PersonName(record.name, record.front_title, record.back_title)
    void = certificate.status != "terbit"
    printed = (
        _("Dicetak {count} kali", count=certificate.printed) if certificate.printed else _("Belum dicetak")
    )
    who = _("{name} · {kind}", name=name.full, kind=KIND_WORDS[certificate.kind])
    issued = date_text(record.issued_on)
    return (
        Cell(certificate.number, who),
        Cell(
            _("Batal") if void else _("Terbit"), issued if void else printed, "danger" if void else "success"
        ),
    )
