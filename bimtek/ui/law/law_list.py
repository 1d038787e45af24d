"""Pustaka hukum: all norms, found by the words typed, with their state."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal

from bimtek.domain.law_book import Norm
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.law import LawShelf
from bimtek.ui import language
from bimtek.ui.law.words import state_of
from bimtek.ui.shortcuts import name_key
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.screen import Screen
from bimtek.ui.widgets.search_list import Row, SearchList
from bimtek.ui.widgets.segments import Segments

ALL, TAUGHT, TURNED, FLAGGED = "semua", "diajarkan", "berubah", "perlu-dilihat"
FILTERS: tuple[tuple[str, Text], ...] = (
    (ALL, _("Semua")),
    (TAUGHT, _("Diajarkan")),
    (TURNED, _("Berubah 2 Januari 2026")),
    (FLAGGED, _("Perlu dilihat")),
)


class LawList(Screen):
    """`chosen` carries the id of a norm; `left` when somebody goes back to the modules."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Pustaka hukum"), _("Hukum yang menjadi dasar slide dan soal, dengan statusnya."), scrolls=False
        )
        self._shelf: LawShelf | None = None
        self.back_button = buttons.secondary(_("Semua modul"), "arrow-left")
        self.back_button.clicked.connect(self.left)
        self.header.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self.flagged = Notice(NO_TEXT, "warning")
        self.filters = Segments(FILTERS)
        self.waiting = label(_("Membaca pustaka hukum…"), "emphasis", "secondary")
        self.found = SearchList(self._find, _("Cari pasal atau kata, misalnya: 14 tpks"), shows_all=True)
        language.put(self.found.view, _("Daftar norma"), "setAccessibleName")
        name_key(self.found.field, _("Cari"), "cari")
        self.no_match = EmptyState("search", NO_TEXT)
        self.body.setSpacing(12)
        self.body.addWidget(self.waiting)
        self.body.addWidget(self.flagged)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.found, 1)
        self.body.addWidget(self.no_match, 1)
        self.filters.chosen.connect(lambda _key: self.refresh())
        self.found.field.textChanged.connect(lambda _text: self._say_nothing_found())
        self.found.chosen.connect(self.chosen)
        for widget in (self.flagged, self.filters, self.found, self.no_match):
            widget.hide()

    def show_shelf(self, shelf: LawShelf) -> None:
        """Show what was read."""
        self._shelf = shelf
        self.waiting.hide()
        flagged = len(shelf.coverage.flagged)
        self.flagged.setVisible(bool(flagged))
        self.flagged.show_notice(
            _("{count} slide dan soal memakai hukum yang perlu dilihat.", count=flagged), "warning"
        )
        self.filters.buttons[FLAGGED].setVisible(bool(flagged))
        if not flagged and self.filters.key() == FLAGGED:
            self.filters.buttons[ALL].setChecked(True)
        self.filters.show()
        self.found.show()
        self.refresh()

    def refresh(self) -> None:
        """Look again for what is typed and pressed."""
        self.found.refresh()
        self._say_nothing_found()

    def _find(self, typed: str) -> Sequence[Row]:
        shelf = self._shelf
        if shelf is None:
            return ()
        fits = _filter(shelf, self.filters.key())
        return [_row(norm, shelf) for norm in shelf.search(typed) if fits(norm)]

    def _say_nothing_found(self) -> None:
        rows, typed = self.found.model.rowCount(), self.found.field.text().strip()
        self.found.view.setVisible(bool(rows))
        self.no_match.setVisible(self._shelf is not None and not rows)
        said = _("Tidak ada norma “{text}”.", text=typed) if typed else _("Tidak ada norma di bagian ini.")
        language.put(self.no_match.sentence, said)


def _filter(shelf: LawShelf, key: str) -> Callable[[Norm], bool]:
    if key == TAUGHT:
        return lambda norm: norm.id in shelf.coverage.taught
    if key == TURNED:
        return lambda norm: norm.turned
    if key == FLAGGED:
        flagged = {finding.norm.id for _use, finding in shelf.coverage.findings if finding.norm}
        return lambda norm: norm.id in flagged
    return lambda norm: True


def _row(norm: Norm, shelf: LawShelf) -> Row:
    state, mark, tone = state_of(norm, shelf.coverage.day)
    return Row(norm.id, norm.citation, norm.title, state, mark, tone)
