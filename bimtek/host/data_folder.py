"""The user's data folder and the places inside it."""

from pathlib import Path
from typing import NamedTuple

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.text import _


class DataFolder(NamedTuple):
    """The places inside one data folder."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "bimtek.db"

    @property
    def berkas(self) -> Path:
        """Immutable files named by their SHA-256."""
        return self.root / "berkas"

    @property
    def backups(self) -> Path:
        """Automatic backups."""
        return self.root / "cadangan"

    @property
    def log(self) -> Path:
        """Log files, without personal data."""
        return self.root / "log"

    @property
    def modules(self) -> Path:
        """The user's own modules."""
        return self.root / "modul"

    @property
    def laws(self) -> Path:
        """Law packs of the user, newer than what is shipped; made by hand or by an import."""
        return self.root / "hukum"

    @property
    def channels(self) -> Path:
        """A channel pack of the user, newer than what is shipped."""
        return self.root / "kanal.toml"

    @property
    def papers(self) -> Path:
        """PDFs and spreadsheets, one folder a kegiatan."""
        return self.root / "dokumen"

    @property
    def module_verdicts(self) -> Path:
        """Which module folders could be used when they were last looked at."""
        return self.root / "modul-diperiksa.json"

    @property
    def lock(self) -> Path:
        """Held by the one process that works in this folder."""
        return self.root / "bimtek.lock"

    def create(self) -> None:
        """Make the folders that are missing. Errors: FileTroubleError when that is not allowed."""
        try:
            for folder in (self.root, self.berkas, self.backups, self.log, self.modules, self.papers):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileTroubleError(
                _("Folder data tidak dapat dibuat."),
                advice=_("Pilih folder lain yang boleh ditulis."),
                detail=str(error.strerror),
            ) from error
