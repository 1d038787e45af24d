"""What has to be right before the first number of a kegiatan is given out, and where to mend it."""

from datetime import timedelta

from bimtek.documents.base import Fix, Problem
from bimtek.domain.certificate_number import tells_apart, unknown_tokens
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import NO_TEXT, Text, _

LATEST_ISSUE = timedelta(days=90)


def missing_for_a_number(kegiatan: Kegiatan, *, clock_trusted: bool) -> list[Problem]:
    """Everything that stops every number until it is filled in or put right."""
    found = []
    if not kegiatan.signers("sertifikat"):
        found.append(_missing(_("Penandatangan sertifikat belum diisi."), Fix.SIGNERS))
    if not kegiatan.dates:
        found.append(_missing(_("Tanggal kegiatan belum diisi."), Fix.KEGIATAN))
    if not kegiatan.issue_city:
        found.append(_missing(_("Kota terbit sertifikat belum diisi."), Fix.ISSUE))
    if issue := _issue_date_problem(kegiatan):
        found.append(_missing(issue, Fix.ISSUE))
    if kegiatan.jp == 0:
        found.append(_missing(_("Acara belum memuat JP."), Fix.AGENDA))
    patterns = [rule.pattern for rule in (kegiatan.certificate_numbers, kegiatan.statement_numbers)]
    if any(unknown_tokens(pattern) for pattern in patterns):
        found.append(_missing(_("Pola nomor memuat bagian yang tidak dikenal."), Fix.NUMBER))
    elif not all(tells_apart(pattern) for pattern in patterns):
        found.append(_missing(_("Pola nomor belum memuat nomor urut."), Fix.NUMBER))
    if not clock_trusted:
        found.append(_missing(_("Jam laptop ini tampaknya salah. Pastikan tanggalnya dahulu."), Fix.CLOCK))
    return found


def scores_missing(count: int) -> Problem:
    """So many certificates would show one score less than the others; a paper sheet may wait to be keyed."""
    said = _("{count} penerima sertifikat belum punya nilai pre-test atau post-test.", count=count)
    return Problem(said, Fix.SCORES)


def _missing(message: Text, fix: Fix) -> Problem:
    return Problem(message, fix, blocking=True)


def _issue_date_problem(kegiatan: Kegiatan) -> Text:
    """A certificate is dated within the kegiatan or shortly after, whatever the laptop's clock says."""
    on = kegiatan.issued_on
    if on is None or not kegiatan.dates:
        return NO_TEXT
    if on < min(kegiatan.dates):
        return _("Tanggal terbit mendahului kegiatan.")
    if on > max(kegiatan.dates) + LATEST_ISSUE:
        return _("Tanggal terbit terlalu jauh sesudah kegiatan.")
    return NO_TEXT
