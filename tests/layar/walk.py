"""Opens every screen at one size with 0, 3 and 300 rows, puts on every theme, and tells what is wrong."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from bimtek.app import build
from bimtek.ui import theme
from tests.clock import MovableClock
from tests.layar.looks import LOOKS, ROWS, Look, is_kept
from tests.ui.audit import low, nameless, primaries, small_text
from tests.ui.contrast import as_image, faint, portrait
from tests.ui.every_screen import EVERY_SCREEN, World, fill
from tests.ui.geometry import cut_off, overlapping

FULL = ("kiosk", "pemateri", "proyektor", "kertas")  # windows of their own: as large as the screen


def main(name: str, target: Path, only: list[str]) -> None:
    """Print one line for each thing that is wrong."""
    look = next(look for look in LOOKS if look.name == name)
    app = theme.application(sys.argv)
    theme.apply_theme(app)
    theme.load_later_fonts()
    screens = [(at, one) for at, one in enumerate(EVERY_SCREEN) if not only or one.name in only]
    for rows in ROWS:
        with tempfile.TemporaryDirectory() as folder:
            services = build(Path(folder) / "data", MovableClock())
            fill(services, rows)
            world = World(services, rows)
            world.window.resize(look.width, look.height)
            for at, screen in screens:
                if rows >= screen.least:
                    for line in _look_at(app, world, at, screen, look, target):
                        print(line, flush=True)
            world.close()
            services.close()


def _look_at(app, world, at, screen, look: Look, target: Path) -> Iterator[str]:
    theme.apply_theme(app, theme.DEFAULT, look.scale)
    window = screen.open(world)
    if screen.name.startswith(FULL):
        window.resize(look.width, look.height)
    for worn in theme.names():
        theme.apply_theme(app, worn, look.scale)
        world.settle()
        picture = portrait(window)
        variant = f"{look.name}-{worn}-{world.rows}"
        for problem in _problems(window, as_image(picture)):
            yield f"{screen.name} {variant}: {problem}"
        if is_kept(at, look, world.rows, worn):
            (target / screen.name).mkdir(exist_ok=True)
            picture.save(str(target / screen.name / f"{variant}.png"))
    world.end_opened()


def _problems(window: QWidget, image) -> Iterator[str]:
    room = window.screen().availableGeometry()
    if window.width() > room.width() or window.height() > room.height():
        yield f"{window.size().toTuple()} is larger than the screen"
    if len(primaries(window)) > 1:
        yield f"more than one primary button: {primaries(window)}"
    for words, found in (
        ("cut off", cut_off(window)),
        ("overlap", overlapping(window)),
        ("faint", faint(window, image)),
        ("small", small_text(window)),
        ("low", [f"{type(w).__name__} {w.accessibleName()}" for w in low(window)]),
        ("nameless", [type(w).__name__ for w in nameless(window)]),
    ):
        for problem in found:
            yield f"{words}: {problem}"


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
