"""The channel packs within reach: shipped, and that of the user. The newest version wins."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bimtek.content.files import read_text
from bimtek.content.problems import Problem, in_order
from bimtek.domain.channels import Channel

if TYPE_CHECKING:
    from bimtek.content.channel_tables import Daftar


@dataclass(frozen=True, slots=True, eq=False)
class ChannelFile:
    """One pack. No `pack`: it cannot be used."""

    path: Path
    pack: "Daftar | None"
    problems: tuple[Problem, ...]

    @property
    def rank(self) -> tuple[int, ...]:
        """Its version, to be compared."""
        return tuple(map(int, self.pack.versi.split("."))) if self.pack else ()


def read_channels(path: Path) -> ChannelFile:
    """Read one pack, with everything that is wrong inside it."""
    from bimtek.content.channel_checks import check_channels
    from bimtek.content.channel_tables import Daftar
    from bimtek.content.edge import Where, read_toml, validate
    from bimtek.domain.text import Text

    problems: list[Problem] = []
    source = read_text(path.parent, path.name, problems)
    read = None if source is None else read_toml(path.name, source, problems)
    if read is None:
        return ChannelFile(path, None, tuple(problems))
    table, lines = read
    complaints: list[tuple[Where, Text]] = []
    pack = validate(Daftar, table, complaints)
    if pack is not None:
        complaints += check_channels(pack)
    problems += [Problem(path.name, lines.line(where), message) for where, message in complaints]
    return ChannelFile(path, None if problems else pack, tuple(in_order(problems)))


class ChannelPacks:
    """Looks at the paths of packs; one that is not there is no problem, but for the first.

    The newest version that can be used wins, of equal versions the earlier path. Nothing is read
    before it is asked for, nor twice while unchanged.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)
        self._read: dict[Path, tuple[tuple[int, int], ChannelFile]] = {}

    def channels(self) -> tuple[Channel, ...]:
        """The channels of the winning pack; none when no pack can be used."""
        usable = [file for file in self._files() if file.pack is not None]
        best = max(usable, key=lambda file: file.rank, default=None)  # the first of equals
        return best.pack.channels() if best is not None and best.pack is not None else ()

    def problems(self) -> dict[Path, list[Problem]]:
        """Everything wrong, by pack."""
        return {file.path: list(file.problems) for file in self._files()}

    def _files(self) -> list[ChannelFile]:
        return [self._load(path) for at, path in enumerate(self._paths) if at == 0 or path.exists()]

    def _load(self, path: Path) -> ChannelFile:
        try:
            status = path.stat()
            mark = (status.st_mtime_ns, status.st_size)
        except OSError:
            mark = (0, 0)
        kept = self._read.get(path)
        if kept is None or kept[0] != mark:
            kept = self._read[path] = (mark, read_channels(path))
        return kept[1]
