"""Parts of instruction sheets: a bar with a heading, and numbered lines under it."""

from bimtek.documents.fonts import Face
from bimtek.documents.page import MM, Layout, Sheet
from bimtek.documents.text import clean, wrap

LINE = 1.3  # of the size of the letters, from one baseline to the next
BAR = 7.0
INDENT = 7.0


def heading(sheet: Sheet, layout: Layout, y: float, text: str, size: float = 11.5) -> float:
    """Write a heading on a grey bar whose top is `y`; returns the first baseline under it."""
    sheet.box(layout.left, y, layout.text_width, BAR, grey=0.9)
    sheet.put(layout.left + 2, y + BAR / 2 + size / MM * 0.35, clean(text, Face.BOLD), Face.BOLD, size)
    return y + BAR + size / MM * 1.2


def numbered(sheet: Sheet, layout: Layout, y: float, lines: tuple[str, ...], size: float) -> float:
    """Write lines numbered from 1, broken where they are long; returns the next free baseline."""
    step = size * LINE / MM
    for number, text in enumerate(lines, start=1):
        sheet.put(layout.left + INDENT - 1.5, y, f"{number}.", Face.REGULAR, size, "r")
        for line in wrap(clean(text), (layout.text_width - INDENT) * MM, Face.REGULAR, size):
            sheet.put(layout.left + INDENT, y, line, Face.REGULAR, size)
            y += step
    return y
