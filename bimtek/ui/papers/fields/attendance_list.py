"""How the attendance list is laid out, or that it is wanted without names."""

from dataclasses import replace

from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.services.papers.request import PaperOffer
from bimtek.ui import language
from bimtek.ui.papers.fields.group import FieldGroup
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.form import Form, FormRow

PROFILES = (("A", _("Tegak, tanda tangan zig-zag")), ("B", _("Rebah, sepuluh baris")))
PER = (("sesi", _("Satu lembar tiap sesi")), ("hari", _("Satu lembar tiap hari")))
BLANK_ROWS = 20
MOST_SPARE, MOST_BLANK = 30, 60


class AttendanceListFields(FieldGroup):
    """A form without names is asked for, never stored."""

    def __init__(self) -> None:
        super().__init__()
        self.blank = fields.check_field(_("Tanpa nama, untuk diisi tangan"))
        self.rows = fields.number_field(1, MOST_BLANK, BLANK_ROWS)
        self.rows_row = FormRow(_("Banyak baris"), self.rows)
        self.rows_row.hide()
        self.profile = fields.choice(PROFILES)
        self.per = fields.choice(PER)
        self.spare = fields.number_field(-1, MOST_SPARE, -1)
        language.put(self.spare, _("Sampai halaman penuh"), "setSpecialValueText")
        self.spare_row = FormRow(_("Baris kosong di bawah nama"), self.spare)
        self.phone = fields.check_field(_("Kolom nomor HP"))
        form = Form()
        form.add(_("Bentuk"), self.profile)
        form.add(_("Lembar"), self.per)
        self._lay_out(_("Daftar hadir"), (self.blank, self.rows_row, form, self.spare_row, self.phone))
        self.blank.toggled.connect(self._on_blank)
        self._watch(self.blank, self.rows, self.profile, self.per, self.spare, self.phone)

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show how lists are laid out."""
        papers = kegiatan.papers
        self.profile.choose(papers.list_profile)
        self.per.choose(papers.list_per)
        self.spare.setValue(-1 if papers.spare_rows is None else papers.spare_rows)
        self.phone.setChecked(papers.show_phone)

    def value(self, onto: Kegiatan) -> Kegiatan:
        """With the layout that is chosen."""
        papers = replace(
            onto.papers,
            list_profile=self.profile.key(),
            list_per=self.per.key(),
            spare_rows=None if self.spare.value() < 0 else self.spare.value(),
            show_phone=self.phone.isChecked(),
        )
        return replace(onto, papers=papers)

    def asked(self, offer: PaperOffer) -> PaperOffer:
        """A list with names, or a form with as many rows as wanted in a file of its own."""
        if offer.request.key != "daftar-hadir" or not self.blank.isChecked():
            return offer
        request = replace(offer.request, blank_rows=self.rows.value())
        name = offer.file_name.replace("daftar_hadir_", "daftar_hadir_kosong_", 1)
        return replace(offer, request=request, file_name=name)

    def _on_blank(self, blank: bool) -> None:
        self.rows_row.setVisible(blank)
        self.spare_row.setVisible(not blank)
