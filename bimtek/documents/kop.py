"""The letterhead: logos and three tiers over a double rule, one wide picture, or nothing.

Logos stand in their usual order, or each at its own place (`bimtek.domain.logo_place`): so many millimetres
from the left or the right edge of the text area, so that a wider sheet leaves them at their edge.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from reportlab.lib.utils import ImageReader

from bimtek.documents.base import Files
from bimtek.documents.fonts import Face
from bimtek.documents.fonts import width as text_width
from bimtek.documents.page import MM, THICK, Box, Sheet, within
from bimtek.documents.pictures import WIDE_PIXELS, load
from bimtek.documents.text import Fitted, balance, clean, fit, sizes, wrap
from bimtek.domain.kegiatan import Letterhead
from bimtek.domain.logo_place import LogoPlace, kept_inside

Shape = tuple[float, float]  # width and height of a picture, in whatever unit

LOGO_BOX = (20.0, 24.0)
STRIP = (40.0, 18.0)
STRIP_GAP = 1.5
GAP = 4.0
PICTURE_HEIGHT = 32.0
RULE = 3.0  # below the tiers: air and the double rule
_TIER_GAP = 0.6
_DESCENT = 1.1  # what letters reach below their baseline


class Tier(StrEnum):
    """The parts of the text, from top to bottom."""

    PARENT = "induk"
    UNIT = "unit"
    ADDRESS = "alamat"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a kop: baseline below the previous one by `step` millimetres."""

    text: str
    face: Face
    size: float
    step: float
    tier: Tier


