"""The front of a certificate, in millimetres on A4 lying: what all share, and what each one says."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.utils import ImageReader

from bimtek.documents.certificate_text import body_text, fit_body, fit_name
from bimtek.documents.colours import colour
from bimtek.documents.fonts import Face, width
from bimtek.documents.ornament import draw_flourish, draw_frame
from bimtek.documents.page import MM, Sheet
from bimtek.documents.signature import from_left, heads, id_line, post_lines
from bimtek.documents.text import Fitted, balance, clean, fit, keep, sizes, wrap
from bimtek.domain.certificate import CertificateRecord
from bimtek.domain.formatting import date_text
from bimtek.domain.kegiatan import Signatory

TITLE = "SERTIFIKAT"
WIDE = 225.0
LOGO = (22.0, 20.0)
LOGO_GAP = 8.0
LOGO_TOP = 15.5
LOGO_LEFT = 22.0  # where the row begins when it makes room for the code
MIDDLE = 148.5
PROOF = 30.0  # millimetres a side, quiet zone included: the place kept for the signed code
BODY_TOP = 124.0
NAME_AT = 183.0
EMPTY_NUMBER = "………………………………"
Box = tuple[float, float]


def proof_place(signers: int) -> Box:
    """Top left corner of the square kept free: between two signers, or top right above three."""
    return (252.0, 17.0) if signers >= 3 else (133.5, 150.0)


class Template(NamedTuple):
    """What certificates must have in common to share one drawn front."""

    logos: tuple[str, ...]
    organiser: str
    signers: tuple[Signatory, ...]
    place_date: str
    nip_dot: bool

    @classmethod
    def of(cls, record: CertificateRecord) -> "Template":
        """The template a record asks for."""
        place_date = f"{clean(record.issue_city)}, {date_text(record.issued_on)}".lstrip(", ")
        return cls(record.logos[:4], clean(record.organiser), record.signers, place_date, record.nip_dot)

    def draw(self, sheet: Sheet, logos: Sequence[ImageReader]) -> None:
        """Draw everything that does not depend on the person."""
        draw_frame(sheet)
        three = len(self.signers) >= 3
        _draw_logos(sheet, logos, LOGO_LEFT if three else None)
        self._draw_organiser(sheet, bool(logos), 180.0 if three else WIDE)
        _draw_title(sheet)
        sheet.put(MIDDLE, 76, "diberikan kepada:", Face.ITALIC, 12, "c")
        sheet.put(MIDDLE, 109.8, "sebagai", Face.REGULAR, 12, "c")
        draw_flourish(sheet, 97.2, 0, 78.5)
        ranked = from_left(self.signers)
        columns = _columns(len(ranked))
        for (left, wide), signer, head in zip(columns, ranked, heads(ranked, self.place_date), strict=True):
            _draw_signer(sheet, signer, head, left + wide / 2, wide, self.nip_dot)

    def _draw_organiser(self, sheet: Sheet, below_logos: bool, limit: float) -> None:
        text = clean(self.organiser, Face.BOLD).upper()
        fitted = fit(text, limit * MM, 1e9, Face.BOLD, sizes(12, 9), max_lines=2)
        lines = balance(text, limit * MM, Face.BOLD, fitted.size)[:2] if text else []
        y = (43.5 if len(lines) == 1 else 41.0) - (0 if below_logos else 8)
        for n, line in enumerate(lines):
            sheet.put(MIDDLE, y + 5 * n, line, Face.BOLD, fitted.size, "c")


def draw_person(sheet: Sheet, record: CertificateRecord, bodies: dict[str, Fitted]) -> None:
    """Write what one certificate says of its person; `bodies` keeps sentences that come again."""
    sheet.put(MIDDLE, 66.5, f"Nomor: {clean(record.number) or EMPTY_NUMBER}", Face.REGULAR, 11, "c")
    name = fit_name(record.person_name, record.name_case, WIDE * MM)
    _draw_name(sheet, name)
    _draw_position(sheet, clean(record.position))
    role = record.role.upper()
    sheet.put(MIDDLE, 116.6, role, Face.BOLD, min(16, name.size - 1), "c")
    text = body_text(record)
    body = bodies.get(text)
    if body is None:
        body = bodies[text] = fit_body(text, WIDE * MM)
    step = body.size * 1.25 / MM
    for n, line in enumerate(body.lines):
        sheet.put(MIDDLE, BODY_TOP + n * step, line, Face.REGULAR, body.size, "c")
    if code := clean(record.code):
        left, top = proof_place(len(record.signers))
        sheet.put(left + PROOF / 2, top + PROOF + 3.3, f"Kode: {code}", Face.REGULAR, 6.5, "c")


def _draw_name(sheet: Sheet, name: Fitted) -> None:
    if len(name.lines) == 1:
        sheet.put(MIDDLE, 90.5, name.lines[0], Face.BOLD, name.size, "c")
        return
    step = 0.42 * name.size
    for n, line in enumerate(name.lines):
        sheet.put(MIDDLE, 88.4 + (n - 0.5) * step, line, Face.BOLD, name.size, "c")


def _draw_position(sheet: Sheet, text: str) -> None:
    if not text:
        return
    fitted = fit(text, WIDE * MM, 1e9, Face.REGULAR, sizes(12, 10), max_lines=1)
    if len(fitted.lines) > 1:
        fitted = fit(text, WIDE * MM, 1e9, Face.REGULAR, sizes(9.5, 7), max_lines=2)
    first = 103.0 if len(fitted.lines) == 1 else 101.8
    for n, line in enumerate(fitted.lines):
        sheet.put(MIDDLE, first + 3.9 * n, line, Face.REGULAR, fitted.size, "c")


def _draw_title(sheet: Sheet) -> None:
    with sheet.ink(colour("frame")):
        sheet.put(MIDDLE, 59.5, TITLE, Face.BOLD, 30, "c")
    half = width(TITLE, Face.BOLD, 30) / MM / 2
    draw_flourish(sheet, 56, half + 9, half + 40)


def _draw_logos(sheet: Sheet, logos: Sequence[ImageReader], left: float | None) -> None:
    wide, high = LOGO
    total = len(logos) * wide + (len(logos) - 1) * LOGO_GAP
    x = MIDDLE - total / 2 if left is None else left
    for logo in logos:
        sheet.picture(logo, x, LOGO_TOP, wide, high)
        x += wide + LOGO_GAP


def _columns(count: int) -> list[Box]:
    """Left edge and width of each signer's block, from the left."""
    if count == 3:
        return [(20.0, 78.0), (109.5, 78.0), (199.0, 78.0)]
    return [(36.0, 90.0), (171.0, 90.0)][2 - count :]


