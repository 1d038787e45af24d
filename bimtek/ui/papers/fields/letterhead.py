"""Kop and signers: what stands there, and the way to change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language
from bimtek.ui.papers.fields.group import FieldGroup
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.labels import label


class LetterheadFields(FieldGroup):
    """Both are edited in dialogs of their own, which the step opens."""

    letterhead_wanted = Signal()
    signers_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.letterhead_button = buttons.secondary(_("Kop"))
        self.letterhead_button.clicked.connect(self.letterhead_wanted)
        self.signers_button = buttons.secondary(_("Penandatangan"))
        self.signers_button.clicked.connect(self.signers_wanted)
        self.state = label("", "caption", "secondary")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.letterhead_button, 1)
        row.addWidget(self.signers_button, 2)
        self._lay_out(_("Kop dan tanda tangan"), (both, self.state))

    def follow(self, kegiatan: Kegiatan) -> None:
        """Say which kop there is."""
        kop = kegiatan.letterhead
        said: dict[str, Text | str] = {
            "teks": kop.unit or kop.parent or _("Kop belum diisi."),
            "gambar": _("Satu gambar selebar kertas.") if kop.image else _("Gambar kop belum dipilih."),
            "tanpa": _("Tanpa kop."),
        }
        language.put(self.state, said.get(kop.mode, NO_TEXT))
