"""The one-file backup `.btkbak`: a zip of the data file, the stored files, and a note about them."""

import errno
import hashlib
import json
import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, BinaryIO

from bimtek.host.disk import free_bytes
from bimtek.storage.backup import broken_backup

SUFFIX = ".btkbak"
DATABASE = "bimtek.db"
NOTE = "keterangan.json"
MAX_UNPACKED = 20 * 1024**3
MAX_RATIO = 200  # a data file shrinks to a tenth, seldom to a fiftieth
SMALL = 1024**2  # bytes an entry may have whatever its ratio
CHUNK = 1024**2
_STORED_FILE = re.compile(r"berkas/([0-9a-f]{64})")
# What zipfile raises for bytes that are no zip, or one that was damaged or made to harm.
_BAD_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def pack(out: BinaryIO, note: Mapping[str, Any], database: Path, files: Iterable[tuple[str, Path]]) -> None:
    """Write a backup; `files` are the stored files by SHA-256. Raises OSError."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(NOTE, json.dumps(note, ensure_ascii=False))
        made.write(database, DATABASE)
        for digest, path in files:
            made.write(path, f"berkas/{digest}", zipfile.ZIP_STORED)


def unpack(source: Path, target: Path) -> None:
    """Unpack a backup into a folder: only the names we write, every stored file equal to its hash.

    Errors: BrokenBackupError for anything else; OSError from the disks.
    """
    target.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(source) as found:
            _check_entries(found.infolist(), target)
            for entry in found.infolist():
                _unpack_entry(found, entry, target)
    except _BAD_ZIP as error:
        raise broken_backup() from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # sent to a place that no file has
            raise broken_backup() from error
        raise


def _check_entries(entries: list[zipfile.ZipInfo], target: Path) -> None:
    """Look at the table of contents before a byte is unpacked. Raises ValueError, OSError without room."""
    names = [entry.filename for entry in entries]
    if names.count(DATABASE) != 1 or len(set(names)) != len(names):
        raise ValueError("not the files of a backup")
    for entry in entries:
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ValueError("a compression we never use")
        if entry.file_size > max(SMALL, MAX_RATIO * entry.compress_size):
            raise ValueError("a bomb")
    total = sum(entry.file_size for entry in entries)
    if total > MAX_UNPACKED:
        raise ValueError("too large")
    free = free_bytes(target)
    if free is not None and total > free:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _unpack_entry(found: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    if entry.filename == NOTE:
        return
    if entry.filename == DATABASE:
        _copy(found, entry, target / DATABASE)
        return
    name = _STORED_FILE.fullmatch(entry.filename)
    if name is None:
        raise ValueError("a name we never write")
    digest = name[1]
    path = target / "berkas" / digest[:2] / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    if _copy(found, entry, path) != digest:
        raise ValueError("a stored file was altered")


def _copy(found: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> str:
    """Unpack one entry in pieces and return its SHA-256."""
    digest = hashlib.sha256()
    stream: IO[bytes]
    with found.open(entry) as stream, path.open("wb") as out:
        while piece := stream.read(CHUNK):
            digest.update(piece)
            out.write(piece)
    return digest.hexdigest()
