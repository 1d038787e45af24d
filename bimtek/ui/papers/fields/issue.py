"""Where and when certificates are issued."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from bimtek.documents.base import Fix
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.ui.papers.fields.group import FieldGroup, put
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.form import Form


class IssueFields(FieldGroup):
    """Without a date of its own, a certificate is dated on the last day."""

    def __init__(self) -> None:
        super().__init__()
        self.city = fields.text_field(longest=80)
        self.issued_on = fields.date_field(date(2024, 1, 1))
        form = Form()
        form.add(_("Kota terbit"), self.city)
        form.add(_("Tanggal terbit"), self.issued_on)
        self._lay_out(_("Terbit"), (form,))
        self._watch(self.city, self.issued_on)

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show city and date."""
        put(self.city, kegiatan.issue_city)
        self.issued_on.show_value(kegiatan.issued_on or max(kegiatan.dates, default=date(2024, 1, 1)))

    def value(self, onto: Kegiatan) -> Kegiatan:
        """With city and date."""
        return replace(onto, issue_city=self.city.text().strip(), issued_on=self.issued_on.value())

    def field_for(self, fix: Fix) -> QWidget | None:
        """The city while it is empty, else the date."""
        if fix is not Fix.ISSUE:
            return None
        return self.issued_on if self.city.text().strip() else self.city
