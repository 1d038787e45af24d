"""How names and numbers of people are written on every paper."""

from dataclasses import replace

from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.ui.papers.fields.group import FieldGroup
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.form import Form

CASES = (
    ("apa-adanya", _("Seperti diketik")),
    ("kapital", _("HURUF BESAR, gelar tetap")),
    ("huruf-awal", _("Huruf Awal Besar")),
)


class NameFields(FieldGroup):
    """Titles are never put into capitals."""

    def __init__(self) -> None:
        super().__init__()
        self.name_case = fields.choice(CASES)
        self.nip_dot = fields.check_field(_("Tulis NIP dengan titik"))
        form = Form()
        form.add(_("Huruf nama"), self.name_case)
        self._lay_out(_("Nama"), (form, self.nip_dot))
        self._watch(self.name_case, self.nip_dot)

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show how they are written."""
        self.name_case.choose(kegiatan.papers.name_case)
        self.nip_dot.setChecked(kegiatan.papers.nip_dot)

    def value(self, onto: Kegiatan) -> Kegiatan:
        """With this way of writing."""
        papers = replace(onto.papers, name_case=self.name_case.key(), nip_dot=self.nip_dot.isChecked())
        return replace(onto, papers=papers)
