"""Writing files so that a name never stands for half a file."""

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeVar

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.text import Text, _

# Antivirus and indexers on Windows hold a new file for a moment; a real refusal stays one.
_WINDOWS_BUSY = {5, 32, 33}
_WAITS_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)

Result = TypeVar("Result")


def write_atomically(path: Path, write: Callable[[BinaryIO], Result]) -> Result:
    """Let `write` fill a temporary file beside `path`, sync it, and only then give it its name.

    Errors: FileTroubleError worded for a full disk, a removed drive, a refusal; the old file stays.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as out:
            result = write(out)
            out.flush()
            os.fsync(out.fileno())
        _replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise trouble(error) from error
    finally:
        _drop(temporary)
    return result


def write_bytes(path: Path, data: bytes) -> None:
    """Write bytes atomically."""
    write_atomically(path, lambda out: out.write(data))


def trouble(error: OSError) -> FileTroubleError:
    """Word an operating system error: what happened and what to do."""
    what, advice = _WORDS.get(error.errno or 0, _OTHER)
    return FileTroubleError(what, _("Berkas yang lama tidak berubah."), advice, detail=str(error.strerror))


_WORDS: dict[int, tuple[Text, Text]] = {
    errno.ENOSPC: (
        _("Ruang penyimpanan penuh, berkas belum tersimpan."),
        _("Kosongkan sebagian ruang penyimpanan, lalu coba lagi."),
    ),
    errno.EACCES: (
        _("Berkas tidak boleh ditulis di folder itu."),
        _("Pilih folder lain, atau tutup program yang membuka berkas itu."),
    ),
    errno.EROFS: (_("Tempat itu hanya dapat dibaca."), _("Pilih folder atau flashdisk lain.")),
    errno.ENOENT: (_("Folder tujuan tidak ada lagi."), _("Colokkan lagi flashdisk, lalu ulangi.")),
    errno.EIO: (_("Penyimpanan tidak menjawab."), _("Colokkan lagi flashdisk, lalu ulangi.")),
}
_OTHER = (_("Berkas tidak dapat disimpan."), _("Pilih folder lain, lalu coba lagi."))


def _replace(temporary: Path, path: Path) -> None:
    for wait_s in _WAITS_S:
        try:
            temporary.replace(path)
        except OSError as error:
            if getattr(error, "winerror", None) not in _WINDOWS_BUSY:
                raise
            time.sleep(wait_s)
        else:
            return
    temporary.replace(path)


if sys.platform == "win32":

    def _sync_folder(folder: Path) -> None:
        """Do nothing: a folder cannot be opened there, and NTFS journals the rename."""
else:

    def _sync_folder(folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _drop(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        return  # the drive is gone: nothing of ours is left to tidy


def sweep(folder: Path) -> None:
    """Remove the temporary files that a killed process left in a folder and below it."""
    for left_over in folder.rglob(".*.tmp"):
        _drop(left_over)


def free_bytes(folder: Path) -> int:
    """Bytes still free on the disk that holds `folder`."""
    return shutil.disk_usage(folder).free
