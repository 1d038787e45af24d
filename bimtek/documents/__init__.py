"""The papers: one module each, listed here. Loading one loads reportlab, so it happens on first use."""

from bimtek.documents.base import Document, Entry
from bimtek.domain.text import _


def _daftar_hadir() -> type[Document]:
    from bimtek.documents.daftar_hadir import DaftarHadir

    return DaftarHadir


DOCUMENTS: tuple[Entry, ...] = (Entry("daftar-hadir", _("Daftar hadir"), "pdf", _daftar_hadir),)
