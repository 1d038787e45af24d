"""Cards of the modules a kegiatan teaches, to be cut apart for exercises in groups."""

from collections.abc import Callable

from bimtek.documents.base import Document
from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.module import Module
from bimtek.domain.text import _
from bimtek.services.papers.family import PaperFamily
from bimtek.services.papers.request import PaperOffer, PaperRequest, offer


class ModuleCards(PaperFamily):
    """Kartu kegiatan."""

    def __init__(self, load_module: Callable[[str], Module]) -> None:
        self._load_module = load_module
        self.makers = {"kartu": self._kartu}

    def offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        """One paper a module."""
        return [
            offer(
                _("Kartu kegiatan modul {module}", module=name), f"kartu_{name}.pdf", key="kartu", module=name
            )
            for name in kegiatan.modules
        ]

    def _kartu(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.kartu import Kartu

        try:
            module = self._load_module(request.module)
        except BimtekError:  # not on this laptop, or broken: a problem of this paper, not of the others
            return Kartu(module_title=request.module, cards=())
        return Kartu(module_title=module.title, cards=module.cards, marked=kegiatan.sample)
