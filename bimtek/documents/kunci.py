"""The key of a question sheet: for the one who keys the answers in, never for the hall."""

from dataclasses import dataclass
from string import ascii_lowercase
from typing import BinaryIO, ClassVar

from bimtek.documents import samples
from bimtek.documents.base import Problem, Progress, refuse_blocking, silent
from bimtek.documents.fonts import Face
from bimtek.documents.lembar_soal import TEST_NAMES, form_mark, form_sheet, no_questions
from bimtek.documents.page import MM, Sheet, footer, running_header
from bimtek.documents.tables import (
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
from bimtek.documents.text import clean, fit, sizes, wrap
from bimtek.domain.form import Form
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.questions.view import QuestionView
from bimtek.domain.text import Text, _

WARNING = "RAHASIA. Simpan terpisah dari lembar soal; jangan dibagikan kepada peserta."
HEADER_MM, ROW_MM = 8.0, 8.0
COLUMNS = (
    Column("no", "No", 12, 12, align="c"),
    Column("kunci", "Kunci", 40, 30),
    Column("soal", "Soal", 100, 60, grows=True),
)


@dataclass(frozen=True, kw_only=True)
class Kunci:
    """The right letters of one form in the order of the sheet printed with the same seed."""

    key: ClassVar[str] = "kunci"
    title: ClassVar[Text] = _("Kunci jawaban")

    kegiatan: Kegiatan
    form: Form
    seed: int

    def problems(self) -> list[Problem]:
        """An empty form."""
        return no_questions(self.form)

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the key."""
        refuse_blocking(self.problems())
        name = f"KUNCI {TEST_NAMES[self.form.kind]}"
        sheet = form_sheet(out, self.kegiatan, name)
        layout = sheet.layout
        columns = share_out(COLUMNS, layout.text_width)
        views = self.form.view(self.seed)
        letters = self.form.paper_key(self.seed)
        rows = [
            _row(n, view, given, columns)
            for n, (view, (_id, given)) in enumerate(zip(views, letters, strict=True), start=1)
        ]
        title = wrap(clean(self.kegiatan.title), layout.text_width * MM, Face.REGULAR, 10)
        first = layout.top + 19 + 4.6 * len(title)
        later = layout.top + 5
        rooms = (layout.floor - first - HEADER_MM, layout.floor - later - HEADER_MM)
        counts = paginate([row.height for row in rows], *rooms, 0)
        at = 0
        for page, count in enumerate(counts, start=1):
            sheet.begin_page()
            if page == 1:
                _draw_head(sheet, name, title)
            else:
                running_header(sheet, f"{name} – {clean(self.kegiatan.title)}")
            y = first if page == 1 else later
            part = rows[at : at + count]
            draw_header(sheet, columns, layout.left, y, HEADER_MM)
            draw_grid(sheet, columns, [row.height for row in part], layout.left, y, HEADER_MM)
            draw_rows(sheet, columns, part, layout.left, y + HEADER_MM)
            footer(sheet, page, len(counts), form_mark(self.form, self.seed))
            at += count
            progress(page, len(counts))
        return sheet.save()

    @classmethod
    def sample(cls) -> "Kunci":
        """The key of three invented questions."""
        return cls(kegiatan=samples.kegiatan(), form=samples.form(), seed=1)


def key_text(letters: tuple[str, ...]) -> str:
    """Letters of one question as printed: "B", or "a. B  b. C" for several boxes."""
    if len(letters) == 1:
        return letters[0] or "–"
    pairs = zip(ascii_lowercase, letters, strict=False)
    return "  ".join(f"{mark}. {letter or '–'}" for mark, letter in pairs)


def _row(n: int, view: QuestionView, letters: tuple[str, ...], columns: tuple[Column, ...]) -> Row:
    key = fit(key_text(letters), (columns[1].width - 3) * MM, 1e9, Face.BOLD, sizes(12, 8), max_lines=2)
    stem = fit_cell(clean(f"{view.story} {view.stem}"), columns[2], 14, (9.5, 9, 8.5, 8))
    cells = (Cell.of(fit_cell(str(n), columns[0], ROW_MM)), Cell.of(key, face=Face.BOLD), Cell.of(stem))
    return Row(cells, max(ROW_MM, *(cell.height + 2 for cell in cells)))


def _draw_head(sheet: Sheet, name: str, title: list[str]) -> None:
    layout = sheet.layout
    y = layout.top + 5
    sheet.put(layout.centre, y, name, Face.BOLD, 14, "c")
    for line in title:
        y += 4.6
        sheet.put(layout.centre, y, line, Face.REGULAR, 10, "c")
    sheet.put(layout.left, y + 8, WARNING, Face.BOLD, 9.5)
