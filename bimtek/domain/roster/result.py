"""What the preview of a list shows: people as they would be imported, and everything left out."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from bimtek.domain.cells import Cell, shown
from bimtek.domain.people import Person, PersonName, Role
from bimtek.domain.roster.fields import Field
from bimtek.domain.text import Text


class Severity(StrEnum):
    """How much a note weighs: cannot be imported as it is, imported but look, just so you know."""

    FIX = "perbaiki"
    CHECK = "periksa"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell about a row or the sheet; `field` is the column it is about, if one."""

    severity: Severity
    message: Text
    field: Field | None = None


class PreviewRow(NamedTuple):
    """One person as the list gives them. `person.id` is empty: whoever stores them gives the id.

    `cells` are the cells as they came and `fields` their places; `suggestion` is a tidier spelling
    of the name, never taken unless asked for; `role` is None when the list does not tell it.
    """

    line: int
    person: Person
    cells: tuple[Cell, ...]
    fields: dict[Field, int]
    notes: tuple[Note, ...] = ()
    role: Role | None = None
    suggestion: PersonName | None = None

    @property
    def importable(self) -> bool:
        """False when something must be fixed first."""
        return not self.notes or all(note.severity is not Severity.FIX for note in self.notes)

    @property
    def worst(self) -> Severity | None:
        """The weightiest note, None without notes."""
        found = {note.severity for note in self.notes}
        return next((severity for severity in Severity if severity in found), None)

    @property
    def doubtful(self) -> bool:
        """True when somebody should read its notes before the import."""
        return self.worst in (Severity.FIX, Severity.CHECK)

    def raw(self, about: Field) -> str:
        """The text a cell showed before it was interpreted."""
        at = self.fields.get(about, -1)
        return shown(self.cells[at]) if 0 <= at < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A line of the list that is no person, why, and what it says."""

    line: int
    reason: Text
    content: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over a group of people, and which field of theirs it fills where it is empty."""

    line: int
    text: str
    field: Field | None
    value: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column as found: `title` joins both header rows; `field` None means it is not used."""

    index: int
    title: str
    field: Field | None
    hidden: bool = False

    @property
    def letter(self) -> str:
        """Its name in a spreadsheet: A, B, … AA."""
        letters, rest = "", self.index + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return letters


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Lines that may be the same person, and what they share. Both stay unless someone decides."""

    lines: tuple[int, ...]
    shared: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person decided in the preview; the defaults let the list speak for itself.

    `header_lines` None searches, () says there is none; `mapping` is (column, field) pairs and
    replaces what the header says; `leave_out` are lines not wanted; `tidy_names` takes the
    suggested spellings; `use_headings` fills empty fields from group headings; `guess_columns`
    reads a list without header by its contents.
    """

    header_lines: tuple[int, ...] | None = None
    mapping: tuple[tuple[int, Field], ...] | None = None
    hidden_rows: bool = False
    use_headings: bool = True
    tidy_names: bool = False
    guess_columns: bool = False
    leave_out: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A whole sheet as it would be imported. Exactly the `importable` rows are imported, no others."""

    sheet: str
    header_lines: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: tuple[PreviewRow, ...]
    skipped: tuple[SkippedRow, ...]
    headings: tuple[Heading, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    notes: tuple[Note, ...] = field(default=())

    @property
    def importable(self) -> tuple[PreviewRow, ...]:
        """The rows an import takes."""
        return tuple(row for row in self.rows if row.importable)

    @property
    def read(self) -> int:
        """Lines that hold anything, apart from the header."""
        return len(self.rows) + len(self.skipped)

    @property
    def doubts(self) -> int:
        """How many things to look at before the import; 0 for a list of which nothing is lost or guessed.

        Notes of the sheet, also that a column is not used; rows; lines left out; a header of two lines, of
        which the second may be a person.
        """
        two_lines = len(self.header_lines) > 1
        return len(self.notes) + sum(row.doubtful for row in self.rows) + len(self.skipped) + two_lines
