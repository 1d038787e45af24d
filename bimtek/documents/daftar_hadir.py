"""Attendance lists as Indonesian offices file them: portrait zig-zag, landscape, one column per day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import BinaryIO, ClassVar

from bimtek.documents import samples
from bimtek.documents.base import Files, Fix, Problem, Progress, no_files, refuse_blocking, silent
from bimtek.documents.fonts import Face, letter_problems
from bimtek.documents.kop import Kop, kop_pictures
from bimtek.documents.list_columns import list_columns, totals_line
from bimtek.documents.list_head import ListHead, heading
from bimtek.documents.list_rows import ListRows, numbered
from bimtek.documents.page import Layout, Sheet, footer, running_header
from bimtek.documents.pictures import picture_problems
from bimtek.documents.signature import SignatureBlock, signer_problems
from bimtek.documents.tables import (
    Row,
    draw_grid,
    draw_header,
    draw_rows,
    paginate,
)
from bimtek.documents.text import clean
from bimtek.domain.attendance import Status
from bimtek.domain.formatting import date_text
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.people import Participation, Role
from bimtek.domain.text import Text, _

HEADER_MM = 9.0
NEXT_PAGE_TOP = 5.0  # below the top margin: room for the running header
TAIL_GAP = 4.6
TOTALS_MM = 6.0
LEAST_SPARE = 4
ROWS_B = 10
ROW_MM = {"A": 10.0, "B": 12.0, "C": 12.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOptions:
    """What an organiser may change on one list.

    `columns` names the columns between number and signature, empty for the profile's own;
    `spare_rows` None fills the last page of peserta with at least four; `blank_rows` is the length
    of a form without names; `marks` are printed as words in the signature cells; `stamp` goes to the foot.
    """

    columns: tuple[str, ...] = ()
    spare_rows: int | None = None
    blank_rows: int = 0
    totals: bool = False
    marks: Mapping[str, Status] = field(default_factory=dict)
    stamp: str = ""


@dataclass(frozen=True, kw_only=True)
class DaftarHadir:
    """The list of one role for one session, one day or (profile C) all days of a kegiatan.

    Numbers follow `Participation.order` where it is set, so a printed number never changes: a
    missing number keeps its empty row. Names are printed in the order given.
    """

    key: ClassVar[str] = "daftar-hadir"
    title: ClassVar[Text] = _("Daftar hadir")

    kegiatan: Kegiatan
    session: Session
    people: tuple[Participation, ...] = ()
    role: Role = Role.PESERTA
    dates: tuple[date, ...] = ()
    options: ListOptions = field(default_factory=ListOptions)
    files: Files = no_files

    @property
    def profile(self) -> str:
        """A portrait zig-zag, B landscape with ten rows, C landscape with a column per date."""
        return "C" if len(self.dates) > 1 else self.kegiatan.papers.list_profile

    @cached_property
    def layout(self) -> Layout:
        """Page of this list."""
        papers = self.kegiatan.papers
        return Layout.of(papers.paper, landscape=self.profile != "A", spj=papers.spj_binding)

    @cached_property
    def row_mm(self) -> float:
        """Height of a row, 8 to 20 mm."""
        return min(20.0, max(8.0, self.kegiatan.papers.row_mm or ROW_MM[self.profile]))

    def problems(self) -> list[Problem]:
        """Missing pieces of the head, pictures, signers; letters that cannot be printed."""
        kegiatan = self.kegiatan
        found = signer_problems(kegiatan.signers(self.key))
        found += picture_problems(self.files, kop_pictures(kegiatan.letterhead))
        if not clean(kegiatan.title):
            found.append(Problem(_("Nama kegiatan belum diisi."), Fix.KEGIATAN))
        if not kegiatan.place.line:
            found.append(Problem(_("Tempat kegiatan belum diisi."), Fix.KEGIATAN))
        return found + letter_problems("".join(p.person.name.full for p in self.people))

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the PDF."""
        refuse_blocking(self.problems())
        sheet = Sheet(
            out,
            self.layout,
            f"{heading(self.role)} – {clean(self.kegiatan.title)}",
            author=clean(self.kegiatan.organiser),
            sample=self.kegiatan.sample,
        )
        return _Printer(self, sheet).print(progress)

    @classmethod
    def sample(cls) -> "DaftarHadir":
        """A day of three invented people."""
        kegiatan = samples.kegiatan()
        return cls(kegiatan=kegiatan, session=kegiatan.sessions[0], people=samples.people(3))


