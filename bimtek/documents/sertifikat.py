"""Certificates: front and back, one file for printing or one per person, from frozen records."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, ClassVar

from reportlab.lib.utils import ImageReader

from bimtek.documents import certificate_back, certificate_front, samples
from bimtek.documents.base import Files, Fix, Problem, Progress, no_files, refuse_blocking, said_once, silent
from bimtek.documents.batch import Part, file_names, single_files
from bimtek.documents.certificate_back import BackTemplate, Layout
from bimtek.documents.certificate_front import Template
from bimtek.documents.certificate_text import LAST_SIZES, WIDE_POINTS, fit_name, unknown_fields
from bimtek.documents.fonts import letter_problems
from bimtek.documents.page import Layout as PageLayout
from bimtek.documents.page import Sheet
from bimtek.documents.pictures import load, picture_problems
from bimtek.documents.signature import signer_problems
from bimtek.documents.text import Fitted, clean
from bimtek.domain.certificate import CertificateRecord
from bimtek.domain.kegiatan import Paper
from bimtek.domain.people import Role
from bimtek.domain.text import Text, _

PAGE = PageLayout.of(Paper.A4, landscape=True)


class Sides(StrEnum):
    """What is printed: both sides to turn on the short edge, or one side for a second pass."""

    DUPLEX = "dupleks"
    FRONT = "depan"
    BACK = "belakang"


@dataclass(frozen=True, kw_only=True)
class Sertifikat:
    """A batch of certificates, in the order given. `sequences` number the single files."""

    key: ClassVar[str] = "sertifikat"
    title: ClassVar[Text] = _("Sertifikat")

    records: tuple[CertificateRecord, ...]
    sequences: tuple[int, ...] = ()
    sides: Sides = Sides.DUPLEX
    files: Files = no_files

    def problems(self) -> list[Problem]:
        """What would make these certificates wrong, each said once."""
        found: list[Problem] = []
        for record in self.records:
            found += _record_problems(record)
        for signers in dict.fromkeys(record.signers for record in self.records):
            found += signer_problems(signers)
        for logos in dict.fromkeys(record.logos[:4] for record in self.records):
            found += picture_problems(self.files, logos)
        if not self.records:
            found.append(Problem(_("Belum ada sertifikat yang diterbitkan."), Fix.PEOPLE, blocking=True))
        return said_once(found)

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write all certificates into one PDF for the printer."""
        refuse_blocking(self.problems())
        return _Printer(self, out).print(progress)

    def each(self, progress: Progress = silent) -> Iterator[tuple[str, bytes]]:
        """File name and PDF of every person, cut from the combined file; names never collide."""
        refuse_blocking(self.problems())
        combined = io.BytesIO()
        printer = _Printer(self, combined)
        printer.print(silent)
        yield from single_files(combined.getvalue(), printer.parts, self.file_names, progress)

    @property
    def file_names(self) -> tuple[str, ...]:
        """Name of every person's own file, in the order of the records."""
        return file_names(self.records, self.sequences)

    @classmethod
    def sample(cls) -> "Sertifikat":
        """One invented participant."""
        return cls(records=(samples.certificate(),))


def _record_problems(record: CertificateRecord) -> list[Problem]:
    found = []
    if unknown := unknown_fields(record.wording):
        fields = ", ".join(unknown)
        found.append(
            Problem(_("Kalimat memuat isian yang tidak dikenal: {fields}", fields=fields), Fix.WORDING, True)
        )
    total = sum(row.jp for row in record.materi)
    if record.materi and total != record.jp:
        found.append(
            Problem(
                _("JP halaman depan {front}, jumlah di belakang {back}.", front=record.jp, back=total),
                Fix.AGENDA,
                blocking=True,
            )
        )
    if not record.materi:
        found.append(Problem(_("Daftar materi masih kosong."), Fix.AGENDA))
    if not record.number:
        found.append(Problem(_("Nomor belum ada; tempatnya dicetak bertitik."), Fix.NUMBER))
    found += letter_problems(record.person_name.full)
    if fit_name(record.person_name, record.name_case, WIDE_POINTS).size in LAST_SIZES:
        found.append(Problem(_("Nama {name} sangat panjang.", name=record.name), Fix.PEOPLE))
    if record.role not in set(Role):
        found.append(Problem(_("Peran {role} tidak dikenal.", role=record.role), Fix.PEOPLE, blocking=True))
    return found


class _Printer:
    """Draws each template once, then one page or two per person on top of it."""

    def __init__(self, paper: Sertifikat, out: BinaryIO) -> None:
        self.paper = paper
        sample = any(record.sample for record in paper.records)
        author = clean(paper.records[0].organiser)
        self.sheet = Sheet(out, PAGE, certificate_front.TITLE, author=author, sample=sample)
        self.sheet.canvas.setViewerPreference("Duplex", "DuplexFlipShortEdge")
        self.parts: list[Part] = []
        self._pictures: dict[str, ImageReader] = {}
        self._fronts: dict[Template, str] = {}
        self._backs: dict[BackTemplate, list[tuple[str, float]]] = {}
        self._bodies: dict[str, Fitted] = {}

    def print(self, progress: Progress) -> int:
        """Draw everybody; returns the pages."""
        records, sides = self.paper.records, self.paper.sides
        fronts = [self._front(record) for record in records] if sides is not Sides.BACK else []
        backs = [self._back(record) for record in records] if sides is not Sides.FRONT else []
        for n, record in enumerate(records):
            first = self.sheet.pages
            if fronts:
                self._begin(record, fronts[n])
                certificate_front.draw_person(self.sheet, record, self._bodies)
            if backs:
                self._draw_back(record, backs[n])
            if sides is Sides.DUPLEX and (self.sheet.pages - first) % 2:
                self.sheet.begin_page(mark=False)
            title = f"{certificate_front.TITLE} – {clean(record.person_name.full)}"
            self.parts.append(Part(first, self.sheet.pages - first, title))
            progress(n + 1, len(records))
        return self.sheet.save()

    def _begin(self, record: CertificateRecord, form: str) -> None:
        self.sheet.begin_page(mark=record.sample)
        self.sheet.place(form)

    def _draw_back(self, record: CertificateRecord, pages: list[tuple[str, float]]) -> None:
        for page, (form, below) in enumerate(pages):
            self._begin(record, form)
            is_last = page == len(pages) - 1
            certificate_back.draw_person(self.sheet, record, below if is_last else None)

    def _front(self, record: CertificateRecord) -> str:
        template = Template.of(record)
        name = self._fronts.get(template)
        if name is None:
            name = self._fronts[template] = f"depan{len(self._fronts)}"
            logos = [self._picture(logo) for logo in template.logos]
            with self.sheet.form(name):
                template.draw(self.sheet, logos)
        return name

    def _back(self, record: CertificateRecord) -> list[tuple[str, float]]:
        template = BackTemplate.of(record)
        known = self._backs.get(template)
        if known is None:
            layout = Layout.of(template.materi)
            pages = []
            for page in range(len(layout.pages)):
                name = f"belakang{len(self._backs)}-{page}"
                with self.sheet.form(name):
                    pages.append((name, template.draw(self.sheet, layout, page)))
            known = self._backs[template] = pages
        return known

    def _picture(self, name: str) -> ImageReader:
        if name not in self._pictures:
            self._pictures[name] = load(self.paper.files, name)
        return self._pictures[name]