def _draw_signer(sheet: Sheet, signer: Signatory, head: str, x: float, wide: float, nip_dot: bool) -> None:
    """Head at 150, the post below it, the name at 183: about 20 mm between are for hand and stamp."""
    limit = wide * MM
    sheet.put(x, 151, head, Face.REGULAR, 11, "c")
    post = post_lines(signer)
    size = 11.0
    lines = [part for line in post for part in wrap(line, limit, Face.REGULAR, size)]
    while len(lines) > 2 and size > 8.5:
        size -= 0.5
        lines = [part for line in post for part in wrap(line, limit, Face.REGULAR, size)]
    step = 4.8 if len(lines) <= 2 else 3.8
    for n, line in enumerate(lines):
        sheet.put(x, 151 + step * (n + 1), line, Face.REGULAR, size, "c")
    name = fit(clean(signer.name, Face.BOLD), limit, 1e9, Face.BOLD, sizes(11, 8.5), max_lines=1)
    if len(name.lines) > 1:
        name = fit(clean(signer.name, Face.BOLD), limit, 1e9, Face.BOLD, sizes(9, 7), max_lines=2)
    foot = [clean(signer.pangkat), id_line(signer.id_kind, signer.id_number, nip_dot)]
    at = NAME_AT - (3.6 if len(name.lines) > 1 else 0)
    for n, line in enumerate(name.lines):
        sheet.put(x, at + 3.6 * n, line, Face.BOLD, name.size, "c")
    for n, line in enumerate(part for part in foot if part):
        sheet.put(x, NAME_AT + 4.6 * (n + 1), keep(line), Face.REGULAR, 10.5, "c")
