"""Pages: exact sizes, margins, and a sheet to draw on in millimetres from the top left corner."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bimtek.documents.colours import Colour, colour
from bimtek.documents.fonts import Face, font, glyphs, runs, width
from bimtek.domain.kegiatan import Paper

MM = 72 / 25.4
SIZES_MM = {Paper.A4: (210.0, 297.0), Paper.F4: (215.0, 330.0)}
HAIR, THICK = 0.5, 1.5  # line widths in points; 0.5 pt = 0.18 mm still prints
SAMPLE_MARK = "CONTOH"
_ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


@dataclass(frozen=True, slots=True)
class Layout:
    """Size and margins of a page, in millimetres."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @classmethod
    def of(cls, paper: Paper, *, landscape: bool = False, spj: bool = False) -> "Layout":
        """House margins; SPJ bundles are bound at the left of upright and the top of lying pages."""
        short, long = SIZES_MM[paper]
        if landscape:
            return cls(long, short, 15, 15, 18 if spj else 12, 12)
        return cls(short, long, 26 if spj else 20, 10, 12, 15)

    @property
    def text_width(self) -> float:
        """Millimetres between the side margins."""
        return self.width - self.left - self.right

    @property
    def floor(self) -> float:
        """Lowest y that content may reach."""
        return self.height - self.bottom

    @property
    def centre(self) -> float:
        """The x halfway between the side margins."""
        return self.left + self.text_width / 2


class Box(NamedTuple):
    """A rectangle in millimetres; x and y are its top left corner."""

    x: float
    y: float
    w: float
    h: float


def within(shape: tuple[float, float], box: Box, align: str = "c") -> Box:
    """Where a picture of this width and height stands when it fills a box as far as its shape allows."""
    x, y, w, h = box
    wide, high = shape
    scale = min(w / wide, h / high)
    drawn_w, drawn_h = wide * scale, high * scale
    x += {"l": 0.0, "c": (w - drawn_w) / 2, "r": w - drawn_w}[align]
    y += (h - drawn_h) / 2
    return Box(x, y, drawn_w, drawn_h)


