"""Finds what fits the typed words: at once what is at hand, a moment later what a worker read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import folded, has_words
from bimtek.domain.module import Module
from bimtek.domain.people import PersonName
from bimtek.domain.text import _
from bimtek.services.papers.request import PaperOffer
from bimtek.services.progress import Progress
from bimtek.storage.kegiatan import KegiatanName
from bimtek.ui.context import UiContext
from bimtek.ui.palette.entries import Entry, at_hand
from bimtek.ui.verbs import Verbs

TYPING_MS = 120
MOST = 8  # of one kind


@dataclass(frozen=True, slots=True)
class _Read:
    """What a worker found for the typed words. Of people the name alone: no number ever comes here."""

    typed: str
    kegiatan: Sequence[KegiatanName]
    people: Sequence[tuple[str, PersonName]]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What a worker read once, when the palette opened."""

    modules: Sequence[Module]
    papers: Sequence[PaperOffer]


class PaletteFinder(QObject):
    """`look` answers at once; `found` asks to look again because more has come."""

    found = Signal()

    def __init__(self, verbs: Verbs, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._verbs, self._context = verbs, context
        self._fixed = at_hand(verbs)
        self._read = _Read("", (), ())
        self._typed = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._timer.timeout.connect(self._search)
        self._fill_shelf()

    def look(self, typed: str) -> list[Entry]:
        """Everything known so far that fits; starts reading when the words are new."""
        if typed != self._typed:
            self._typed = typed
            self._timer.start()
        fitting = [entry for entry in self._fixed if has_words(typed, entry.words)]
        wanted = folded(typed)
        fitting.sort(key=lambda entry: not folded(entry.words).startswith(wanted))
        if self._read.typed != typed:
            return fitting
        return [*fitting[:MOST], *self._kegiatan(), *self._people(), *fitting[MOST:]]

    def _kegiatan(self) -> list[Entry]:
        return [
            Entry(
                _("Kegiatan"),
                name.title,
                "calendar-days",
                partial(self._verbs.open_kegiatan, name.id),
            )
            for name in self._read.kegiatan
        ]

    def _people(self) -> list[Entry]:
        return [
            Entry(
                _("Orang"),
                name.full,
                "user",
                partial(self._verbs.open_person, who, name.name),
            )
            for who, name in self._read.people
        ]

    # ---- reading, on workers ----

    def _search(self) -> None:
        typed, services = self._typed, self._context.services

        def job(progress: Progress) -> _Read:
            people = services.registration.search(typed)[:MOST]
            names = [(row.person.id, row.person.name) for row in people]
            return _Read(typed, services.planning.search(typed, MOST), names)

        self._context.tasks.run(job, self, done=self._on_read, failed=self._on_failed)

    def _on_read(self, read: _Read) -> None:
        if read.typed == self._typed:
            self._read = read
            self.found.emit()

    def _fill_shelf(self) -> None:
        services, kegiatan_id = self._context.services, self._verbs.kegiatan_id

        def job(progress: Progress) -> _Shelf:
            offers = services.papers.offers(services.planning.get(kegiatan_id)) if kegiatan_id else []
            return _Shelf(services.library.modules(), offers)

        self._context.tasks.run(job, self, done=self._on_shelf, failed=self._on_failed)

    def _on_shelf(self, shelf: _Shelf) -> None:
        for module in shelf.modules:
            self._fixed.append(
                Entry(
                    _("Modul"),
                    module.title,
                    "book-open",
                    partial(self._verbs.open_place, "modul", module.id),
                )
            )
        for offer in shelf.papers:
            self._fixed.append(
                Entry(_("Dokumen"), offer.name, "file-text", partial(self._verbs.open_paper, offer))
            )
        self.found.emit()

    def _on_failed(self, error: BimtekError) -> None:
        """Offer what there is: a palette that opens a dialog over itself helps nobody."""
