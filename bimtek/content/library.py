"""All modules within reach: built in, of the user, on a stick. The newest version of each wins."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bimtek.content.check import broken, read_module
from bimtek.content.files import MANIFEST, MAX_TEXT, stamp
from bimtek.content.problems import Problem
from bimtek.domain.errors import NotFoundError
from bimtek.domain.text import _

if TYPE_CHECKING:
    from bimtek.domain.module import Module

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class BrokenModule:
    """A folder that should be a module and cannot be used, with what keeps it from that."""

    folder: Path
    id: str
    problems: tuple[Problem, ...]


class Verdict(NamedTuple):
    """Whether a module folder can be used; it holds as long as `mark` tells the same of its files."""

    mark: str
    id: str
    usable: bool


@dataclass(frozen=True, slots=True)
class _Found:
    folder: Path
    id: str
    version: tuple[int, ...]


class Library:
    """Looks into folders that hold modules, one per folder; or are a module themselves.

    Nothing is read before it is asked for, and again only when one of its files changed. Of one id
    the newest version that can be used wins; of equal versions the one of the earlier folder, so
    that a stick cannot quietly replace what is built in.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._read: dict[Path, tuple[Stamp, Module | None, list[Problem]]] = {}

    def modules(self) -> "list[Module]":
        """Return every module that can be used, by title."""
        found = list(self._candidates())
        best = (self._best(id_, found) for id_ in dict.fromkeys(one.id for one in found))
        return sorted((module for module in best if module is not None), key=lambda m: m.title.casefold())

    def broken(self) -> list[BrokenModule]:
        """Return the folders that cannot be used, in the order they are found."""
        read = [(one, self._load(one.folder)[1]) for one in self._candidates()]
        return [BrokenModule(one.folder, one.id, tuple(problems)) for one, problems in read if problems]

    def verdicts(self, known: Mapping[str, Verdict]) -> dict[str, Verdict]:
        """Tell of every module folder, by its path, whether it can be used.

        A verdict already known is believed of a folder whose files are the same; others are read whole.
        """
        found = {}
        for folder in self._folders_of_modules():
            mark = hashlib.sha256(repr(stamp(folder)).encode()).hexdigest()
            kept = known.get(str(folder))
            if kept is None or kept.mark != mark:
                kept = Verdict(mark, _peek(folder).id, self._load(folder)[0] is not None)
            found[str(folder)] = kept
        return found

    def module(self, module_id: str) -> "Module":
        """Return one module, reading no other.

        Errors: NotFoundError when no folder has it, ModuleBrokenError when none can be used.
        """
        same = [one for one in self._candidates() if one.id == module_id]
        module = self._best(module_id, same)
        if module is not None:
            return module
        if same:
            raise broken(same[0].folder.name, self._load(same[0].folder)[1])
        raise NotFoundError(
            _("Modul “{id}” tidak ditemukan.", id=module_id),
            advice=_("Pasang flashdisk yang berisi modul itu, atau pilih modul lain."),
        )

    def _best(self, module_id: str, found: Sequence[_Found]) -> "Module | None":
        same = [one for one in found if one.id == module_id]
        for one in sorted(same, key=lambda one: one.version, reverse=True):  # stable: earlier folders first
            module, _problems = self._load(one.folder)
            if module is not None:
                return module
        return None

    def _load(self, folder: Path) -> "tuple[Module | None, list[Problem]]":
        now = stamp(folder)
        kept = self._read.get(folder)
        if kept is None or kept[0] != now:
            kept = self._read[folder] = (now, *read_module(folder))
        return kept[1], kept[2]

    def _candidates(self) -> Iterator[_Found]:
        """Yield every folder with a modul.toml, as far as its id and version can be told."""
        return map(_peek, self._folders_of_modules())

    def _folders_of_modules(self) -> Iterator[Path]:
        for root in self._folders:
            for folder in (root, *_children(root)):
                if (folder / MANIFEST).is_file():
                    yield folder


def _children(root: Path) -> list[Path]:
    try:
        return sorted(child for child in root.iterdir() if child.is_dir() and not child.name.startswith("."))
    except OSError:
        return []


def _peek(folder: Path) -> _Found:
    """Read no more than id and version; a folder that does not tell is named after itself."""
    import tomllib  # counting modules that were looked at before needs no reader

    try:
        path = folder / MANIFEST
        text = path.read_text("utf-8-sig") if path.stat().st_size <= MAX_TEXT else ""
        table = tomllib.loads(text)
        version = tuple(int(part) for part in str(table["versi"]).split("."))
        return _Found(folder, str(table["id"]), version)
    except (OSError, ValueError, KeyError, RecursionError):
        return _Found(folder, folder.name, ())
