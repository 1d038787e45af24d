"""What all commands share: the data folder, its services once needed, and what the window lends."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import click

from bimtek.app import Services, build

Window = Callable[[Path], int]
Screens = Callable[[Services, str, Path], list[Path]]


@dataclass
class Run:
    """One call of the command line."""

    data: Path
    draw_screens: Screens
    closers: list[Callable[[], None]] = field(default_factory=list)

    @cached_property
    def services(self) -> Services:
        """The services of the data folder, opened on first use and closed when the command ends."""
        services = build(self.data)
        self.closers.append(services.close)
        return services

    def close(self) -> None:
        """Close what was opened."""
        for closer in self.closers:
            closer()


pass_run = click.make_pass_decorator(Run)
