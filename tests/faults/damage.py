"""What a dying disk, a power cut or a well-meaning cleaner leave of a data file."""

import random
from collections.abc import Callable
from pathlib import Path

from bimtek.storage.connection import connect

PAGE = 4096
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
