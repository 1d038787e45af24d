"""The journal `perubahan`: what every change did to every row, and how to undo one change."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from sqlite3 import Row
from typing import Any, NamedTuple

from bimtek.domain.clock import parse_stamp
from bimtek.domain.errors import RefusedError
from bimtek.domain.text import Text, _
from bimtek.storage.closed_sessions import refuse_when_closed
from bimtek.storage.connection import Database, reads_row
from bimtek.storage.schema import is_sound

NOT_JOURNALED = frozenset({"perubahan", "unfinished", "_sqlite_migrations", "sqlite_sequence"})
# Answers and issued numbers are history themselves: taking one back is never an undo.
NEVER_UNDONE = frozenset({"answer", "attempt", "certificate", "form", "berkas", "round", "teaching"})
# What participants do, the slide that is shown and the count of prints are no steps of a person.
_A_STEP = (
    "table_name not in ('answer', 'attempt', 'teaching') and not (table_name = 'certificate'"
    " and before is not null and json_extract(before, '$.status') is json_extract(after, '$.status'))"
)
# Only inside the change that undoes, which tells the kegiatan: the journal has no index of changes.
_IN_CHANGE = "kegiatan_id = (select kegiatan_id from temp.change) and change_id = ?"
_BY_HAND = _("Ubah langsung di layarnya.")
STEPS = 50  # how far back a person can go


def install(db: Database) -> None:
    """Give the writing connection triggers that journal every table, and the row they take context from.

    The triggers are temporary, made anew from the schema at each start, so that no migration has to
    keep them in step with its columns.
    """
    db.execute(
        "create temp table change (id text, label text, kegiatan_id text, device text, at text, undoes text)"
    )
    db.execute("insert into temp.change values ('', '', '', '', '', '')")
    for table in journaled_tables(db):
        for event in ("insert", "update", "delete"):
            db.execute(_trigger(table, _columns(db, table), event))


def journaled_tables(db: Database) -> list[str]:
    """Names of the tables whose changes are written down."""
    rows = db.execute("select name from main.sqlite_master where type = 'table' order by name")
    return [name for (name,) in rows if name not in NOT_JOURNALED]


@contextlib.contextmanager
def in_bulk(db: Database, table: str) -> Iterator[None]:
    """Journal the rows inserted inside by one statement at the end: a trigger a row costs twice as much."""
    (last,) = db.execute(f"select coalesce(max(rowid), 0) from {_quoted(table)}").fetchone()
    columns = _columns(db, table)
    db.execute(f"drop trigger temp.{_trigger_name(table, 'insert')}")
    try:
        yield
    finally:
        if db.in_transaction:  # else SQLite gave all of it up, the dropped trigger too
            (seq,) = db.execute("select coalesce(max(seq), 0) from perubahan").fetchone()
            entry = _entry(table, "insert", columns, f"{seq} + new.rowid - {last}")
            source = f"main.{_quoted(table)} as new cross join temp.change as c where new.rowid > {last}"
            db.execute(f"{entry} from {source} order by new.rowid")
            db.execute(_trigger(table, columns, "insert"))


def _columns(db: Database, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"pragma table_info({_quoted(table)})")]


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
             undoes, created_at, changed_at)
        select lower(hex(randomblob(16))), {seq},
               c.id, c.label, c.kegiatan_id, c.device, '{table}', {row}.id, {before}, {after},
               c.undoes, c.at, c.at"""


def _json_of(row: str, columns: Sequence[str]) -> str:
    return "json_object(" + ", ".join(f"'{c}', {row}.{_quoted(c)}" for c in columns) + ")"


def begin(db: Database, change_id: str, label: str, kegiatan_id: str, device: str, at: str) -> None:
    """Say what the following statements belong to. Only the store calls this."""
    db.execute(
        "update temp.change set id = ?, label = ?, kegiatan_id = ?, device = ?, at = ?, undoes = ''",
        (change_id, label, kegiatan_id, device, at),
    )


