"""What was not finished when the window went away: half-filled forms, the place that was open."""

import json
import sqlite3
from concurrent.futures import Future
from typing import Any

from bimtek.storage import rows
from bimtek.storage.store import Store, new_id


class UnfinishedRepository:
    """Values by key. Not journaled and no news for a backup; what is dropped is really gone."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> dict[str, Any]:
        """Everything that is kept."""
        found = self._store.db.query("select key, value from unfinished")
        return {row["key"]: json.loads(row["value"]) for row in found}

    def put(self, key: str, value: Any) -> Future[None]:
        """Keep a value."""
        text, now = rows.to_json(value), self._store.now()

        def work(conn: sqlite3.Connection) -> None:
            conn.execute(
                "insert into unfinished (id, key, value, created_at, changed_at) values (?, ?, ?, ?, ?)"
                " on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at",
                (new_id(), key, text, now, now),
            )

        return self._store.aside(work)

    def drop(self, key: str) -> Future[None]:
        """Forget a value."""

        def work(conn: sqlite3.Connection) -> None:
            conn.execute("delete from unfinished where key = ?", (key,))

        return self._store.aside(work)
