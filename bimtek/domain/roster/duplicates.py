"""People who may be the same: candidates to be shown, never merged."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from bimtek.domain.formatting import folded
from bimtek.domain.names import sort_key
from bimtek.domain.people import Person
from bimtek.domain.roster.result import Duplicate, Note, PreviewRow, Severity
from bimtek.domain.text import Text, _

_village_key = lru_cache(maxsize=4096)(folded)  # a list names few villages many times


Key = tuple[str, ...]


def same_person_keys(person: Person) -> list[Key]:
    """What two records of one person share: name and village, phone, or identity number."""
    name = sort_key(person.name)
    keys: list[Key] = [("nama", name, _village_key(person.desa))] if name else []
    if person.phone:
        keys.append(("hp", person.phone))
    if person.id_number:
        keys.append(("nomor", person.id_number))
    return keys


def shared_text(key: Key) -> Text:
    """What a key says that two records share."""
    if key[0] == "hp":
        return _("Nomor HP sama.")
    if key[0] == "nomor":
        return _("Nomor identitas sama.")
    return _("Nama dan desa sama.") if key[2] else _("Nama sama.")


def find_duplicates(rows: Sequence[PreviewRow]) -> tuple[Duplicate, ...]:
    """Groups of lines that share a key, in the order in which they were first repeated."""
    first: dict[Key, int] = {}
    groups: dict[Key, list[int]] = {}
    for row in rows:
        for key in same_person_keys(row.person):
            if first.setdefault(key, row.line) != row.line:
                groups.setdefault(key, [first[key]]).append(row.line)
    return tuple(Duplicate(tuple(lines), shared_text(key)) for key, lines in groups.items())


def with_notes(rows: Iterable[PreviewRow], duplicates: Iterable[Duplicate]) -> tuple[PreviewRow, ...]:
    """The rows, each later one of a group saying which line it repeats. All of them stay."""
    notes: dict[int, list[Note]] = {}
    for duplicate in duplicates:
        first, *later = duplicate.lines
        for line in later:
            message = _(
                "Mungkin orang yang sama dengan baris {line}. {shared}", line=first, shared=duplicate.shared
            )
            notes.setdefault(line, []).append(Note(Severity.CHECK, message))
    if not notes:
        return tuple(rows)
    return tuple(r._replace(notes=(*r.notes, *notes[r.line])) if r.line in notes else r for r in rows)
