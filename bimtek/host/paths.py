"""Where things lie: shipped assets and modules, and the folder that holds the user's data."""

import sys
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
