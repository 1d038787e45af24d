"""Where things lie: shipped assets and modules, and the user's data folder."""

import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.text import _

PORTABLE_FOLDER = "data-bimtek"


@lru_cache(maxsize=1)
def _root() -> Path:
    """The folder that holds assets/ and modules/: source tree, installed wheel, or frozen bundle."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    for candidate in (Path(frozen) if frozen else package.parent, package.parent, package / "_data"):
        if (candidate / "assets").is_dir() and (candidate / "modules").is_dir():
            return candidate
    raise FileTroubleError(
        _("Berkas pendukung Bimtek tidak ditemukan."), advice=_("Pasang ulang aplikasi Bimtek.")
    )


def asset(name: str) -> Path:
    """Path of a shipped file by its relative name, e.g. "themes/tokens.json"; `..` is refused."""
    relative = Path(name)
    if relative.is_absolute() or ".." in relative.parts:
        raise ValueError(f"not a relative asset name: {name!r}")
    return _root() / "assets" / relative


def shipped_modules() -> Path:
    """The folder of the modules that come with the product."""
    return _root() / "modules"


def default_data_folder() -> Path:
    """The user's own data: a folder `data-bimtek` beside a frozen program (USB), else the usual place."""
    if getattr(sys, "frozen", False):
        portable = Path(sys.executable).resolve().parent / PORTABLE_FOLDER
        if portable.is_dir():
            return portable
    from platformdirs import user_data_path

    return user_data_path("Bimtek", appauthor=False)


@dataclass(frozen=True, slots=True)
class DataFolder:
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
    def papers(self) -> Path:
        """PDFs and spreadsheets, one folder a kegiatan."""
        return self.root / "dokumen"

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
