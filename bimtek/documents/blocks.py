"""Blocks of a module set as lines of styled words, to be drawn at any size."""

from collections.abc import Iterator, Sequence
from functools import singledispatch
from typing import NamedTuple

from bimtek.documents.fonts import Face, width
from bimtek.documents.page import MM, Sheet
from bimtek.documents.text import clean, wrap
from bimtek.domain.blocks import (
    Block,
    Callout,
    Columns,
    Figure,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    Video,
)

LEAD = 1.25
AFTER = 0.55  # of a line, between blocks
FIGURE = 1.8  # a figure block is so much larger
INDENT = 1.35  # of the size: from a bullet to its text


class Word(NamedTuple):
    """One word and its face."""

    text: str
    face: Face


class Line(NamedTuple):
    """Words of one line, `indent` points in, `gap` lines below the one before; `scale` of the size."""

    words: tuple[Word, ...]
    indent: float = 0.0
    gap: float = 1.0
    mark: str = ""
    scale: float = 1.0


def set_blocks(blocks: Sequence[Block], limit: float, size: float) -> list[Line]:
    """Set blocks in lines of at most `limit` points at a size."""
    return [line for block in blocks for line in _spaced(_set(block, limit, size))]


def height(lines: Sequence[Line], size: float) -> float:
    """Millimetres the lines take."""
    return sum(line.gap * line.scale for line in lines) * size * LEAD / MM


def draw_lines(sheet: Sheet, lines: Sequence[Line], x: float, y: float, size: float) -> float:
    """Draw lines from the top y down; returns the y below them."""
    for line in lines:
        own = size * line.scale
        y += line.gap * own * LEAD / MM
        base = y - own * (LEAD - 0.9) / MM
        at = x + line.indent / MM
        if line.mark:
            sheet.put(at - size * INDENT / MM, base, line.mark, Face.REGULAR, own)
        for word in line.words:
            sheet.put(at, base, word.text, word.face, own)
            at += (width(word.text, word.face, own) + width(" ", word.face, own)) / MM
    return y


def _spaced(lines: Iterator[Line]) -> Iterator[Line]:
    for n, line in enumerate(lines):
        yield line._replace(gap=line.gap + AFTER) if n == 0 else line


@singledispatch
def _set(block: Block, limit: float, size: float) -> Iterator[Line]:
    """Set one block; every kind has its own way below."""
    raise TypeError(block)


@_set.register
def _set_heading(block: Heading, limit: float, size: float) -> Iterator[Line]:
    return _text(_all(block.spans, bold=True), limit, size)


@_set.register
def _set_paragraph(block: Paragraph, limit: float, size: float) -> Iterator[Line]:
    return _text(block.spans, limit, size)


@_set.register
def _set_quote(block: Quote, limit: float, size: float) -> Iterator[Line]:
    return _text(_all(block.spans, italic=True), limit, size, indent=size)


@_set.register
def _set_list(block: ListBlock, limit: float, size: float) -> Iterator[Line]:
    for n, item in enumerate(block.items, start=1):
        mark = f"{n}." if block.ordered else "•"
        yield from _text(item, limit, size, indent=size * INDENT, mark=mark)


@_set.register
def _set_image(block: Image, limit: float, size: float) -> Iterator[Line]:
    return _text((Span(f"[{block.alt}]", italic=True),), limit, size)


@_set.register
def _set_table(block: Table, limit: float, size: float) -> Iterator[Line]:
    for n, row in enumerate((block.header, *block.rows)):
        yield from _text(_row(row, bold=n == 0), limit, size)


@_set.register
def _set_columns(block: Columns, limit: float, size: float) -> Iterator[Line]:
    for column in block.columns:
        yield from set_blocks(column, limit, size)


@_set.register
def _set_callout(block: Callout, limit: float, size: float) -> Iterator[Line]:
    if block.title:
        yield from _text((Span(block.title, bold=True),), limit, size)
    yield from set_blocks(block.blocks, limit, size)


@_set.register
def _set_video(block: Video, limit: float, size: float) -> Iterator[Line]:
    yield from _text((Span(block.title, bold=True),), limit, size)
    yield from set_blocks(block.blocks, limit, size)


@_set.register
def _set_figure(block: Figure, limit: float, size: float) -> Iterator[Line]:
    for line in _text((Span(block.figure, bold=True),), limit, size * FIGURE):
        yield line._replace(scale=FIGURE)
    yield from set_blocks(block.blocks, limit, size)


def _row(cells: Sequence[Spans], *, bold: bool) -> Spans:
    joined: list[Span] = []
    for n, cell in enumerate(cells):
        joined += [Span(" – ")] if n else []
        joined += _all(cell, bold=True) if bold else cell
    return tuple(joined)


def _all(spans: Spans, *, bold: bool = False, italic: bool = False) -> Spans:
    return tuple(Span(span.text, span.bold or bold, span.italic or italic) for span in spans)


def _face(span: Span) -> Face:
    return Face.BOLD if span.bold else Face.ITALIC if span.italic else Face.REGULAR


def _text(spans: Spans, limit: float, size: float, *, indent: float = 0.0, mark: str = "") -> Iterator[Line]:
    """Break spans into lines; a word wider than a line is cut."""
    room = limit - indent
    line: list[Word] = []
    used = 0.0
    for word in _words(spans, room, size):
        wide = width(word.text, word.face, size)
        gap = width(" ", word.face, size) if line else 0.0
        if line and used + gap + wide > room:
            yield Line(tuple(line), indent, mark=mark)
            line, used, gap, mark = [], 0.0, 0.0, ""
        line.append(word)
        used += gap + wide
    if line:
        yield Line(tuple(line), indent, mark=mark)


def _words(spans: Spans, room: float, size: float) -> Iterator[Word]:
    """Words of styled text; punctuation that follows a span without a space stays on its word."""
    glued: list[Word] = []
    for span in spans:
        face = _face(span)
        text = clean(span.text.replace("\n", " "), face) if span.text.strip() else ""
        if span.text[:1].isspace() and glued:
            yield from _whole(glued, room, size)
            glued = []
        for n, part in enumerate(text.split(" ")):
            if n:
                yield from _whole(glued, room, size)
                glued = []
            if part:
                glued.append(Word(part, face))
        if span.text[-1:].isspace():
            yield from _whole(glued, room, size)
            glued = []
    yield from _whole(glued, room, size)


def _whole(parts: list[Word], room: float, size: float) -> Iterator[Word]:
    """One word from parts of several styles takes the first one's face; too wide ones are cut."""
    if not parts:
        return
    text, face = "".join(part.text for part in parts), parts[0].face
    if width(text, face, size) <= room:
        yield Word(text, face)
        return
    for piece in wrap(text, room, face, size):
        yield Word(piece, face)
