"""People from a list: read once, previewed as often as wanted, imported exactly as previewed."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bimtek.domain.cells import Sheet
from bimtek.domain.clock import Clock
from bimtek.domain.errors import RefusedError, SpreadsheetError
from bimtek.domain.people import Participation, Person, Role
from bimtek.domain.roster.duplicates import same_person_keys, shared_text
from bimtek.domain.roster.preview import best_sheet, preview
from bimtek.domain.roster.result import Choices, Preview
from bimtek.domain.text import Text, _
from bimtek.services.backup import Backup
from bimtek.services.places import Places
from bimtek.services.planning import Planning
from bimtek.services.registration import Registration

BEFORE_IMPORT = _("sebelum impor peserta")


@dataclass(frozen=True, slots=True)
class Source:
    """A list as it was read: its sheets, the names of those that were too large, and which comes first."""

    name: str
    sheets: tuple[Sheet, ...]
    first: str
    too_large: tuple[str, ...] = ()

    def sheet(self, name: str = "") -> Sheet:
        """One sheet by its name, the best one without. Errors: SpreadsheetError when there is none."""
        for sheet in self.sheets:
            if sheet.name == (name or self.first):
                return sheet
        raise SpreadsheetError(
            _("Lembar “{name}” tidak ada di daftar ini.", name=name), advice=_("Pilih lembar lain.")
        )


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A line of a preview that may be somebody who already takes part in the kegiatan."""

    line: int
    who: Participation
    shared: Text


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: how many were added, and what the list held besides."""

    added: int
    preview: Preview


def file_suffixes() -> tuple[str, ...]:
    """What the files end in that can be read, as ".xlsx"."""
    from bimtek.intake.people_file import SUFFIXES

    return SUFFIXES


class Importing:
    """The verbs of the import. All of them wait; none belongs on the GUI thread but `preview`."""

    def __init__(
        self, registration: Registration, planning: Planning, places: Places, backup: Backup, clock: Clock
    ) -> None:
        self._registration = registration
        self._planning = planning
        self._places = places
        self._backup = backup
        self._clock = clock

    def open_file(self, path: Path) -> Source:
        """Read a spreadsheet or text file. Errors: SpreadsheetError; nothing is changed."""
        from bimtek.intake.people_file import read_people_file

        workbook = read_people_file(path)
        return self._source(path.name, workbook.sheets, workbook.too_large)

    def open_pasted(self, text: str) -> Source:
        """Read text pasted from Excel or a chat. Errors: SpreadsheetError when it holds nothing."""
        from bimtek.intake.pasted import read_pasted

        return self._source("", (read_pasted(text),), ())

    def preview(
        self,
        source: Source,
        kegiatan_id: str = "",
        sheet: str = "",
        choices: Choices = Choices(),  # noqa: B008 - frozen
        near: str = "",
    ) -> Preview:
        """What an import of one sheet would take; villages are looked up where the kegiatan is.

        `near` is the wilayah code of a kegiatan that does not exist yet.
        """
        code = self._planning.get(kegiatan_id).place.wilayah_code if kegiatan_id else near
        today = self._clock.now().astimezone().date()
        return preview(source.sheet(sheet), today, choices, self._places.table, code)

    def preview_file(
        self,
        path: Path,
        kegiatan_id: str = "",
        sheet: str = "",
        choices: Choices = Choices(),  # noqa: B008 - frozen
    ) -> Preview:
        """Read a file and preview one sheet of it. Errors: SpreadsheetError."""
        self._places.load()
        return self.preview(self.open_file(path), kegiatan_id, sheet, choices)

    def known(self, kegiatan_id: str, shown: Preview) -> tuple[KnownPerson, ...]:
        """Lines that may be people who take part already; they stay unless someone leaves them out."""
        present = _by_key(self._registration.of_kegiatan(kegiatan_id))
        found = []
        for row in shown.importable:
            key = next((key for key in same_person_keys(row.person) if key in present), None)
            if key is not None:
                found.append(KnownPerson(row.line, present[key], shared_text(key)))
        return tuple(found)

    def accept(self, kegiatan_id: str, shown: Preview, role: Role = Role.PESERTA) -> ImportReport:
        """Import exactly the importable rows of a preview, all or none, after a backup.

        `role` is that of people whose list tells none. One undo takes the whole import back.
        Errors: RefusedError when nothing can be imported.
        """
        if not shown.importable:
            raise RefusedError(
                _("Belum ada orang yang bisa diimpor."), advice=_("Pilih kolom nama, lalu coba lagi.")
            )
        self._planning.get(kegiatan_id)
        self._backup.now(BEFORE_IMPORT)
        people = [_participation(row.person, row.role or role) for row in shown.importable]
        return ImportReport(self._registration.add_all(kegiatan_id, people), shown)

    def accept_clear(
        self, kegiatan_id: str, source: Source, role: Role = Role.PESERTA
    ) -> ImportReport | None:
        """Import a list that leaves nothing to look at. None, and nothing stored, when there is something."""
        self._places.load()
        shown = self.preview(source, kegiatan_id)
        if doubts(source, shown) or self.known(kegiatan_id, shown):
            return None
        return self.accept(kegiatan_id, shown, role)

    def _source(self, name: str, sheets: tuple[Sheet, ...], too_large: tuple[str, ...]) -> Source:
        first = best_sheet(sheets)
        if first is None or not any(sheet.rows for sheet in sheets):
            raise SpreadsheetError(
                _("Daftar ini kosong."), advice=_("Pilih berkas lain, atau tempel isinya di sini.")
            )
        return Source(name, sheets, first.name, too_large)


def doubts(source: Source, shown: Preview) -> int:
    """How many things somebody should look at before this list is imported, its other sheets with them."""
    return shown.doubts + len(source.sheets) - 1 + len(source.too_large)


def _participation(person: Person, role: Role) -> Participation:
    return Participation(id="", kegiatan_id="", person=person, role=role)


def _by_key(people: Iterable[Participation]) -> dict[Hashable, Participation]:
    return {key: who for who in people for key in same_person_keys(who.person)}
