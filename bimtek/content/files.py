"""Text files of a module folder, read within limits: a folder from a stick may hold anything."""

import os
from collections.abc import Iterator
from pathlib import Path

from bimtek.content.problems import Problem
from bimtek.domain.text import _

MAX_TEXT = 1_000_000
MAX_PICTURE = 10_000_000
MAX_FILES = 200

TEXT_FOLDERS = (("materi", ".md"), ("kartu", ".md"), ("kuis", ".toml"))
MANIFEST = "modul.toml"


def names_in(folder: Path, suffix: str) -> list[str]:
    """Return the names of a folder's files with this ending, in name order, hidden ones left out."""
    try:
        with os.scandir(folder) as entries:
            return sorted(
                e.name for e in entries if e.name.endswith(suffix) and not e.name.startswith((".", "~"))
            )
    except OSError:
        return []


def text_files(folder: Path, part: str, suffix: str, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Yield name and content of the text files of one part of a module, in name order."""
    names = names_in(folder / part, suffix)
    if len(names) > MAX_FILES:
        message = _(
            "Folder ini berisi {count} berkas; paling banyak {most}.", count=len(names), most=MAX_FILES
        )
        problems.append(Problem(part, 1, message))
    for name in names[:MAX_FILES]:
        file = f"{part}/{name}"
        text = read_text(folder, file, problems)
        if text is not None:
            yield file, text


def read_text(folder: Path, file: str, problems: list[Problem]) -> str | None:
    """Return a text file with `\\n` at every line end, or None and a problem."""
    path = folder / file
    if not path.is_file() or not is_inside(folder, path):
        problems.append(Problem(file, 1, _("Berkas “{file}” tidak ada.", file=file)))
        return None
    try:
        if path.stat().st_size > MAX_TEXT:
            problems.append(Problem(file, 1, _("Berkas terlalu besar; paling banyak 1 MB.")))
            return None
        raw = path.read_bytes()
    except OSError:
        problems.append(Problem(file, 1, _("Berkas tidak dapat dibaca.")))
        return None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.append(Problem(file, line, _("Teks bukan UTF-8. Simpan ulang sebagai UTF-8.")))
        return None


def is_inside(folder: Path, path: Path) -> bool:
    """True when a path, links followed, stays inside the folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except OSError:
        return False


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, time and size of every file that makes the module; it changes when the module does."""
    found = []
    for part, suffix in ((".", MANIFEST), *TEXT_FOLDERS, ("media", "")):
        for name in names_in(folder / part, suffix):
            try:
                status = (folder / part / name).stat()
            except OSError:
                continue
            found.append((f"{part}/{name}", status.st_mtime_ns, status.st_size))
    return tuple(found)
