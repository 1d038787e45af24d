"""The attendance list: 10,000 rows of profile A beside the same page drawn by hand.

The floor puts the same texts and lines on a bare canvas, knowing every position beforehand: no
wrapping, no measuring, no numbering.
"""

import io
from collections.abc import Callable
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from bimtek.documents import samples
from bimtek.documents.daftar_hadir import DaftarHadir, ListOptions
from bimtek.documents.fonts import Face
from bimtek.documents.list_columns import list_columns
from bimtek.documents.page import MM, Layout
from bimtek.documents.tables import fit_cell
from bimtek.domain.kegiatan import Paper
from bimtek.domain.people import Participation
from tests.bench.row import Figures, cpu_s, in_turns
from tests.bench.stores import Stores

ROWS = 10_000
EDGES = (20, 29, 79, 88, 128, 155, 177.5, 200)
PER_PAGE = 24
Texts = list[tuple[str, tuple[str, ...]]]
TOP, ROW = 26.0, 10.0


def crowd(count: int) -> tuple[Participation, ...]:
    """People of whom no two have the same name."""
    return tuple(
        replace(entry, person=replace(entry.person, name=replace(entry.person.name, name=_name(n))))
        for n, entry in enumerate(samples.people(count))
    )


def _name(n: int) -> str:
    parts = ("Siti", "Nur", "Agus", "Dwi", "Tri", "Sri", "Eko", "Budi", "Ayu", "Rini", "Wahyu", "Endah")
    words = [parts[n // 12**k % 12] for k in range(4)]
    return f"{words[0]} {words[1]}{words[2].lower()} {words[3]}{n % 7 * 'o'}"


def ours(rows: int = ROWS) -> Callable[[], bytes]:
    """The list as the product makes it."""
    kegiatan = replace(samples.kegiatan(), sample=False)
    people = crowd(rows)
    paper = DaftarHadir(
        kegiatan=kegiatan, session=kegiatan.sessions[0], people=people, options=ListOptions(spare_rows=0)
    )

    def run() -> bytes:
        out = io.BytesIO()
        paper.write(out)
        return out.getvalue()

    return run


def floor(rows: int = ROWS) -> Callable[[], bytes]:
    """The same grid and texts on a bare canvas, one text object and one list of lines per page."""
    layout = Layout.of(Paper.A4)
    columns = list_columns("A", (), samples.kegiatan().papers, (), layout.text_width)
    texts = [
        [
            (column.align, fit_cell(value, column, ROW).lines)
            for column, value in zip(
                columns[1:],
                (p.person.name.full, p.person.sex.value, p.person.office_line, p.person.village_line),
                strict=False,
            )
        ]
        for p in crowd(rows)
    ]

    def run() -> bytes:
        out = io.BytesIO()
        size = (layout.width * MM, layout.height * MM)
        canvas = Canvas(out, pagesize=size, invariant=1, initialFontName=Face.REGULAR)
        for start in range(0, rows, PER_PAGE):
            _floor_page(canvas, texts[start : start + PER_PAGE], start, size[1])
        canvas.save()
        return out.getvalue()

    return run


def _floor_page(canvas: Canvas, texts: list[Texts], start: int, high: float) -> None:
    pen = canvas.beginText()
    pen.setFont(Face.REGULAR, 9)
    for n, cells in enumerate(texts):
        y = high - (TOP + n * ROW + 6) * MM
        number = str(start + n + 1)
        pen.setTextOrigin(22 * MM, y)
        pen.textOut(number)
        for x, (_align, lines) in zip(EDGES[1:], cells, strict=False):
            for k, line in enumerate(lines):
                pen.setTextOrigin((x + 1.2) * MM, y - 10 * k)
                pen.textOut(line)
        pen.setTextOrigin((EDGES[5 + n % 2] + 1) * MM, y + 2 * MM)
        pen.textOut(number + ".")
    bottom = high - (TOP + len(texts) * ROW) * MM
    lines = [(x * MM, high - TOP * MM, x * MM, bottom) for x in EDGES]
    for n in range(len(texts) + 1):
        y = high - (TOP + n * ROW) * MM
        lines.append((EDGES[0] * MM, y, EDGES[5 if n % 2 else 7] * MM, y))
    canvas.setLineWidth(0.5)
    canvas.lines(lines)
    canvas.drawText(pen)
    canvas.showPage()


def measure(stores: Stores) -> Figures:
    """CPU seconds for all rows."""
    ours_run, floor_run = ours(), floor()
    return in_turns(lambda: cpu_s(ours_run), lambda: cpu_s(floor_run))
