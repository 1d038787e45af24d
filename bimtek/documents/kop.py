"""The letterhead: logos and three tiers over a double rule, one wide picture, or nothing."""

from dataclasses import dataclass, field

from reportlab.lib.utils import ImageReader

from bimtek.documents.base import Files
from bimtek.documents.fonts import Face
from bimtek.documents.page import MM, THICK, Sheet
from bimtek.documents.pictures import WIDE_PIXELS, load
from bimtek.documents.text import Fitted, balance, clean, fit, sizes, wrap
from bimtek.domain.kegiatan import Letterhead

LOGO_BOX = (20.0, 24.0)
STRIP = (40.0, 18.0)
STRIP_GAP = 1.5
GAP = 4.0
PICTURE_HEIGHT = 32.0
RULE = 3.0  # below the tiers: air and the double rule
_TIER_GAP = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a kop: baseline below the previous one by `step` millimetres."""

    text: str
    face: Face
    size: float
    step: float


@dataclass(frozen=True, slots=True)
class Kop:
    """A letterhead made ready for a text width (millimetres); draw it on as many pages as needed."""

    width: float
    lines: tuple[Line, ...] = ()
    logos: tuple[ImageReader, ...] = ()
    image: ImageReader | None = None
    height: float = field(default=0.0)

    @classmethod
    def of(cls, letterhead: Letterhead, width: float, files: Files) -> "Kop":
        """Load the pictures and break the tiers into lines.

        Errors: DocumentError when a picture is missing.
        """
        if letterhead.mode == "gambar" and letterhead.image:
            image = load(files, letterhead.image, WIDE_PIXELS)
            wide, high = image.getSize()
            return cls(width, image=image, height=min(PICTURE_HEIGHT, width * high / wide) + 3)
        if letterhead.mode != "teks":
            return cls(width)
        logos = tuple(load(files, name) for name in letterhead.logos[:4])
        left, right = _side_widths(logos)
        lines = _tiers(letterhead, width - left - right)
        if not lines and not logos:
            return cls(width)
        text_height = sum(line.step for line in lines) + 1.0
        logo_height = LOGO_BOX[1] if logos else 0.0
        return cls(width, lines, logos, height=max(text_height, logo_height) + RULE)

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw from the top left corner; returns the y just below, the rule included."""
        if not self.height:
            return y
        if self.image is not None:
            sheet.picture(self.image, x, y, self.width, self.height - 3)
            return y + self.height
        body = self.height - RULE
        self._draw_logos(sheet, x, y, body)
        left, right = _side_widths(self.logos)
        middle = x + left + (self.width - left - right) / 2
        at = y + (body - sum(line.step for line in self.lines) - 1.0) / 2
        for line in self.lines:
            at += line.step
            sheet.put(middle, at, line.text, line.face, line.size, "c")
        rule = y + body + 1.4
        end = x + self.width
        sheet.lines([(x, rule, end, rule)], THICK)
        sheet.lines([(x, rule + 1, end, rule + 1)], 0.5)
        return y + self.height

    def _draw_logos(self, sheet: Sheet, x: float, y: float, body: float) -> None:
        if not self.logos:
            return
        box_w, box_h = LOGO_BOX
        sheet.picture(self.logos[0], x, y + (body - box_h) / 2, box_w, box_h)
        draw_strip(sheet, self.logos[1:], x + self.width, y + body / 2)


def kop_pictures(letterhead: Letterhead) -> tuple[str, ...]:
    """Names of the stored pictures that a letterhead prints."""
    if letterhead.mode == "gambar":
        return (letterhead.image,) if letterhead.image else ()
    return letterhead.logos[:4] if letterhead.mode == "teks" else ()


def draw_strip(sheet: Sheet, logos: tuple[ImageReader, ...], right: float, middle: float) -> None:
    """Draw partner logos in a row that ends at `right`, centred on `middle`."""
    if not logos:
        return
    wide, high = LOGO_BOX if len(logos) == 1 else STRIP
    each = (wide - STRIP_GAP * (len(logos) - 1)) / len(logos)
    for n, logo in enumerate(logos):
        sheet.picture(logo, right - wide + n * (each + STRIP_GAP), middle - high / 2, each, high)


def _side_widths(logos: tuple[ImageReader, ...]) -> tuple[float, float]:
    left = LOGO_BOX[0] + GAP if logos else 0.0
    right = 0.0 if len(logos) < 2 else (LOGO_BOX[0] if len(logos) == 2 else STRIP[0]) + GAP
    return left, right


def _tiers(letterhead: Letterhead, width: float) -> tuple[Line, ...]:
    limit = width * MM
    lines: list[Line] = []
    parent = clean(letterhead.parent)
    if parent:
        fitted = fit(parent, limit, 1e9, Face.REGULAR, sizes(13, 10), max_lines=1)
        lines += _stack(fitted, Face.REGULAR, 5.0)
    unit = clean(letterhead.unit, Face.BOLD)
    if unit:
        fitted = fit(unit, limit, 1e9, Face.BOLD, sizes(14, 10), max_lines=2)
        even = Fitted(tuple(balance(unit, limit, Face.BOLD, fitted.size)), fitted.size)
        lines += _stack(even, Face.BOLD, 5.3)
    for number, address in enumerate(filter(None, map(clean, letterhead.address_lines))):
        step = 3.6 + (_TIER_GAP if number == 0 else 0)
        lines += [Line(part, Face.REGULAR, 9, step) for part in wrap(address, limit, Face.REGULAR, 9)]
    return tuple(lines)


def _stack(fitted: Fitted, face: Face, step: float) -> list[Line]:
    return [Line(text, face, fitted.size, step) for text in fitted.lines]
