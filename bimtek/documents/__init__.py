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


def _slip_kode() -> type[Document]:
    from bimtek.documents.slip_kode import SlipKode

    return SlipKode


def _lembar_soal() -> type[Document]:
    from bimtek.documents.lembar_soal import LembarSoal

    return LembarSoal


def _kunci() -> type[Document]:
    from bimtek.documents.kunci import Kunci

    return Kunci


def _kartu() -> type[Document]:
    from bimtek.documents.kartu import Kartu

    return Kartu


def _rekap_nilai() -> type[Document]:
    from bimtek.documents.rekap_nilai import RekapNilai

    return RekapNilai


def _register_sertifikat() -> type[Document]:
    from bimtek.documents.register_sertifikat import RegisterSertifikat

    return RegisterSertifikat


def _daftar_peserta() -> type[Document]:
    from bimtek.documents.daftar_peserta_xlsx import DaftarPesertaXlsx

    return DaftarPesertaXlsx


def _rencana_b() -> type[Document]:
    from bimtek.documents.rencana_b import RencanaB

    return RencanaB


def _kode_pemulihan() -> type[Document]:
    from bimtek.documents.kode_pemulihan import KodePemulihan

    return KodePemulihan


def _kartu_kanal() -> type[Document]:
    from bimtek.documents.kartu_kanal import KartuKanal

    return KartuKanal


DOCUMENTS: tuple[Entry, ...] = (
    Entry("daftar-hadir", _("Daftar hadir"), "pdf", _daftar_hadir),
    Entry("slip-kode", _("Slip kode peserta"), "pdf", _slip_kode),
    Entry("lembar-soal", _("Lembar soal"), "pdf", _lembar_soal),
    Entry("kunci", _("Kunci jawaban"), "pdf", _kunci),
    Entry("kartu", _("Kartu kegiatan modul"), "pdf", _kartu),
    Entry("sertifikat", _("Sertifikat"), "pdf", _sertifikat),
    Entry("surat-keterangan", _("Surat keterangan"), "pdf", _surat_keterangan),
    Entry("rekap-nilai", _("Rekap nilai"), "xlsx", _rekap_nilai),
    Entry("register-sertifikat", _("Register nomor sertifikat"), "xlsx", _register_sertifikat),
    Entry("daftar-peserta", _("Templat daftar peserta"), "xlsx", _daftar_peserta),
    Entry("rencana-b", _("Rencana B"), "pdf", _rencana_b),
    Entry("kartu-kanal", _("Kartu kanal bantuan"), "pdf", _kartu_kanal),
    Entry("kode-pemulihan", _("Kode pemulihan PIN"), "pdf", _kode_pemulihan),
)