class Sheet:
    """A PDF being drawn. Coordinates are millimetres from the top left; `y` of text is its baseline.

    Text of a page is gathered in one text object and written as PDF operators by ourselves: ASCII
    keeps its own codes in the embedded fonts, so most lines need no translation at all (the canvas
    would look at every letter, and lists are long).
    """

    def __init__(
        self, out: BinaryIO, layout: Layout, title: str, *, author: str = "", sample: bool = False
    ) -> None:
        for face in Face:
            glyphs(face)
        self.layout = layout
        size = (layout.width * MM, layout.height * MM)
        first_font: Any = str(Face.REGULAR)  # its stub says float
        self.canvas: Any = Canvas(  # Any: its stubs leave out the parts that put() writes to
            out,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=first_font,
            lang="id-ID",
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setCreator("Bimtek")
        self.pages = 0
        self._height = size[1]
        self._text: list[str] = []
        self._font: tuple[str, int, float] | None = None
        self._sample = sample
        self._fresh = True
        if sample:
            self._define_mark()

    def begin_page(self, *, mark: bool = True) -> None:
        """Start the next page; `mark` False leaves CONTOH out."""
        if not self._fresh:
            self.end_page()
        self._fresh = False
        self.pages += 1
        if self._sample and mark:
            self.canvas.doForm(SAMPLE_MARK)

    def end_page(self) -> None:
        """Finish the current page."""
        self.flush()
        self.canvas.showPage()
        self._fresh = True

    @contextmanager
    def form(self, name: str) -> Iterator[None]:
        """Draw what many pages share once; `place` puts it on a page. Not while a page is open."""
        self.canvas.beginForm(name, 0, 0, self.layout.width * MM, self.layout.height * MM)
        yield
        self.flush()
        self.canvas.endForm()

    @contextmanager
    def ink(self, text: Colour) -> Iterator[None]:
        """Write text in a colour instead of black."""
        self.flush()
        self.canvas.setFillColorRGB(*text)
        yield
        self.flush()
        self.canvas.setFillGray(0)

    def place(self, name: str) -> None:
        """Put a form on the page, under the text written later."""
        self.flush()
        self.canvas.doForm(name)

    def save(self) -> int:
        """Finish the file; returns its pages."""
        if not self._fresh:
            self.end_page()
        self.canvas.save()
        return self.pages

    def put(
        self, x: float, y: float, text: str, face: Face = Face.REGULAR, size: float = 10, align: str = "l"
    ) -> None:
        """Write one line of text: `align` is "l", "c" or "r" around x. Always black."""
        if not text:
            return
        if align != "l":
            x -= width(text, face, size) / MM / (2 if align == "c" else 1)
        code = self._text
        at = f"1 0 0 1 {x * MM:.2f} {self._height - y * MM:.2f} Tm"
        if text.isascii() and text.isprintable():
            self._select(face, 0, size)
            if "(" in text or ")" in text or "\\" in text:
                text = text.translate(_ESCAPES)
            code.append(f"{at} ({text}) Tj")
            return
        code.append(at)
        for name, part in runs(text, face):
            for subset, chunk in font(name).splitString(part, self.canvas._doc):
                self._select(name, subset, size)
                code.append(f"({self.canvas._escape(chunk)}) Tj")

    def flush(self) -> None:
        """Put the gathered text on the page, over what was drawn before."""
        if self._text:
            self.canvas._code.append("BT")
            self.canvas._code += self._text
            self.canvas._code.append("ET")
            self._text = []
            self._font = None

    def _select(self, name: str, subset: int, size: float) -> None:
        if self._font != (name, subset, size):
            self._font = (name, subset, size)
            internal = font(name).getSubsetInternalName(subset, self.canvas._doc)
            self._text.append(f"{internal} {size:g} Tf")

    def lines(self, segments: list[tuple[float, float, float, float]], weight: float = HAIR) -> None:
        """Draw straight lines given as x1, y1, x2, y2."""
        high = self._height
        self.canvas.setLineWidth(weight)
        self.canvas.lines([(x1 * MM, high - y1 * MM, x2 * MM, high - y2 * MM) for x1, y1, x2, y2 in segments])

    def box(
        self, x: float, y: float, w: float, h: float, *, weight: float = HAIR, grey: float | None = None
    ) -> None:
        """Draw a rectangle; `grey` fills it (1 is white) without an outline."""
        if grey is not None:
            self.canvas.setFillGray(grey)
        self.canvas.setLineWidth(weight)
        top = self._height - (y + h) * MM
        self.canvas.rect(x * MM, top, w * MM, h * MM, stroke=int(grey is None), fill=int(grey is not None))
        self.canvas.setFillGray(0)

    def picture(self, image: ImageReader, x: float, y: float, w: float, h: float, align: str = "c") -> None:
        """Draw an image whole inside a box, keeping its shape; `align` places it left, centre or right."""
        x, y, drawn_w, drawn_h = within(image.getSize(), Box(x, y, w, h), align)
        bottom = self._height - (y + drawn_h) * MM
        self.canvas.drawImage(image, x * MM, bottom, drawn_w * MM, drawn_h * MM, mask="auto")

    def _define_mark(self) -> None:
        """CONTOH across the page in outline: legible in black and white, hides nothing under it."""
        canvas, layout = self.canvas, self.layout
        with self.form(SAMPLE_MARK):
            canvas.translate(layout.width * MM / 2, layout.height * MM / 2)
            canvas.rotate(32)
            canvas.setFillColorRGB(*colour("sample"))
            canvas.setFont(Face.BOLD, 110)
            canvas.drawCentredString(0, -38, SAMPLE_MARK)


def footer(sheet: Sheet, page: int, total: int, stamp: str = "") -> None:
    """`Halaman x dari y` at the right foot; a print stamp, when there is one, at the left."""
    layout = sheet.layout
    y = layout.height - 9
    sheet.put(layout.width - layout.right, y, f"Halaman {page} dari {total}", Face.REGULAR, 8, "r")
    sheet.put(layout.left, y, stamp, Face.REGULAR, 8)


def running_header(sheet: Sheet, text: str) -> None:
    """The 8 pt line on top of every page after the first."""
    layout = sheet.layout
    limit = layout.text_width * MM
    size = 8.0
    while size > 6 and width(text, Face.REGULAR, size) > limit:
        size -= 0.25
    while width(text, Face.REGULAR, size) > limit:
        text = text[:-2].rstrip() + "…"
    sheet.put(layout.left, layout.top + 2.5, text, Face.REGULAR, size)
