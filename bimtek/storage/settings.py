"""Settings that travel with a backup, and the slide each module was left at."""

import json
from concurrent.futures import Future
from sqlite3 import Row
from typing import Any

from bimtek.storage import rows
from bimtek.storage.connection import Database, reads_row
from bimtek.storage.store import Store, new_id


class SettingRepository:
    """Reads and writes settings by key; values are anything JSON can hold."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> dict[str, Any]:
        """Every stored setting."""
        found = self._store.db.query("select key, value from setting where deleted_at is null")
        return dict(map(_setting, found))

    def put(self, key: str, value: Any, label: str) -> Future[None]:
        """Store one setting."""
        text = rows.to_json(value)

        def change(db: Database) -> None:
            row = db.execute("select id from setting where key = ?", [key]).fetchone()
            if row is None:
                rows.insert(db, "setting", new_id(), {"key": key, "value": text})
            else:
                rows.update(db, "setting", row[0], {"value": text})

        return self._store.submit(label, change)


class TeachingRepository:
    """Remembers the slide of each module in a kegiatan, for going on after a crash."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def slide(self, kegiatan_id: str, module: str) -> int:
        """Index of the slide last shown, 0 when the module was not begun."""
        sql = "select slide from teaching where kegiatan_id = ? and module = ? and deleted_at is null"
        row = self._store.db.execute(sql, [kegiatan_id, module]).fetchone()
        return 0 if row is None else int(row[0])

    def put(self, kegiatan_id: str, module: str, slide: int, label: str) -> Future[None]:
        """Store the slide shown now."""

        def change(db: Database) -> None:
            sql = "select id from teaching where kegiatan_id = ? and module = ?"
            row = db.execute(sql, [kegiatan_id, module]).fetchone()
            if row is None:
                values = {"kegiatan_id": kegiatan_id, "module": module, "slide": slide}
                rows.insert(db, "teaching", new_id(), values)
            else:
                rows.update(db, "teaching", row[0], {"slide": slide})

        return self._store.submit(label, change, kegiatan_id)


@reads_row
def _setting(row: Row) -> tuple[str, Any]:
    return row["key"], json.loads(row["value"])
