"""Writing one row with its id and times; every repository goes through here, never decides anything."""

import contextlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from bimtek.storage import journal
from bimtek.storage.connection import Database

MANY = 20  # rows from which making the journal's trigger anew is repaid


def _at(db: Database) -> str:
    """The moment of the change under way, as the journal holds it."""
    return str(db.execute("select at from temp.change").fetchone()[0])


def insert(db: Database, table: str, row_id: str, values: Mapping[str, Any]) -> None:
    """Insert a row; `values` leaves out id and times."""
    insert_many(db, table, tuple(values), [(row_id, *values.values())])


def insert_many(db: Database, table: str, columns: Sequence[str], records: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows of one table, each its id and then its `columns`; many are journaled together."""
    if not records:
        return
    at = _at(db)
    names = ", ".join(["created_at", "changed_at", "id", *columns])
    marks = ", ".join("?" * (len(columns) + 1))
    with journal.in_bulk(db, table) if len(records) >= MANY else contextlib.nullcontext():
        db.executemany(f"insert into {table} ({names}) values ('{at}', '{at}', {marks})", records)


def update(db: Database, table: str, row_id: str, values: Mapping[str, Any]) -> int:
    """Change some columns of a row; returns how many rows that was (0 when it is gone or was so already).

    A row that already is as wanted is left alone: nothing to journal, nothing in the way of an undo.
    """
    sets = ", ".join(f"{name} = ?" for name in values)
    differs = " or ".join(f"{name} is not ?" for name in values)
    cursor = db.execute(
        f"update {table} set {sets}, changed_at = ? where id = ? and deleted_at is null and ({differs})",
        [*values.values(), _at(db), row_id, *values.values()],
    )
    return int(cursor.rowcount)


def remove(db: Database, table: str, row_id: str) -> int:
    """Mark a row as deleted; it stays in the file for undo and merging."""
    return update(db, table, row_id, {"deleted_at": _at(db)})


def bring_back(db: Database, table: str, row_id: str) -> None:
    """Take the mark of deletion off a row."""
    db.execute(f"update {table} set deleted_at = null, changed_at = ? where id = ?", [_at(db), row_id])


def to_json(value: Any) -> str:
    """Canonical JSON: equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