@dataclass(frozen=True, slots=True)
class Kop:
    """A letterhead made ready for a text width (millimetres); draw it on as many pages as needed.

    `shapes` are those of the logos; without `logos` their room stays empty.
    """

    width: float
    lines: tuple[Line, ...] = ()
    logos: tuple[ImageReader, ...] = ()
    image: ImageReader | None = None
    height: float = field(default=0.0)
    shapes: tuple[Shape, ...] = ()
    places: tuple[LogoPlace, ...] = ()

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
        return replace(cls.shaped(letterhead, width, tuple(logo.getSize() for logo in logos)), logos=logos)

    @classmethod
    def shaped(cls, letterhead: Letterhead, width: float, shapes: tuple[Shape, ...]) -> "Kop":
        """Break the tiers into lines beside logos of these shapes, which are not drawn."""
        places = _places(letterhead, shapes)
        bare = cls(width, shapes=shapes, places=places)
        left, right = bare.sides
        lines = _tiers(letterhead, width - left - right)
        if not lines and not shapes:
            return bare
        text_height = sum(line.step for line in lines) + 1.0
        return replace(bare, lines=lines, height=max(text_height, bare._logo_height) + RULE)

    @property
    def sides(self) -> tuple[float, float]:
        """What the logos take from the text at the left and at the right."""
        if not self.places:
            return _side_widths(len(self.shapes))
        reach = {False: 0.0, True: 0.0}
        for place in self.places:
            reach[place.from_right] = max(reach[place.from_right], place.x + place.width + GAP)
        return reach[False], reach[True]

    @property
    def logo_boxes(self) -> tuple[Box, ...]:
        """Where the logos stand, from the top left corner of the kop."""
        frames = self._frames(0.0, 0.0, self.height - RULE)
        return tuple(within(shape, frame) for shape, frame in zip(self.shapes, frames, strict=True))

    @property
    def tiers(self) -> tuple[tuple[Tier, Box], ...]:
        """Where the parts of the text stand, from the top left corner of the kop."""
        found: dict[Tier, Box] = {}
        middle, at = self._text_start(0.0, 0.0)
        for line in self.lines:
            wide = text_width(line.text, line.face, line.size) / MM
            top = found[line.tier].y if line.tier in found else at + _DESCENT
            wide = max(wide, found[line.tier].w if line.tier in found else 0.0)
            at += line.step
            found[line.tier] = Box(middle - wide / 2, top, wide, at + _DESCENT - top)
        return tuple(found.items())

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw from the top left corner; returns the y just below, the rule included."""
        if not self.height:
            return y
        if self.image is not None:
            sheet.picture(self.image, x, y, self.width, self.height - 3)
            return y + self.height
        body = self.height - RULE
        for logo, frame in zip(self.logos, self._frames(x, y, body), strict=False):
            sheet.picture(logo, *frame)
        middle, at = self._text_start(x, y)
        for line in self.lines:
            at += line.step
            sheet.put(middle, at, line.text, line.face, line.size, "c")
        rule = y + body + 1.4
        end = x + self.width
        sheet.lines([(x, rule, end, rule)], THICK)
        sheet.lines([(x, rule + 1, end, rule + 1)], 0.5)
        return y + self.height

    @property
    def _logo_height(self) -> float:
        if self.places:
            drawn = zip(self.places, self.shapes, strict=True)
            return max(place.y + place.width * high / wide for place, (wide, high) in drawn)
        return LOGO_BOX[1] if self.shapes else 0.0

    def _text_start(self, x: float, y: float) -> tuple[float, float]:
        """The middle of the text, and the y its first line is a step below."""
        left, right = self.sides
        body = self.height - RULE
        middle = x + left + (self.width - left - right) / 2
        return middle, y + (body - sum(line.step for line in self.lines) - 1.0) / 2

    def _frames(self, x: float, y: float, body: float) -> Iterator[Box]:
        """The box of each logo, for a kop whose top left corner is there."""
        if self.places:
            for place, (wide, high) in zip(self.places, self.shapes, strict=True):
                yield Box(x + place.left(self.width), y + place.y, place.width, place.width * high / wide)
        elif self.shapes:
            yield Box(x, y + (body - LOGO_BOX[1]) / 2, *LOGO_BOX)
            yield from strip(len(self.shapes) - 1, x + self.width, y + body / 2)


def kop_pictures(letterhead: Letterhead) -> tuple[str, ...]:
    """Names of the stored pictures that a letterhead prints."""
    if letterhead.mode == "gambar":
        return (letterhead.image,) if letterhead.image else ()
    return letterhead.logos[:4] if letterhead.mode == "teks" else ()


def draw_strip(sheet: Sheet, logos: tuple[ImageReader, ...], right: float, middle: float) -> None:
    """Draw partner logos in a row that ends at `right`, centred on `middle`."""
    for logo, frame in zip(logos, strip(len(logos), right, middle), strict=True):
        sheet.picture(logo, *frame)


def strip(count: int, right: float, middle: float) -> Iterator[Box]:
    """The boxes of so many partner logos."""
    wide, high = LOGO_BOX if count == 1 else STRIP
    for n in range(count):
        each = (wide - STRIP_GAP * (count - 1)) / count
        yield Box(right - wide + n * (each + STRIP_GAP), middle - high / 2, each, high)


def _places(letterhead: Letterhead, shapes: tuple[Shape, ...]) -> tuple[LogoPlace, ...]:
    """The places of all logos within their limits, none when the letterhead leaves the order to us."""
    if not letterhead.placed:
        return ()
    given = zip(letterhead.logo_places, shapes, strict=False)
    return tuple(kept_inside(place, high / wide) for place, (wide, high) in given)


def _side_widths(logos: int) -> tuple[float, float]:
    left = LOGO_BOX[0] + GAP if logos else 0.0
    right = 0.0 if logos < 2 else (LOGO_BOX[0] if logos == 2 else STRIP[0]) + GAP
    return left, right


def _tiers(letterhead: Letterhead, width: float) -> tuple[Line, ...]:
    limit = width * MM
    lines: list[Line] = []
    parent = clean(letterhead.parent)
    if parent:
        fitted = fit(parent, limit, 1e9, Face.REGULAR, sizes(13, 10), max_lines=1)
        lines += _stack(fitted, Face.REGULAR, 5.0, Tier.PARENT)
    unit = clean(letterhead.unit, Face.BOLD)
    if unit:
        fitted = fit(unit, limit, 1e9, Face.BOLD, sizes(14, 10), max_lines=2)
        even = Fitted(tuple(balance(unit, limit, Face.BOLD, fitted.size)), fitted.size)
        lines += _stack(even, Face.BOLD, 5.3, Tier.UNIT)
    for number, address in enumerate(filter(None, map(clean, letterhead.address_lines))):
        step = 3.6 + (_TIER_GAP if number == 0 else 0)
        parts = wrap(address, limit, Face.REGULAR, 9)
        lines += [Line(part, Face.REGULAR, 9, step, Tier.ADDRESS) for part in parts]
    return tuple(lines)


def _stack(fitted: Fitted, face: Face, step: float, tier: Tier) -> list[Line]:
    return [Line(text, face, fitted.size, step, tier) for text in fitted.lines]
