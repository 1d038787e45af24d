"""The top of an upright list, to edit its kop on: everything but the logos, and where each part stands."""

import io
from dataclasses import dataclass, replace
from datetime import date, time

from bimtek.documents.base import Files
from bimtek.documents.kop import Kop, Shape, Tier
from bimtek.documents.list_head import ListHead
from bimtek.documents.page import Box, Layout, Sheet
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.people import Role

_FOOT = 2.0


@dataclass(frozen=True, slots=True)
class KopSheet:
    """`pdf` is one page as wide as the text area. Boxes are millimetres from its top left corner.

    `kop` is how high the kop is, its rule included; 0 when nothing is printed.
    """

    pdf: bytes
    width: float
    height: float
    kop: float
    logos: tuple[Box, ...]
    tiers: tuple[tuple[Tier, Box], ...]


def kop_sheet(kegiatan: Kegiatan, shapes: tuple[Shape, ...], files: Files) -> KopSheet:
    """Draw it on the paper of a kegiatan; `shapes` are those of its logos.

    Errors: DocumentError when the one wide picture is missing.
    """
    across = Layout.of(kegiatan.papers.paper, spj=kegiatan.papers.spj_binding).text_width
    letterhead = kegiatan.letterhead
    if letterhead.mode == "teks":
        kop = Kop.shaped(letterhead, across, shapes)
    else:
        kop = Kop.of(letterhead, across, files)
    layout = Layout(across, 0.0, 0.0, 0.0, 0.0, 0.0)
    session = kegiatan.sessions[0] if kegiatan.sessions else _some_session()
    head = ListHead.of(kegiatan, session, (), Role.PESERTA, replace(layout, height=2 * across), kop)
    layout = replace(layout, height=head.bottom + _FOOT)
    out = io.BytesIO()
    sheet = Sheet(out, layout, head.title)
    sheet.begin_page()
    replace(head, layout=layout).draw(sheet)
    sheet.save()
    return KopSheet(out.getvalue(), across, layout.height, kop.height, kop.logo_boxes, kop.tiers)


def _some_session() -> Session:
    return Session(id="", kegiatan_id="", on_date=date(2024, 3, 5), label="", starts=time(8, 30))
