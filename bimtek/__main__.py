"""Picks window or command line; the only place that knows both."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bimtek.host.collector import collect_seldom

if TYPE_CHECKING:
    from bimtek.app import Services


def main() -> None:
    """Run `bimtek`: without arguments the window, else the command line."""
    collect_seldom()
    arguments = sys.argv[1:]
    if not arguments:  # the way a facilitator starts it: nothing but Qt and our own code before the window
        from bimtek.host.paths import default_data_folder

        sys.exit(_open_window(default_data_folder()))
    from bimtek.cli.main import run_command

    run_command(arguments, _open_window, _draw_screens)


def _open_window(data: Path) -> int:
    from bimtek.ui.start import run_window

    return run_window(data)


def _draw_screens(services: "Services", kegiatan_id: str, target: Path) -> list[Path]:
    from bimtek.ui.screens import draw_screens

    return draw_screens(services, kegiatan_id, target)


if __name__ == "__main__":
    main()
