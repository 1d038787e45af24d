"""One process per data folder, by a lock the operating system drops when its owner dies."""

import os
import sys
from pathlib import Path
from typing import IO

from bimtek.domain.errors import BusyFolderError
from bimtek.domain.text import _
from bimtek.host.files import trouble

if sys.platform == "win32":
    import msvcrt

    def _take(handle: IO[bytes]) -> None:
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: IO[bytes]) -> None:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held for as long as a process works in a data folder.

    A crash or power cut frees it by itself; `after_crash` tells the next owner that there was one.
    Errors: BusyFolderError when another process holds it, FileTroubleError in a folder not ours to write
    or on a full disk.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._handle: IO[bytes] = path.open("a+b", buffering=0)
        except OSError as error:
            raise trouble(error) from error
        try:
            self._handle.seek(0)
            _take(self._handle)
        except OSError as error:
            self._handle.close()
            raise BusyFolderError(
                _("Bimtek sudah terbuka untuk folder data ini."),
                advice=_("Tutup jendela Bimtek yang lain, lalu ulangi."),
            ) from error
        try:
            self.after_crash = path.stat().st_size > 0
            self._handle.truncate(0)
            self._handle.write(str(os.getpid()).encode())
        except OSError as error:  # a full disk
            self._handle.close()
            raise trouble(error) from error

    def release(self) -> None:
        """Let another process in; twice is harmless."""
        if not self._handle.closed:
            self._handle.truncate(0)
            self._handle.close()
