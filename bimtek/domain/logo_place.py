"""Where a logo stands in a kop, in millimetres on a grid; every rule about it is a pure function.

The middle of a kop belongs to its text. A logo stands in the outer SIDE millimetres at the left or at the
right, and keeps its distance from that edge of the text area whatever the sheet: the narrowest text area is
that of letters (165 mm on A4), the widest that of lying F4 (300 mm), and on all of them there is room
between the two sides.

`shape` is height divided by width of a picture; what a logo measures is its width, so it keeps its shape.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import floor

GRID = 1.0
SIDE = 50.0  # how far a logo may reach in from its edge
AREA = 40.0  # how deep it may reach down
NARROWEST, WIDEST, HIGHEST = 8.0, 40.0, 32.0
_USUAL_WIDTH, _USUAL_HEIGHT = 20.0, 24.0
_CLOSE = 1e-6  # what adding and dividing lose


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoPlace:
    """`x` is the room between the logo and the left edge of the text area, or the right one: `from_right`.

    `y` is the room above it, within the kop. All in millimetres.
    """

    x: float
    y: float
    width: float
    from_right: bool = False

    def left(self, across: float) -> float:
        """Where it begins, from the left edge of a text area so wide."""
        return across - self.x - self.width if self.from_right else self.x


def width_limits(shape: float) -> tuple[float, float]:
    """The least and the greatest width; a picture too slender for the grid has just one."""
    exact = min(WIDEST, HIGHEST / shape)
    greatest = floor(exact / GRID) * GRID or exact
    return min(NARROWEST, greatest), greatest


def kept_inside(place: LogoPlace, shape: float) -> LogoPlace:
    """The nearest place within all limits, on the grid or not."""
    low, high = width_limits(shape)
    width = _between(low, place.width, high)
    return replace(
        place,
        width=width,
        x=_between(0.0, place.x, SIDE - width),
        y=_between(0.0, place.y, AREA - width * shape),
    )


def snapped(place: LogoPlace, shape: float) -> LogoPlace:
    """The nearest place on the grid and within all limits."""
    low, high = width_limits(shape)
    width = _between(low, _on_grid(place.width), high)
    return replace(
        place,
        width=width,
        x=_between(0.0, _on_grid(place.x), floor(SIDE - width)),
        y=_between(0.0, _on_grid(place.y), floor(AREA - width * shape + _CLOSE)),
    )


def put_at(left: float, top: float, width: float, shape: float, across: float) -> LogoPlace:
    """The place nearest to where a logo was put on a text area so wide; its middle says at which side."""
    from_right = left + width / 2 > across / 2
    x = across - left - width if from_right else left
    return snapped(LogoPlace(x=x, y=top, width=width, from_right=from_right), shape)


def reaches_middle(left: float, width: float, across: float) -> bool:
    """True when a logo put there would stand where the text is."""
    return left + width > SIDE + GRID / 2 and left < across - SIDE - GRID / 2


def moved(place: LogoPlace, shape: float, right: float, down: float) -> LogoPlace:
    """A step further right or down; less than nothing is left or up.

    A step into the middle from where it begins leads over it, to the other side.
    """
    inward = -right if place.from_right else right
    innermost = floor(SIDE - place.width)
    if inward > 0 and place.x >= innermost:
        return snapped(replace(place, from_right=not place.from_right, x=innermost), shape)
    return snapped(replace(place, x=place.x + inward, y=place.y + down), shape)


def resized(place: LogoPlace, shape: float, width: float) -> LogoPlace:
    """Another width, at the same edge and as high up as before; what has no room takes what there is."""
    room = min(SIDE - place.x, (AREA - place.y) / shape)
    low, _high = width_limits(shape)
    return snapped(replace(place, width=max(low, min(_on_grid(width), floor(room + _CLOSE)))), shape)


def free_place(shape: float, others: Iterable[tuple[LogoPlace, float]]) -> LogoPlace:
    """Where one more logo goes: the first room at the right, then at the left, else over the others."""
    width = min(_USUAL_WIDTH, _USUAL_HEIGHT / shape)
    first = snapped(LogoPlace(x=0.0, y=0.0, width=width, from_right=True), shape)
    taken = list(others)
    for from_right in (True, False):
        for x in range(floor(SIDE - first.width) + 1):
            tried = replace(first, x=float(x), from_right=from_right)
            if not any(_overlap(tried, shape, *other) for other in taken):
                return tried
    return first


def _overlap(one: LogoPlace, shape: float, other: LogoPlace, its_shape: float) -> bool:
    return (
        one.from_right == other.from_right
        and one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.width * its_shape
        and other.y < one.y + one.width * shape
    )


def _on_grid(length: float) -> float:
    return floor(length / GRID + 0.5) * GRID


def _between(low: float, value: float, high: float) -> float:
    return max(low, min(value, high))
