"""How the state of a norm is said: a word, an icon and a tone for each."""

from datetime import date

from bimtek.domain.formatting import date_text
from bimtek.domain.law_book import Asked, Certainty, Complaint, Norm, Status
from bimtek.domain.law_use import Trouble
from bimtek.domain.text import NO_TEXT, Text, _

# The marks are those of StatusChip, so that a row and a chip look alike.
STATUS: dict[Status, tuple[Text, str, str]] = {
    Status.IN_FORCE: (_("Berlaku"), "circle-check", "success"),
    Status.CHANGED: (_("Berubah"), "triangle-alert", "warning"),
    Status.REPLACED: (_("Diganti"), "circle-x", "danger"),
    Status.REPEALED: (_("Dicabut"), "circle-x", "danger"),
    Status.COMING: (_("Belum berlaku"), "triangle-alert", "warning"),
}
UNSURE = (_("Belum pasti"), "triangle-alert", "warning")
CERTAINTY: dict[Certainty, tuple[Text, str]] = {
    Certainty.STRONG: (_("Dua sumber"), ""),
    Certainty.FAIR: (_("Satu sumber"), ""),
    Certainty.OPEN: (_("Belum pasti"), "warning"),
}
ASKED: dict[Asked, Text] = {
    Asked.ANYBODY: NO_TEXT,
    Asked.OFFICERS: _("Untuk aparat dan pelatih"),
    Asked.NOBODY: _("Bukan untuk soal"),
}
TROUBLE: dict[Trouble, Text] = {
    Trouble.DANGLING: _("Tidak ditemukan"),
    Trouble.OPEN: _("Belum pasti"),
    Trouble.LAPSED: _("Tidak berlaku"),
    Trouble.NO_KEY: _("Bukan untuk soal"),
}


def state_of(norm: Norm, day: date) -> tuple[Text, str, str]:
    """Word, icon and tone of a norm; one that was not verified is said to be so before all else."""
    return UNSURE if norm.certainty is Certainty.OPEN else STATUS[norm.status_on(day)]


def complaint_text(norm: Norm) -> Text:
    """Who may start a case; empty for a norm that punishes nothing."""
    if norm.complaint is Complaint.NEEDED:
        return _("Delik aduan: perkara menunggu pengaduan.")
    if norm.complaint is Complaint.NOT_NEEDED:
        return _("Bukan delik aduan: siapa pun dapat melapor.")
    return NO_TEXT


def force_text(norm: Norm) -> Text:
    """From when to when it binds, as far as that is known."""
    first, last = norm.from_day, norm.until_day
    if first and last:
        return _("Berlaku {first} sampai {last}.", first=date_text(first), last=date_text(last))
    if last:
        return _("Berlaku sampai {last}.", last=date_text(last))
    if first:
        return _("Berlaku sejak {first}.", first=date_text(first))
    return NO_TEXT
