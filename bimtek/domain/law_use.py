"""Which slides and questions rest on which norms, and which of them no longer stand."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bimtek.domain.blocks import plain_text, spans_text
from bimtek.domain.law import LawReference
from bimtek.domain.law_book import Certainty, Law, LawBook, Norm
from bimtek.domain.module import Module
from bimtek.domain.questions import Question, dump_question, kind_of

_PASAL = re.compile(
    r"\b[Pp]asal\s+(?P<pasal>[1-9]\d{0,3}[A-Z]{0,2})\b(?:\s+ayat\s*\(?(?P<ayat>[1-9]\d?[a-z]?)\b\)?)?"
    r"(?:\s+huruf\s+(?P<huruf>[a-z])\b)?"
)
_NUMBERED = (
    r"(?P<kind>UU|PP|Perpres)(?:\s+No(?:mor|\.)?)?\s*(?P<number>\d{1,4})"
    r"\s*(?:Tahun|/)\s*(?P<year>(?:19|20)\d\d)"
)
_NO_WORDS = frozenset(
    {"id", "jenis", "pasangan", "aspek", "tujuan", "kesulitan", "rujukan", "sumber", "garam"}
)


class Part(StrEnum):
    """What of a module cites."""

    SLIDE = "slide"
    QUESTION = "soal"
    CARD = "kartu"


class Trouble(StrEnum):
    """Why something has to be looked at."""

    DANGLING = "tidak ditemukan"
    OPEN = "belum pasti"
    LAPSED = "tidak berlaku"
    NO_KEY = "bukan untuk soal"


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation: as it is written, and what it means. No reference: it names no act we know."""

    written: str
    reference: LawReference | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One citation that does not stand, and the norm it means when there is one."""

    cited: Cited
    trouble: Trouble
    norm: Norm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One slide, question or card that cites law. `at` is its index in the module, `key` its own name."""

    module: str
    module_title: str
    part: Part
    key: str
    at: int
    title: str
    scored: bool = False
    file: str = ""
    line: int = 0
    cited: tuple[Cited, ...]

    def norms(self, book: LawBook) -> tuple[Norm, ...]:
        """Every norm it rests on, each once."""
        found = [norm for one in self.cited if one.reference for norm in book.resolve(one.reference)]
        return tuple({norm.id: norm for norm in found}.values())

    def findings(self, book: LawBook, day: datetime.date) -> Iterator[Finding]:
        """Yield what does not stand. A norm that is gone may be named beside what took its place."""
        resting = {norm.id for norm in self.norms(book)}
        for one in self.cited:
            norms = book.resolve(one.reference) if one.reference else ()
            if not norms:
                yield Finding(one, Trouble.DANGLING)
            for norm in norms:
                trouble = self._trouble(norm, book, day, resting)
                if trouble is not None:
                    yield Finding(one, trouble, norm)

    def _trouble(self, norm: Norm, book: LawBook, day: datetime.date, resting: set[str]) -> Trouble | None:
        if norm.certainty is Certainty.OPEN:
            return Trouble.OPEN
        if not norm.in_force(day):
            named = any(new.id in resting and new.in_force(day) for new in book.successors(norm))
            return None if named else Trouble.LAPSED
        if self.scored and not norm.may_be_key(day):
            return Trouble.NO_KEY
        return None


class CitationReader:
    """Finds citations in running text, for the acts of one book."""

    def __init__(self, laws: Iterable[Law]) -> None:
        self._acts = {name.casefold(): law.key for law in laws for name in (law.name, *law.names)}
        names = sorted(self._acts, key=len, reverse=True)
        act = rf"(?:{_NUMBERED}|(?P<name>{'|'.join(map(re.escape, names)) or '(?!)'})\b)"
        self._before = re.compile(rf"\b{act}\s*,?\s*$", re.IGNORECASE)
        self._after = re.compile(rf"\s*{act}", re.IGNORECASE)

    def read(self, text: str) -> Iterator[Cited]:
        """Yield every "Pasal …" of a text, with its act when that stands before or behind it."""
        for found in _PASAL.finditer(text):
            act = self._before.search(text, 0, found.start()) or self._after.match(text, found.end())
            yield Cited(found[0], self._reference(found, act) if act else None)

    def _reference(self, pasal: re.Match[str], act: re.Match[str]) -> LawReference:
        if act["name"]:
            kind, number, year = self._acts[act["name"].casefold()].rsplit("-", 2)
        else:
            kind, number, year = act["kind"].lower(), act["number"], act["year"]
        return LawReference(
            kind, int(number), int(year), pasal["pasal"], pasal["ayat"] or "", pasal["huruf"] or ""
        )


def uses(module: Module, book: LawBook) -> Iterator[Use]:
    """Yield every slide, question and card of a module that cites law."""
    reader = CitationReader(book.laws)
    for at, slide in enumerate(module.slides):
        words = "\n".join((spans_text(slide.title), plain_text(slide.blocks), slide.notes))
        cited = tuple(_all_cited(slide.references, words, reader))
        if cited:
            yield Use(
                module=module.id, module_title=module.title, part=Part.SLIDE, key=slide.id, at=at,
                title=spans_text(slide.title), file=slide.file, line=slide.line, cited=cited,
            )  # fmt: skip
    for at, question in enumerate(module.questions):
        cited = tuple(_all_cited(question.references, question_words(question), reader))
        if cited:
            yield Use(
                module=module.id, module_title=module.title, part=Part.QUESTION, key=question.id, at=at,
                title=question.stem, scored=kind_of(question).scored, cited=cited,
            )  # fmt: skip
    for at, card in enumerate(module.cards):
        cited = tuple(_all_cited((), "\n".join((card.title, plain_text(card.blocks))), reader))
        if cited:
            yield Use(
                module=module.id, module_title=module.title, part=Part.CARD, key=card.title, at=at,
                title=card.title, file=card.file, line=card.line, cited=cited,
            )  # fmt: skip


def question_words(question: Question) -> str:
    """Return everything a person reads of a question, feedback too."""
    return "\n".join(_strings(dump_question(question)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key not in _NO_WORDS:
                yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def _all_cited(marked: Iterable[LawReference], words: str, reader: CitationReader) -> Iterator[Cited]:
    """Yield the marks of a part, then what its words cite beyond them.

    "Pasal 39" alone means the act that the marks name for it.
    """
    references = tuple(marked)
    yield from (Cited(reference.citation, reference) for reference in references)
    for cited in dict.fromkeys(reader.read(words)):
        if cited.reference is not None:
            if not any(reference.holds(cited.reference) for reference in references):
                yield cited
        elif not any(cited.written.split()[1] == reference.pasal for reference in references):
            yield cited
