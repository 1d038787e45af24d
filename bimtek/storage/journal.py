"""The journal `perubahan`: what every change did to every row, and how to undo one change."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from bimtek.domain.errors import RefusedError
from bimtek.domain.text import _
from bimtek.storage.closed_sessions import refuse_when_closed
from bimtek.storage.connection import reads_row
from bimtek.storage.schema import is_sound

NOT_JOURNALED = frozenset({"perubahan", "_sqlite_migrations", "sqlite_sequence"})
# Answers and issued numbers are history themselves: taking one back is never an undo.
NEVER_UNDONE = frozenset({"answer", "attempt", "certificate", "form", "berkas"})


def install(db: Database) -> None:
    """Give the writing connection triggers that journal every table, and the row they take context from.

    The triggers are temporary, made anew from the schema at each start, so that no migration has to
    keep them in step with its columns.
    """
    db.conn.execute("create temp table change (id text, label text, kegiatan_id text, device text, at text)")
    db.conn.execute("insert into temp.change values ('', '', '', '', '')")
    for table in journaled_tables(db):
        for event in ("insert", "update", "delete"):
            db.conn.execute(_trigger(table, _columns(db, table), event))


def journaled_tables(db: Database) -> list[str]:
    """Names of the tables whose changes are written down."""
    rows = db.conn.execute("select name from main.sqlite_master where type = 'table' order by name")
    return [name for (name,) in rows if name not in NOT_JOURNALED]


@contextlib.contextmanager
def in_bulk(db: Database, table: str) -> Iterator[None]:
    """Journal the rows inserted inside by one statement at the end: a trigger a row costs twice as much."""
    (last,) = db.conn.execute(f"select coalesce(max(rowid), 0) from {_quoted(table)}").fetchone()
    columns = _columns(db, table)
    db.conn.execute(f"drop trigger temp.{_trigger_name(table, 'insert')}")
    try:
        yield
    finally:
        if db.conn.in_transaction:  # else SQLite gave all of it up, the dropped trigger too
            (seq,) = db.conn.execute("select coalesce(max(seq), 0) from perubahan").fetchone()
            entry = _entry(table, "insert", columns, f"{seq} + new.rowid - {last}")
            source = f"main.{_quoted(table)} as new cross join temp.change as c where new.rowid > {last}"
            db.conn.execute(f"{entry} from {source} order by new.rowid")
            db.conn.execute(_trigger(table, columns, "insert"))


def _columns(db: Database, table: str) -> list[str]:
    return [row[1] for row in db.conn.execute(f"pragma table_info({_quoted(table)})")]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _trigger_name(table: str, event: str) -> str:
    return _quoted(f"journal_{table}_{event}")


def _trigger(table: str, columns: Sequence[str], event: str) -> str:
    entry = _entry(table, event, columns, "(select coalesce(max(seq), 0) + 1 from perubahan)")
    return f"""
        create temp trigger {_trigger_name(table, event)} after {event} on main.{_quoted(table)}
        begin {entry} from temp.change as c; end"""


def _entry(table: str, event: str, columns: Sequence[str], seq: str) -> str:
    """Insert into the journal what a change `c` did to a row, told by `old` and `new`."""
    before = "null" if event == "insert" else _json_of("old", columns)
    after = "null" if event == "delete" else _json_of("new", columns)
    row = "old" if event == "delete" else "new"
    return f"""
        insert into perubahan
            (id, seq, change_id, label, kegiatan_id, device, table_name, row_id, before, after,
             created_at, changed_at)
        select lower(hex(randomblob(16))), {seq},
               c.id, c.label, c.kegiatan_id, c.device, '{table}', {row}.id, {before}, {after}, c.at, c.at"""


def _json_of(row: str, columns: Sequence[str]) -> str:
    return "json_object(" + ", ".join(f"'{c}', {row}.{_quoted(c)}" for c in columns) + ")"


def begin(db: Database, change_id: str, label: str, kegiatan_id: str, device: str, at: str) -> None:
    """Say what the following statements belong to. Only the store calls this."""
    db.conn.execute(
        "update temp.change set id = ?, label = ?, kegiatan_id = ?, device = ?, at = ?",
        (change_id, label, kegiatan_id, device, at),
    )


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """One change as a person sees it: what it was called and when it happened (UTC)."""

    id: str
    label: str
    at: str
    rows: int


def recent(db: Database, kegiatan_id: str, limit: int = 50) -> list[ChangeSummary]:
    """The latest changes of a kegiatan, newest first."""
    rows = db.query(
        "select change_id as id, min(label) as label, min(created_at) as at, count(*) as rows"
        " from perubahan where kegiatan_id = :kegiatan group by change_id order by max(seq) desc limit :n",
        {"kegiatan": kegiatan_id, "n": limit},
    )
    return [ChangeSummary(**row) for row in rows]


def undo(db: Database, change_id: str) -> None:
    """Put back every row of one change, newest first; runs inside a change of its own.

    Errors: RefusedError when a row was touched again since, or when the change holds answers, issued
    numbers, or marks of a session that is closed now.
    """
    sql = "select seq, table_name, row_id, before, after from perubahan where change_id = ? order by seq desc"
    rows = list(db.query(sql, [change_id]))
    if not rows or any(row["table_name"] in NEVER_UNDONE for row in rows):
        raise RefusedError(_("Perubahan ini tidak dapat diurungkan."))
    for row in rows:
        if row["table_name"] == "attendance":
            refuse_when_closed(db, json.loads(row["after"] or row["before"])["session_id"])
    last = rows[0]["seq"]
    for row_id in {row["row_id"] for row in rows}:
        later = db.execute(
            "select 1 from perubahan where row_id = ? and seq > ? limit 1", [row_id, last]
        ).fetchone()
        if later:
            raise RefusedError(
                _("Data ini sudah diubah lagi sesudahnya, jadi tidak dapat diurungkan."),
                advice=_("Ubah langsung di layarnya."),
            )
    try:
        for row in rows:
            _put_back(db, row)
    except sqlite3.IntegrityError as error:  # another row has taken the place since
        if not is_sound(db.conn):
            raise
        raise RefusedError(_("Perubahan ini tidak dapat diurungkan.")) from error


def _put_back(db: Database, row: dict[str, Any]) -> None:
    table = _quoted(row["table_name"])
    if row["before"] is None:
        # The row stays, marked as deleted: other rows and later merges may still point at it.
        db.execute(
            f"update {table} set deleted_at = (select at from temp.change),"
            " changed_at = (select at from temp.change) where id = ?",
            [row["row_id"]],
        )
        return
    before = _before(row)
    if row["after"] is None:
        columns = ", ".join(_quoted(name) for name in before)
        marks = ", ".join("?" for _name in before)
        db.execute(f"insert into {table} ({columns}) values ({marks})", list(before.values()))
        return
    sets = ", ".join(f"{_quoted(name)} = ?" for name in before)
    db.execute(f"update {table} set {sets} where id = ?", [*before.values(), row["row_id"]])


@reads_row
def _before(row: dict[str, Any]) -> dict[str, Any]:
    return dict(json.loads(row["before"]))
