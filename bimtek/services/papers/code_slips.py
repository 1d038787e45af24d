"""Slips with the code of each peserta, to be cut apart and handed out."""

from bimtek.documents.base import Document
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.people import Role
from bimtek.domain.text import _
from bimtek.services.papers.family import PaperFamily
from bimtek.services.papers.request import PaperOffer, PaperRequest, offer
from bimtek.services.registration import Registration


class CodeSlips(PaperFamily):
    """Slip kode."""

    def __init__(self, registration: Registration) -> None:
        self._registration = registration
        self.makers = {"slip-kode": self._slip_kode}

    def offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        """Always on offer."""
        return [offer(_("Slip kode peserta"), "slip_kode.pdf", key="slip-kode")]

    def _slip_kode(self, kegiatan: Kegiatan, _request: PaperRequest) -> Document:
        from bimtek.documents.slip_kode import SlipKode

        people = self._registration.of_kegiatan(kegiatan.id, Role.PESERTA)
        return SlipKode(kegiatan=kegiatan, people=tuple(people))
