"""Attendance marks: one per person and session."""

from concurrent.futures import Future
from datetime import time
from sqlite3 import Row

from bimtek.domain.attendance import Mark, Status
from bimtek.storage import rows
from bimtek.storage.closed_sessions import refuse_when_closed
from bimtek.storage.connection import Database, reads_row
from bimtek.storage.store import Store, new_id

_COLUMNS = "a.id, a.session_id, a.keikutsertaan_id, a.status, a.arrived_at, a.left_at, a.channel"


class AttendanceRepository:
    """Reads and writes attendance. Every change fails with a RefusedError when the session is closed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, mark: Mark, consent_at: str, label: str, kegiatan_id: str) -> Future[None]:
        """Set the state of a person in a session, over any earlier one; notes a consent once."""

        def change(db: Database) -> None:
            _set(db, mark)
            if consent_at:
                _note_consent(db, mark.participation_id, consent_at)

        return self._store.submit(label, change, kegiatan_id)

    def clear(self, session_id: str, participation_id: str, label: str, kegiatan_id: str) -> Future[None]:
        """Take a mark back: the person counts as not yet taken."""

        def change(db: Database) -> None:
            refuse_when_closed(db, session_id)
            existing = _mark_id(db, session_id, participation_id)
            if existing is not None:
                rows.remove(db, "attendance", existing)

        return self._store.submit(label, change, kegiatan_id)

    def of_kegiatan(self, kegiatan_id: str) -> dict[str, dict[str, Mark]]:
        """All marks of a kegiatan: by participation id, then by session id."""
        sql = (
            f"select {_COLUMNS} from attendance as a join session as s on s.id = a.session_id"
            " where s.kegiatan_id = ? and a.deleted_at is null and s.deleted_at is null"
        )
        marks: dict[str, dict[str, Mark]] = {}
        for row in self._store.db.query(sql, [kegiatan_id]):
            marks.setdefault(row["keikutsertaan_id"], {})[row["session_id"]] = _mark(row)
        return marks

    def latest(self, session_id: str, limit: int = 5) -> list[Mark]:
        """The last people checked in who are still on the list, newest first."""
        sql = (
            f"select {_COLUMNS} from attendance as a where a.session_id = ? and a.deleted_at is null"
            " and exists (select 1 from keikutsertaan as i"
            " where i.id = a.keikutsertaan_id and i.deleted_at is null)"
            " order by a.changed_at desc, a.id limit ?"
        )
        return [_mark(row) for row in self._store.db.query(sql, [session_id, limit])]


def _set(db: Database, mark: Mark) -> None:
    refuse_when_closed(db, mark.session_id)
    columns = {
        "session_id": mark.session_id,
        "keikutsertaan_id": mark.participation_id,
        "status": mark.status.value,
        "arrived_at": mark.arrived_at,
        "left_at": mark.left_at.isoformat("minutes") if mark.left_at else None,
        "channel": mark.channel,
    }
    existing = _mark_id(db, mark.session_id, mark.participation_id)
    if existing is None:
        rows.insert(db, "attendance", new_id(), columns)
    else:
        rows.update(db, "attendance", existing, columns)


def _mark_id(db: Database, session_id: str, participation_id: str) -> str | None:
    row = db.execute(
        "select id from attendance where session_id = ? and keikutsertaan_id = ? and deleted_at is null",
        [session_id, participation_id],
    ).fetchone()
    return None if row is None else str(row[0])


def _note_consent(db: Database, participation_id: str, consent_at: str) -> None:
    consented = db.execute("select consent_at from keikutsertaan where id = ?", [participation_id]).fetchone()
    if consented is not None and not consented[0]:
        rows.update(db, "keikutsertaan", participation_id, {"consent_at": consent_at})


@reads_row
def _mark(row: Row) -> Mark:
    return Mark(
        id=row["id"],
        session_id=row["session_id"],
        participation_id=row["keikutsertaan_id"],
        status=Status(row["status"]),
        arrived_at=row["arrived_at"],
        left_at=time.fromisoformat(row["left_at"]) if row["left_at"] else None,
        channel=row["channel"],
    )
