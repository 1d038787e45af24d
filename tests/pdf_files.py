"""PDFs as facilitators bring them, made by the tests: sound ones, locked ones, damaged ones."""

import io

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

WIDE = (960, 540)
COLOURS = ((1, 0, 0), (0, 0.5, 0), (0, 0, 1))


def pdf(pages=3, size=WIDE, password=""):
    """Return a PDF whose pages are filled red, green, blue in turn."""
    out = io.BytesIO()
    locked = StandardEncryption(password) if password else None
    canvas = Canvas(out, pagesize=size, encrypt=locked)
    for number in range(pages):
        canvas.setFillColorRGB(*COLOURS[number % 3])
        canvas.rect(0, 0, *size, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
