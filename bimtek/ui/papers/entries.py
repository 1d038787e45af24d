"""The lines of the list of papers."""

from collections.abc import Sequence
from dataclasses import dataclass

from bimtek.domain.certificate import Certificate
from bimtek.domain.formatting import numbered_file_name
from bimtek.domain.people import Role
from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.services.papers.request import PaperOffer, PaperRequest
from bimtek.ui.papers.kinds import LISTS, NUMBERS, PaperKind, kind_of
from bimtek.ui.role_names import ROLE_NAMES


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `offer` is None for the numbers of certificates."""

    key: str
    title: Text
    detail: Text | str = NO_TEXT
    offer: PaperOffer | None = None

    @classmethod
    def of(cls, offer: PaperOffer) -> "Entry":
        """An offered paper; a list does not repeat the heading above it and is called by its role."""
        of_list = kind_of(offer.request.key).section is LISTS
        title = ROLE_NAMES[offer.request.role] if of_list else offer.title
        return cls(offer.request.key, title, offer.detail, offer)

    @property
    def name(self) -> Text:
        """Both lines in one."""
        return joined((self.title, self.detail), ", ")

    @property
    def kind(self) -> PaperKind:
        """How papers like this are treated."""
        return kind_of(self.key)

    @property
    def mark(self) -> tuple[str, PaperRequest | None]:
        """What makes it the same line after the list was read again."""
        return self.key, self.offer.request if self.offer else None

    @property
    def is_spreadsheet(self) -> bool:
        """True for what another program opens: it has no preview here."""
        return self.offer is not None and not self.offer.file_name.endswith(".pdf")

    @property
    def is_issued(self) -> bool:
        """True for papers under their numbers, False for the sample without any."""
        return self.kind.numbered and self.offer is not None and not self.offer.request.drafts

    @property
    def splits(self) -> bool:
        """True when it can be saved as one file a person."""
        return self.is_issued and self.offer is not None and not self.offer.request.only

    @property
    def turns(self) -> bool:
        """True when both sides of a sheet are printed."""
        return self.kind.two_sided and self.offer is not None and self.offer.request.sides == "dupleks"


def entries_of(offers: Sequence[PaperOffer]) -> list[Entry]:
    """A line for each paper and for the numbers; certificates are shown as a sample until there are some."""
    entries = [*map(Entry.of, offers), Entry(NUMBERS, _("Terbitkan nomor"))]
    if not any(offer.request.key == "sertifikat" for offer in offers):
        sample = PaperOffer(
            _("Sertifikat"),
            PaperRequest(key="sertifikat", drafts=True),
            "contoh_sertifikat.pdf",
            _("contoh tanpa nomor"),
        )
        entries.append(Entry.of(sample))
    return entries


def roles_of(offers: Sequence[PaperOffer]) -> tuple[Role, ...]:
    """The roles of the kegiatan, peserta first: there is an attendance list for each."""
    listed = {offer.request.role for offer in offers if kind_of(offer.request.key).section is LISTS}
    return tuple(role for role in Role if role in listed | {Role.PESERTA})


def reprint_of(certificate: Certificate) -> Entry:
    """One issued paper alone, for printing it again under its number; it has no line in the list."""
    name = numbered_file_name(certificate.sequence, certificate.record.name)
    offer = PaperOffer(
        _("Cetak ulang {number}", number=certificate.number),
        PaperRequest(key=certificate.kind.value, only=(certificate.id,)),
        f"ulang_{name}.pdf",
    )
    return Entry(certificate.kind.value, offer.title, certificate.record.name, offer)
