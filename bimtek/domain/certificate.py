"""Certificates: who may have one, and the record that is printed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bimtek.domain.attendance import Presence
from bimtek.domain.kegiatan import Kegiatan, Signatory
from bimtek.domain.people import PersonName
from bimtek.domain.text import NO_TEXT, Text, _


class CertificateKind(StrEnum):
    """A certificate, or the statement for those who attended only a part."""

    SERTIFIKAT = "sertifikat"
    SURAT_KETERANGAN = "surat-keterangan"


KIND_NAMES: dict[CertificateKind, Text] = {
    CertificateKind.SERTIFIKAT: _("Sertifikat"),
    CertificateKind.SURAT_KETERANGAN: _("Surat keterangan"),
}


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

    @property
    def person_name(self) -> PersonName:
        """The name with its titles apart."""
        return PersonName(self.name, self.front_title, self.back_title)


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

    @property
    def valid(self) -> bool:
        """False once the number was made void."""
        return self.status == "terbit"
