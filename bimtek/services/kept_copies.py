"""What is set aside before it is replaced: numbered copies in `cadangan/`, and which of them go in time."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

BEFORE_RESTORE = "sebelum-pulih"  # sound data that made room for a backup
DAMAGED = "rusak"  # data that could not be read, in all its parts
BEFORE_MIGRATION = "sebelum-migrasi"
PARTS = ("-journal", "-wal", "")  # endings of a data file and of what SQLite keeps beside it, itself last

KEEP_NEWEST = 3
KEEP_FOR = timedelta(days=90)
MAX_BYTES = 500_000_000

_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(
    rf"({BEFORE_RESTORE}|{DAMAGED}|{BEFORE_MIGRATION})-(?:(\d{{8}}-\d{{6}})-)?(\d{{4,}})\.db(?:-\w+)?"
)


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """One copy with its parts. `serial` orders those of a kind, whatever the clock said (`kept_at`, UTC)."""

    kind: str
    serial: int
    kept_at: datetime
    parts: tuple[Path, ...]
    size: int


def beside(database: Path, ending: str) -> Path:
    """The part of a data file with this ending."""
    return database.with_name(database.name + ending)


def next_name(folder: Path, kind: str, now: datetime) -> Path:
    """A name for a copy that neither a file nor a left-over part of one has taken."""
    serial = max((copy.serial for copy in kept_in(folder) if copy.kind == kind), default=0) + 1
    return folder / f"{kind}-{now.astimezone(UTC):{_STAMP}}-{serial:04d}.db"


def kept_in(folder: Path) -> list[KeptCopy]:
    """Every copy that was set aside. Raises OSError."""
    parts: dict[tuple[str, int, str], list[Path]] = {}
    for path in sorted(folder.iterdir()):
        name = _NAME.fullmatch(path.name)
        if name is not None:
            parts.setdefault((name[1], int(name[3]), name[2] or ""), []).append(path)
    return [_copy_of(*key, found) for key, found in parts.items()]


def drop_old(folder: Path, now: datetime, spare: Path | None = None) -> None:
    """Remove what is older than 90 days, then the oldest beyond 500 MB; never the newest three of a kind.

    `spare` stays as well: somebody is about to go back to it. Raises OSError.
    """
    copies = sorted(kept_in(folder), key=lambda copy: (copy.kept_at, copy.serial))
    room = sum(copy.size for copy in copies) - MAX_BYTES
    for copy in copies:
        if spare in copy.parts or copy in _newest(copies, copy.kind):
            continue
        if room > 0 or now - copy.kept_at > KEEP_FOR:
            room -= copy.size
            for part in copy.parts:
                part.unlink(missing_ok=True)


def _newest(copies: list[KeptCopy], kind: str) -> list[KeptCopy]:
    return sorted((c for c in copies if c.kind == kind), key=lambda copy: copy.serial)[-KEEP_NEWEST:]


def _copy_of(kind: str, serial: int, stamp: str, parts: list[Path]) -> KeptCopy:
    """A copy made before a migration bears no moment in its name: the file's own counts."""
    facts = [part.stat() for part in parts]
    newest = datetime.fromtimestamp(max(fact.st_mtime for fact in facts), UTC)
    return KeptCopy(kind, serial, _moment(stamp) or newest, tuple(parts), sum(fact.st_size for fact in facts))


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
