"""Puts a number pattern together: a ready one, or part by part, each named with what it gives now."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bimtek.domain.certificate import CertificateKind
from bimtek.domain.certificate_number import Part, parts_now, ready_patterns, with_pattern
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import Text, _
from bimtek.ui import language
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.buttons import Button
from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.form import FormRow
from bimtek.ui.widgets.labels import label

_LONGEST = 14  # letters of a value on a button
_OWN = "sendiri"


class NumberBuilder(QWidget):
    """Everything goes through the pattern's own field, so that Ctrl+Z there takes it back."""

    def __init__(self, pattern: QLineEdit, kind: CertificateKind) -> None:
        super().__init__()
        self._pattern, self._kind = pattern, kind
        self.parts: dict[str, Button] = {}
        self.ready = fields.choice([(_OWN, _("Pola sendiri"))])
        self.ready.setMinimumContentsLength(12)  # a long number is cut rather than widening the column
        self.ready.activated.connect(lambda _at: self._take_ready())
        self._flow = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(FormRow(_("Pola siap pakai"), self.ready))
        column.addWidget(label(_("Sisipkan di tempat kursor:"), "caption", "secondary"))
        column.addLayout(self._flow)

    def show_kegiatan(self, kegiatan: Kegiatan, start: int) -> None:
        """Say what each part and each ready pattern gives now."""
        for part in parts_now(kegiatan, start):
            if part.token not in self.parts:
                self.parts[part.token] = self._button(part)
            language.put(self.parts[part.token], _word(part), "set_caption")
        for pattern in ready_patterns(self._kind):
            self.ready.add(pattern, with_pattern(kegiatan, pattern, start))
        quiet = QSignalBlocker(self.ready)
        self.ready.choose(_OWN)
        self.ready.choose(self._pattern.text().strip())
        quiet.unblock()

    def insert(self, text: str) -> None:
        """Put a text where the cursor stands, unless it does not fit whole, and go on typing there."""
        longest = self._pattern.maxLength()
        if len(self._pattern.text()) - len(self._pattern.selectedText()) + len(text) <= longest:
            self._pattern.insert(text)
        self._pattern.setFocus()

    def _take_ready(self) -> None:
        if self.ready.key() != _OWN:
            self._pattern.selectAll()
            self._pattern.insert(self.ready.key())

    def _button(self, part: Part) -> Button:
        made = buttons.part("")
        made.clicked.connect(partial(self.insert, part.text))
        self._flow.addWidget(made)
        return made


def _word(part: Part) -> Text:
    """A part in plain words, with what it gives now."""
    value = part.value if len(part.value) <= _LONGEST else f"{part.value[: _LONGEST - 1]}…"
    words: dict[str, Text] = {
        "urut": _("Nomor urut {value}", value=value),
        "kode_kegiatan": _("Kode kegiatan {value}", value=value),
        "klasifikasi": _("Klasifikasi {value}", value=value),
        "kode_instansi": _("Kode instansi {value}", value=value),
        "peran": _("Peran {value}", value=value),
        "bln_romawi": _("Bulan {value}", value=value),
        "bln": _("Bulan {value}", value=value),
        "thn": _("Tahun {value}", value=value),
        "thn2": _("Tahun {value}", value=value),
        "": _("Titik-titik {value}", value=value),
    }
    return words[part.token]
