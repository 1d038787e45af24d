"""Pustaka hukum: all norms, found by the words typed, with their state."""

from collections.abc import Callable, Sequence

from bimtek.domain.law_book import Norm
from bimtek.domain.text import Text, _
from bimtek.services.law import LawShelf
from bimtek.ui.law.words import state_of
from bimtek.ui.widgets.found_screen import FoundScreen
from bimtek.ui.widgets.search_list import Row

ALL, TAUGHT, TURNED, FLAGGED = "semua", "diajarkan", "berubah", "perlu-dilihat"
FILTERS: tuple[tuple[str, Text], ...] = (
    (ALL, _("Semua")),
    (TAUGHT, _("Diajarkan")),
    (TURNED, _("Berubah 2 Januari 2026")),
    (FLAGGED, _("Perlu dilihat")),
)


class LawList(FoundScreen):
    """Norms, each with the state it has today."""

    def __init__(self) -> None:
        self._shelf: LawShelf | None = None
        super().__init__(
            (_("Pustaka hukum"), _("Hukum yang menjadi dasar slide dan soal, dengan statusnya.")),
            FILTERS,
            waiting=_("Membaca pustaka hukum…"),
            search=_("Cari pasal atau kata, misalnya: 14 tpks"),
            name=_("Daftar norma"),
            nothing="search",
        )

    def show_shelf(self, shelf: LawShelf) -> None:
        """Show what was read."""
        self._shelf = shelf
        flagged = len(shelf.coverage.flagged)
        self.filters.buttons[FLAGGED].setVisible(bool(flagged))
        if not flagged and self.filters.key() == FLAGGED:
            self.filters.buttons[ALL].setChecked(True)
        self._show_read(flagged, _("{count} slide dan soal memakai hukum yang perlu dilihat.", count=flagged))

    def _find(self, typed: str) -> Sequence[Row]:
        shelf = self._shelf
        if shelf is None:
            return ()
        fits = _filter(shelf, self.filters.key())
        return [_row(norm, shelf) for norm in shelf.search(typed) if fits(norm)]

    def _nothing_found(self, typed: str) -> Text:
        return _("Tidak ada norma “{text}”.", text=typed) if typed else _("Tidak ada norma di bagian ini.")


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
