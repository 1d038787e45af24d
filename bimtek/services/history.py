"""What was changed lately, and taking it back or bringing it again."""

from concurrent.futures import Future
from datetime import datetime
from typing import Any

from bimtek.domain.errors import RefusedError
from bimtek.domain.text import _
from bimtek.storage import journal
from bimtek.storage.journal import STEPS, ChangeSummary
from bimtek.storage.store import Change, Store

UNDONE = _("Diurungkan: {label}")
REDONE = _("Diulangi: {label}")


class History:
    """The journal as a person sees it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recent(self, kegiatan_id: str, limit: int = STEPS) -> list[ChangeSummary]:
        """The latest steps of a kegiatan, newest first, taken back or not."""
        return journal.recent(self._store.db, kegiatan_id, limit)

    def last_stored(self) -> Future[datetime | None]:
        """When the last change was stored, None without any; answered once all that waits is durable."""
        return self._store.aside(journal.last_at)

    def undo_last(self, kegiatan_id: str) -> str:
        """Take back the newest step that still stands, of fifty; returns its label. Waits.

        Errors: RefusedError when there is none, when it holds issued numbers, or when what it changed
        was changed again since.
        """
        return self._store.write("", lambda db: journal.undo_last(db, kegiatan_id, UNDONE.msgid), kegiatan_id)

    def redo_last(self, kegiatan_id: str) -> str:
        """Bring again what was taken back last; returns its label. Waits.

        Errors: RefusedError when there is nothing, or a newer change stands in the way.
        """
        return self._store.write("", lambda db: journal.redo_last(db, kegiatan_id, REDONE.msgid), kegiatan_id)

    def undo(self, change_id: str, kegiatan_id: str) -> str:
        """Take back one change; returns its label. Waits. Errors: as `undo_last`."""
        return self._undo(change_id, kegiatan_id).result()

    def take_back(self, stored: Future[Any], kegiatan_id: str) -> Future[str]:
        """Take back the change of this Future, which may still be on its way; the result is its label.

        Errors: RefusedError when it is no change, or as `undo_last`, in the Future.
        """
        if isinstance(stored, Change):
            return self._undo(stored.id, kegiatan_id)
        refused: Future[str] = Future()
        refused.set_exception(
            RefusedError(_("Perubahan ini tidak dapat diurungkan."), advice=_("Ubah langsung di layarnya."))
        )
        return refused

    def _undo(self, change_id: str, kegiatan_id: str) -> Future[str]:
        return self._store.submit("", lambda db: journal.undo(db, change_id, UNDONE.msgid), kegiatan_id)
