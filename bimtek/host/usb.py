"""USB drives: which are plugged in, and modules in a folder `modul-bimtek` at the top of one."""

import string
import sys
from collections.abc import Iterable
from pathlib import Path

FOLDER = "modul-bimtek"

if sys.platform == "win32":

    def drives() -> list[Path]:
        """Roots of all drives but the one of the system."""
        return [Path(f"{letter}:\\") for letter in string.ascii_uppercase if letter != "C"]
else:

    def drives() -> list[Path]:
        """Where desktop systems mount what is plugged in, e.g. /media/USER/NAME."""
        mounted = [path for place in ("/media", "/run/media") for path in Path(place).glob("*/*")]
        return [*mounted, *Path("/Volumes").glob("*")]


def module_folders(plugged_in: Iterable[Path] | None = None) -> list[Path]:
    """The module folders of the drives that are there now; a drive that does not answer has none."""
    found = [drive / FOLDER for drive in (drives() if plugged_in is None else plugged_in)]
    return [folder for folder in found if _is_folder(folder)]


def lies_on_drive(path: Path, plugged_in: Iterable[Path] | None = None) -> bool:
    """Whether a path is on a drive other than the laptop's own."""
    return any(path.is_relative_to(drive) for drive in (drives() if plugged_in is None else plugged_in))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