class ChangeSummary(NamedTuple):
    """One change as a person sees it: what it was called and when it happened (UTC).

    `undone` while it is taken back; `undoable` when its kind can be taken back at all.
    """

    id: str
    label: str
    at: str
    undone: bool
    undoable: bool


def recent(db: Database, kegiatan_id: str, limit: int = STEPS) -> list[ChangeSummary]:
    """The latest steps of a kegiatan, newest first; undoing one is no step of its own."""
    return _steps(db, "kegiatan_id = ?", kegiatan_id, limit)


def _step(db: Database, change_id: str) -> ChangeSummary | None:
    """One step; None when it is none, is of another kegiatan, or changed nothing."""
    found = _steps(db, _IN_CHANGE, change_id, 1)
    return found[0] if found else None


def _steps(db: Database, where: str, value: str, limit: int) -> list[ChangeSummary]:
    found = db.execute(
        "select change_id, label, created_at, table_name, before is null from perubahan"
        f" where {where} and undoes = '' and {_A_STEP} order by seq desc",
        [value],
    )
    steps: dict[str, ChangeSummary] = {}
    for change_id, label, at, table, made in found:
        known = steps.get(change_id)
        if known is None and len(steps) == limit:
            break
        # A kegiatan that is open is not made undone from inside; its list removes it.
        undoable = table not in NEVER_UNDONE and not (table == "kegiatan" and made)
        if known is None:
            steps[change_id] = ChangeSummary(change_id, label, at, _is_undone(db, change_id), undoable)
        elif not undoable:
            steps[change_id] = known._replace(undoable=False)
    found.close()
    return list(steps.values())


def _is_undone(db: Database, change_id: str) -> bool:
    """True when the latest undo of a change was not itself taken back."""
    undo_id = db.execute(
        "select change_id from perubahan where undoes = ? order by seq desc limit 1", [change_id]
    ).fetchone()
    return undo_id is not None and not _was_undone(db, undo_id[0])


def _was_undone(db: Database, change_id: str) -> bool:
    return db.execute("select 1 from perubahan where undoes = ? limit 1", [change_id]).fetchone() is not None


def undo_last(db: Database, kegiatan_id: str, wording: str) -> str:
    """Take back the newest step of a kegiatan that still stands; returns its label.

    Errors: RefusedError when there is none, or as `undo`.
    """
    latest = next((step for step in recent(db, kegiatan_id) if not step.undone), None)
    if latest is None or not latest.undoable:
        raise _nothing(_("Belum ada yang dapat diurungkan.")) if latest is None else _refused(latest)
    return undo(db, latest.id, wording)


def redo_last(db: Database, kegiatan_id: str, wording: str) -> str:
    """Bring again what was taken back last; returns its label.

    Errors: RefusedError when nothing was taken back since the newest step, or as `undo`.
    """
    undo_id = _undo_to_take_back(db, kegiatan_id)
    if not undo_id:
        raise _nothing(_("Belum ada yang dapat diulangi."))
    return _reverse(db, undo_id, wording)


def _undo_to_take_back(db: Database, kegiatan_id: str) -> str:
    """The latest undo that stands, "" when a newer step came after it or there is none."""
    found = db.execute(
        "select change_id, undoes from perubahan"
        f" where kegiatan_id = ? and {_A_STEP} group by change_id order by max(seq) desc",
        [kegiatan_id],
    )
    for change_id, undone in found:
        if not undone:
            return ""
        again = "select 1 from perubahan where undoes <> '' and change_id = ? limit 1"
        is_redo = db.execute(again, [undone]).fetchone() is not None
        if not is_redo and not _was_undone(db, change_id):
            return str(change_id)
    return ""


def last_at(conn: sqlite3.Connection) -> datetime | None:
    """When the last change of all was stored, None without any."""
    row = conn.execute("select created_at from perubahan order by seq desc limit 1").fetchone()
    return parse_stamp(row[0]) if row is not None else None


