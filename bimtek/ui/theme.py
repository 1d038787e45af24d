"""One look from one file of tokens: palette, stylesheet, fonts and text size."""

import json
import re
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from bimtek.host.paths import asset
from bimtek.ui import motion

DEFAULT = "terang"
_FIRST_FONTS, _HEADING_FONTS = ("Regular", "SemiBold"), ("Bold",)
STYLE = ("-style", "fusion")  # setStyle() would make Python learn all of QStyle before the first paint
_ROLES = {
    "Window": "background",
    "WindowText": "text",
    "Base": "surface",
    "AlternateBase": "sunken",
    "Text": "text",
    "Button": "surface",
    "ButtonText": "text",
    "BrightText": "danger",
    "PlaceholderText": "secondary",
    "Highlight": "selection",
    "HighlightedText": "on_selection",
    "Link": "link",
    "LinkVisited": "link",
    "ToolTipBase": "toast",
    "ToolTipText": "on_toast",
    "Light": "surface",
    "Midlight": "sunken",
    "Mid": "divider",
    "Dark": "border",
    "Shadow": "border",
    "Accent": "primary",
}
_DISABLED = {"WindowText", "Text", "ButtonText", "HighlightedText", "PlaceholderText"}


@lru_cache(maxsize=1)
def tokens() -> dict[str, Any]:
    """Return everything in tokens.json."""
    data: dict[str, Any] = json.loads(asset("themes/tokens.json").read_text(encoding="utf-8"))
    return data


class Theme(NamedTuple):
    """A named set of colours at one text size. `scale` is in percent."""

    name: str
    scale: int

    def hex(self, role: str) -> str:
        """Return a colour as #RRGGBB; an unknown role is a KeyError."""
        return str(tokens()["themes"][self.name][role])

    @property
    def dark(self) -> bool:
        """True when light text stands on a dark ground."""
        return bool(tokens()["themes"][self.name]["dark"])

    def colour(self, role: str) -> QColor:
        """Return a colour for painting."""
        return QColor(self.hex(role))

    def px(self, length: float) -> int:
        """Return a length that grows with the text, in logical pixels."""
        return round(length * self.scale / 100)

    def font(self, size: str = "body", weight: int = QFont.Weight.Normal) -> QFont:
        """Return the screen font in a size of the type scale, for painting."""
        font = QFont(families())
        font.setPixelSize(self.px(tokens()["text"][size]))
        font.setWeight(QFont.Weight(weight))
        return font


_current = Theme(DEFAULT, 100)
_followers: list[Callable[[QApplication], None]] = []
_fitters: list[Callable[[QWidget], None]] = []


def current() -> Theme:
    """Return the theme the window wears now."""
    return _current


def on_change(follow: Callable[[QApplication], None]) -> None:
    """Call `follow` after every change of theme or text size; for modules that know windows, at import."""
    if follow not in _followers:
        _followers.append(follow)


def on_dressing(fit: Callable[[QWidget], None]) -> None:
    """Call `fit` for each widget that is dressed in another theme; for modules that draw, at import."""
    if fit not in _fitters:
        _fitters.append(fit)


def put(widget: QWidget, setter: str, length: float) -> None:
    """Give `widget.<setter>(int)` a length that grows with the text, and again after every change of it."""
    lengths: dict[str, float] = widget.__dict__.setdefault("_lengths", {})
    lengths[setter] = length
    getattr(widget, setter)(_current.px(length))


def names() -> tuple[str, ...]:
    """Return the themes there are, default first."""
    return tuple(tokens()["themes"])


def scales() -> tuple[int, ...]:
    """Return the text sizes a person can choose, in percent."""
    return tuple(tokens()["scales"])


def families() -> list[str]:
    """Return the screen font and its fallback for letters it lacks."""
    font = tokens()["font"]
    return [font["family"], font["fallback"]]


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Register what the first paint shows of the screen font, once per process."""
    _register(_FIRST_FONTS)


@lru_cache(maxsize=1)
def load_heading_fonts() -> None:
    """Register the bold face, once: pages have headings, the first paint has none."""
    _register(_HEADING_FONTS)


@lru_cache(maxsize=1)
def load_later_fonts() -> None:
    """Register all the rest, the font for rare letters too, once; until then the system draws those."""
    load_heading_fonts()
    for path in sorted(asset("fonts/noto-sans").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def _register(faces: tuple[str, ...]) -> None:
    for face in faces:
        QFontDatabase.addApplicationFont(str(asset(f"fonts/plus-jakarta-sans/PlusJakartaSans-{face}.ttf")))


def application(arguments: Sequence[str]) -> QApplication:
    """Return the one QApplication there is, else a new one in the style that the theme dresses."""
    app = QApplication.instance() or QApplication([*arguments[:1], *STYLE])
    assert isinstance(app, QApplication)
    return app


def apply_theme(app: QApplication, name: str = DEFAULT, scale: int = 100) -> Theme:
    """Dress every open window; safe to call again at any time."""
    global _current
    theme = Theme(name if name in names() else DEFAULT, scale if scale in scales() else 100)
    _current = theme
    load_fonts()
    app.setFont(theme.font())
    app.setPalette(palette(theme))
    if app.styleSheet():
        from bimtek.ui import dressing  # not at import: a start changes nothing

        dressing.change_sheet(app, stylesheet(theme), _fit)
    else:
        app.setStyleSheet(stylesheet(theme))
        for widget in app.allWidgets():
            _fit(widget)
    for follow in _followers:
        follow(app)
    return theme


def catch_up(widget: QWidget) -> None:
    """Dress a widget whose turn has not come yet since a change, because something will change on it."""
    if (dressing := sys.modules.get("bimtek.ui.dressing")) is not None:
        dressing.catch_up(widget)


def _fit(widget: QWidget) -> None:
    """Give a widget everything of the theme that no stylesheet can."""
    for setter, length in widget.__dict__.get("_lengths", {}).items():
        getattr(widget, setter)(_current.px(length))
    for fit in _fitters:
        fit(widget)


def palette(theme: Theme) -> QPalette:
    """Return the palette, with its own colours for all three groups."""
    palette = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role, token in _ROLES.items():
            muted = group == QPalette.ColorGroup.Disabled and role in _DISABLED
            palette.setColor(group, QPalette.ColorRole[role], theme.colour("disabled" if muted else token))
    return palette


def stylesheet(theme: Theme) -> str:
    """Return the one stylesheet, with colours and lengths put in."""
    template = asset("themes/window.qss").read_text(encoding="utf-8")
    template = template.replace("@assets", asset("themes").as_posix())
    template = template.replace("@motion", str(motion.longest_ms()))

    def put_in(found: re.Match[str]) -> str:
        role, length = found["role"], found["length"]
        return theme.hex(role) if role else f"{theme.px(int(length))}px" if length else ""

    return re.sub(r"/\*.*?\*/|@(?P<role>[a-z_]+)|\b(?P<length>\d+)u\b", put_in, template, flags=re.DOTALL)
