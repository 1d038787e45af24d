"""Beside the attendance: how many are here, who they are, and the last five with a way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.clock import Zone
from bimtek.domain.people import Counts
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.attendance import Line
from bimtek.ui.kegiatan.step_page import SideColumn
from bimtek.ui.models.attendance_table import arrival, status_word
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.stat_tile import Counter

UNSUR_SHOWN = 5


class AttendanceSide(SideColumn):
    """Shows counts and the people marked last; `undo_wanted` carries a participation id."""

    undo_wanted = Signal(str)

    def __init__(self, zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(280, parent)
        self._zone = zone
        self.counter = Counter(_("Hadir"))
        self.unsur = QGridLayout()
        self.unsur.setVerticalSpacing(4)
        self.unsur.setColumnStretch(0, 1)
        self.unsur_part = QWidget()
        self.unsur_part.setLayout(self.unsur)
        self.unsur.setContentsMargins(0, 8, 0, 0)
        counter = self.counter.layout()
        assert counter is not None
        counter.addWidget(self.unsur_part)
        self.recent = QVBoxLayout()
        self.recent.setSpacing(4)
        self.recent_card = _card(_("Baru saja dicatat"))
        self.recent_card.body.addLayout(self.recent)
        self.undo_buttons: list[buttons.Tool] = []
        for part in (self.counter, self.recent_card):
            self.parts.addWidget(part)
        self.parts.addStretch(1)

    def show_counts(self, present: Counts, expected: int) -> None:
        """Show how many of the list are here, by sex and by unsur."""
        self.counter.show_count(present.total, expected, by_sex(present))
        _empty(self.unsur)
        for row, (word, count) in enumerate(unsur_lines(present)):
            name = label(word, "caption")
            number = label(str(count), "strong", wrap=False)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self.unsur.addWidget(name, row, 0)
            self.unsur.addWidget(number, row, 1)
        self.unsur_part.setVisible(present.total > 0)

    def show_recent(self, lines: Sequence[Line], *, undoable: bool) -> None:
        """Show the people marked last, newest first, each with Urungkan."""
        _empty(self.recent)
        self.undo_buttons = []
        for line in lines:
            self.recent.addWidget(self._recent_row(line, undoable))
        self.recent_card.setVisible(bool(lines))

    def _recent_row(self, line: Line, undoable: bool) -> QWidget:
        who, row = line.participation, QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(who.person.name.full, "strong"))
        at = arrival(line.mark, self._zone)
        state = _("{status} · {at}", status=status_word(line.mark), at=at) if at else status_word(line.mark)
        words.addWidget(label(state, "caption", "secondary", wrap=False))
        layout.addLayout(words, 1)
        if undoable:
            button = buttons.icon_button("undo-2", _("Urungkan {name}", name=who.person.name.full))
            button.clicked.connect(lambda _checked=False, key=who.id: self.undo_wanted.emit(key))
            layout.addWidget(button)
            self.undo_buttons.append(button)
        return row


def by_sex(present: Counts) -> Text:
    """Counts by sex as lists write them; those nobody asked are named only when there are any."""
    if present.unknown:
        return _(
            "L {male} · P {female} · belum diisi {unknown}",
            male=present.male,
            female=present.female,
            unknown=present.unknown,
        )
    return _("L {male} · P {female}", male=present.male, female=present.female)


def unsur_lines(present: Counts) -> list[tuple[Text | str, int]]:
    """The biggest unsur with their counts; the small ones are added up."""
    lines: list[tuple[Text | str, int]] = [
        (word or _("Belum diisi"), count) for word, count in present.by_unsur[:UNSUR_SHOWN]
    ]
    rest = sum(count for _word, count in present.by_unsur[UNSUR_SHOWN:])
    return [*lines, (_("Lainnya"), rest)] if rest else lines


def _card(title: Text) -> Card:
    card = Card(NO_TEXT)
    outer = card.layout()
    assert outer is not None
    outer.setContentsMargins(16, 12, 16, 12)
    card.body.setSpacing(8)
    card.body.addWidget(label(title, "strong", "secondary"))
    return card


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
