"""The question sheet of a test on paper: letters go into boxes, which are keyed in afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase
from typing import BinaryIO, ClassVar, NamedTuple

from bimtek.documents import samples
from bimtek.documents.base import Fix, Problem, Progress, refuse_blocking, silent
from bimtek.documents.fonts import Face
from bimtek.documents.page import MM, Layout, Sheet, footer, running_header
from bimtek.documents.text import balance, clean, fit, sizes, wrap
from bimtek.domain.form import Form
from bimtek.domain.formatting import long_date_list
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.questions.view import Input, Order, PickMany, PickOne, QuestionView, Scale
from bimtek.domain.quiz import TestKind
from bimtek.domain.text import Text, _

HOW = "Tulis huruf jawaban Anda di dalam kotak. Satu kotak satu huruf, kecuali diminta lain."
SEVERAL = "(boleh lebih dari satu)"
IN_ORDER = "(tulis semua huruf menurut urutannya)"
TEST_NAMES = {TestKind.PRE: "PRE-TEST", TestKind.POST: "POST-TEST"}
GAP = 9.0  # between the two columns
BOX_GAP = 2.5


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of one print: points for letters, millimetres for the rest."""

    size: float
    columns: int
    box: float
    number: float
    letter: float
    between: float

    @property
    def lead(self) -> float:
        """Millimetres from line to line."""
        return self.size * 1.22 / MM


NORMAL = Type(size=10.5, columns=2, box=7.0, number=6.5, letter=5.5, between=4.5)
LARGE = Type(size=15, columns=1, box=10.0, number=10.0, letter=8.5, between=8.0)


class Line(NamedTuple):
    """One line of a question: a mark (number or letter) at `mark_x`, text at `x`, a box of `box` mm."""

    text: str
    x: float
    mark: str = ""
    mark_x: float = 0.0
    face: Face = Face.REGULAR
    box: float = 0.0
    box_x: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, kw_only=True)
