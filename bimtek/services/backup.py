"""Backup by itself, backup on request, and going back to one."""

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from bimtek.domain.clock import Clock, parse_stamp, stamp
from bimtek.domain.errors import DataFileError, FileTroubleError
from bimtek.domain.text import Text, _
from bimtek.host.files import trouble, write_atomically, write_bytes
from bimtek.host.paths import DataFolder
from bimtek.storage.backup import Contents, copy_data_file, inspect
from bimtek.storage.files import FileRepository
from bimtek.storage.store import Store

EVERY = timedelta(minutes=15)
SUFFIX = ".btkbak"
KEEP_NEWEST = 3
KEEP_ALL_FOR = timedelta(days=1)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
MAX_UNPACKED = 20 * 1024**3


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """One backup: its file, when it was made (UTC), why, and what it holds. `serial` orders them."""

    path: Path
    made_at: datetime
    reason: str
    serial: int
    contents: Contents


class Backup:
    """Makes verified copies of the data folder and goes back to one of them.

    Copies lie in `cadangan/`, each a database with a `.json` beside it; stored files never change,
    so they are copied once into `cadangan/berkas/`.
    """

    def __init__(self, store: Store, folder: DataFolder, files: FileRepository, clock: Clock) -> None:
        self._store = store
        self._folder = folder
        self._files = files
        self._clock = clock
        self._changes_saved = 0

    def now(self, reason: Text) -> BackupInfo:
        """Make one automatic backup, reopen it to be sure, and drop the ones no longer needed.

        Waits for the writer; not from the GUI thread. Errors: DataFileError, FileTroubleError.
        """
        changes = self._store.changes
        serial = max((b.serial for b in self.list()), default=0) + 1
        made_at = self._clock.now()
        path = self._folder.backups / f"bimtek-{made_at.astimezone(UTC):%Y%m%d-%H%M%S}-{serial:04d}.db"
        temporary = path.with_suffix(".tmp")
        try:
            copy_data_file(self._store, temporary).result()
            contents = inspect(temporary)
            self._keep_files()
            _sync(temporary)
            temporary.replace(path)
        except OSError as error:
            raise trouble(error) from error
        finally:
            temporary.unlink(missing_ok=True)
        info = BackupInfo(path, made_at, str(reason), serial, contents)
        write_bytes(path.with_suffix(".json"), _sidecar(info))
        self._changes_saved = changes
        self._rotate()
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

    def list(self) -> list[BackupInfo]:
        """Automatic backups, newest first; one whose note cannot be read is left out."""
        found = [_read_sidecar(path) for path in self._folder.backups.glob("bimtek-*.json")]
        return sorted((b for b in found if b is not None), key=lambda b: b.serial, reverse=True)

    def export(self, target: Path) -> Contents:
        """Write everything into one `.btkbak` file, e.g. on a USB stick, and read it back to be sure.

        `target` may be a folder. Errors: FileTroubleError; no half-written file stays.
        """
        if target.is_dir():
            target = target / f"bimtek-{self._clock.now():%Y%m%d-%H%M}{SUFFIX}"
        with tempfile.TemporaryDirectory(dir=self._folder.root) as work:
            copy = Path(work) / "bimtek.db"
            copy_data_file(self._store, copy).result()
            contents = inspect(copy)
            write_atomically(target, lambda out: self._pack(out, copy, contents))
            unpack(target, Path(work) / "periksa")
        return contents

    def preview(self, source: Path) -> Contents:
        """Tell what a backup holds, without changing anything. Errors: DataFileError."""
        with tempfile.TemporaryDirectory(dir=self._folder.root) as work:
            return inspect(_database_of(source, Path(work)))

    def _keep_files(self) -> None:
        kept = self._folder.backups / "berkas"
        for digest, _size in self._files.known():
            target = kept / digest[:2] / digest
            if not target.exists():
                write_bytes(target, self._files.read(digest))

    def _pack(self, out: BinaryIO, copy: Path, contents: Contents) -> None:
        made = {"dibuat": stamp(self._clock.now()), "isi": contents.counts, "versi": 1}
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
            pack.writestr("keterangan.json", json.dumps(made, ensure_ascii=False))
            pack.write(copy, "bimtek.db")
            for digest, _size in self._files.known():
                pack.write(self._files.path(digest), f"berkas/{digest}", zipfile.ZIP_STORED)

    def _rotate(self) -> None:
        backups = self.list()
        keep = _worth_keeping(backups, self._clock.now())
        for info in backups:
            if info not in keep:
                info.path.unlink(missing_ok=True)
                info.path.with_suffix(".json").unlink(missing_ok=True)


