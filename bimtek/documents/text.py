"""Text into lines: cleaning, wrapping, shrinking, and what must not be torn apart."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bimtek.documents.fonts import Face, printable, width

NBSP = "\u00a0"
LEADING = 1.15
WIDEST = 1.05  # no letter of our faces is wider than this share of its size
_SPACES = re.compile(r"[^\S\u00a0]+")
_SLASH = re.compile(r"(?<=/)(?=[^ /])")
_SOFT_BREAK = re.compile(r"(?<=[–—-])(?=\w)")


def clean(text: str | None, face: Face = Face.REGULAR) -> str:
    """The one door from stored text to paper: printable characters, single spaces, "" for nothing.

    Nothing here is markup: "<b>" and "&" are drawn as they stand.
    """
    if not text:
        return ""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", printable(text, face)).strip()


def keep(text: str) -> str:
    """Bind a phrase so that no line breaks inside it."""
    return text.replace(" ", NBSP)


def wrap(text: str, limit: float, face: Face, size: float) -> list[str]:
    """Break a text into lines of at most `limit` points: at spaces and after "/", then "-", then anywhere."""
    lines: list[str] = []
    for word in text.split(" "):
        glue = " "
        for piece in _SLASH.split(word):
            _add(lines, glue, piece, limit, face, size)
            glue = ""
    return [line for line in lines if line]


def _add(lines: list[str], glue: str, piece: str, limit: float, face: Face, size: float) -> None:
    """Put a piece on the last line, or below it; one wider than a line is cut."""
    if lines and width(f"{lines[-1]}{glue}{piece}", face, size) <= limit:
        lines[-1] += glue + piece
    elif width(piece, face, size) <= limit:
        lines.append(piece)
    else:
        _cut(lines, glue, piece, limit, face, size)


def _cut(lines: list[str], glue: str, word: str, limit: float, face: Face, size: float) -> None:
    """Spread a word that is wider than a line; its first part may follow what stands on the line."""
    for part in _SOFT_BREAK.split(word):
        if lines and width(f"{lines[-1]}{glue}{part}", face, size) <= limit:
            lines[-1] += glue + part
        elif width(part, face, size) <= limit:
            lines.append(part)
        else:
            lines += _chop(part, limit, face, size)
        glue = ""


def _chop(word: str, limit: float, face: Face, size: float) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and width(pieces[-1] + char, face, size) > limit:
            pieces.append("")
        pieces[-1] += char
    return pieces


class Fitted(NamedTuple):
    """Lines of one size, in points."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """Points from the top of the first line to the foot of the last."""
        return len(self.lines) * self.size * LEADING


def sizes(largest: float, smallest: float, step: float = 0.5) -> list[float]:
    """Sizes to try, from large to small."""
    count = round((largest - smallest) / step)
    return [largest - step * n for n in range(count + 1)]


def fit(
    text: str, limit: float, room: float, face: Face, tries: Sequence[float], max_lines: int = 3
) -> Fitted:
    """The largest of the sizes at which a text stays whole in width, room (points) and lines.

    When none will do, the smallest size with as many lines as it takes: the box must grow.
    """
    first = tries[0]
    if len(text) * first * WIDEST <= limit or width(text, face, first) <= limit:
        return Fitted((text,) if text else (), first)
    for size in tries:
        lines = wrap(text, limit, face, size)
        if len(lines) <= max_lines and len(lines) * size * LEADING <= room and not _torn(text, lines):
            return Fitted(tuple(lines), size)
    return Fitted(tuple(wrap(text, limit, face, tries[-1])), tries[-1])


def _torn(text: str, lines: list[str]) -> bool:
    """True when a line ends inside a word (rather than at a space, "/" or "-")."""
    at = 0
    for line in lines[:-1]:
        at += len(line)
        if text[at : at + 1] == " ":
            at += 1
        elif not line.endswith(("/", "-", "–", "—")):
            return True
    return False


def balance(text: str, limit: float, face: Face, size: float) -> list[str]:
    """Wrap into as few lines as needed, but of even length: for centred text."""
    best = wrap(text, limit, face, size)
    low, high = limit / 2, limit
    while high - low > 4:
        middle = (low + high) / 2
        lines = wrap(text, middle, face, size)
        if len(lines) <= len(best):
            best, high = lines, middle
        else:
            low = middle
    return best