def undo(db: Database, change_id: str, wording: str) -> str:
    """Put back every row of one change, newest first; runs inside a change of its own.

    That change is called `wording`, with the label of what it takes back at its place `{label}`; the
    label is returned. Errors: RefusedError when it is taken back already, when a row was changed
    again since, or when the change holds answers, issued numbers, or marks of a session that is closed
    now.
    """
    step = _step(db, change_id)
    if step is None or not step.undoable:
        raise _refused(step)
    if step.undone:
        raise RefusedError(
            _("“{label}” sudah diurungkan.", label=step.label), advice=_("Lihat Riwayat untuk langkah lain.")
        )
    return _reverse(db, change_id, wording)


def _reverse(db: Database, change_id: str, wording: str) -> str:
    """Put every row back to what it was before a change, an undo too."""
    columns = "seq, table_name, row_id, before, after, undoes"
    sql = f"select {columns} from perubahan where {_IN_CHANGE} order by seq desc"
    rows = list(db.query(sql, [change_id]))
    for row in rows:
        if row["table_name"] == "attendance":
            refuse_when_closed(db, _parsed(row["after"] or row["before"])["session_id"])
    step = _step(db, rows[0]["undoes"] or change_id)
    assert step is not None
    _refuse_if_changed_since(db, rows)
    db.execute("update temp.change set label = ?, undoes = ?", (wording.format(label=step.label), change_id))
    try:
        for row in rows:
            _put_back(db, row)
    except sqlite3.IntegrityError as error:  # another row has taken the place since
        if not is_sound(db):
            raise
        raise _refused(step) from error
    return step.label


def _refused(step: ChangeSummary | None) -> RefusedError:
    if step is None:
        return RefusedError(_("Perubahan ini tidak dapat diurungkan."), advice=_BY_HAND)
    return RefusedError(_("“{label}” tidak dapat diurungkan.", label=step.label), advice=_BY_HAND)


def _nothing(what: Text) -> RefusedError:
    return RefusedError(what, advice=_("Lihat Riwayat untuk semua langkah."))


def _refuse_if_changed_since(db: Database, rows: Sequence[Row]) -> None:
    """Errors: RefusedError when a row is no longer as the change left it."""
    seen: set[str] = set()
    for row in rows:
        if row["row_id"] in seen:
            continue
        seen.add(row["row_id"])
        left = None if row["after"] is None else _parsed(row["after"])
        now = next(
            db.query(f"select * from {_quoted(row['table_name'])} where id = ?", [row["row_id"]]), None
        )
        if _without_time(now) != _without_time(left):
            raise RefusedError(
                _("Data ini sudah diubah lagi sesudahnya, jadi tidak dapat diurungkan."),
                advice=_BY_HAND,
            )


def _without_time(row: Row | dict[str, Any] | None) -> dict[str, Any] | None:
    return None if row is None else {name: row[name] for name in row.keys() if name != "changed_at"}  # noqa: SIM118


def _put_back(db: Database, row: Row) -> None:
    table = _quoted(row["table_name"])
    (at,) = db.execute("select at from temp.change").fetchone()
    if row["before"] is None:
        # The row stays, marked as deleted: other rows and later merges may still point at it.
        db.execute(f"update {table} set deleted_at = ?, changed_at = ? where id = ?", [at, at, row["row_id"]])
        return
    before = _parsed(row["before"]) | {"changed_at": at}
    if row["after"] is None:
        columns = ", ".join(_quoted(name) for name in before)
        marks = ", ".join("?" for _name in before)
        db.execute(f"insert into {table} ({columns}) values ({marks})", list(before.values()))
        return
    sets = ", ".join(f"{_quoted(name)} = ?" for name in before)
    db.execute(f"update {table} set {sets} where id = ?", [*before.values(), row["row_id"]])


@reads_row
def _parsed(row: str) -> dict[str, Any]:
    return dict(json.loads(row))
