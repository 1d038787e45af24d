"""Child process: goes back to one backup, then to the other, over and over."""

import sys
from pathlib import Path

from bimtek.domain.clock import SystemClock
from bimtek.host.data_folder import DataFolder
from bimtek.host.lock import FolderLock
from bimtek.services.recovery import restore


def main(data: Path, backups: list[Path]) -> None:
    folder = DataFolder(data)
    _lock = FolderLock(folder.lock)
    print("siap", flush=True)
    while True:
        for backup in backups:
            restore(backup, folder, SystemClock())


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
