"""The report of an import: how many lines were read, used and left out, and each of them with its reason."""

from collections import Counter

from bimtek.domain.roster.result import Preview, Severity
from bimtek.domain.text import Text, _

ReportRow = tuple[str | int | Text, ...]


def summary(preview: Preview) -> list[ReportRow]:
    """Counts as label and number, and what was left out by reason."""
    used = len(preview.importable)
    rows: list[ReportRow] = [
        (_("Dibaca"), preview.read),
        (_("Dipakai"), used),
        (_("Dilewati"), preview.read - used),
    ]
    reasons = Counter(str(reason) for _line, _content, reason in _left_out(preview))
    return rows + [(reason, count) for reason, count in reasons.most_common()]


def details(preview: Preview) -> list[ReportRow]:
    """One row per line with something to tell: line, name or content, what happened, why."""
    rows: list[ReportRow] = [(_("Baris"), _("Isi"), _("Hasil"), _("Keterangan"))]
    left_out = {line for line, _content, _reason in _left_out(preview)}
    told = [(line, content, _("dilewati"), reason) for line, content, reason in _left_out(preview)]
    told += [
        (row.line, row.person.name.full, _("dipakai"), note.message)
        for row in preview.rows
        if row.line not in left_out
        for note in row.notes
    ]
    return rows + [tuple(row) for row in sorted(told, key=lambda row: row[0])]


def _left_out(preview: Preview) -> list[tuple[int, str, Text]]:
    """Every line that is not imported, with what it says and why."""
    unfit = [
        (row.line, row.person.name.full, note.message)
        for row in preview.rows
        if not row.importable
        for note in row.notes
        if note.severity is Severity.FIX
    ]
    return unfit + [(row.line, row.content, row.reason) for row in preview.skipped]
