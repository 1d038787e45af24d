"""Blocks of a module become boxes of a slide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bimtek.domain.blocks import (
    ASKING,
    Block,
    Callout,
    Columns,
    Figure,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quote,
    Spans,
    Table,
    Video,
)
from bimtek.domain.text import Text, _
from bimtek.slides.boxes import Box, ListBox, Row, Stack, TextBox
from bimtek.slides.panels import FigureBox, Panel, QuoteBox, TableBox
from bimtek.slides.pictures import PictureBox
from bimtek.slides.style import Sizes, SlideStyle

_SEMIBOLD, _BOLD = 600, 700


@dataclass(frozen=True)
class _Kind:
    """How a callout looks, and the word that says what it is."""

    word: Text
    icon: str
    fill: str
    edge: str


KINDS = {
    "penting": _Kind(_("Penting"), "triangle-alert", "warning_soft", "warning"),
    "catatan": _Kind(_("Catatan"), "info", "primary_soft", "primary"),
    "ingat": _Kind(_("Ingat"), "lightbulb", "accent_soft", "primary"),
    "kasus": _Kind(_("Kasus"), "book-open", "accent_soft", "primary"),
    "diskusi": _Kind(_("Diskusi"), "messages-square", "primary_soft", "primary"),
}
_FILM = _Kind(_("Video"), "play", "primary_soft", "primary")


@dataclass(frozen=True)
class Composer:
    """Makes boxes at one set of sizes. `folder` is the module's, for its pictures."""

    style: SlideStyle
    folder: Path
    sizes: Sizes
    asking: bool = False  # inside a discussion: larger words
    centred: bool = False  # under a picture that stands in the middle

    def stack(self, blocks: Sequence[Block], *, middle: bool = False) -> Stack:
        """Return blocks one under the other."""
        pictured = len(blocks) > 1 and any(isinstance(block, Image) for block in blocks)
        composer = replace(self, centred=True) if pictured else self
        return Stack([composer.box(block) for block in blocks], self.sizes.gap, middle)

    def box(self, block: Block) -> Box:
        """Return the box of one block."""
        match block:
            case Heading(spans=spans):
                return TextBox(self.style, spans, self.sizes.heading, _BOLD, "primary", 1.2)
            case Paragraph(spans=spans):
                return self._paragraph(spans)
            case ListBlock(ordered=ordered, items=items):
                return ListBox(self.style, items, ordered, self._text_size)
            case Quote(spans=spans):
                return QuoteBox(self.style, spans, self.sizes.quote)
            case Image(path=path, alt=alt):
                return PictureBox(self.style, self.folder / path, alt)
            case Table(header=header, rows=rows):
                return TableBox(self.style, header, rows, self.sizes.table)
            case Columns(columns=columns):
                return self._columns(columns)
            case Callout() | Video():
                return self._panel(block)
            case Figure(figure=figure, blocks=blocks):
                return FigureBox(self.style, figure, self.stack(blocks), self.sizes)

    @property
    def _text_size(self) -> float:
        return self.sizes.question if self.asking else self.sizes.body

    def _paragraph(self, spans: Spans) -> TextBox:
        return TextBox(self.style, spans, self._text_size, centred=self.centred)

    def _columns(self, columns: Sequence[Sequence[Block]]) -> Row:
        """Columns with a heading stand on planes; a picture alone gets a little more room than words."""
        boxes: list[Box] = []
        shares = []
        for at, blocks in enumerate(columns):
            picture = all(isinstance(block, Image) for block in blocks)
            shares.append(1.05 if picture else 1.0)
            stack = self.stack(blocks, middle=True)
            if blocks and isinstance(blocks[0], Heading):
                fill = "primary_soft" if at % 2 == 0 else "accent_soft"
                stack.middle = False
                boxes.append(Panel(self.style, stack, self.sizes, fill, pad=52.0))
            else:
                boxes.append(stack)
        return Row(boxes, self.sizes.gap * 1.8, shares)

    def _panel(self, block: Callout | Video) -> Panel:
        kind = KINDS[block.kind] if isinstance(block, Callout) else _FILM
        asking = isinstance(block, Callout) and block.kind in ASKING
        inside = Composer(self.style, self.folder, self.sizes, asking).stack(block.blocks)
        word = str(kind.word)
        return Panel(self.style, inside, self.sizes, kind.fill, kind.edge, kind.icon, word, block.title)
