"""What a dying disk, a power cut or a well-meaning cleaner leave of a data file."""

import contextlib
import random
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

from bimtek.storage.connection import connect

PAGE = 4096
PROC_FILES = Path("/proc/self/fd")
PROC = PROC_FILES.exists()
Chance = random.Random


def flip_bytes(path: Path, chance: Chance) -> None:
    """1 to 64 bytes turned into others, anywhere."""
    data = bytearray(path.read_bytes())
    for _n in range(chance.randint(1, 64)):
        data[chance.randrange(len(data))] ^= chance.randint(1, 255)
    path.write_bytes(data)


def overwrite_pages(path: Path, chance: Chance) -> None:
    """One to four pages of nonsense or zeros, the first one spared."""
    data = bytearray(path.read_bytes())
    for _n in range(chance.randint(1, 4)):
        at = PAGE * chance.randrange(1, len(data) // PAGE)
        data[at : at + PAGE] = chance.choice([bytes(PAGE), chance.randbytes(PAGE)])
    path.write_bytes(data)


def truncate(path: Path, chance: Chance) -> None:
    """Cut off somewhere, perhaps down to nothing."""
    data = path.read_bytes()
    path.write_bytes(data[: chance.choice([0, 50, chance.randrange(len(data))])])


def zero_header(path: Path, chance: Chance) -> None:
    """The first bytes, or the first page, are zeros."""
    length = chance.choice([16, 100, PAGE])
    path.write_bytes(bytes(length) + path.read_bytes()[length:])


def rename_in_schema(path: Path, chance: Chance) -> None:
    """One letter turned into another in the description of a table, an index or a trigger."""
    data = bytearray(path.read_bytes())
    begin = chance.choice([found.start() for found in re.finditer(rb"CREATE (TABLE|INDEX|TRIGGER)", data)])
    letters = [at for at in range(begin, begin + 300) if chr(data[at]).isalpha()]
    data[chance.choice(letters)] ^= 1
    path.write_bytes(data)


def garbage(path: Path, chance: Chance) -> None:
    """Another file altogether, of any length."""
    path.write_bytes(chance.randbytes(chance.randrange(1, 100_000)))


def lost(path: Path, chance: Chance) -> None:
    """Taken away by a virus scanner."""
    path.unlink()


def damaged_with_log(path: Path, chance: Chance) -> None:
    """Damaged, and beside it the log of a power cut, empty or nonsense."""
    overwrite_pages(path, chance)
    path.with_name(f"{path.name}-wal").write_bytes(chance.choice([b"", chance.randbytes(5000)]))


KINDS: tuple[Callable[[Path, Chance], None], ...] = (
    flip_bytes,
    overwrite_pages,
    truncate,
    zero_header,
    rename_in_schema,
    garbage,
    lost,
    damaged_with_log,
)


def break_table(path: Path, table: str) -> None:
    """Every leaf page of a table is nonsense: whoever reads it meets the damage, nobody else does."""
    conn = connect(path)
    (root,) = conn.execute("select rootpage from sqlite_master where name = ?", [table]).fetchone()
    conn.close()
    with path.open("r+b") as file:
        file.seek(PAGE * (root - 1))
        file.write(b"\xaa" * PAGE)


def write_behind(path: Path, sql: str) -> None:
    """Change a value behind the back of the product, as a bit that turned over does."""
    with contextlib.closing(sqlite3.connect(path)) as conn, conn:
        for (trigger,) in conn.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            conn.execute(f"drop trigger {trigger}")
        assert conn.execute(sql).rowcount


def open_files(path: Path) -> list[Path]:
    """What this process has open of a data file, as far as the system tells."""
    links = [link for link in PROC_FILES.iterdir() if link.is_symlink()] if PROC else []
    return [link for link in links if str(path) in str(link.readlink())]
