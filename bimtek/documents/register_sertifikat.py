"""The register of numbers: every one given out, void ones and gaps too, as a spreadsheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import BinaryIO, ClassVar

from bimtek.documents import samples
from bimtek.documents.base import Fix, Problem, Progress, silent
from bimtek.documents.rekap_nilai import head
from bimtek.documents.spreadsheet import Column, Value, Workbook
from bimtek.domain.certificate import KIND_NAMES, Certificate, CertificateKind
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.names import shown_name
from bimtek.domain.text import Text, _

COLUMNS = (
    Column("No", 5, "int"),
    Column("Nomor", 30),
    Column("Jenis", 17),
    Column("Nama", 36),
    Column("Instansi/Desa", 32),
    Column("Peran", 13),
    Column("JP", 6, "int"),
    Column("Tanggal terbit", 14, "date"),
    Column("Kode", 13),
    Column("Diterima oleh/tanda tangan", 26),
    Column("Keterangan", 22),
)
UNUSED = "nomor tidak dipakai"


@dataclass(frozen=True, kw_only=True)
class RegisterSertifikat:
    """The book of numbers of one kegiatan."""

    key: ClassVar[str] = "register-sertifikat"
    title: ClassVar[Text] = _("Register nomor sertifikat")

    kegiatan: Kegiatan
    certificates: tuple[Certificate, ...]

    def problems(self) -> list[Problem]:
        """Nothing issued yet."""
        if self.certificates:
            return []
        return [Problem(_("Belum ada nomor yang diterbitkan."), Fix.NUMBER)]

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the workbook; returns its sheets."""
        book = Workbook(out, str(self.title), self.kegiatan.organiser)
        sheet = book.sheet("Register", COLUMNS, self.kegiatan.papers.paper)
        head(sheet, "REGISTER NOMOR SERTIFIKAT", self.kegiatan)
        sheet.header()
        for n, entry in enumerate(_with_gaps(self.certificates), start=1):
            values = _values(entry) if isinstance(entry, Certificate) else _gap(entry)
            sheet.row([n, *values])
        book.close()
        progress(len(self.certificates), len(self.certificates))
        return 1

    @classmethod
    def sample(cls) -> "RegisterSertifikat":
        """One number."""
        certificate = Certificate(
            id="contoh",
            kegiatan_id="contoh",
            participation_id="ikut-1",
            kind=CertificateKind.SERTIFIKAT,
            series="sertifikat:contoh",
            sequence=1,
            number="001/BIMTEK-OCSEA/III/2024",
            status="terbit",
            record=samples.certificate(),
        )
        return cls(kegiatan=samples.kegiatan(), certificates=(certificate,))


def _with_gaps(certificates: Sequence[Certificate]) -> Iterator[Certificate | tuple[int, int]]:
    """Certificates by series and sequence; a pair (first, last) where numbers between are missing."""
    ranked = sorted(certificates, key=lambda c: (c.kind.value, c.series, c.sequence))
    for _series, group in groupby(ranked, key=lambda c: (c.kind, c.series)):
        last: int | None = None
        for certificate in group:
            if last is not None and certificate.sequence > last + 1:
                yield last + 1, certificate.sequence - 1
            last = certificate.sequence
            yield certificate


def _gap(missing: tuple[int, int]) -> list[Value]:
    first, last = missing
    numbers = str(first) if first == last else f"{first}–{last}"
    return [f"urut {numbers}", "", "", "", "", None, None, "", "", UNUSED]


def _values(certificate: Certificate) -> list[Value]:
    record = certificate.record
    name = shown_name(record.person_name, record.name_case)
    return [
        certificate.number,
        str(KIND_NAMES[certificate.kind]),
        name,
        record.position,
        record.role.capitalize(),
        record.jp,
        record.issued_on,
        record.code,
        "",
        _remark(certificate),
    ]


def _remark(certificate: Certificate) -> str:
    parts = ["batal"] if certificate.status == "batal" else []
    if certificate.printed > 1:
        parts.append(f"cetak ulang {certificate.printed - 1} kali")
    return ", ".join(parts)
