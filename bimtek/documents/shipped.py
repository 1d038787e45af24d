"""Where the files that papers are made with lie: beside the package, or inside an installed one."""

from pathlib import Path

import bimtek


def shipped(name: str) -> Path:
    """A file of `assets/` by its relative name."""
    inside = Path(bimtek.__file__).parent / "_data" / "assets"
    folder = inside if inside.is_dir() else Path(bimtek.__file__).parents[1] / "assets"
    return folder / name
