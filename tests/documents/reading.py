"""Read produced PDFs back: pages in millimetres, words with their places, lines, fonts."""

import ctypes
import io
import re
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from bimtek.documents.base import Document

MM = 72 / 25.4
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}


@dataclass(frozen=True)
class Word:
    """A word and its box, in millimetres from the top left; the box is as high as the font."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Segment:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def level(self) -> bool:
        return abs(self.y1 - self.y2) < 0.05

    @property
    def upright(self) -> bool:
        return abs(self.x1 - self.x2) < 0.05


class Pdf:
    """A produced file, opened with readers that share no code with the writer."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.document = pypdfium2.PdfDocument(data)

    @classmethod
    def of(cls, paper: Document) -> "Pdf":
        out = io.BytesIO()
        pages = paper.write(out)
        pdf = cls(out.getvalue())
        assert pages == len(pdf)
        return pdf

    def __len__(self) -> int:
        return len(self.document)

    @cached_property
    def sizes(self) -> list[tuple[float, float]]:
        """MediaBox of each page, in millimetres."""
        boxes = [page.get_mediabox() for page in self.document]
        return [((box[2] - box[0]) / MM, (box[3] - box[1]) / MM) for box in boxes]

    @cached_property
    def texts(self) -> list[str]:
        """Text of each page as Poppler reads it, in the order of lines on the page."""
        raw = self._poppler("pdftotext", "-layout", "{}", "-")
        return raw.split("\f")[:-1]

    @property
    def text(self) -> str:
        """All text in one line, single spaces."""
        return flat(" ".join(self.texts))

    @cached_property
    def pages(self) -> list[list[Word]]:
        """Words of each page."""
        raw = self._poppler("pdftotext", "-bbox", "{}", "-")
        return [
            [
                Word(_plain(match[5]), *(float(match[n]) / MM for n in (1, 2, 3, 4)))
                for match in _WORD.finditer(page)
            ]
            for page in raw.split("</page>")[:-1]
        ]

    @cached_property
    def fonts(self) -> list[tuple[str, bool]]:
        """Name of every font, and whether it is embedded."""
        rows = self._poppler("pdffonts", "{}").splitlines()[2:]
        return [(row.split()[0], row.split()[-5] == "yes") for row in rows]

    def inked(self, page: int = 0) -> list[Word]:
        """Words of a page with the box of their ink, from the outlines of their letters."""
        high = self.sizes[page][1]
        textpage = self.document[page].get_textpage()
        words: list[Word] = []
        letters: list[tuple[str, tuple[float, float, float, float]]] = []
        content = textpage.get_text_range()
        for n in range(textpage.count_chars() + 1):
            char = content[n] if n < len(content) else " "
            if not char.isspace():
                letters.append((char, textpage.get_charbox(n)))
                continue
            if letters:
                boxes = [box for _char, box in letters]
                left, right = min(b[0] for b in boxes) / MM, max(b[2] for b in boxes) / MM
                top, bottom = high - max(b[3] for b in boxes) / MM, high - min(b[1] for b in boxes) / MM
                words.append(Word("".join(c for c, _box in letters), left, top, right, bottom))
            letters = []
        return words

    def words(self, text: str, page: int = 0) -> list[Word]:
        """Places where consecutive words stand on one page, each as one box."""
        wanted = text.split()
        found = []
        words = self.pages[page]
        for n in range(len(words) - len(wanted) + 1):
            part = words[n : n + len(wanted)]
            if [word.text for word in part] == wanted:
                found.append(_joined(part))
        return found

    def word(self, text: str, page: int = 0) -> Word:
        """The one place of a text on a page."""
        (only,) = self.words(text, page)
        return only

    def size_of(self, text: str, page: int = 0) -> float:
        """Font size (points) of the first letter of a text on a page."""
        textpage = self.document[page].get_textpage()
        content = textpage.get_text_range()
        at = content.index(text)
        return float(pdfium.FPDFText_GetFontSize(textpage.raw, at))

    def segments(self, page: int = 0) -> list[Segment]:
        """All drawn straight lines of a page (not the edges of fills), in millimetres from the top left."""
        high = self.sizes[page][1]
        found = []
        for item in self.document[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
            fill, stroke = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroke)
            at = (0.0, 0.0)
            for n in range(pdfium.FPDFPath_CountSegments(item.raw) if stroke.value else 0):
                segment = pdfium.FPDFPath_GetPathSegment(item.raw, n)
                x, y = ctypes.c_float(), ctypes.c_float()
                pdfium.FPDFPathSegment_GetPoint(segment, x, y)
                point = (x.value / MM, high - y.value / MM)
                if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
                    found.append(Segment(*at, *point))
                at = point
        return found

    def boxes(self, page: int = 0) -> list[tuple[float, float, float, float]]:
        """Drawn rectangles of a page: left, top, right, bottom in millimetres."""
        high = self.sizes[page][1]
        found = []
        for item in self.document[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
            fill, stroke = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroke)
            if stroke.value and pdfium.FPDFPath_CountSegments(item.raw) == 5:
                left, bottom, right, top = item.get_bounds()
                found.append((left / MM, high - top / MM, right / MM, high - bottom / MM))
        return found

    def strokes(self, page: int = 0) -> list[float]:
        """Width (millimetres) of every drawn path of a page."""
        widths = []
        for item in self.document[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
            width = ctypes.c_float()
            pdfium.FPDFPageObj_GetStrokeWidth(item.raw, width)
            widths.append(width.value / MM)
        return widths

    def fills(self, page: int = 0) -> list[tuple[int, int, int]]:
        """Colour of every filled path of a page."""
        colours = []
        for item in self.document[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
            fill, stroke = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroke)
            parts = [ctypes.c_uint() for _ in range(4)]
            pdfium.FPDFPageObj_GetFillColor(item.raw, *parts)
            if fill.value:
                colours.append((parts[0].value, parts[1].value, parts[2].value))
        return colours

    def images(self, page: int = 0) -> list[tuple[float, float, float, float]]:
        """Boxes of pictures on a page (forms included): left, top, right, bottom in millimetres."""
        high = self.sizes[page][1]
        boxes = []
        for item in self.document[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            left, bottom, right, top = item.get_bounds()
            boxes.append((left / MM, high - top / MM, right / MM, high - bottom / MM))
        return boxes

    def _poppler(self, tool: str, *args: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "paper.pdf"
            path.write_bytes(self.data)
            command = [tool, *(arg.format(path) for arg in args)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            assert done.stderr == "", done.stderr  # a reader has nothing to complain about
            return done.stdout


def flat(text: str) -> str:
    """Single spaces only."""
    return " ".join(text.split())


def _plain(text: str) -> str:
    for entity, char in _ENTITIES.items():
        text = text.replace(entity, char)
    return text


def _joined(words: list[Word]) -> Word:
    return Word(
        " ".join(word.text for word in words),
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )
