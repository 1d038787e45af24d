"""Speed of certificates: the marginal cost of one more front beside a bare form XObject with texts.

The margin is taken between 500 and 2,000. Ours lays out every name and sentence; the floor knows all
positions. No QR yet on either side.
"""

import io
from collections.abc import Callable
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from bimtek.documents import samples
from bimtek.documents.certificate_text import body_text, fit_body
from bimtek.documents.fonts import Face
from bimtek.documents.ornament import draw_frame
from bimtek.documents.page import MM, Sheet
from bimtek.documents.sertifikat import PAGE, Sertifikat, Sides
from bimtek.domain.certificate import CertificateRecord
from tests.bench.row import Figures, cpu_s, in_turns
from tests.bench.stores import Stores

FEW, MANY = 500, 2000


def crowd(count: int) -> list[CertificateRecord]:
    """Records of whom no two have the same name or number."""
    base = replace(samples.certificate(), sample=False)
    return [
        replace(base, name=f"Siti Nur Aisyah {n * 7919:x}", number=f"{n:04d}/X/2024") for n in range(count)
    ]


def ours(count: int) -> Callable[[], bytes]:
    """Fronts as the product makes them."""
    paper = Sertifikat(records=tuple(crowd(count)), sides=Sides.FRONT)

    def run() -> bytes:
        out = io.BytesIO()
        paper.write(out)
        return out.getvalue()

    return run


def floor(count: int) -> Callable[[], bytes]:
    """The same frame as a form XObject, and centred strings on it."""
    records = crowd(count)
    body = fit_body(body_text(records[0]), 225 * MM)

    def run() -> bytes:
        out = io.BytesIO()
        sheet = Sheet(out, PAGE, "floor")
        with sheet.form("template"):
            draw_frame(sheet)
        canvas: Canvas = sheet.canvas
        middle = PAGE.width * MM / 2
        for record in records:
            canvas.doForm("template")
            lines = [(f"Nomor: {record.number}", 11), (f"{record.name}, S.Sos.", 28), (record.position, 12)]
            lines += [("PESERTA", 16), *((line, body.size) for line in body.lines), (record.code, 6.5)]
            for n, (line, size) in enumerate(lines):
                canvas.setFont(Face.BOLD if size > 13 else Face.REGULAR, size)
                canvas.drawCentredString(middle, 400 - 30 * n, line)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return run


def measure(stores: Stores) -> Figures:
    """Marginal CPU milliseconds per certificate."""
    ours_few, ours_many, floor_few, floor_many = ours(FEW), ours(MANY), floor(FEW), floor(MANY)
    return in_turns(lambda: _margin_ms(ours_few, ours_many), lambda: _margin_ms(floor_few, floor_many))


def _margin_ms(few: Callable[[], bytes], many: Callable[[], bytes]) -> float:
    return (cpu_s(many) - cpu_s(few)) / (MANY - FEW) * 1000
