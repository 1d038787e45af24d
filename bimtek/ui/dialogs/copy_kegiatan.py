"""Salin kegiatan: the same agenda and papers on other dates, without its people."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import NO_TEXT, _
from bimtek.ui import editors, theme
from bimtek.ui.context import UiContext
from bimtek.ui.draft import Draft
from bimtek.ui.messages import show_error
from bimtek.ui.new_kegiatan.what import next_workday
from bimtek.ui.when import today
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.form import Form
from bimtek.ui.widgets.labels import label


class CopyKegiatanDialog(Dialog):
    """Asks for the first day and perhaps another name; `created` carries the copy."""

    created = Signal(object)  # Kegiatan

    def __init__(self, context: UiContext, kegiatan: Kegiatan, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Salin kegiatan"))
        self._context, self._kegiatan = context, kegiatan
        theme.put(self, "setMinimumWidth", 560)
        self.title_field = fields.text_field(value=kegiatan.title)
        self.date_field = fields.date_field(next_workday(today(context.services.clock)))
        form = Form()
        self.title_row = form.add(_("Nama kegiatan"), self.title_field)
        form.add(_("Hari pertama"), self.date_field, _("Hari lain mengikuti jarak aslinya."))
        self.cancel_button = buttons.secondary(_("Batal"))
        self.cancel_button.clicked.connect(self.reject)
        self.create_button = buttons.primary(_("Salin kegiatan"))
        self.create_button.setDefault(True)
        self.create_button.clicked.connect(self.submit)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.create_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(16)
        layout.addWidget(label(_("Salin kegiatan"), "h2"))
        layout.addWidget(
            label(_("Acara, kop, dan penandatangan ikut disalin. Peserta tidak."), tone="secondary")
        )
        fields_kept = {"nama": self.title_field, "tanggal": self.date_field}
        self.draft = Draft(context, editors.COPY_KEGIATAN, kegiatan.id, self, fields_kept)
        layout.addWidget(self.draft)
        layout.addWidget(form)
        layout.addSpacing(8)
        layout.addLayout(foot)

    def submit(self) -> None:
        """Store the copy; the dialog closes once it is durable."""
        title = self.title_field.text().strip()
        self.title_row.show_problem(NO_TEXT if title else _("Isi nama kegiatan."))
        if not title:
            return
        planning, source, day = self._context.services.planning, self._kegiatan.id, self.date_field.value()
        self.create_button.setEnabled(False)
        self._context.tasks.run(
            lambda progress: planning.duplicate(source, day, title),
            self,
            done=self._on_created,
            failed=self._on_failed,
        )

    def _on_created(self, kegiatan: Kegiatan) -> None:
        self.created.emit(kegiatan)
        self.accept()

    def _on_failed(self, error: BimtekError) -> None:
        self.create_button.setEnabled(True)
        show_error(self, error)
