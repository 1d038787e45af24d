"""The sizes at which every screen is looked at, and which of the pictures are kept."""

from dataclasses import dataclass

ROWS = (0, 3, 300)
ALL_DATA = 300


@dataclass(frozen=True, slots=True)
class Look:
    """A screen of so many logical pixels and its text size in percent."""

    name: str
    width: int
    height: int
    scale: int


USUAL = Look("1366x768", 1366, 768, 100)
LOOKS = (
    USUAL,
    Look("1366x768-150", 1366, 768, 150),
    Look("1920x1080", 1920, 1080, 100),
    Look("960x560", 960, 560, 100),  # the smallest window
)
OTHER_THEMES = ("gelap", "kontras", "proyektor")


def is_kept(screen: int, look: Look, rows: int, theme: str) -> bool:
    """The usual look of a screen with all data, and one other, another for each screen in turn."""
    if rows != ALL_DATA:
        return False
    if theme == "terang" and look is USUAL:
        return True
    others = [(other, at) for at in LOOKS[:3] for other in OTHER_THEMES] + [
        ("terang", at) for at in LOOKS[1:]
    ]
    return (theme, look) == others[screen % len(others)]
