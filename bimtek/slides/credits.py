"""The small line at the foot of a slide: where its statements come from."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bimtek.domain.blocks import Block, Callout, Columns, Figure, Paragraph, Video, spans_text
from bimtek.domain.module import Module, Slide, Source
from bimtek.domain.text import _


def take_credit(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], str]:
    """Take out paragraphs that are italic from end to end: authors credit a source that way."""
    kept: list[Block] = []
    credit = ""
    for block in blocks:
        if isinstance(block, Paragraph) and block.spans and all(span.italic for span in block.spans):
            credit = credit or spans_text(block.spans)
            continue
        inner = ""
        if isinstance(block, Columns):
            parts = [take_credit(column) for column in block.columns]
            block = replace(block, columns=tuple(column for column, _found in parts))
            inner = next((found for _column, found in parts if found), "")
        elif isinstance(block, Callout | Figure | Video):
            rest, inner = take_credit(block.blocks)
            block = replace(block, blocks=rest)
        credit = credit or inner
        kept.append(block)
    return tuple(kept), credit


def _short(source: Source) -> str:
    """Publisher and year; a source without a date has no year."""
    year = re.search(r"\b(?:19|20)\d\d\b", source.date)
    return f"{source.publisher}, {year[0]}" if year else source.publisher


def credit_line(module: Module, slide: Slide, own: str = "") -> str:
    """Return the line: the author's own words, else publisher and year of each source, then the law."""
    sources = [source for source in map(module.source, slide.sources) if source is not None]
    named = own or "; ".join(dict.fromkeys(map(_short, sources)))
    acts: dict[str, list[str]] = {}
    for reference in slide.references:
        pasal = acts.setdefault(reference.act, [])
        if reference.pasal and reference.pasal not in pasal:  # what is cited whole has none
            pasal.append(reference.pasal)
    parts = [str(_("Sumber: {names}", names=named))] if named else []
    articles = (f"{act} Pasal {', '.join(pasal)}" if pasal else act for act, pasal in acts.items())
    return " · ".join([*parts, *articles])
