"""Backup by itself and on request; going back to one is `recovery`."""

import errno
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bimtek.domain.clock import Clock, parse_stamp, stamp
from bimtek.domain.errors import BrokenBackupError, NotFoundError
from bimtek.domain.text import Text
from bimtek.host.data_folder import DataFolder
from bimtek.host.files import move_synced, worded, work_folder, write_atomically, write_bytes
from bimtek.host.usb import lies_on_drive
from bimtek.services.backup_file import DATABASE, SUFFIX, pack, unpack
from bimtek.services.kept_copies import KEEP_NEWEST, drop_old
from bimtek.services.settings import Settings
from bimtek.storage.backup import Contents, broken_backup, copy_data_file, inspect
from bimtek.storage.connection import damaged
from bimtek.storage.files import FileRepository
from bimtek.storage.store import Store

EVERY = timedelta(minutes=15)
KEEP_ALL_FOR = timedelta(days=1)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
ON_USB = "cadangan_usb"


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """One backup: its file, when it was made (UTC), why, and what it holds. `serial` orders them."""

    path: Path
    made_at: datetime
    reason: str
    serial: int
    contents: Contents


class Backup:
    """Makes verified copies of the data folder.

    Copies lie in `cadangan/`, each a database with a `.json` beside it; stored files never change,
    so they are copied once into `cadangan/berkas/`.
    """

    def __init__(
        self, store: Store, folder: DataFolder, files: FileRepository, settings: Settings, clock: Clock
    ) -> None:
        self._store = store
        self._folder = folder
        self._files = files
        self._settings = settings
        self._clock = clock
        self._changes_saved = 0

    def now(self, reason: Text, spare: Path | None = None) -> BackupInfo:
        """Make one automatic backup, reopen it to be sure, and drop the ones no longer needed.

        `spare` is never dropped: the backup somebody is about to go back to.
        Waits for the writer; not from the GUI thread. Errors: DamagedFileError when the data itself turns
        out damaged, DataFileError, FileTroubleError.
        """
        changes = self._store.changes
        with worded(), work_folder(self._folder.backups) as work:
            copy = work / DATABASE
            info = self._describe(reason, self._copied(copy))
            self._keep_files()
            write_bytes(
                info.path.with_suffix(".json"), _sidecar(info)
            )  # without its file it counts for nothing
            move_synced(copy, info.path)
        self._changes_saved = changes
        with suppress(OSError):  # what is too much goes with the next one
            self._rotate(spare)
        return info

    def due(self) -> bool:
        """True when something changed and the last backup is a quarter of an hour old."""
        if self._store.changes == self._changes_saved:
            return False
        age = self.age()
        return age is None or age >= EVERY or age < timedelta(0)

    def age(self) -> timedelta | None:
        """Time since the newest backup, None without any."""
        newest = self.list()[:1]
        return self._clock.now() - newest[0].made_at if newest else None

    def usb_age(self) -> timedelta | None:
        """Time since the last backup was written to a USB drive, None when that never happened."""
        written = self._settings.get(ON_USB)
        return self._clock.now() - parse_stamp(written) if written else None

    def list(self) -> list[BackupInfo]:
        """Automatic backups, newest first; one whose note cannot be read is left out."""
        return backups_in(self._folder)

    def export(self, target: Path) -> Contents:
        """Write everything into one `.btkbak` file, e.g. on a USB stick, and read it back to be sure.

        `target` may be a folder. Errors: FileTroubleError, DataFileError; no file that is not whole stays.
        """
        with worded(), work_folder(self._folder.root) as work:
            if target.is_dir():
                target = target / f"bimtek-{self._clock.now():%Y%m%d-%H%M}{SUFFIX}"
            if not target.parent.is_dir():  # a stick that is gone must not become a folder of this laptop
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            copy = work / DATABASE
            contents = self._copied(copy)
            note = {"dibuat": stamp(self._clock.now()), "isi": contents.counts, "versi": 1}
            files = [(d, self._files.path(d)) for d, _size in self._files.known() if self._files.is_whole(d)]

            def check(made: Path) -> None:
                unpack(made, work / "periksa")
                if inspect(work / "periksa" / DATABASE) != contents:
                    raise broken_backup()

            write_atomically(target, lambda out: pack(out, note, copy, files), check)
        if lies_on_drive(target):
            self._settings.put(ON_USB, stamp(self._clock.now())).result()
        return contents

    def _copied(self, copy: Path) -> Contents:
        """Copy the data file and look at every page; what is damaged in the copy is so in the data."""
        copy_data_file(self._store, copy).result()
        try:
            return inspect(copy)
        except BrokenBackupError as error:
            raise damaged(error.detail) from error

    def _describe(self, reason: Text, contents: Contents) -> BackupInfo:
        serial = max((b.serial for b in self.list()), default=0) + 1
        made_at = self._clock.now()
        name = f"bimtek-{made_at.astimezone(UTC):%Y%m%d-%H%M%S}-{serial:04d}.db"
        return BackupInfo(self._folder.backups / name, made_at, str(reason), serial, contents)

    def _keep_files(self) -> None:
        """Copy the stored files that are not there yet; a missing or damaged one stops no backup."""
        kept = self._folder.backups / "berkas"
        for digest, _size in self._files.known():
            target = kept / digest[:2] / digest
            if target.exists():
                continue
            try:
                write_bytes(target, self._files.read(digest))
            except NotFoundError:
                continue

    def _rotate(self, spare: Path | None) -> None:
        backups = self.list()
        keep = _worth_keeping(backups, self._clock.now())
        for info in backups:
            if info not in keep and info.path != spare:
                info.path.unlink(missing_ok=True)
                info.path.with_suffix(".json").unlink(missing_ok=True)
        drop_old(self._folder.backups, self._clock.now(), spare)


def backups_in(folder: DataFolder) -> list[BackupInfo]:
    """The automatic backups of a data folder, also of one whose data cannot be opened; newest first."""
    found = [_read_sidecar(path) for path in folder.backups.glob("bimtek-*.json")]
    return sorted((b for b in found if b is not None), key=lambda b: b.serial, reverse=True)


def _worth_keeping(backups: list[BackupInfo], now: datetime) -> list[BackupInfo]:
    """The newest three, all of the last day, then one a day, a week, a month. `backups` newest first.

    A clock that was wrong may have dated some in the future: those are no part of the last day.
    """
    keep = backups[:KEEP_NEWEST] + [b for b in backups if abs(now - b.made_at) <= KEEP_ALL_FOR]
    for form, count in (("%Y-%m-%d", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        newest_of: dict[str, BackupInfo] = {}
        for info in backups:
            newest_of.setdefault(f"{info.made_at:{form}}", info)
        keep += list(newest_of.values())[:count]
    return keep


def _sidecar(info: BackupInfo) -> bytes:
    note = {
        "dibuat": stamp(info.made_at),
        "alasan": info.reason,
        "urut": info.serial,
        "isi": info.contents.counts,
        "kegiatan": info.contents.titles,
        "jurnal": info.contents.journal,
    }
    return json.dumps(note, ensure_ascii=False, indent=1).encode()


def _read_sidecar(path: Path) -> BackupInfo | None:
    try:
        note: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        counts = {str(table): int(count) for table, count in note["isi"].items()}
        contents = Contents(counts, tuple(map(str, note["kegiatan"])), int(note["jurnal"]))
        made_at, reason, serial = parse_stamp(note["dibuat"]), str(note["alasan"]), int(note["urut"])
        info = BackupInfo(path.with_suffix(".db"), made_at, reason, serial, contents)
        return info if info.path.exists() else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
