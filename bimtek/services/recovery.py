"""Going back to a backup, while nothing has the data folder open; what was there is kept."""

import shutil
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bimtek.domain.clock import Clock
from bimtek.domain.errors import BrokenBackupError, DataFileError, FileTroubleError, NewerFileError
from bimtek.domain.text import _
from bimtek.host.data_folder import DataFolder
from bimtek.host.files import move_synced, worded, work_folder, write_atomically, write_bytes
from bimtek.services.backup import BackupInfo
from bimtek.services.backup_file import CHUNK, DATABASE, unpack
from bimtek.services.kept_copies import BEFORE_RESTORE, DAMAGED, PARTS, beside, next_name
from bimtek.storage.backup import Contents, broken_backup, fold_log, inspect
from bimtek.storage.files import holds
from bimtek.storage.store import Store


@dataclass(frozen=True, slots=True)
class Restored:
    """What is open now, and where the data lies that made room for it (None when there was none)."""

    contents: Contents
    kept: Path | None


def is_whole(info: BackupInfo) -> bool:
    """True when a backup still holds what it held when it was made; looks at every page."""
    try:
        return inspect(info.path) == info.contents
    except DataFileError:
        return False


def preview(source: Path, folder: DataFolder) -> Contents:
    """Tell what a backup holds, without changing anything.

    Errors: BrokenBackupError, NewerFileError, FileTroubleError.
    """
    with worded(), work_folder(folder.root) as work:
        return inspect(_database_of(source, work))


def restore(source: Path, folder: DataFolder, clock: Clock) -> Restored:
    """Put a backup in place of the data; nothing may have the data folder open.

    The present data stays in `cadangan` as one numbered copy, damaged data in all its parts.
    Errors: BrokenBackupError, NewerFileError, FileTroubleError when it cannot be read; the data stays as
    it was.
    """
    folder.create()
    with worded(), work_folder(folder.root) as work:
        database = _database_of(source, work)
        contents = inspect(database)
        for place in (work, source.parent, folder.backups):
            _bring_files(place / "berkas", folder.berkas)
        kept = _set_aside(folder, work, clock)
        move_synced(database, folder.database)
    return Restored(contents, kept)


def start_empty(folder: DataFolder, clock: Clock) -> Restored:
    """Put an empty data file in place of the data, which stays in `cadangan` as with `restore`.

    Errors: DataFileError, FileTroubleError; the data stays as it was.
    """
    folder.create()
    with worded(), work_folder(folder.root) as work:
        fresh = work / DATABASE
        Store(fresh, clock).close()
        contents = inspect(fresh)
        kept = _set_aside(folder, work, clock)
        move_synced(fresh, folder.database)
    return Restored(contents, kept)


def _database_of(source: Path, work: Path) -> Path:
    """The data file inside a backup of either kind, as one file in `work`. Raises OSError."""
    if not source.is_file():
        raise FileTroubleError(_("Berkas cadangan tidak ditemukan."), advice=_("Pilih cadangan lain."))
    copy = work / DATABASE
    if zipfile.is_zipfile(source):
        unpack(source, work)
        return copy
    _copy_with_logs(source, copy)  # data kept after a crash has its latest changes in its log only
    if not fold_log(copy):
        raise broken_backup()
    return copy


def _copy_with_logs(source: Path, copy: Path) -> None:
    for ending in PARTS:
        if beside(source, ending).exists():
            shutil.copyfile(beside(source, ending), beside(copy, ending))


def _bring_files(source: Path, target: Path) -> None:
    """Copy the stored files that are whole there and not whole here."""
    for path in source.glob("??/*"):
        copy = target / path.parent.name / path.name
        if holds(path, path.name) and not holds(copy, path.name):
            write_bytes(copy, path.read_bytes())


def _set_aside(folder: DataFolder, work: Path, clock: Clock) -> Path | None:
    """Keep the present data in `cadangan`, and leave one file, so that one step can replace all of it.

    Sound data is kept as one file, damaged data as it lies there. No part of it may meet the new file.
    """
    database = folder.database
    endings = [ending for ending in PARTS if beside(database, ending).exists()]
    if not endings:
        return None
    readable = all(_is_readable(beside(database, ending)) for ending in endings)
    copy = work / "sekarang.db"
    if readable and _copied_sound(database, copy):
        kept = next_name(folder.backups, BEFORE_RESTORE, clock.now())
        move_synced(copy, kept)
        fold_log(database)
    else:
        kept = next_name(folder.backups, DAMAGED, clock.now())
        for ending in endings:
            _keep(beside(database, ending), beside(kept, ending), readable=readable)
    for ending in ("-journal", "-wal", "-shm"):
        beside(database, ending).unlink(missing_ok=True)
    return kept


def _copied_sound(database: Path, copy: Path) -> bool:
    """Copy data with its logs, make one file of it, and look at every page."""
    _copy_with_logs(database, copy)
    if not fold_log(copy):
        return False
    with suppress(NewerFileError):
        try:
            inspect(copy)
        except BrokenBackupError:
            return False
    return True


def _keep(part: Path, kept: Path, *, readable: bool) -> None:
    """Keep a part under another name. What the disk no longer gives back can only get a second name."""
    if not readable:
        kept.hardlink_to(part)
        return
    with part.open("rb") as stream:
        write_atomically(kept, lambda out: shutil.copyfileobj(stream, out))


def _is_readable(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            while stream.read(CHUNK):
                pass
    except OSError:
        return False
    return True
