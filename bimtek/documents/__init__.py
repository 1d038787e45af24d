"""The papers: one module each, listed here. Loading one loads reportlab, so it happens on first use."""

from bimtek.documents.base import Document, Entry
from bimtek.domain.text import _


def _daftar_hadir() -> type[Document]:
    from bimtek.documents.daftar_hadir import DaftarHadir

    return DaftarHadir


def _sertifikat() -> type[Document]:
    from bimtek.documents.sertifikat import Sertifikat

    return Sertifikat


def _surat_keterangan() -> type[Document]:
    from bimtek.documents.surat_keterangan import SuratKeterangan

    return SuratKeterangan


DOCUMENTS: tuple[Entry, ...] = (
    Entry("daftar-hadir", _("Daftar hadir"), "pdf", _daftar_hadir),
    Entry("sertifikat", _("Sertifikat"), "pdf", _sertifikat),
    Entry("surat-keterangan", _("Surat keterangan"), "pdf", _surat_keterangan),
)
