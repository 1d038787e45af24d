"""The modules at hand: shipped, the user's own, and those on a USB drive."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bimtek import __version__
from bimtek.domain.errors import BimtekError
from bimtek.domain.text import _
from bimtek.host.paths import asset
from bimtek.host.settings_file import SettingsFile

if TYPE_CHECKING:
    from bimtek.content.library import BrokenModule, Library, Verdict
    from bimtek.content.problems import Problem
    from bimtek.domain.module import Module


class ModuleLibrary:
    """Finds modules, newest version of each; a broken one is listed and stops no other.

    `plugged_in` tells the module folders of USB drives, which come and go. `verdicts` is the file that
    remembers which folders could be used, so that counting them at a start reads none again.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        plugged_in: Callable[[], Sequence[Path]] = tuple,
        verdicts: Path | None = None,
    ) -> None:
        self._fixed = tuple(folders)
        self._plugged_in = plugged_in
        self._verdicts = verdicts
        self._folders: tuple[Path, ...] = ()
        self._library: Library | None = None

    def modules(self) -> "list[Module]":
        """Every usable module, in order of title."""
        return self._loaded().modules()

    def broken(self) -> "list[BrokenModule]":
        """Folders that hold a module nobody can use yet, with what is wrong in each."""
        return self._loaded().broken()

    def tally(self) -> tuple[int, int]:
        """How many modules can be used, and how many folders hold one that cannot.

        A folder is read only when its files, or this program, are not those of the last time.
        """
        memory = SettingsFile(self._verdicts) if self._verdicts else None
        known = _remembered(memory) if memory else {}
        found = self._loaded().verdicts(known)
        if memory and found != known:
            with suppress(BimtekError):  # where nothing may be written, they are read again next time
                memory.put(__version__, found)
        usable = {verdict.id for verdict in found.values() if verdict.usable}
        return len(usable), sum(not verdict.usable for verdict in found.values())

    def module(self, module_id: str) -> "Module":
        """One module. Errors: NotFoundError or ModuleBrokenError."""
        return self._loaded().module(module_id)

    def load(self, module_ids: Sequence[str]) -> "list[Module]":
        """The named modules. Errors: NotFoundError or ModuleBrokenError naming the first that is missing."""
        return [self.module(module_id) for module_id in dict.fromkeys(module_ids)]

    def check(self, folder: Path) -> list["Problem"]:
        """Everything wrong with the module in one folder: its texts, and slides that do not fit a screen."""
        from bimtek.content.check import inspect_module
        from bimtek.content.problems import in_order

        module, problems = inspect_module(folder)
        return in_order([*problems, *(_overflowing(module) if module is not None else ())])

    def folders(self) -> list[Path]:
        """Every module folder found, usable or not."""
        return sorted({Path(m.folder) for m in self.modules()} | {b.folder for b in self.broken()})

    def _loaded(self) -> "Library":
        folders = (*self._fixed, *self._plugged_in())
        if self._library is None or folders != self._folders:
            from bimtek.content.library import Library

            self._folders, self._library = folders, Library(folders)
        return self._library


def _overflowing(module: "Module") -> Iterator["Problem"]:
    """Yield every slide that does not fit a hall's screen. It is measured, not drawn."""
    from bimtek.content.problems import Problem
    from bimtek.slides.render import SlideRenderer
    from bimtek.slides.style import SlideStyle

    renderer = SlideRenderer(SlideStyle.load(asset(".")), module)
    for index, slide in enumerate(module.slides):
        shapes = " dan ".join(renderer.overflows(index))
        if shapes:
            message = _("Isi slide ini tidak muat di layar {shapes}. Kurangi isinya.", shapes=shapes)
            yield Problem(slide.file, slide.line, message)


def _remembered(memory: SettingsFile) -> "dict[str, Verdict]":
    """What this very version found; anything else in the file is worth nothing."""
    from bimtek.content.library import Verdict

    try:
        return {folder: Verdict(*verdict) for folder, verdict in memory.get(__version__, {}).items()}
    except TypeError:
        return {}
