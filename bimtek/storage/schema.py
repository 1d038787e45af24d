"""Whether a data file is still what the migrations made and the product wrote."""

import sqlite3
from functools import cache

from bimtek.storage import migrations

Schema = frozenset[tuple[str, ...]]


def is_sound(conn: sqlite3.Connection) -> bool:
    """Look whether a statement failed because of the file: in its tables, their links, or any page.

    Bits that turned over in the name of a column, or in an id, keep our statements from fitting.
    """
    look = sqlite3.Cursor(conn)
    try:
        torn = look.execute("pragma foreign_key_check").fetchone()
        return torn is None and _schema(conn) == _made() and _pages_of(look) == "ok"
    except sqlite3.Error:
        return False


def _pages_of(look: sqlite3.Cursor) -> str:
    return str(look.execute("pragma integrity_check(1)").fetchone()[0])


def migrations_in(db: sqlite3.Connection) -> tuple[set[str], set[str]]:
    """Names of the migrations we have and the file has not, and the other way round.

    A newer Bimtek has all of ours: with both, the names themselves are damaged.
    """
    known = {name for name, _step in migrations.STEPS}
    applied = set(migrations.applied(db))
    return known - applied, applied - known


@cache
def _made() -> Schema:
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrations.apply(db)
    made = _schema(db)
    db.close()
    return made


def _schema(conn: sqlite3.Connection) -> Schema:
    sql = "select type, name, tbl_name, sql from sqlite_master where tbl_name <> '_sqlite_migrations'"
    return frozenset(sqlite3.Cursor(conn).execute(sql).fetchall())
