"""What was changed lately, and taking the last change back."""

from bimtek.domain.errors import RefusedError
from bimtek.domain.text import _
from bimtek.storage import journal
from bimtek.storage.journal import ChangeSummary
from bimtek.storage.store import Store

UNDONE = _("Diurungkan: {label}")


class History:
    """The journal as a person sees it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recent(self, kegiatan_id: str, limit: int = 50) -> list[ChangeSummary]:
        """The latest changes of a kegiatan, newest first."""
        return journal.recent(self._store.db, kegiatan_id, limit)

    def undo_last(self, kegiatan_id: str) -> str:
        """Take back the newest change of a kegiatan and return its label. Waits.

        Errors: RefusedError when there is none, or it holds answers or issued numbers.
        """
        latest = self.recent(kegiatan_id, 1)
        if not latest:
            raise RefusedError(_("Belum ada yang dapat diurungkan."))
        self.undo(latest[0].id, kegiatan_id, latest[0].label)
        return latest[0].label

    def undo(self, change_id: str, kegiatan_id: str, label: str) -> None:
        """Take back one change. Waits.

        Errors: RefusedError when its rows were touched since, or its session was closed.
        """
        wording = str(UNDONE).format(label=label)
        self._store.write(wording, lambda db: journal.undo(db, change_id), kegiatan_id)
