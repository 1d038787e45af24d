"""Parts of letters: justified paragraphs, a titled head, and label-colon-value lines."""

from bimtek.documents.fonts import Face, width
from bimtek.documents.page import MM, Layout, Sheet
from bimtek.documents.text import NBSP, wrap

SIZE = 12.0
LEAD = 6.0
LABEL_MM, COLON_MM = 38.0, 4.0


def paragraph(sheet: Sheet, layout: Layout, y: float, text: str, indent: float = 0.0) -> float:
    """Write a justified paragraph from baseline y on; returns the next free baseline."""
    limit = layout.text_width * MM
    blank = " " * round(indent * MM / width(" ", Face.REGULAR, SIZE)) if indent else ""
    lines = wrap(blank.replace(" ", NBSP) + text, limit, Face.REGULAR, SIZE)
    for n, line in enumerate(lines):
        if n < len(lines) - 1:
            _justified(sheet, layout.left, y, line, limit)
        else:
            sheet.put(layout.left, y, line, Face.REGULAR, SIZE)
        y += LEAD
    return y


def _justified(sheet: Sheet, x: float, y: float, line: str, limit: float) -> None:
    words = line.split(" ")
    spare = limit - width(line, Face.REGULAR, SIZE)
    gap = width(" ", Face.REGULAR, SIZE) + spare / max(1, len(words) - 1)
    at = x * MM
    for word in words:
        sheet.put(at / MM, y, word, Face.REGULAR, SIZE)
        at += width(word, Face.REGULAR, SIZE) + gap


def facts(sheet: Sheet, layout: Layout, y: float, lines: list[tuple[str, str]]) -> float:
    """Write label, colon and value under each other, long values broken; returns the next baseline."""
    limit = (layout.text_width - LABEL_MM - COLON_MM) * MM
    for label, value in lines:
        sheet.put(layout.left, y, label, Face.REGULAR, SIZE)
        sheet.put(layout.left + LABEL_MM, y, ":", Face.REGULAR, SIZE)
        for line in wrap(value, limit, Face.REGULAR, SIZE) or [""]:
            sheet.put(layout.left + LABEL_MM + COLON_MM, y, line, Face.REGULAR, SIZE)
            y += LEAD
    return y
