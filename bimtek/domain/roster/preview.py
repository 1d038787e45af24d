"""Turns a sheet into the preview of an import; nothing outside the preview is ever imported."""

from datetime import date

from bimtek.domain.cells import Sheet, shown
from bimtek.domain.roster.duplicates import find_duplicates, with_notes
from bimtek.domain.roster.fields import REMARKS, Field, header_words
from bimtek.domain.roster.guess import guess_columns, is_sure
from bimtek.domain.roster.header import Header, find_header, header_of
from bimtek.domain.roster.lines import Sorter
from bimtek.domain.roster.places import Places
from bimtek.domain.roster.reader import Reader
from bimtek.domain.roster.result import (
    Choices,
    Column,
    Note,
    Preview,
    PreviewRow,
    Severity,
    SkippedRow,
)
from bimtek.domain.roster.sheet_notes import sheet_notes
from bimtek.domain.text import _
from bimtek.domain.wilayah import WilayahTable


def preview(
    sheet: Sheet,
    today: date,
    choices: Choices = Choices(),  # noqa: B008  (frozen)
    wilayah: WilayahTable | None = None,
    within: str = "",
) -> Preview:
    """Read a sheet as a list of people, following what a person chose.

    `today` decides two-digit years; `within` is the wilayah code of the kegiatan, where villages
    are looked up when the list names no kabupaten.
    """
    header, guessed = _header(sheet, choices)
    fields = {c.index: c.field for c in header.columns if c.field is not None}
    if Field.NAMA not in fields.values():
        return _without_header(sheet, header)
    sorter = Sorter(sheet, header, hidden_rows=choices.hidden_rows, use_headings=choices.use_headings)
    reader = Reader(
        fields,
        Places(wilayah, within),
        today,
        tidy_names=choices.tidy_names,
        remarks=any(c.field is Field.PERAN and header_words(c.title) in REMARKS for c in header.columns),
    )
    rows = [reader.read(line) for line in sorter.people()]
    wanted = [row for row in rows if row.line not in choices.leave_out]
    unwanted = [_left_out(row) for row in rows if row.line in choices.leave_out]
    duplicates = find_duplicates(wanted)
    return Preview(
        sheet=sheet.name,
        header_lines=header.lines,
        columns=header.columns,
        rows=with_notes(wanted, duplicates),
        skipped=tuple(sorted([*_above(sheet, header), *sorter.skipped, *unwanted], key=lambda row: row.line)),
        headings=tuple(sorter.headings),
        duplicates=duplicates,
        notes=tuple(sheet_notes(sheet, header, choices, wanted, sorter.headings, guessed=guessed)),
    )


def best_sheet(sheets: tuple[Sheet, ...]) -> Sheet | None:
    """The sheet to show first: visible, with the fullest header; None when there is none."""

    def rank(sheet: Sheet) -> tuple[bool, int, bool]:
        header = find_header(sheet)
        return sheet.visible, len(header.fields) if header else 0, bool(sheet.rows)

    return max(sheets, key=rank, default=None)


def _header(sheet: Sheet, choices: Choices) -> tuple[Header, bool]:
    """The header to use, and whether its columns were guessed from their contents."""
    guessed = False
    if choices.header_lines:
        header = header_of(sheet, choices.header_lines)
    elif choices.header_lines is None and (found := find_header(sheet)):
        header = found
    else:
        columns = guess_columns(sheet)
        guessed = choices.guess_columns or sheet.free_text or is_sure(columns)
        header = Header((), columns if guessed else tuple(Column(c.index, "", None) for c in columns))
    if choices.mapping is None:
        return header, guessed
    return Header(header.lines, _mapped(header.columns, dict(choices.mapping))), False


def _mapped(columns: tuple[Column, ...], mapping: dict[int, Field]) -> tuple[Column, ...]:
    return tuple(Column(c.index, c.title, mapping.get(c.index), c.hidden) for c in columns)


def _without_header(sheet: Sheet, header: Header) -> Preview:
    note = Note(Severity.FIX, _("Kolom nama tidak ditemukan. Pilih baris judul atau kolom nama."))
    reason = _("Kolom nama belum dipilih.")
    rows = [(line, cells) for line, cells in sheet.rows if line not in header.lines]
    skipped = [SkippedRow(line, reason, _content(cells)) for line, cells in rows]
    return Preview(
        sheet=sheet.name,
        header_lines=header.lines,
        columns=header.columns,
        rows=(),
        skipped=tuple(skipped),
        notes=(note,),
    )


def _above(sheet: Sheet, header: Header) -> list[SkippedRow]:
    """Title lines over the header."""
    first = min(header.lines, default=0)
    reason = _("Di atas baris judul.")
    return [SkippedRow(line, reason, _content(cells)) for line, cells in sheet.rows if line < first]


def _left_out(row: PreviewRow) -> SkippedRow:
    return SkippedRow(row.line, _("Tidak dipilih."), row.person.name.full)


def _content(cells: tuple[object, ...]) -> str:
    return " · ".join(text for cell in cells if (text := shown(cell)))  # type: ignore[arg-type]
