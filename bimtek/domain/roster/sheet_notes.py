"""What to tell about a list as a whole: guessed, unused and hidden columns, hidden lines, capitals."""

import re
from collections.abc import Iterator, Sequence

from bimtek.domain.cells import Sheet
from bimtek.domain.roster.fields import Field, header_words
from bimtek.domain.roster.header import Header
from bimtek.domain.roster.result import Choices, Column, Heading, Note, PreviewRow, Severity
from bimtek.domain.text import _

_WITH_PLACE = re.compile(r"ttl|tempat|tmpt")


def sheet_notes(
    sheet: Sheet,
    header: Header,
    choices: Choices,
    rows: Sequence[PreviewRow],
    headings: Sequence[Heading],
    *,
    guessed: bool,
) -> Iterator[Note]:
    """Notes about the sheet, the weightier ones first."""
    if guessed:
        yield Note(Severity.CHECK, _("Judul kolom tidak ada. Kolom ditebak dari isinya; periksa."))
    filling = sum(heading.field is not None for heading in headings) if choices.use_headings else 0
    if filling:
        message = _("{n} judul kelompok mengisi kolom kosong di bawahnya. Periksa atau matikan.", n=filling)
        yield Note(Severity.CHECK, message)
    yield from _about_columns(header.columns)
    yield from _about_hidden_lines(sheet, header, choices)
    shouted = sum(row.suggestion is not None for row in rows)
    if shouted:
        message = _("{n} nama dapat dirapikan hurufnya; tidak diubah tanpa persetujuan Anda.", n=shouted)
        yield Note(Severity.INFO, message)


def _about_columns(columns: Sequence[Column]) -> Iterator[Note]:
    hidden = ", ".join(c.title or c.letter for c in columns if c.hidden and c.field is None)
    if hidden:
        yield Note(Severity.CHECK, _("Kolom tersembunyi tidak dipakai: {titles}.", titles=hidden))
    unused = ", ".join(c.title for c in columns if c.title and c.field is None and not c.hidden)
    if unused:
        yield Note(Severity.INFO, _("Kolom yang tidak dipakai: {titles}.", titles=unused))
    births = [header_words(c.title) for c in columns if c.field is Field.LAHIR]
    if any(_WITH_PLACE.match(title) for title in births):
        yield Note(Severity.INFO, _("Tempat lahir tidak disimpan, hanya tanggalnya."))


def _about_hidden_lines(sheet: Sheet, header: Header, choices: Choices) -> Iterator[Note]:
    if sheet.hidden_lines is None:
        message = _("Jenis berkas ini tidak menunjukkan baris tersembunyi dan kesalahan rumus.")
        yield Note(Severity.INFO, message)
    elif not choices.hidden_rows:
        last = max(header.lines, default=0)
        count = sum(line > last and line in sheet.hidden_lines for line, _cells in sheet.rows)
        if count:
            yield Note(Severity.CHECK, _("{n} baris tersembunyi tidak diikutkan.", n=count))
