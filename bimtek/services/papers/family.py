"""What a family of papers has to answer."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Protocol

from bimtek.documents.base import Document
from bimtek.domain.kegiatan import Kegiatan
from bimtek.services.papers.request import PaperOffer, PaperRequest

Maker = Callable[[Kegiatan, PaperRequest], Document]


class PaperFamily(Protocol):
    """Papers that are filled from the same facts; `makers` fills each, by the key of its document.

    A new family is a file here and a line in `app.py`.
    """

    makers: Mapping[str, Maker]

    def offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        """The papers of this family that make sense now."""

    def before_printing(self, kegiatan: Kegiatan, request: PaperRequest) -> Kegiatan:
        """Settle what may not change once a paper left the program; returns the kegiatan as it is then."""
        return kegiatan

    def after_printing(self, kegiatan: Kegiatan, request: PaperRequest) -> Future[None] | None:
        """Note that a paper went to the printer; None when nothing is noted."""
        return None
