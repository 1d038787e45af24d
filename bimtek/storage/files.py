"""Stored files (berkas): immutable, named by their SHA-256, listed in the data file."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from bimtek.domain.errors import NotFoundError
from bimtek.domain.text import _
from bimtek.storage import rows
from bimtek.storage.connection import Database
from bimtek.storage.store import Store, new_id

WriteBytes = Callable[[Path, bytes], None]


class FileRepository:
    """Keeps logos, signatures, photos, backgrounds; the same bytes are kept once."""

    def __init__(self, store: Store, folder: Path, write_bytes: WriteBytes) -> None:
        self._store = store
        self._folder = folder
        self._write_bytes = write_bytes

    def add(self, data: bytes, name: str, media_type: str, purpose: str, label: str) -> str:
        """Store bytes and return their SHA-256; the file is on disk before the row says so.

        A stored file that was damaged since is mended by adding it again.
        """
        digest = hashlib.sha256(data).hexdigest()
        if not self.is_whole(digest):
            self._write_bytes(self.path(digest), data)
        values = {
            "sha256": digest,
            "size": len(data),
            "media_type": media_type,
            "name": name,
            "purpose": purpose,
        }

        def change(db: Database) -> None:
            if not db.execute("select 1 from berkas where sha256 = ?", [digest]).fetchone():
                rows.insert(db, "berkas", new_id(), values)

        self._store.write(label, change)
        return digest

    def read(self, digest: str) -> bytes:
        """The bytes of a stored file. Errors: NotFoundError when it is missing or was altered."""
        try:
            data = self.path(digest).read_bytes()
        except OSError as error:
            raise _missing() from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise _missing()
        return data

    def is_whole(self, digest: str) -> bool:
        """True when a stored file is there and unaltered."""
        return holds(self.path(digest), digest)

    def path(self, digest: str) -> Path:
        """Where a stored file lies."""
        return self._folder / digest[:2] / digest

    def known(self) -> list[tuple[str, int]]:
        """SHA-256 and size of every stored file."""
        return [
            (row["sha256"], row["size"])
            for row in self._store.db.query("select sha256, size from berkas order by sha256")
        ]


def holds(path: Path, digest: str) -> bool:
    """True when a file is there and its bytes have this SHA-256."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == digest
    except OSError:
        return False


def _missing() -> NotFoundError:
    return NotFoundError(
        _("Gambar yang dipakai dokumen ini hilang atau rusak."),
        _("Data kegiatan tetap aman."),
        _("Pasang lagi gambarnya di Pengaturan kop."),
    )
