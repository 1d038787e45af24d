"""The log: local, rotated, and without personal data."""

import logging
import zipfile
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import BinaryIO

from bimtek.host.files import write_atomically

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(folder: Path) -> Path:
    """Log warnings and errors of the product into `folder`, five files of 1 MB at most."""
    path = folder / "bimtek.log"
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger("bimtek")
    for old in list(root.handlers):
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


def pack_log(folder: Path, target: Path) -> int:
    """Pack all log files into one zip for whoever helps, and return how many there were.

    Errors: FileTroubleError.
    """
    found = sorted(folder.glob("bimtek.log*"))

    def pack(out: BinaryIO) -> None:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for path in found:
                made.write(path, path.name)

    write_atomically(target, pack)
    return len(found)
