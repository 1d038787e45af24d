"""Page 4: all that was chosen, once more in words, and whether a list is printed right away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import language
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.labels import label

_WORDS: tuple[Text, ...] = (
    _("Nama kegiatan"),
    _("Tanggal"),
    _("Tempat"),
    _("Penyelenggara"),
    _("Templat"),
    _("Modul"),
    _("Tes"),
    _("Peserta"),
)


class SummaryPage(QWidget):
    """Shows facts in a fixed order; nothing is changed here, the steps above lead back."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[QLabel] = []
        self.print_list = fields.check_field(_("Cetak daftar hadir kosong sekarang"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, word in enumerate(_WORDS):
            value = label("", "strong")
            self.values.append(value)
            grid.addWidget(label(word, "body", "secondary", wrap=False), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1)
        card = Card()
        card.body.addLayout(grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(card)
        column.addWidget(self.print_list)
        column.addStretch(1)

    def fields(self) -> dict[str, QWidget]:
        """What a draft keeps of this page."""
        return {"cetak": self.print_list}

    def show_facts(self, facts: Sequence[Text | str]) -> None:
        """Say what would be stored, in the order of the words beside it."""
        for value, fact in zip(self.values, facts, strict=True):
            language.put(value, fact if fact else _("Belum diisi"))
