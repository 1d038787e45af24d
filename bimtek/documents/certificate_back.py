"""The back of a certificate: Daftar Materi, every row of it, adding up to the JP of the front."""

from collections.abc import Sequence
from typing import NamedTuple

from bimtek.documents.colours import colour
from bimtek.documents.fonts import Face
from bimtek.documents.ornament import Ink
from bimtek.documents.page import MM, Sheet
from bimtek.documents.signature import from_left, id_line, post_lines
from bimtek.documents.tables import (
    EMPTY,
    Cell,
    Column,
    Row,
    draw_grid,
    draw_header,
    draw_rows,
    fit_cell,
    paginate,
    share_out,
)
from bimtek.documents.text import Fitted, balance, clean, fit, sizes, wrap
from bimtek.domain.certificate import CertificateRecord, MateriRow
from bimtek.domain.formatting import date_list, number, percent
from bimtek.domain.kegiatan import Signatory
from bimtek.domain.names import shown_name

TITLE = "DAFTAR MATERI"
LEFT, WIDE = 30.0, 237.0
MIDDLE = 148.5
TABLE_TOP, TABLE_FLOOR = 41.5, 170.6
LAST_FLOOR = 188.0  # of pages without the total and the signer
HEADER_MM = 8.0
# height of a row and its type, from roomy to tight: the first that stays on one page
STEPS = ((9.0, tuple(sizes(11, 9))), (7.0, tuple(sizes(10, 8))), (5.5, (8.5, 8.0)))
TOTAL = "Jumlah"


class Layout(NamedTuple):
    """Rows of one list of materi, spread over pages; certificates with the same list share it."""

    pages: tuple[tuple[Row, ...], ...]
    columns: tuple[Column, ...]

    @classmethod
    def of(cls, materi: Sequence[MateriRow]) -> "Layout":
        """Rows as roomy as one page allows; tight ones over as many pages as they need."""
        columns = _columns(any(row.speakers.strip() for row in materi))
        total = sum(row.jp for row in materi)
        for mm, tries in STEPS:
            layout = cls._spread(materi, columns, total, mm, tries)
            if len(layout.pages) == 1:
                break
        return layout

    @classmethod
    def _spread(
        cls,
        materi: Sequence[MateriRow],
        columns: tuple[Column, ...],
        total: int,
        mm: float,
        tries: Sequence[float],
    ) -> "Layout":
        rows = [_row(n, row, columns, mm, tries) for n, row in enumerate(materi, start=1)]
        room = LAST_FLOOR - TABLE_TOP - HEADER_MM
        tail = mm + LAST_FLOOR - TABLE_FLOOR
        counts = paginate([row.height for row in rows], room, room, tail)
        pages, at = [], 0
        for count in counts:
            pages.append(tuple(rows[at : at + count]))
            at += count
        return cls((*pages[:-1], (*pages[-1], _total_row(columns, total, mm, tries[0]))), columns)


class BackTemplate(NamedTuple):
    """What backs must have in common to share drawn pages."""

    materi: tuple[MateriRow, ...]
    heading: str
    signer: Signatory | None
    nip_dot: bool

    @classmethod
    def of(cls, record: CertificateRecord) -> "BackTemplate":
        """The template a record asks for; the signer on the right signs the back too."""
        parts = (record.kegiatan_title, record.issue_city, date_list(record.dates))
        heading = ", ".join(part for part in map(clean, parts) if part)
        ranked = from_left(record.signers)
        return cls(record.materi, heading, ranked[-1] if ranked else None, record.nip_dot)

    def draw(self, sheet: Sheet, layout: Layout, page: int) -> float:
        """Draw one page; returns the y below its table."""
        ink = Ink(sheet.canvas, sheet.layout.height)
        sheet.canvas.saveState()
        ink.frame(10, 0.6, colour("frame"), sheet.layout.width)
        sheet.canvas.restoreState()
        title = TITLE if page == 0 else f"{TITLE} (lanjutan)"
        sheet.put(MIDDLE, 20, title, Face.BOLD, 14, "c")
        self._draw_heading(sheet)
        rows = layout.pages[page]
        draw_header(sheet, layout.columns, LEFT, TABLE_TOP, HEADER_MM)
        draw_grid(sheet, layout.columns, [row.height for row in rows], LEFT, TABLE_TOP, HEADER_MM)
        below = draw_rows(sheet, layout.columns, rows, LEFT, TABLE_TOP + HEADER_MM)
        if page == len(layout.pages) - 1 and self.signer is not None:
            _draw_signer(sheet, self.signer, below + 5.5, self.nip_dot)
        return below

    def _draw_heading(self, sheet: Sheet) -> None:
        fitted = fit(self.heading, 225 * MM, 1e9, Face.REGULAR, sizes(11, 8), max_lines=2)
        for n, line in enumerate(balance(self.heading, 225 * MM, Face.REGULAR, fitted.size)[:3]):
            sheet.put(MIDDLE, 26.8 + 4.6 * n, line, Face.REGULAR, fitted.size, "c")


