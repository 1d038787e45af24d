"""How much room the disk of a folder has."""

import shutil
from pathlib import Path


def free_bytes(folder: Path) -> int | None:
    """Free bytes where a folder lies, None when the system does not tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
