"""PDFs that a facilitator brought to a kegiatan."""

from concurrent.futures import Future
from typing import Any

from bimtek.domain.own_slides import OwnSlides
from bimtek.storage import rows
from bimtek.storage.connection import Database
from bimtek.storage.store import Store, new_id


class OwnSlidesRepository:
    """Which stored PDFs belong to which kegiatan, in the order they came."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_kegiatan(self, kegiatan_id: str) -> list[OwnSlides]:
        """The PDFs of a kegiatan."""
        sql = (
            "select id, kegiatan_id, name, sha256, pages from own_slides"
            " where kegiatan_id = ? and deleted_at is null order by created_at, id"
        )
        return [
            OwnSlides(row["id"], row["kegiatan_id"], row["name"], row["sha256"], row["pages"])
            for row in self._store.db.query(sql, [kegiatan_id])
        ]

    def put(self, kegiatan_id: str, name: str, digest: str, pages: int, label: str) -> Future[None]:
        """Let a stored PDF belong to a kegiatan; one that was taken off comes back."""
        values: dict[str, Any] = {"name": name, "pages": pages}

        def change(db: Database) -> None:
            sql = "select id, deleted_at from own_slides where kegiatan_id = ? and sha256 = ?"
            row = db.execute(sql, [kegiatan_id, digest]).fetchone()
            if row is None:
                owned = {"kegiatan_id": kegiatan_id, "sha256": digest, **values}
                rows.insert(db, "own_slides", new_id(), owned)
                return
            if row[1] is not None:
                rows.bring_back(db, "own_slides", row[0])
            rows.update(db, "own_slides", row[0], values)

        return self._store.submit(label, change, kegiatan_id)

    def remove(self, own: OwnSlides, label: str) -> Future[int]:
        """Take a PDF off its kegiatan; the stored file stays."""
        return self._store.submit(label, lambda db: rows.remove(db, "own_slides", own.id), own.kegiatan_id)
