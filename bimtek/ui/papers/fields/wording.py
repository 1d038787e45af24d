"""The sentence of a certificate, and what stands on its back."""

from dataclasses import replace

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bimtek.documents.base import Fix
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.ui import language, theme
from bimtek.ui.papers.fields.group import FieldGroup
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.form import Form

WORDS = _(
    "Isian: {words}", words="{kegiatan} {penyelenggara} {mitra} {tanggal} {tempat} {jp} {terbilang} {materi}"
)


class WordingFields(FieldGroup):
    """An empty sentence means the usual one."""

    def __init__(self) -> None:
        super().__init__()
        self.wording = QPlainTextEdit()
        self.wording.setTabChangesFocus(True)
        theme.put(self.wording, "setFixedHeight", 140)
        hint = _("Kosongkan untuk kalimat biasa. Untuk peran lain, mulai baris dengan “narasumber:”.")
        language.put(self.wording, hint, "setPlaceholderText")
        self.scores = fields.check_field(_("Nilai di halaman belakang"))
        form = Form()
        form.add(_("Kalimat sertifikat"), self.wording, WORDS)
        self._lay_out(_("Kalimat"), (form, self.scores))
        self._watch(self.wording, self.scores)

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show the sentence."""
        papers = kegiatan.papers
        if not self.wording.hasFocus() and self.wording.toPlainText() != papers.certificate_wording:
            self.wording.setPlainText(papers.certificate_wording)
        self.scores.setChecked(papers.show_scores_on_back)

    def value(self, onto: Kegiatan) -> Kegiatan:
        """With this sentence."""
        papers = replace(
            onto.papers,
            certificate_wording=self.wording.toPlainText().strip(),
            show_scores_on_back=self.scores.isChecked(),
        )
        return replace(onto, papers=papers)

    def field_for(self, fix: Fix) -> QWidget | None:
        """The sentence."""
        return self.wording if fix is Fix.WORDING else None
