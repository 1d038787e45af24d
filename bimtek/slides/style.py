"""Colours, fonts and sizes of a slide, all as parts of a canvas 1080 units high."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication

HEIGHT = 1080.0
MARGIN = 104.0
TOP = 72.0
FOOT = 92.0  # height of the foot with one line
FOOT_TEXT = 33.0
LARGEST, SMALLEST = 1.3, 0.66  # how far the text may grow and shrink to fit
_STEPS = 14
_REGULAR, _SEMIBOLD, _BOLD = 400, 600, 700


@dataclass(frozen=True)
class SlideStyle:
    """What every slide has in common. `icons` is the folder of line icons."""

    colours: Mapping[str, str]
    families: tuple[str, ...]
    icons: Path
    least: float  # the smallest text there may be, in canvas units

    @classmethod
    def load(cls, assets: Path) -> "SlideStyle":
        """Read tokens.json and register the font; without a Qt application it makes one without a window."""
        data = json.loads((assets / "themes/tokens.json").read_text(encoding="utf-8"))
        _ready(assets)
        projector = data["projector"]
        return cls(
            colours={key: value for key, value in projector.items() if isinstance(value, str)},
            families=(data["font"]["family"], data["font"]["fallback"]),
            icons=assets / "icons",
            least=ceil(HEIGHT * projector["min_text"]),
        )

    def colour(self, role: str) -> QColor:
        """Return a colour of the projector."""
        return QColor(self.colours[role])

    def font(self, size: float, weight: int = _REGULAR, *, italic: bool = False) -> QFont:
        """Return the font at a size in canvas units; outlines are not bent to any pixel grid."""
        font = QFont(list(self.families))
        font.setPixelSize(max(round(size), 1))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of one slide's text, all moved by one factor, none below its floor."""

    factor: float

    def _size(self, usual: float, floor: float) -> float:
        return max(usual * self.factor, floor)

    @property
    def body(self) -> float:
        """Ordinary text."""
        return self._size(54, 40)

    @property
    def heading(self) -> float:
        """A heading inside the slide."""
        return self._size(58, 46)

    @property
    def question(self) -> float:
        """What people are asked: never under 5 % of the height."""
        return self._size(60, 54)

    @property
    def table(self) -> float:
        """Cells of a table."""
        return self._size(48, 38)

    @property
    def quote(self) -> float:
        """Someone's words."""
        return self._size(66, 50)

    @property
    def small(self) -> float:
        """Labels."""
        return self._size(36, 34)

    @property
    def figure(self) -> float:
        """The number that is the picture."""
        return self._size(330, 210)

    @property
    def gap(self) -> float:
        """Between two blocks."""
        return self._size(36, 22)


def tries() -> tuple[Sizes, ...]:
    """Return sizes from the largest to the smallest, to be tried until a slide fits."""
    step = (LARGEST - SMALLEST) / (_STEPS - 1)
    return tuple(Sizes(LARGEST - step * at) for at in range(_STEPS))


_application: QGuiApplication | None = None


@lru_cache(maxsize=4)
def _ready(assets: Path) -> None:
    global _application
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application = QGuiApplication([])
    for path in sorted((assets / "fonts/plus-jakarta-sans").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    for path in sorted((assets / "fonts/noto-sans").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
