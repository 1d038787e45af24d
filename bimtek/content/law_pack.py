"""The law packs within reach: shipped, and those of the user. The newest version of each law wins."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bimtek.content.files import names_in, read_text
from bimtek.content.problems import Problem, in_order
from bimtek.domain.law_book import LawBook, Norm

if TYPE_CHECKING:
    from bimtek.content.law_tables import Hukum
    from bimtek.content.toml_lines import TomlLines

MOST_LAWS = 200


@dataclass(frozen=True, slots=True, eq=False)
class LawFile:
    """One file of a pack. No `hukum`: it cannot be used."""

    folder: Path
    name: str
    hukum: "Hukum | None"
    lines: "TomlLines | None"
    problems: tuple[Problem, ...]

    @property
    def rank(self) -> tuple[int, ...]:
        """Its version, to be compared."""
        return tuple(map(int, self.hukum.versi.split("."))) if self.hukum else ()


def read_law(folder: Path, name: str) -> LawFile:
    """Read one file, with everything that is wrong inside it."""
    from bimtek.content.edge import Where, read_toml, validate
    from bimtek.content.law_checks import check_law
    from bimtek.content.law_tables import Hukum
    from bimtek.domain.text import Text

    problems: list[Problem] = []
    source = read_text(folder, name, problems)
    read = None if source is None else read_toml(name, source, problems)
    if read is None:
        return LawFile(folder, name, None, None, tuple(problems))
    table, lines = read
    complaints: list[tuple[Where, Text]] = []
    hukum = validate(Hukum, table, complaints)
    if hukum is not None:
        complaints += check_law(hukum)
    problems += [Problem(name, lines.line(where), message) for where, message in complaints]
    return LawFile(folder, name, None if problems else hukum, lines, tuple(in_order(problems)))


class LawPacks:
    """Looks into folders of law files. Nothing is read before it is asked for, nor twice while unchanged.

    Of one law the newest version that can be used wins; of equal versions the one of the earlier folder.
    A file that cannot be used stops no other.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._read: dict[Path, tuple[tuple[int, int], LawFile]] = {}
        self._book: tuple[tuple[LawFile, ...], LawBook] | None = None

    def book(self) -> LawBook:
        """The norms of the winning files; the same object while no file changed."""
        chosen = tuple(self._chosen(self._files()))
        if self._book is None or self._book[0] != chosen:
            norms: dict[str, Norm] = {}
            for norm in (norm for file in chosen if file.hukum for norm in file.hukum.norms()):
                norms.setdefault(norm.id, norm)  # an id of two laws is a problem; the first has it
            self._book = (chosen, LawBook(norms.values()))
        return self._book[1]

    def problems(self) -> dict[Path, list[Problem]]:
        """Everything wrong, by folder; every folder that has a law is named."""
        from bimtek.content.law_checks import check_book

        files = self._files()
        found: dict[Path, list[Problem]] = {file.folder: [] for file in files}
        for file in files:
            found[file.folder] += file.problems
        chosen = {f"{file.folder}/{file.name}": file for file in self._chosen(files)}
        usable = {key: file.hukum for key, file in chosen.items() if file.hukum}
        for key, (where, message) in check_book(usable, self.book()):
            file = chosen[key]
            line = file.lines.line(where) if file.lines else 1
            found[file.folder].append(Problem(file.name, line, message))
        return {folder: in_order(problems) for folder, problems in found.items()}

    def _files(self) -> list[LawFile]:
        return [
            self._load(folder, name)
            for folder in self._folders
            for name in names_in(folder, ".toml")[:MOST_LAWS]
        ]

    def _load(self, folder: Path, name: str) -> LawFile:
        path = folder / name
        try:
            status = path.stat()
            mark = (status.st_mtime_ns, status.st_size)
        except OSError:
            mark = (0, 0)
        kept = self._read.get(path)
        if kept is None or kept[0] != mark:
            kept = self._read[path] = (mark, read_law(folder, name))
        return kept[1]

    def _chosen(self, files: Sequence[LawFile]) -> list[LawFile]:
        best: dict[str, LawFile] = {}
        for file in files:
            if file.hukum is not None:
                kept = best.get(file.hukum.id)
                if kept is None or file.rank > kept.rank:
                    best[file.hukum.id] = file
        return sorted(best.values(), key=lambda file: file.hukum.urutan if file.hukum else 0)
