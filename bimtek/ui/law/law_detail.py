"""One norm: what it says, since when, from which source, and where it is taught."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.formatting import date_text
from bimtek.domain.law_book import Norm, Status
from bimtek.domain.law_use import Part, Trouble, Use
from bimtek.domain.text import Text, _, joined
from bimtek.services.law import LawShelf
from bimtek.ui import theme
from bimtek.ui.law.turned import turned_card
from bimtek.ui.law.words import ASKED, CERTAINTY, STATUS, TROUBLE, complaint_text, force_text, state_of
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.link_row import LinkRow
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.screen import Screen

_READABLE = 760
OpenSlide = Callable[[str, int], object]


class LawDetail(Screen):
    """`left` when somebody goes back; `chosen` carries the id of another norm.

    `rows` are the slides that teach it, each opens large; `asked` the lines of questions and cards.
    """

    left = Signal()
    chosen = Signal(str)

    def __init__(self, norm: Norm, shelf: LawShelf, open_slide: OpenSlide) -> None:
        super().__init__(norm.citation, norm.title)
        self.norm, self._shelf = norm, shelf
        self.rows: list[LinkRow] = []
        self.asked: list[QWidget] = []
        self.back_button = buttons.secondary(_("Semua norma"), "arrow-left")
        self.back_button.clicked.connect(self.left)
        self.header.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._chips())
        if norm.note:
            self.body.addWidget(Notice(norm.note, "warning"))
        turned = turned_card(norm, shelf.book, self.chosen.emit)
        if turned is not None:
            self.body.addWidget(turned)
        self.body.addWidget(self._meaning())
        self.body.addWidget(self._taught(open_slide))
        self.body.addWidget(self._origin())
        self.body.addStretch(1)

    def _chips(self) -> QWidget:
        norm, holder = self.norm, QWidget()
        row = Flow(holder, 8)
        day = self._shelf.coverage.day
        word, _mark, tone = STATUS[norm.status_on(day)]
        if state_of(norm, day)[0] == word:  # what was not verified has no status to show
            row.addWidget(StatusChip(word, tone))
        row.addWidget(StatusChip(*CERTAINTY[norm.certainty]))
        if ASKED[norm.asked]:
            row.addWidget(StatusChip(ASKED[norm.asked]))
        return holder

    def _meaning(self) -> Card:
        norm, card = self.norm, Card(_("Isi"))
        card.body.addLayout(_readable(norm.says, "emphasis"))
        if norm.elements:
            card.body.addWidget(label(_("Unsur"), "strong"))
            for at, element in enumerate(norm.elements, 1):
                card.body.addLayout(_readable(f"{at}. {element}"))
        complaint = complaint_text(norm)
        if complaint:
            card.body.addWidget(label(_("Pengaduan"), "strong"))
            card.body.addLayout(_readable(complaint))
            if norm.complaint_by:
                card.body.addLayout(_readable(norm.complaint_by))
        if norm.longest_term:
            card.body.addWidget(label(_("Ancaman paling lama"), "strong"))
            card.body.addLayout(_readable(norm.longest_term))
        return card

    def _origin(self) -> Card:
        norm, card = self.norm, Card(_("Status dan sumber"))
        force = force_text(norm)
        if force:
            card.body.addLayout(_readable(force))
        if norm.status is Status.REPEALED:
            card.body.addLayout(_readable(_("Dicabut tanpa pengganti.")))
        card.body.addLayout(_readable(_("Diperiksa {day}.", day=date_text(norm.checked_on))))
        card.body.addLayout(_readable(norm.law.title))
        for source in norm.sources:
            card.body.addLayout(_readable(joined((source.code, source.title)), "caption", "secondary"))
        place = _("Tempat di lembar fakta: {place}", place=norm.place)
        card.body.addLayout(_readable(place, "caption", "secondary"))
        return card

    def _taught(self, open_slide: OpenSlide) -> Card:
        card, uses = Card(_("Diajarkan di")), self._shelf.coverage.taught.get(self.norm.id, ())
        card.body.setSpacing(4)
        if not uses:
            card.body.addWidget(label(_("Belum diajarkan di modul mana pun."), "body", "secondary"))
        for use in (one for one in uses if one.part is Part.SLIDE):
            row = LinkRow()
            row.show_row(use.title, _where(use), *self._state(use, _("Lihat slide")))
            row.clicked.connect(lambda _checked=False, use=use: open_slide(use.module, use.at))
            self.rows.append(row)
            card.body.addWidget(row)
        for use in (one for one in uses if one.part is not Part.SLIDE):
            line = self._line(use)
            self.asked.append(line)
            card.body.addWidget(line)
        return card

    def _line(self, use: Use) -> QWidget:
        """A question or a card: nothing to open, so it does not look as if there were."""
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(12, 8, 12, 8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(use.title))
        words.addWidget(label(_where(use), "caption", "secondary"))
        across.addLayout(words, 1)
        troubles = self._troubles(use)
        if troubles:
            across.addWidget(StatusChip(TROUBLE[troubles[0]], "danger"))
        return holder

    def _state(self, use: Use, usual: Text) -> tuple[Text, str]:
        troubles = self._troubles(use)
        return (TROUBLE[troubles[0]], "danger") if troubles else (usual, "primary")

    def _troubles(self, use: Use) -> Sequence[Trouble]:
        found = use.findings(self._shelf.book, self._shelf.coverage.day)
        return [one.trouble for one in found if one.norm is not None and one.norm.id == self.norm.id]


def _where(use: Use) -> Text:
    if use.part is Part.SLIDE:
        return _("{module}, slide {number}", module=use.module_title, number=use.at + 1)
    if use.part is Part.QUESTION:
        return _("{module}, soal {key}", module=use.module_title, key=use.key)
    return _("{module}, kartu", module=use.module_title)


def _readable(text: Text | str, kind: str = "body", tone: str = "") -> QHBoxLayout:
    """A text no wider than reads well. In a row of its own: so its lines are counted at that width."""
    made, row = label(text, kind, tone), QHBoxLayout()
    theme.put(made, "setMaximumWidth", _READABLE)
    row.addWidget(made, 1)
    row.addStretch(0)
    return row
