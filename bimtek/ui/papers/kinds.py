"""How the window treats each kind of paper: where it is listed, and what can be changed beside it."""

from dataclasses import dataclass

from bimtek.domain.text import Text, _
from bimtek.ui.papers.fields.attendance_list import AttendanceListFields
from bimtek.ui.papers.fields.group import FieldGroup
from bimtek.ui.papers.fields.issue import IssueFields
from bimtek.ui.papers.fields.letterhead import LetterheadFields
from bimtek.ui.papers.fields.names import NameFields
from bimtek.ui.papers.fields.numbers import NumberFields
from bimtek.ui.papers.fields.paper_size import PaperSizeFields
from bimtek.ui.papers.fields.wording import WordingFields

NUMBERS = "terbit"  # no paper: giving out the numbers of certificates
LISTS, CERTIFICATES, TESTS, MATERIAL = _("Daftar hadir"), _("Sertifikat"), _("Tes"), _("Bahan")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """One kind of paper, or what stands among the papers. `key` is that of the document.

    `signers` names the signatories it carries. `numbered` papers have one number a person: they can be
    saved person by person, and what has a number stays as it is. `two_sided` ones are turned on the
    short edge when both sides are asked for.
    """

    key: str
    section: Text
    icon: str
    fields: tuple[type[FieldGroup], ...] = (PaperSizeFields,)
    signers: str = "sertifikat"
    numbered: bool = False
    two_sided: bool = False


_CERTIFICATE_FIELDS = (LetterheadFields, NumberFields, IssueFields, WordingFields, NameFields)

KINDS: tuple[PaperKind, ...] = (
    PaperKind(
        key="daftar-hadir",
        section=LISTS,
        icon="clipboard-list",
        fields=(LetterheadFields, AttendanceListFields, PaperSizeFields, NameFields),
        signers="daftar-hadir",
    ),
    PaperKind(key=NUMBERS, section=CERTIFICATES, icon="hash", fields=_CERTIFICATE_FIELDS),
    PaperKind(
        key="sertifikat",
        section=CERTIFICATES,
        icon="award",
        fields=_CERTIFICATE_FIELDS,
        numbered=True,
        two_sided=True,
    ),
    PaperKind(
        key="surat-keterangan",
        section=CERTIFICATES,
        icon="file-text",
        fields=(LetterheadFields, NumberFields, IssueFields, PaperSizeFields, NameFields),
        numbered=True,
    ),
    PaperKind(key="register-sertifikat", section=CERTIFICATES, icon="table-2", fields=()),
    PaperKind(key="lembar-soal", section=TESTS, icon="list-checks"),
    PaperKind(key="kunci", section=TESTS, icon="check-check"),
    PaperKind(key="rekap-nilai", section=TESTS, icon="table-2", fields=()),
    PaperKind(key="slip-kode", section=MATERIAL, icon="key-round"),
    PaperKind(key="kartu", section=MATERIAL, icon="messages-square"),
)
_BY_KEY = {kind.key: kind for kind in KINDS}


def kind_of(key: str) -> PaperKind:
    """The kind with this key; one that is not in KINDS is a KeyError."""
    return _BY_KEY[key]
