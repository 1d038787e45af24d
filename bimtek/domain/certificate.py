"""Certificates: who may have one, which number it gets, and the record that is printed."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bimtek.domain.attendance import Presence
from bimtek.domain.errors import DocumentError
from bimtek.domain.formatting import roman_month
from bimtek.domain.kegiatan import Kegiatan, NumberRule, Signatory
from bimtek.domain.text import NO_TEXT, Text, _

ROLE_CODES = {
    "peserta": "PST",
    "narasumber": "NS",
    "fasilitator": "FAS",
    "moderator": "MOD",
    "panitia": "PAN",
}
_TOKEN = re.compile(r"\{([a-z_0-9]+)(?::(\d))?\}")
_BY_HAND = re.compile(r"…|\.{3}")
DOTS = "……"


class CertificateKind(StrEnum):
    """A certificate, or the statement for those who attended only a part."""

    SERTIFIKAT = "sertifikat"
    SURAT_KETERANGAN = "surat-keterangan"


@dataclass(frozen=True, slots=True)
class Eligibility:
    """What a person gets: `kind` None means nothing; `reason` tells why it is not a certificate."""

    kind: CertificateKind | None
    reason: Text = NO_TEXT


def eligibility(kegiatan: Kegiatan, presence: Presence, post: float | None) -> Eligibility:
    """Apply the rule of the kegiatan: enough attendance, and the post-test when one is demanded.

    `post` is a fraction 0..1 or None when the post-test was not taken. Presence is compared in
    whole JP so that 80 % of 9 JP does not hang on a rounding of floats.
    """
    if not presence.seen:
        return Eligibility(None, _("Tidak hadir."))
    if not presence.earned:
        # Nobody can sign that 0 JP were attended, however low the kegiatan sets its bar.
        reason = _("Hadir 0 dari {of} JP. Surat keterangan perlu paling sedikit 1 JP.", of=presence.of_jp)
        return Eligibility(None, reason)
    enough = presence.fraction >= kegiatan.min_attendance - 1e-9
    if not enough:
        reason = _("Kehadiran {jp} dari {of} JP, di bawah syarat.", jp=presence.jp, of=presence.of_jp)
        return Eligibility(CertificateKind.SURAT_KETERANGAN, reason)
    if kegiatan.min_post is None:
        return Eligibility(CertificateKind.SERTIFIKAT)
    if post is None:
        return Eligibility(CertificateKind.SURAT_KETERANGAN, _("Belum ada nilai post-test."))
    if post < kegiatan.min_post - 1e-9:
        return Eligibility(CertificateKind.SURAT_KETERANGAN, _("Nilai post-test di bawah syarat."))
    return Eligibility(CertificateKind.SERTIFIKAT)


def unknown_tokens(pattern: str) -> list[str]:
    """Names of tokens in a number pattern that do not exist; an unclosed brace counts as one."""
    known = {
        "urut",
        "klasifikasi",
        "kode_instansi",
        "kode_kegiatan",
        "peran",
        "bln",
        "bln_romawi",
        "thn",
        "thn2",
    }
    unknown = [match[1] for match in _TOKEN.finditer(pattern) if match[1] not in known]
    rest = _TOKEN.sub("", pattern)
    return unknown + [char for char in rest if char in "{}"]


def tells_apart(pattern: str) -> bool:
    """True when numbers differ, or the office writes them by hand on dots."""
    return any(match[1] == "urut" for match in _TOKEN.finditer(pattern)) or bool(_BY_HAND.search(pattern))


def number_text(rule: NumberRule, sequence: int | None, on: date, code: str, role: str) -> str:
    """Fill a number pattern; `sequence` None leaves dots for the office's own agenda book.

    Errors: DocumentError naming the unknown tokens.
    """
    if unknown := unknown_tokens(rule.pattern):
        raise DocumentError(
            _("Pola nomor memuat bagian yang tidak dikenal: {tokens}.", tokens=", ".join(unknown)),
            advice=_("Perbaiki pola nomor di langkah Dokumen."),
        )

    def fill(match: re.Match[str]) -> str:
        if match[1] == "urut":
            return DOTS if sequence is None else str(sequence).zfill(int(match[2] or 1))
        values = {
            "kode_kegiatan": code or DOTS,
            "klasifikasi": DOTS,
            "kode_instansi": DOTS,
            "peran": ROLE_CODES.get(role, role.upper()),
            "bln": f"{on.month:02d}",
            "bln_romawi": roman_month(on),
            "thn": f"{on.year:04d}",
            "thn2": f"{on.year % 100:02d}",
        }
        return values[match[1]]

    return _TOKEN.sub(fill, rule.pattern)


def scope_key(rule: NumberRule, kind: CertificateKind, kegiatan_id: str, on: date) -> str:
    """The series within which a sequence number is unique; stored with each certificate."""
    series = {"kegiatan": kegiatan_id, "tahun": f"{on.year:04d}"}.get(rule.scope, "semua")
    return f"{kind.value}:{series}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MateriRow:
    """One line of "Daftar Materi" on the back."""

    title: str
    speakers: str
    jp: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRecord:
    """Exactly what one certificate says, frozen when its number is issued; a reprint prints this.

    Names are as entered; dates are the kegiatan's, never the clock's. Scores and attendance are
    fractions 0..1. `logos` are SHA-256 names of stored files. `sample` prints CONTOH.
    """

    kind: CertificateKind
    number: str
    code: str
    role: str
    front_title: str
    name: str
    back_title: str
    position: str
    kegiatan_title: str
    organiser: str
    partners: tuple[str, ...]
    dates: tuple[date, ...]
    place: str
    jp: int
    of_jp: int
    topic: str
    issue_city: str
    issued_on: date
    signers: tuple[Signatory, ...]
    materi: tuple[MateriRow, ...]
    logos: tuple[str, ...] = ()
    pre: float | None = None
    post: float | None = None
    attendance: float | None = None
    wording: str = ""
    name_case: str = "apa-adanya"
    nip_dot: bool = False
    show_scores: bool = True
    reason: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A line of the register: an issued number and its frozen record. `status`: "terbit" or "batal"."""

    id: str
    kegiatan_id: str
    participation_id: str
    kind: CertificateKind
    series: str
    sequence: int
    number: str
    status: str
    record: CertificateRecord
    printed: int = 0
