"""A training module: what is taught, from which sources, and what is asked."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from bimtek.domain.blocks import ASKING, Block, Callout, Spans, Video, spans_text, walk
from bimtek.domain.law import LawReference
from bimtek.domain.questions import Question, kind_of


@dataclass(frozen=True, slots=True)
class Objective:
    """What people can do afterwards. `bloom` is C1 to C6, or A for an attitude."""

    id: str
    text: str
    bloom: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from. `date` is as exact as the source itself: "2022", "2025-04-03"."""

    id: str
    title: str
    publisher: str
    date: str
    checked_on: datetime.date
    address: str = ""


@dataclass(frozen=True, slots=True)
class Blueprint:
    """How many questions a form has, and of which aspect. No items: the module has no test."""

    items: int = 0
    aspects: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One picture on the projector, and what the facilitator reads beside it.

    `notes` is plain text; `minutes` is planned; `section` names the part of the module that begins here;
    `sensitive` is the content note of a hard slide; `file` and `line` say where it is written.
    """

    id: str
    title: Spans = ()
    blocks: tuple[Block, ...] = ()
    notes: str = ""
    minutes: int | None = None
    section: str = ""
    sensitive: str = ""
    sources: tuple[str, ...] = ()
    references: tuple[LawReference, ...] = ()
    file: str = ""
    line: int = 1

    @property
    def asks(self) -> bool:
        """True when it gives people something to talk about."""
        return any(isinstance(block, Callout) and block.kind in ASKING for block in walk(self.blocks))

    @property
    def video(self) -> Video | None:
        """The film it shows, the first one."""
        return next((block for block in walk(self.blocks) if isinstance(block, Video)), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a module: `first` is the index of its first slide, `count` how many there are."""

    title: str
    first: int
    count: int
    minutes: int


def sections(slides: Sequence[Slide]) -> tuple[Section, ...]:
    """Divide slides where the author names a section or another file begins; titled by its first slide."""
    starts = [
        at for at, slide in enumerate(slides) if at == 0 or slide.section or slide.file != slides[at - 1].file
    ]
    ends = [*starts[1:], len(slides)]
    return tuple(
        Section(
            slides[first].section or spans_text(slides[first].title),
            first,
            end - first,
            sum(slide.minutes or 0 for slide in slides[first:end]),
        )
        for first, end in zip(starts, ends, strict=False)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card to print and hand out; `kind` is "diskusi" or "kasus"."""

    kind: str
    title: str
    blocks: tuple[Block, ...] = ()
    file: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A module as loaded from its folder. `jp` is its length in training hours."""

    id: str
    version: str
    title: str
    language: str = "id"
    summary: str = ""
    audience: tuple[str, ...] = ()
    jp: int = 0
    content_note: str = ""
    objectives: tuple[Objective, ...] = ()
    sources: tuple[Source, ...] = ()
    blueprint: Blueprint = field(default_factory=Blueprint)
    slides: tuple[Slide, ...] = ()
    cards: tuple[Card, ...] = ()
    questions: tuple[Question, ...] = ()
    folder: str = ""

    @property
    def minutes(self) -> int:
        """Planned minutes of all slides."""
        return sum(slide.minutes or 0 for slide in self.slides)

    def source(self, source_id: str) -> Source | None:
        """Return a source by its id."""
        return next((source for source in self.sources if source.id == source_id), None)

    def pairs(self, aspect: str) -> tuple[tuple[Question, Question], ...]:
        """Return the parallel pairs of scored questions of one aspect, in the order of the bank."""
        members: dict[str, list[Question]] = {}
        for question in self.questions:
            if question.pair and question.aspect == aspect and kind_of(question).scored:
                members.setdefault(question.pair, []).append(question)
        return tuple((pair[0], pair[1]) for pair in members.values() if len(pair) == 2)
