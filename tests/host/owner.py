"""Child process: takes the lock of a folder when told to and keeps it until its stdin is closed."""

import sys
from pathlib import Path

from bimtek.domain.errors import BusyFolderError
from bimtek.host.lock import FolderLock


def main(path: Path) -> None:
    print("siap", flush=True)
    sys.stdin.readline()
    try:
        lock = FolderLock(path)
    except BusyFolderError:
        print("ditolak", flush=True)
        sys.exit(1)
    print("pemilik", "sesudah-mati" if lock.after_crash else "biasa", flush=True)
    sys.stdin.readline()
    lock.release()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
