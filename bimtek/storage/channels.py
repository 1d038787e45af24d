"""Numbers an organiser entered, and the calls that vouch for numbers, of the pack too."""

from concurrent.futures import Future
from datetime import date
from sqlite3 import Row
from typing import Any

from bimtek.domain.channels import Call, Channel, ChannelKind, LocalService
from bimtek.storage import rows
from bimtek.storage.connection import Database, reads_row
from bimtek.storage.store import Store, new_id

_WORDS = ("name", "value", "answered_by", "purpose", "not_for", "hours", "cost", "region")


class ChannelRepository:
    """Own entries in the order they were made; calls are never changed, only marked as taken back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def own(self) -> tuple[Channel, ...]:
        """The own entries."""
        sql = "select * from channel where deleted_at is null order by created_at, id"
        return tuple(map(_channel, self._store.db.query(sql)))

    def calls(self) -> tuple[Call, ...]:
        """Every call that stands, oldest first."""
        sql = (
            "select channel_id, value, on_day, by_whom from channel_call"
            " where deleted_at is null order by on_day, created_at, id"
        )
        return tuple(map(_call, self._store.db.query(sql)))

    def put(self, channel: Channel, added: str, changed: str) -> Future[None]:
        """Store an own entry, new or known; the journal calls it `added` or `changed`."""
        values: dict[str, Any] = {word: getattr(channel, word) for word in _WORDS}
        values |= {"kind": channel.kind.value, "service": channel.service or ""}
        sql = "select 1 from channel where id = ?"
        known = self._store.db.execute(sql, [channel.id]).fetchone() is not None

        def change(db: Database) -> None:
            if db.execute(sql, [channel.id]).fetchone() is None:
                rows.insert(db, "channel", channel.id, values)
            else:
                rows.update(db, "channel", channel.id, values)

        return self._store.submit(changed if known else added, change)

    def remove(self, channel_id: str, label: str) -> Future[int]:
        """Mark an own entry as deleted; its calls stay for when it comes back."""
        return self._store.submit(label, lambda db: rows.remove(db, "channel", channel_id))

    def add_call(self, call: Call, label: str) -> Future[None]:
        """Note that a channel was reached."""
        values = {
            "channel_id": call.channel_id,
            "value": call.value,
            "on_day": call.on.isoformat(),
            "by_whom": call.by,
        }
        return self._store.submit(label, lambda db: rows.insert(db, "channel_call", new_id(), values))


@reads_row
def _channel(row: Row) -> Channel:
    words = {word: row[word] for word in _WORDS}
    return Channel(id=row["id"], kind=ChannelKind(row["kind"]), service=LocalService(row["service"]), **words)


@reads_row
def _call(row: Row) -> Call:
    return Call(row["channel_id"], row["value"], date.fromisoformat(row["on_day"]), row["by_whom"])