def draw_person(sheet: Sheet, record: CertificateRecord, below: float | None) -> None:
    """Write whose back it is; on its last page (`below` its table) the scores too."""
    name = clean(shown_name(record.person_name, record.name_case))
    whose = " – ".join(
        part for part in (name, f"Nomor: {clean(record.number)}" if record.number else "") if part
    )
    fitted = fit(whose, WIDE * MM, 1e9, Face.ITALIC, sizes(10, 7), max_lines=1)
    sheet.put(MIDDLE, 38.5, fitted.lines[0] if fitted.lines else "", Face.ITALIC, fitted.size, "c")
    if below is not None and record.show_scores:
        sheet.put(LEFT, below + 5.5, " · ".join(_results(record)), Face.REGULAR, 10)


def _results(record: CertificateRecord) -> list[str]:
    scores = (("pre-test", record.pre), ("post-test", record.post))
    shown = [f"Nilai {name} {number(score * 100, 1)}" for name, score in scores if score is not None]
    if record.attendance is not None:
        shown.append(f"Kehadiran {percent(record.attendance)}")
    return shown


def _columns(speakers: bool) -> tuple[Column, ...]:
    who = [Column("narasumber", "Narasumber/Fasilitator", 62, 40)] if speakers else []
    return share_out(
        [
            Column("no", "No", 12, 12, align="c"),
            Column("materi", "Materi", 135, 100, grows=True),
            *who,
            Column("jp", "JP", 16, 16, align="c"),
        ],
        WIDE,
    )


def _row(n: int, row: MateriRow, columns: tuple[Column, ...], mm: float, tries: Sequence[float]) -> Row:
    texts = [str(n), clean(row.title), *([clean(row.speakers)] if len(columns) == 4 else []), number(row.jp)]
    cells = tuple(
        Cell.of(fit_cell(text, column, max(mm, 9.0), tries)) if text else EMPTY
        for text, column in zip(texts, columns, strict=True)
    )
    return Row(cells, max(mm, *(cell.height + 1.6 for cell in cells)))


def _total_row(columns: tuple[Column, ...], total: int, mm: float, size: float) -> Row:
    words, figure = Fitted((TOTAL,), size), Fitted((f"{number(total)} JP",), size)
    blank = [EMPTY] * (len(columns) - 3)
    return Row((EMPTY, Cell.of(words, face=Face.BOLD), *blank, Cell.of(figure, face=Face.BOLD)), mm)


def _draw_signer(sheet: Sheet, signer: Signatory, y: float, nip_dot: bool) -> None:
    """A small block at the right foot; below a full table it leaves room for initials only."""
    x = LEFT + WIDE - 78
    post = [part for line in post_lines(signer) for part in wrap(line, 78 * MM, Face.REGULAR, 9)]
    for n, line in enumerate(post[:3]):
        sheet.put(x, y + 3.8 * n, line, Face.REGULAR, 9)
    at = min(y + 3.8 * (len(post) - 1) + 16, 190.5)
    name = fit(clean(signer.name, Face.BOLD), 78 * MM, 1e9, Face.BOLD, sizes(9.5, 7), max_lines=1)
    sheet.put(x, at, " ".join(name.lines), Face.BOLD, name.size)
    sheet.put(x, at + 4, id_line(signer.id_kind, signer.id_number, nip_dot), Face.REGULAR, 9)