class LembarSoal:
    """One form as shown for one seed; the key for the same seed has the same numbers."""

    key: ClassVar[str] = "lembar-soal"
    title: ClassVar[Text] = _("Lembar soal")

    kegiatan: Kegiatan
    form: Form
    seed: int
    large: bool = False

    def problems(self) -> list[Problem]:
        """Questions that paper cannot carry, and an empty form."""
        found = no_questions(self.form)
        for item in self.form.uncarried("kertas"):
            message = _("Soal {id} tidak dapat dikerjakan di kertas.", id=item.id)
            found.append(Problem(message, Fix.FORM, blocking=True))
        return found

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the sheet, to be copied for everybody."""
        refuse_blocking(self.problems())
        name = f"SOAL {TEST_NAMES[self.form.kind]}"
        sheet = form_sheet(out, self.kegiatan, name)
        return _Printer(self, sheet, name).print(progress)

    @classmethod
    def sample(cls) -> "LembarSoal":
        """Three invented questions."""
        return cls(kegiatan=samples.kegiatan(), form=samples.form(), seed=1)


def no_questions(form: Form) -> list[Problem]:
    """Say that a form is empty."""
    if form.items:
        return []
    return [Problem(_("Formulir tes ini belum berisi soal."), Fix.FORM, blocking=True)]


def form_sheet(out: BinaryIO, kegiatan: Kegiatan, name: str) -> Sheet:
    """A portrait sheet for the questions or the key of a form."""
    layout = Layout.of(kegiatan.papers.paper)
    return Sheet(out, layout, name, author=clean(kegiatan.organiser), sample=kegiatan.sample)


def form_mark(form: Form, seed: int) -> str:
    """The short mark that ties a sheet to its key: "Pre-test 0042"."""
    return f"{TEST_NAMES[form.kind].capitalize()} {seed % 10_000:04d}"


class _Printer:
    """Sets questions as blocks that stay whole, fills columns with them, then draws."""

    def __init__(self, paper: LembarSoal, sheet: Sheet, name: str) -> None:
        self.paper, self.sheet, self.name = paper, sheet, name
        self.layout = sheet.layout
        self.type = LARGE if paper.large else NORMAL
        self.wide = (self.layout.text_width - GAP * (self.type.columns - 1)) / self.type.columns

    def print(self, progress: Progress) -> int:
        """Draw all pages; returns how many."""
        views = self.paper.form.view(self.paper.seed)
        blocks = [list(self._question(n, view)) for n, view in enumerate(views, start=1)]
        head = self._head_lines()
        first = self.layout.top + 5 + 4.8 * len(head) + 21
        pages = self._columns(blocks, first)
        for page, columns in enumerate(pages, start=1):
            self.sheet.begin_page()
            if page == 1:
                self._draw_head(head)
            else:
                running_header(self.sheet, f"{self.name} – {clean(self.paper.kegiatan.title)}")
            self._draw_columns(columns, first if page == 1 else self.layout.top + 8)
            footer(self.sheet, page, len(pages), form_mark(self.paper.form, self.paper.seed))
            progress(page, len(pages))
        return self.sheet.save()

    # setting -----------------------------------------------------------------------------------

    def _question(self, number: int, view: QuestionView) -> Iterator[Line]:
        start = self.type.box + BOX_GAP
        text_x = start + self.type.number
        only = view.inputs[0] if len(view.inputs) == 1 else None
        has_box = isinstance(only, PickOne | Scale)
        if view.story:
            yield from self._texts(view.story, text_x, f"{number}.", start)
            yield from self._texts(view.stem, text_x, face=Face.ITALIC)
        else:
            box = self.type.box if has_box else 0.0
            yield from self._texts(view.stem, text_x, f"{number}.", start, box=box)
        shared = _shared_options(view.inputs)
        if shared:
            yield from self._options(shared, text_x)
        for place, answer in enumerate(view.inputs):
            mark = f"{ascii_lowercase[place]}." if only is None else ""
            yield from self._input(answer, text_x, mark, boxed=has_box, options=not shared)
        yield Line("", 0, after=self.type.between)

    def _input(self, answer: Input, x: float, mark: str, *, boxed: bool, options: bool) -> Iterator[Line]:
        """The prompt of an input with its box, its choices, and where a longer answer goes."""
        inner = x + (self.type.letter if mark else 0)
        single = isinstance(answer, PickOne | Scale)
        if answer.prompt or mark:
            box = self.type.box if single and not boxed else 0.0
            yield from self._texts(answer.prompt, inner, mark, x, box=box)
        if isinstance(answer, PickOne | PickMany | Order) and options:
            yield from self._options([option.text for option in answer.options], inner)
        if isinstance(answer, Scale):
            steps = [f"{n} = {label}" for n, label in enumerate(answer.labels, start=1)]
            yield from self._texts("; ".join(steps), inner)
        if not single:
            hint = {PickMany: SEVERAL, Order: IN_ORDER}.get(type(answer), "")
            if hint:
                yield from self._texts(hint, inner, face=Face.ITALIC)
            yield Line("", inner, box=self.type.box * 4, box_x=inner, after=2.2)

    def _options(self, options: Sequence[str], x: float) -> Iterator[Line]:
        for letter, option in zip(ascii_uppercase, options, strict=False):
            yield from self._texts(option, x + self.type.letter, f"{letter}.", x)

    def _texts(
        self,
        text: str,
        x: float,
        mark: str = "",
        mark_x: float = 0.0,
        *,
        face: Face = Face.REGULAR,
        box: float = 0.0,
    ) -> Iterator[Line]:
        lines = wrap(clean(text, face), (self.wide - x) * MM, face, self.type.size) or [""]
        for n, line in enumerate(lines):
            if n == 0:
                yield Line(line, x, mark, mark_x, face, box)
            else:
                yield Line(line, x, face=face)

    # columns -----------------------------------------------------------------------------------

    def _columns(self, blocks: list[list[Line]], first: float) -> list[list[list[Line]]]:
        """Pages of columns of lines; a question moves on whole unless it is longer than a column."""
        pages: list[list[list[Line]]] = [[[]]]
        room = self.layout.floor - first
        used = 0.0
        for block in blocks:
            height = sum(self._step(line) for line in block) - block[-1].after
            whole = height <= self.layout.floor - self.layout.top - 8
            for piece in [block] if whole else [[line] for line in block]:
                need = height if whole else self._step(piece[0])
                if used + need > room and pages[-1][-1]:
                    if len(pages[-1]) == self.type.columns:
                        pages.append([])
                        room = self.layout.floor - self.layout.top - 8
                    pages[-1].append([])
                    used = 0.0
                pages[-1][-1].extend(piece)
                used += sum(self._step(line) for line in piece)
        return pages

    def _step(self, line: Line) -> float:
        if not (line.text or line.mark or line.box):
            return line.after
        return max(self.type.lead, line.box and line.box_x and self.type.box + 1.5) + line.after

    def _draw_columns(self, columns: list[list[Line]], top: float) -> None:
        lowest = top
        for place, lines in enumerate(columns):
            x = self.layout.left + place * (self.wide + GAP)
            y = top
            for line in lines:
                self._draw_line(line, x, y)
                y += self._step(line)
            lowest = max(lowest, y)
        if len(columns) > 1:
            middle = self.layout.left + self.wide + GAP / 2
            self.sheet.lines([(middle, top, middle, min(lowest, self.layout.floor))], 0.5)

    def _draw_line(self, line: Line, x: float, y: float) -> None:
        size = self.type.size
        base = y + size * 0.9 / MM
        if line.box:
            high = self.type.box
            box_top = y + 0.8 if line.box_x else y - 0.4
            self.sheet.box(x + line.box_x, box_top, line.box, high, weight=0.75)
            base = box_top + high / 2 + size * 0.33 / MM if line.box_x else base
        self.sheet.put(x + line.mark_x, base, line.mark, Face.REGULAR, size)
        self.sheet.put(x + line.x, base, line.text, line.face, size)

    # head --------------------------------------------------------------------------------------

    def _head_lines(self) -> list[str]:
        title = clean(self.paper.kegiatan.title)
        limit = self.layout.text_width * MM
        size = fit(title, limit, 1e9, Face.REGULAR, sizes(11, 9), max_lines=2).size
        return [*balance(title, limit, Face.REGULAR, size), long_date_list(self.paper.kegiatan.dates)]

    def _draw_head(self, head: list[str]) -> None:
        sheet, layout = self.sheet, self.layout
        y = layout.top + 5
        sheet.put(layout.centre, y, self.name, Face.BOLD, 14, "c")
        for line in head:
            y += 4.8
            sheet.put(layout.centre, y, line, Face.REGULAR, 11 if self.type is LARGE else 10, "c")
        y += 9
        end = layout.left + layout.text_width
        code = end - 45
        for x, label, start, stop in (
            (layout.left, "Nama", layout.left + 14, code - 6),
            (code, "Kode", code + 12, end),
        ):
            sheet.put(x, y, label, Face.REGULAR, 11)
            sheet.lines([(start, y + 0.8, stop, y + 0.8)], 0.5)
        sheet.put(layout.left, y + 7, HOW, Face.ITALIC, 12 if self.type is LARGE else 10)


def _shared_options(inputs: Sequence[Input]) -> list[str]:
    """Options that all rows of a matching question choose from, to be printed once."""
    first = inputs[0]
    if len(inputs) < 2 or not isinstance(first, PickOne):
        return []
    same = all(isinstance(box, PickOne) and box.options == first.options for box in inputs)
    return [option.text for option in first.options] if same and len(first.options) > 2 else []