def _worth_keeping(backups: list[BackupInfo], now: datetime) -> list[BackupInfo]:
    """The newest three, all of the last day, then one a day, a week, a month. `backups` newest first."""
    keep = backups[:KEEP_NEWEST] + [b for b in backups if now - b.made_at <= KEEP_ALL_FOR]
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
        contents = Contents(note["isi"], tuple(note["kegiatan"]), note["jurnal"])
        info = BackupInfo(
            path.with_suffix(".db"), parse_stamp(note["dibuat"]), note["alasan"], note["urut"], contents
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return info if info.path.exists() else None


def restore(source: Path, folder: DataFolder, clock: Clock) -> Contents:
    """Put a backup in place of the data; nothing may have the data folder open.

    The present data moves to `cadangan/sebelum-pulih-…` and stays there. Errors: DataFileError when
    the backup is damaged or newer, FileTroubleError when it cannot be read; the data stays as it was.
    """
    folder.create()
    with tempfile.TemporaryDirectory(dir=folder.root) as work:
        database = _database_of(source, Path(work))
        contents = inspect(database)
        try:
            _bring_files(database.parent / "berkas", folder.berkas)
            _bring_files(folder.backups / "berkas", folder.berkas)
            _swap(database, folder, clock)
        except OSError as error:
            raise trouble(error) from error
    return contents


def _database_of(source: Path, work: Path) -> Path:
    """The database inside a backup of either kind; a single file is unpacked into `work`."""
    if not source.is_file():
        raise FileTroubleError(_("Berkas cadangan tidak ditemukan."), advice=_("Pilih cadangan lain."))
    if zipfile.is_zipfile(source):
        unpack(source, work)
        return work / "bimtek.db"
    copy = work / "bimtek.db"
    shutil.copyfile(source, copy)
    return copy


def unpack(source: Path, target: Path) -> None:
    """Unpack a `.btkbak`: only the names we write, every stored file equal to its hash.

    Errors: DataFileError.
    """
    target.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(source) as pack:
            if sum(entry.file_size for entry in pack.infolist()) > MAX_UNPACKED:
                raise _broken()
            for entry in pack.infolist():
                _unpack_entry(pack, entry, target)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise _broken() from error
    if not (target / "bimtek.db").exists():
        raise _broken()


def _unpack_entry(pack: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    name = PurePosixPath(entry.filename)
    if name.parts == ("keterangan.json",):
        return
    if name.parts == ("bimtek.db",):
        with pack.open(entry) as stream, (target / "bimtek.db").open("wb") as out:
            shutil.copyfileobj(stream, out)
        return
    folder, digest = name.parts if len(name.parts) == 2 else ("", "")
    data = pack.read(entry) if folder == "berkas" else b""
    if folder != "berkas" or hashlib.sha256(data).hexdigest() != digest:
        raise _broken()
    write_bytes(target / "berkas" / digest[:2] / digest, data)


def _broken() -> DataFileError:
    return DataFileError(
        _("Cadangan ini rusak atau bukan cadangan Bimtek."),
        _("Data yang sedang dipakai tidak berubah."),
        _("Pilih cadangan lain."),
    )


def _bring_files(source: Path, target: Path) -> None:
    for path in source.glob("??/*"):
        copy = target / path.parent.name / path.name
        if not copy.exists():
            write_bytes(copy, path.read_bytes())


def _swap(database: Path, folder: DataFolder, clock: Clock) -> None:
    """Copy what is there, then put the new file in its place in one step: a crash leaves one or the other."""
    _sync(database)
    old = folder.backups / f"sebelum-pulih-{clock.now():%Y%m%d-%H%M%S}.db"
    for ending in ("", "-wal", "-shm"):
        present = folder.database.with_name(folder.database.name + ending)
        if present.exists():
            shutil.copyfile(present, old.with_name(old.name + ending))
    for ending in ("-wal", "-shm"):
        # Left by a crash only: it belongs to the old file and must not meet the new one.
        folder.database.with_name(folder.database.name + ending).unlink(missing_ok=True)
    database.replace(folder.database)


def _sync(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
