"""Papers with a number of their own, and the register of the numbers."""

from concurrent.futures import Future

from bimtek.documents.base import Document, Files
from bimtek.domain.certificate import Certificate, CertificateKind
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.services.certificates import Certificates
from bimtek.services.papers.family import PaperFamily
from bimtek.services.papers.request import PaperOffer, PaperRequest, offer


class CertificatePapers(PaperFamily):
    """Sertifikat, surat keterangan and register: they say what was issued, whatever changed since."""

    def __init__(self, certificates: Certificates, files: Files) -> None:
        self._certificates, self._files = certificates, files
        self.makers = {
            "sertifikat": self._sertifikat,
            "surat-keterangan": self._surat_keterangan,
            "register-sertifikat": self._register,
        }

    def offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        """What numbers were given out for, and the register once there is one."""
        kinds = self._certificates.kinds(kegiatan.id)
        offers = []
        if CertificateKind.SERTIFIKAT in kinds:
            for sides, detail in (
                ("dupleks", _("depan dan belakang")),
                ("depan", _("halaman depan saja")),
                ("belakang", _("halaman belakang saja")),
            ):
                ending = "" if sides == "dupleks" else f"_{sides}"
                name = f"sertifikat{ending}.pdf"
                offers.append(offer(_("Sertifikat"), name, detail, key="sertifikat", sides=sides))
        if CertificateKind.SURAT_KETERANGAN in kinds:
            offers.append(offer(_("Surat keterangan"), "surat_keterangan.pdf", key="surat-keterangan"))
        if kinds:
            title = _("Register nomor sertifikat")
            offers.append(offer(title, "register_sertifikat.xlsx", key="register-sertifikat"))
        return offers

    def after_printing(self, kegiatan: Kegiatan, request: PaperRequest) -> Future[None] | None:
        """Count how often each number was printed."""
        numbered = request.key in list(CertificateKind)
        return self._certificates.count_printed(self._issued(kegiatan, request)) if numbered else None

    def _issued(self, kegiatan: Kegiatan, request: PaperRequest) -> list[Certificate]:
        return self._certificates.valid(kegiatan.id, CertificateKind(request.key), request.only)

    def _sertifikat(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.sertifikat import Sertifikat, Sides

        if request.drafts:
            drafts = self._certificates.drafts(kegiatan)
            return Sertifikat(records=tuple(drafts), sides=Sides(request.sides), files=self._files)
        issued = self._issued(kegiatan, request)
        return Sertifikat(
            records=tuple(c.record for c in issued),
            sequences=tuple(c.sequence for c in issued),
            sides=Sides(request.sides),
            files=self._files,
        )

    def _surat_keterangan(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.surat_keterangan import SuratKeterangan

        issued = self._issued(kegiatan, request)
        return SuratKeterangan(
            records=tuple(c.record for c in issued),
            sequences=tuple(c.sequence for c in issued),
            letterhead=kegiatan.letterhead,
            paper=kegiatan.papers.paper,
            files=self._files,
        )

    def _register(self, kegiatan: Kegiatan, _request: PaperRequest) -> Document:
        from bimtek.documents.register_sertifikat import RegisterSertifikat

        return RegisterSertifikat(
            kegiatan=kegiatan, certificates=tuple(self._certificates.register(kegiatan.id))
        )
