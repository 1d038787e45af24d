"""Writing files so that a name never stands for half a file."""

import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.text import Text, _

# Antivirus and indexers on Windows hold a new file for a moment; a real refusal stays one.
_WINDOWS_BUSY = {5, 32, 33}
_WAITS_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)

Result = TypeVar("Result")


def write_atomically(
    path: Path, write: Callable[[BinaryIO], Result], check: Callable[[Path], object] | None = None
) -> Result:
    """Let `write` fill a temporary file beside `path`, sync it, and only then give it its name.

    `check` may read the temporary file once more and raise, so that the name is never given.
    Errors: FileTroubleError worded for a full disk, a removed drive, a refusal; the old file stays.
    """
    temporary = path.with_name(_temporary_name())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as out:
            result = write(out)
            out.flush()
            os.fsync(out.fileno())
        if check is not None:
            check(temporary)
        _put_in_place(temporary, path)
    except OSError as error:
        raise trouble(error) from error
    finally:
        _drop(temporary)
    return result


def write_bytes(path: Path, data: bytes) -> None:
    """Write bytes atomically."""
    write_atomically(path, lambda out: out.write(data))


def move_synced(finished: Path, path: Path) -> None:
    """Give a finished file on the same disk its name, over an earlier one; raises OSError."""
    with finished.open("rb+") as handle:
        os.fsync(handle.fileno())
    _put_in_place(finished, path)


@contextmanager
def worded() -> Iterator[None]:
    """Turn every operating system error of a block into a FileTroubleError."""
    try:
        yield
    except OSError as error:
        raise trouble(error) from error


def trouble(error: OSError) -> FileTroubleError:
    """Word an operating system error: what happened and what to do."""
    what, advice = _WORDS.get(error.errno or 0, _OTHER)
    return FileTroubleError(what, _("Berkas yang lama tidak berubah."), advice, detail=str(error.strerror))


_FULL = (
    _("Ruang penyimpanan penuh, berkas belum tersimpan."),
    _("Kosongkan sebagian ruang penyimpanan, lalu coba lagi."),
)
_REFUSED = (
    _("Berkas tidak boleh ditulis di folder itu."),
    _("Pilih folder lain, atau tutup program yang membuka berkas itu."),
)
_SILENT = (_("Penyimpanan tidak menjawab."), _("Colokkan lagi flashdisk, lalu ulangi."))
_WORDS: dict[int, tuple[Text, Text]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: (_("Tempat itu hanya dapat dibaca."), _("Pilih folder atau flashdisk lain.")),
    errno.ENOENT: (_("Folder tujuan tidak ada lagi."), _("Colokkan lagi flashdisk, lalu ulangi.")),
    errno.EIO: _SILENT,
    errno.ENODEV: _SILENT,
    errno.ENXIO: _SILENT,
    errno.ENAMETOOLONG: (
        _("Nama berkas atau foldernya terlalu panjang."),
        _("Pilih folder dengan nama yang lebih pendek."),
    ),
}
_OTHER = (_("Berkas tidak dapat disimpan."), _("Pilih folder lain, lalu coba lagi."))


def _put_in_place(temporary: Path, path: Path) -> None:
    _replace(temporary, path)
    _sync_folder(path.parent)


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
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # network and some USB file systems
                raise
        finally:
            os.close(handle)


def _drop(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        return  # the drive is gone: nothing of ours is left to tidy


def _temporary_name() -> str:
    """A name no other writer uses, short however long the final one is; `sweep` knows it."""
    return f".{os.urandom(16).hex()}.tmp"


@contextmanager
def work_folder(parent: Path) -> Iterator[Path]:
    """A folder for the files of one job, gone afterwards; what a kill leaves of it is swept."""
    with tempfile.TemporaryDirectory(prefix=".", suffix=".tmp", dir=parent) as name:
        yield Path(name)


def sweep(folder: Path) -> None:
    """Remove the temporary files and folders that a killed process left in a folder and below it."""
    for left_over in list(folder.rglob(".*.tmp")):
        if left_over.is_dir():
            shutil.rmtree(left_over, ignore_errors=True)
        else:
            _drop(left_over)
