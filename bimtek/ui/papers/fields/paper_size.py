"""The sheet a paper is printed on."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from bimtek.documents.base import Fix
from bimtek.domain.kegiatan import Kegiatan, Paper
from bimtek.domain.text import _
from bimtek.ui import language
from bimtek.ui.papers.fields.group import FieldGroup
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.form import Form

PAPERS = ((Paper.A4.value, _("A4")), (Paper.F4.value, _("F4 atau folio")))
LEAST_ROW, MOST_ROW = 8, 20


class PaperSizeFields(FieldGroup):
    """Only lists have rows to make higher, and only they are bound for the SPJ."""

    def __init__(self) -> None:
        super().__init__()
        self.paper = fields.choice(PAPERS)
        self.spj = fields.check_field(_("Dijilid untuk SPJ"))
        self.row_height = fields.number_field(LEAST_ROW - 1, MOST_ROW, LEAST_ROW - 1)
        self.row_height.setSuffix(" mm")
        language.put(self.row_height, _("Seperti biasa"), "setSpecialValueText")
        form = Form()
        form.add(_("Ukuran kertas"), self.paper)
        self.height_row = form.add(_("Tinggi baris"), self.row_height)
        self._lay_out(_("Kertas"), (form, self.spj))
        self._watch(self.paper, self.spj, self.row_height)

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show the sheet."""
        papers = kegiatan.papers
        self.paper.choose(papers.paper.value)
        self.spj.setChecked(papers.spj_binding)
        self.row_height.setValue(LEAST_ROW - 1 if papers.row_mm is None else round(papers.row_mm))

    def show_kind(self, key: str) -> None:
        """Rows and binding for lists alone."""
        self.height_row.setVisible(key == "daftar-hadir")
        self.spj.setVisible(key == "daftar-hadir")

    def value(self, onto: Kegiatan) -> Kegiatan:
        """With this sheet."""
        row_mm = self.row_height.value()
        papers = replace(
            onto.papers,
            paper=Paper(self.paper.key()),
            spj_binding=self.spj.isChecked(),
            row_mm=None if row_mm < LEAST_ROW else float(row_mm),
        )
        return replace(onto, papers=papers)

    def field_for(self, fix: Fix) -> QWidget | None:
        """The size."""
        return self.paper if fix is Fix.PAPER else None
