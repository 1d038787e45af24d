"""Scores of single people: behind the PIN, and gone again after ten minutes."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from bimtek.domain.text import _
from bimtek.services.results import PersonResult
from bimtek.ui import language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.pin import PinDialog, with_pin
from bimtek.ui.kegiatan.figures import MISSING, gain_text, points
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.labels import label

SHOWN_MS = 10 * 60 * 1000
MOST_ROWS = 10
_HEADS = (_("Nama"), _("Pre-test"), _("Post-test"), _("N-gain"))
_WIDTHS = (STRETCH, 120, 120, 120)


class PersonalScores(Card):
    """Holds no score while it is hidden; `wanted` asks the page for them once the PIN was right."""

    wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Nilai perorangan"), parent)
        self._context = context
        self.pin_dialog: PinDialog | None = None
        self.note = label("", tone="secondary")
        self.model: RowsModel[PersonResult] = RowsModel(_HEADS, _cells, self)
        self.table = DataTable(self.model, _("Nilai perorangan"), _WIDTHS)
        self.show_button = buttons.secondary(_("Tampilkan dengan PIN"), "eye")
        self.show_button.clicked.connect(self.ask)
        self.hide_button = buttons.secondary(_("Sembunyikan"), "eye-off")
        self.hide_button.clicked.connect(self.conceal)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SHOWN_MS)
        self.timer.timeout.connect(self.conceal)
        for button in (self.show_button, self.hide_button):
            self.corner.addWidget(button)
        self.body.addWidget(self.note)
        self.body.addWidget(self.table)
        self.conceal()

    @property
    def revealed(self) -> bool:
        """True while scores can be seen."""
        return self.timer.isActive()

    def ask(self) -> None:
        """Ask for the PIN, or for a new one."""
        reason = _("Nilai perorangan hanya untuk panitia. Jangan diumumkan.")
        self.pin_dialog = with_pin(self._context, self.window(), reason, self.wanted.emit)

    def reveal(self, people: tuple[PersonResult, ...]) -> None:
        """Show scores for ten minutes."""
        self.timer.start()
        self.show_people(people)
        language.put(
            self.note, _("Tersembunyi lagi setelah 10 menit, atau saat Anda meninggalkan layar ini.")
        )
        self._show_parts()

    def show_people(self, people: tuple[PersonResult, ...]) -> None:
        """Show other scores, without starting the ten minutes anew."""
        if not self.revealed:
            return
        self.model.set_rows(
            [person for person in people if person.pre is not None or person.post is not None]
        )
        worn, rows = theme.current(), min(max(len(self.model.rows), 1), MOST_ROWS)
        self.table.setFixedHeight(worn.px(48) * rows + worn.px(44) + 4)

    def conceal(self) -> None:
        """Hide everything, and forget it."""
        self.timer.stop()
        self.model.set_rows([])
        language.put(self.note, _("Tersembunyi. Hanya rata-rata kelompok yang boleh diumumkan."))
        self._show_parts()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide scores when the page is left; a minimised window keeps them for its ten minutes."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.conceal()

    def _show_parts(self) -> None:
        self.table.setVisible(self.revealed)
        self.hide_button.setVisible(self.revealed)
        self.show_button.setVisible(not self.revealed)


def _cells(person: PersonResult) -> tuple[Cell, ...]:
    both = person.pre is not None and person.post is not None
    return (
        Cell(person.participation.person.name.full),
        Cell(points(person.pre), right=True),
        Cell(points(person.post), right=True),
        Cell(gain_text(person.gain) if both else MISSING, right=True),
    )
