"""The statement for those who attended a part: a letter, with its reason, and not a certificate."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO, ClassVar

from bimtek.documents import samples
from bimtek.documents.base import Files, Fix, Problem, Progress, no_files, refuse_blocking, said_once, silent
from bimtek.documents.batch import Part, file_names, single_files
from bimtek.documents.certificate_text import FIELDS
from bimtek.documents.fonts import Face, letter_problems, width
from bimtek.documents.kop import Kop, kop_pictures
from bimtek.documents.letter import LEAD, facts, paragraph
from bimtek.documents.page import MM, Layout, Sheet
from bimtek.documents.pictures import picture_problems
from bimtek.documents.signature import SignatureBlock, from_left, signer_problems
from bimtek.documents.text import clean
from bimtek.domain.certificate import CertificateKind, CertificateRecord
from bimtek.domain.formatting import date_text, with_words
from bimtek.domain.kegiatan import Letterhead, Paper
from bimtek.domain.names import shown_name
from bimtek.domain.text import Text, _

HEADING = "SURAT KETERANGAN"
NOT_A_CERTIFICATE = "Surat keterangan ini bukan sertifikat kelulusan."
CLOSING = "Demikian surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya."


@dataclass(frozen=True, kw_only=True)
class SuratKeterangan:
    """A batch of statements, one letter each, on the paper and under the kop of the kegiatan."""

    key: ClassVar[str] = "surat-keterangan"
    title: ClassVar[Text] = _("Surat keterangan")

    records: tuple[CertificateRecord, ...]
    sequences: tuple[int, ...] = ()
    letterhead: Letterhead = field(default_factory=Letterhead)
    paper: Paper = Paper.A4
    files: Files = no_files

    def problems(self) -> list[Problem]:
        """Missing signers, pictures, records; JP that cannot be."""
        found: list[Problem] = []
        for signers in dict.fromkeys(record.signers for record in self.records):
            found += signer_problems(signers)
        found += picture_problems(self.files, kop_pictures(self.letterhead))
        if not self.records:
            found.append(
                Problem(_("Belum ada surat keterangan yang diterbitkan."), Fix.PEOPLE, blocking=True)
            )
        for record in self.records:
            if not 0 <= record.jp <= record.of_jp:
                message = _("{jp} JP dari {of} JP tidak mungkin.", jp=record.jp, of=record.of_jp)
                found.append(Problem(message, Fix.AGENDA, blocking=True))
            found += letter_problems(record.person_name.full)
        return said_once(found)

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write all letters into one PDF."""
        refuse_blocking(self.problems())
        layout = replace(Layout.of(self.paper), left=25, right=20)
        sample = any(record.sample for record in self.records)
        sheet = Sheet(out, layout, HEADING, author=clean(self.records[0].organiser), sample=sample)
        kop = Kop.of(self.letterhead, layout.text_width, self.files)
        for n, record in enumerate(self.records, start=1):
            _draw(sheet, layout, kop, record)
            progress(n, len(self.records))
        return sheet.save()

    def each(self, progress: Progress = silent) -> Iterator[tuple[str, bytes]]:
        """File name and PDF of every person, cut from the combined file."""
        combined = io.BytesIO()
        self.write(combined)
        parts = [
            Part(n, 1, f"{HEADING} – {clean(record.person_name.full)}")
            for n, record in enumerate(self.records)
        ]
        yield from single_files(combined.getvalue(), parts, self.file_names, progress)

    @property
    def file_names(self) -> tuple[str, ...]:
        """Name of every person's own file, in the order of the records."""
        return file_names(self.records, self.sequences)

    @classmethod
    def sample(cls) -> "SuratKeterangan":
        """One invented participant who left early."""
        record = samples.certificate(CertificateKind.SURAT_KETERANGAN)
        return cls(records=(record,), letterhead=samples.kegiatan().letterhead)


def _draw(sheet: Sheet, layout: Layout, kop: Kop, record: CertificateRecord) -> None:
    sheet.begin_page(mark=record.sample)
    y = kop.draw(sheet, layout.left, layout.top) + 12
    sheet.put(layout.centre, y, HEADING, Face.BOLD, 14, "c")
    half = width(HEADING, Face.BOLD, 14) / MM / 2
    sheet.lines([(layout.centre - half, y + 1.2, layout.centre + half, y + 1.2)], 0.8)
    number = clean(record.number) or "………………………………"
    sheet.put(layout.centre, y + 6.6, f"Nomor: {number}", Face.REGULAR, 12, "c")
    y = paragraph(sheet, layout, y + 20, _opening(record))
    y = facts(sheet, layout, y + LEAD / 2, _identity(record))
    y = paragraph(sheet, layout, y + LEAD / 2, _statement(record))
    if reason := clean(record.reason):
        y = paragraph(sheet, layout, y + LEAD / 2, f"Keterangan: {reason}")
    y = paragraph(sheet, layout, y + LEAD / 2, f"{NOT_A_CERTIFICATE} {CLOSING}")
    place = ", ".join(part for part in (clean(record.issue_city), date_text(record.issued_on)) if part)
    block = SignatureBlock.of(record.signers, place, layout.text_width, nip_dot=record.nip_dot, size=11)
    block.draw(sheet, layout.left, y + LEAD)


def _opening(record: CertificateRecord) -> str:
    ranked = from_left(record.signers)
    post = " ".join(map(clean, (ranked[-1].prefix, *ranked[-1].title_lines))).strip() if ranked else ""
    if not post:
        return "Yang bertanda tangan di bawah ini menerangkan bahwa:"
    return f"{post} menerangkan bahwa:"


def _identity(record: CertificateRecord) -> list[tuple[str, str]]:
    lines = [
        ("Nama", clean(shown_name(record.person_name, record.name_case))),
        ("Jabatan/Instansi", clean(record.position)),
        ("Sebagai", record.role.capitalize()),
    ]
    return [(label, value) for label, value in lines if value]


def _statement(record: CertificateRecord) -> str:
    """What was attended: a part of it, or all of it without passing."""
    value = {
        name: FIELDS[name](record) for name in ("kegiatan", "penyelenggara", "mitra", "tanggal", "tempat")
    }
    extent = "sebagian kegiatan" if record.jp < record.of_jp else "kegiatan"
    partners = f" bekerja sama dengan {value['mitra']}" if value["mitra"] else ""
    where = f" di {value['tempat']}" if value["tempat"] else ""
    attended, offered = with_words(record.jp, no_break=True), with_words(record.of_jp, no_break=True)
    return (
        f"telah mengikuti {extent} {value['kegiatan']} yang diselenggarakan oleh {value['penyelenggara']}"
        f"{partners} pada tanggal {value['tanggal']}{where}, selama {attended} JP dari {offered} JP."
    )
