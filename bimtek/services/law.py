"""The law that modules rest on: found, checked, and what of the modules depends on it."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bimtek.domain.clock import Clock, Zone
from bimtek.domain.law_book import LawBook, Norm, Status

if TYPE_CHECKING:
    from bimtek.content.law_pack import LawPacks
    from bimtek.content.problems import Problem
    from bimtek.domain.law_use import Finding, Use
    from bimtek.services.library import ModuleLibrary
    from bimtek.storage.law_index import LawIndex


@dataclass(frozen=True)
class Coverage:
    """Every slide, question and card that cites law, judged by one book on one day."""

    book: LawBook
    day: date
    uses: tuple["Use", ...]

    @cached_property
    def findings(self) -> tuple[tuple["Use", "Finding"], ...]:
        """What does not stand, each beside where it is cited."""
        return tuple((use, finding) for use in self.uses for finding in use.findings(self.book, self.day))

    @cached_property
    def taught(self) -> dict[str, tuple["Use", ...]]:
        """By id of a norm: what rests on it."""
        found: dict[str, list[Use]] = {}
        for use in self.uses:
            for norm in use.norms(self.book):
                found.setdefault(norm.id, []).append(use)
        return {norm_id: tuple(uses) for norm_id, uses in found.items()}

    @cached_property
    def flagged(self) -> frozenset[tuple[str, str, str]]:
        """Module, part and key of everything that has to be looked at."""
        return frozenset((use.module, use.part.value, use.key) for use, _finding in self.findings)


@dataclass(frozen=True)
class LawShelf:
    """The norms at one moment, ready to be searched: quick enough for the window's thread."""

    coverage: Coverage
    index: "LawIndex"

    @property
    def book(self) -> LawBook:
        """All norms: of each law the newest version."""
        return self.coverage.book

    def search(self, typed: str) -> tuple[Norm, ...]:
        """The norms that hold every word typed, by its beginning; all of them for no word."""
        return _search(self.book, self.index, typed)


class LawLibrary:
    """Reads the packs on first use; what is asked again while no file changed is not read again.

    Reading takes half a second: from the window only on a worker.
    """

    def __init__(self, folders: Sequence[Path], library: "ModuleLibrary", clock: Clock) -> None:
        self._folders = tuple(folders)
        self._library, self._clock = library, clock
        self._door = threading.RLock()
        self._searched: tuple[LawBook, LawIndex] | None = None

    def book(self) -> LawBook:
        """All norms: of each law the newest version."""
        with self._door:
            return self._packs.book()

    def problems(self) -> "dict[Path, list[Problem]]":
        """Everything wrong in the packs, by folder."""
        with self._door:
            return self._packs.problems()

    def today(self) -> date:
        """The day by which norms are judged."""
        return self._clock.now().astimezone(Zone.WIB.offset).date()

    def search(self, typed: str) -> tuple[Norm, ...]:
        """The norms that hold every word typed, by its beginning; all of them for no word."""
        with self._door:
            book = self.book()
            return _search(book, self._index(book), typed)

    def shelf(self) -> LawShelf:
        """Everything the page of the law shows. Half a second when packs or modules were not read yet."""
        with self._door:
            coverage = self.coverage()
            return LawShelf(coverage, self._index(coverage.book))

    def coverage(self) -> Coverage:
        """Every citation of the modules at hand."""
        from bimtek.domain.law_use import uses

        book = self.book()
        found = tuple(use for module in self._library.modules() for use in uses(module, book))
        return Coverage(book, self.today(), found)

    @cached_property
    def _packs(self) -> "LawPacks":
        from bimtek.content.law_pack import LawPacks

        return LawPacks(self._folders)

    def _index(self, book: LawBook) -> "LawIndex":
        from bimtek.storage.law_index import LawIndex, LawText

        if self._searched is None or self._searched[0] is not book:
            texts = (
                LawText(norm.id, _cited(norm), norm.title, norm.says, " ".join(_rest(norm)))
                for norm in book.norms
            )
            self._searched = (book, LawIndex(texts))
        return self._searched[1]


def _search(book: LawBook, index: "LawIndex", typed: str) -> tuple[Norm, ...]:
    if not typed.strip():
        return book.norms
    return tuple(norm for norm in map(book.norm, index.find(typed)) if norm is not None)


def _cited(norm: Norm) -> str:
    """Every way people cite it."""
    return " ".join((norm.citation, norm.reference.act, norm.id, *norm.law.names))


def _rest(norm: Norm) -> Iterator[str]:
    yield from norm.elements
    yield from (norm.complaint_by, norm.longest_term, norm.before, norm.note, norm.status.value)
    if norm.status is Status.REPLACED:
        yield " ".join(norm.replaced_by)