class _Printer:
    """Lays one list out, then draws it page by page."""

    def __init__(self, paper: DaftarHadir, sheet: Sheet) -> None:
        self.paper, self.sheet, self.layout = paper, sheet, paper.layout
        kegiatan = paper.kegiatan
        wide = self.layout.text_width
        self.head = ListHead.of(
            kegiatan,
            paper.session,
            paper.dates,
            paper.role,
            self.layout,
            Kop.of(kegiatan.letterhead, wide, paper.files),
        )
        self.columns = list_columns(paper.profile, paper.options.columns, kegiatan.papers, paper.dates, wide)
        place = date_text(paper.dates[-1] if paper.dates else paper.session.on_date)
        self.block = SignatureBlock.of(
            kegiatan.signers(paper.key),
            ", ".join(part for part in (clean(kegiatan.issue_city), place) if part),
            wide,
            nip_dot=kegiatan.papers.nip_dot,
        )
        self.totals = self._totals()
        self.rows = ListRows(self.columns, kegiatan.papers.name_case, paper.row_mm, paper.session.on_date)

    def print(self, progress: Progress) -> int:
        """Draw all pages; returns how many."""
        rows = self._rows()
        counts = self._page_counts(rows)
        at, total = 0, len(counts)
        for page, count in enumerate(counts, start=1):
            self._draw_page(rows[at : at + count], page, total)
            at += count
            progress(page, total)
        return self.sheet.save()

    # rows ------------------------------------------------------------------------------------

    def _rows(self) -> list[Row]:
        """All rows: names, kept places of missing numbers, then spare rows."""
        paper = self.paper
        rows = [self.rows.row(number, person) for number, person in numbered(paper.people)]
        wanted = paper.options.spare_rows
        if not rows and paper.options.blank_rows:
            wanted = paper.options.blank_rows
        spare = max(0, self._filling(rows) if wanted is None else wanted)
        spare += (len(rows) + spare) % self.rows.pair
        rows += [self.rows.row(number, None) for number in range(len(rows) + 1, len(rows) + spare + 1)]
        return self.rows.level(rows)

    def _filling(self, rows: list[Row]) -> int:
        """Spare rows that fill the last page: at least four, or two where four would cost a page.

        Only peserta walk in: lists of other roles keep to the least.
        """
        row = self.paper.row_mm
        base, counts, level = self._with_spare(rows, LEAST_SPARE)
        fewer = self._with_spare(rows, LEAST_SPARE // 2)
        if len(fewer[1]) < len(counts):
            base, counts, level = fewer
        last = level[len(level) - counts[-1] :]
        if self.paper.role is not Role.PESERTA or (len(counts) > 1 and len(last) <= base):
            return base
        room = (self._first if len(counts) == 1 else self._later) - self._tail
        more = int((room - sum(r.height for r in last)) / row + 1e-6)
        if self.paper.profile == "B":
            more = min(more, ROWS_B - counts[-1])
        return base + max(0, more - more % self.rows.pair)

    def _with_spare(self, rows: list[Row], least: int) -> tuple[int, list[int], list[Row]]:
        """So many spare rows, made up to whole pairs; the rows per page they lead to; all rows."""
        base = least + (len(rows) + least) % self.rows.pair
        level = self.rows.level(rows + [Row((), self.paper.row_mm)] * base)
        return base, self._page_counts(level), level

    # pages -----------------------------------------------------------------------------------

    @cached_property
    def _first(self) -> float:
        return self.layout.floor - self.head.bottom - HEADER_MM

    @cached_property
    def _later(self) -> float:
        top = self.head.bottom if self.head.slim else self.layout.top + NEXT_PAGE_TOP
        return self.layout.floor - top - HEADER_MM

    @property
    def _tail(self) -> float:
        totals = TOTALS_MM if self.totals else 0.0
        return totals + (TAIL_GAP + self.block.height if self.block.columns else 0.0)

    def _page_counts(self, rows: list[Row]) -> list[int]:
        pair = self.rows.pair
        units = [sum(row.height for row in rows[n : n + pair]) for n in range(0, len(rows), pair)]
        most = ROWS_B if self.paper.profile == "B" else 10**9
        counts = paginate(units, self._first, self._later, self._tail, most, least_tail=2 // pair)
        return [count * pair for count in counts]

    def _draw_page(self, rows: list[Row], page: int, total: int) -> None:
        sheet, layout = self.sheet, self.layout
        sheet.begin_page()
        if page == 1 or self.head.slim:
            self.head.draw(sheet)
            y = self.head.bottom
        else:
            running_header(sheet, self.head.running)
            y = layout.top + NEXT_PAGE_TOP
        draw_header(sheet, self.columns, layout.left, y, HEADER_MM)
        draw_grid(sheet, self.columns, [row.height for row in rows], layout.left, y, HEADER_MM)
        below = draw_rows(sheet, self.columns, rows, layout.left, y + HEADER_MM)
        self._draw_signs(rows, y + HEADER_MM)
        if page == total:
            self._draw_tail(below)
        footer(sheet, page, total, clean(self.paper.options.stamp))

    def _draw_tail(self, y: float) -> None:
        if self.totals:
            self.sheet.put(self.layout.left, y + 4.6, self.totals, Face.REGULAR, 9)
            y += TOTALS_MM
        if self.block.columns:
            self.block.draw(self.sheet, self.layout.left, y + TAIL_GAP)

    def _draw_signs(self, rows: list[Row], y: float) -> None:
        """Numbers inside the signature cells, and the marks of those who were recorded."""
        sign = self.columns[-1]
        if self.paper.profile == "C":
            return
        left = self.layout.left + self.layout.text_width - sign.width
        half = sign.width / 2 if sign.paired else 0.0
        marks = self._marks
        for n, row in enumerate(rows):
            number = row.cells[0].parts[0].lines[0]
            x = left + (half if n % 2 else 0.0)
            face = Face.REGULAR if sign.paired else Face.BOLD
            self.sheet.put(x + 1, y + 4, f"{number}.", face, 9)
            if word := marks.get(int(number)):
                middle = x + (half or sign.width) / 2 + 2
                self.sheet.put(middle, y + row.height / 2 + 1.4, word, Face.ITALIC, 9, "c")
            y += row.height

    @cached_property
    def _marks(self) -> dict[int, str]:
        marks = self.paper.options.marks
        return {
            number: marks[person.id].value
            for number, person in numbered(self.paper.people)
            if person is not None and person.id in marks
        }

    def _totals(self) -> str:
        options = self.paper.options
        if not options.totals:
            return ""
        shown = {column.key for column in self.columns}
        return totals_line(self.paper.people, shown, options.marks, self.paper.session.on_date)
