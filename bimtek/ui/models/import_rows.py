"""The preview of an import as table rows: what was understood, and below it what the list says."""

from bimtek.domain.formatting import phone_text
from bimtek.domain.roster.fields import Field
from bimtek.domain.roster.result import PreviewRow, Severity, SkippedRow
from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.ui.models.rows import Cell

PEOPLE_HEADINGS = (
    _("Baris"),
    _("Nama"),
    _("L/P"),
    _("Asal"),
    _("Nomor HP"),
    _("Nomor identitas"),
    _("Yang perlu dilihat"),
)
SKIPPED_HEADINGS = (_("Baris"), _("Isi baris"), _("Mengapa dilewati"))
_TONES = {Severity.FIX: "danger", Severity.CHECK: "warning", Severity.INFO: "secondary"}
_WORDS = {
    Severity.FIX: _("Tidak diimpor"),
    Severity.CHECK: _("Periksa"),
    Severity.INFO: _("Catatan"),
}
_NUMBERS = (Field.NIK, Field.NIP, Field.NOMOR_IDENTITAS)


def person_cells(row: PreviewRow) -> tuple[Cell, ...]:
    """One person as they would be imported."""
    person = row.person
    raw_number = _raw_number(row)
    return (
        Cell(str(row.line), right=True),
        Cell(person.name.full or _("Nama kosong"), _written(row.raw(Field.NAMA), person.name.full)),
        Cell(person.sex.value or "–"),
        Cell(person.office_line or person.unsur or "–", person.village_line),
        Cell(phone_text(person.phone) or "–", _written(row.raw(Field.HP), phone_text(person.phone))),
        Cell(person.id_number or "–", _written(raw_number, person.id_number)),
        _notes_cell(row),
    )


def skipped_cells(row: SkippedRow) -> tuple[Cell, ...]:
    """One line of the list that is no person."""
    return Cell(str(row.line), right=True), Cell(row.content or "–"), Cell(row.reason)


def has_number(row: PreviewRow) -> bool:
    """True when the list tells an identity number, usable or not."""
    return bool(row.person.id_number or _raw_number(row))


def _raw_number(row: PreviewRow) -> str:
    return next((row.raw(about) for about in _NUMBERS if row.raw(about)), "")


def _notes_cell(row: PreviewRow) -> Cell:
    worst = row.worst
    if worst is None:
        return Cell("–")
    weighty = sorted(row.notes, key=lambda note: list(Severity).index(note.severity))
    return Cell(_WORDS[worst], joined((note.message for note in weighty), " "), _TONES[worst])


def _written(raw: str, understood: str) -> Text:
    """What the list says, when it was read as something else."""
    return _("Tertulis: {raw}", raw=raw) if raw and raw != understood else NO_TEXT
