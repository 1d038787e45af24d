"""Text as a tree of blocks: what a slide, a card or a paper says, before anything draws it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """A run of letters in one style."""

    text: str
    bold: bool = False
    italic: bool = False


Spans: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a slide or card; `level` is 1 or 2."""

    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list of one level; `ordered` ones are numbered from 1."""

    ordered: bool
    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Someone else's words."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the module; `path` is relative to the module's folder, with `/`."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Table:
    """A simple table; every row is as long as the header."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side."""

    columns: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A framed part; `kind` is one of CALLOUTS, `title` may be empty."""

    kind: str
    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number so large that it is the picture, and the blocks that say what it counts."""

    figure: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Video:
    """A film of the module; `path` is as of a picture, `blocks` are what the slide shows of it."""

    path: str
    title: str
    blocks: tuple["Block", ...]

    @property
    def captions(self) -> tuple[str, ...]:
        """Paths its captions may have: beside it, of the same name."""
        stem = self.path.rpartition(".")[0]
        return tuple(stem + suffix for suffix in CAPTIONS)


Block: TypeAlias = (
    Heading | Paragraph | ListBlock | Quote | Image | Table | Columns | Callout | Figure | Video
)

CALLOUTS = ("penting", "catatan", "ingat", "kasus", "diskusi")
ASKING = ("diskusi", "kasus")  # callouts that give people time to talk
CAPTIONS = (".id.vtt", ".id.srt", ".vtt", ".srt")


def spans_text(spans: Spans) -> str:
    """Join spans to plain text."""
    return "".join(span.text for span in spans)


def walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield every block in reading order, those inside columns, callouts, figures and videos too."""
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            for column in block.columns:
                yield from walk(column)
        elif isinstance(block, Callout | Figure | Video):
            yield from walk(block.blocks)


def _lines(block: Block) -> Iterator[str]:
    """Yield what one block says by itself, without the blocks inside it."""
    match block:
        case Heading(spans=spans) | Paragraph(spans=spans) | Quote(spans=spans):
            yield spans_text(spans)
        case ListBlock(items=items):
            yield from map(spans_text, items)
        case Table(header=header, rows=rows):
            for row in (header, *rows):
                yield " ".join(map(spans_text, row))
        case Callout(title=title) | Video(title=title):
            yield title
        case Figure(figure=figure):
            yield figure


def plain_text(blocks: Sequence[Block]) -> str:
    """Return the visible words, one line per paragraph, list item or table row."""
    return "\n".join(line for block in walk(blocks) for line in _lines(block) if line)


def count_words(text: str) -> int:
    """Count the words of a text: pieces between blanks that hold a letter or a digit."""
    return sum(any(c.isalnum() for c in piece) for piece in text.split())


def word_count(blocks: Sequence[Block]) -> int:
    """Count visible words. Alternative texts of pictures are not visible."""
    return count_words(plain_text(blocks))
