"""The faces of the papers, and which of them holds which character."""

import unicodedata
from enum import StrEnum
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from bimtek.documents.base import Fix, Problem
from bimtek.documents.shipped import shipped
from bimtek.domain.text import _

rl_config.useA85 = 0  # ASCII armour makes every stream a quarter larger

Runs = tuple[tuple[str, str], ...]


class Face(StrEnum):
    """The three faces of official papers."""

    REGULAR = "bimtek-serif"
    BOLD = "bimtek-serif-bold"
    ITALIC = "bimtek-serif-italic"


_FILES = {
    Face.REGULAR: "liberation-serif/LiberationSerif-Regular.ttf",
    Face.BOLD: "liberation-serif/LiberationSerif-Bold.ttf",
    Face.ITALIC: "liberation-serif/LiberationSerif-Italic.ttf",
    "bimtek-sans": "noto-sans/NotoSans-Regular.ttf",
    "bimtek-sans-bold": "noto-sans/NotoSans-Bold.ttf",
}
_FALLBACK = {Face.REGULAR: "bimtek-sans", Face.BOLD: "bimtek-sans-bold", Face.ITALIC: "bimtek-sans"}
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "So", "Sk", "Sm", "Zl", "Zp", "No"})
REPLACEMENT = "?"


@cache
def font(name: str) -> TTFont:
    """A face, loaded and registered on first use."""
    loaded = TTFont(name, str(shipped(f"fonts/{_FILES[name]}")), asciiReadable=True)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def glyphs(name: str) -> frozenset[str]:
    """Characters that a face can draw; controls and format marks are not drawn even where it has them."""
    chars = map(chr, font(name).face.charToGlyph)
    return frozenset(c for c in chars if unicodedata.category(c) not in ("Cc", "Cf", "Zl", "Zp"))


def printable(text: str, face: Face = Face.REGULAR) -> str:
    """The text as it can be printed: composed, without invisible or unknown characters.

    Line ends become spaces; styled letters (as in "𝐒𝐢𝐭𝐢") become plain ones; emoji are left out; a
    letter no face holds becomes "?". So no box and no NUL ever reaches the paper.
    """
    composed = unicodedata.normalize("NFC", text)
    if glyphs(face).issuperset(composed):
        return composed
    return "".join(_drawable(char, face) for char in composed)


def _drawable(char: str, face: Face) -> str:
    if _holder(char, face):
        return char
    if char.isspace():
        return " "
    for form in ("NFKC", "NFKD"):
        plain = unicodedata.normalize(form, char)
        plain = "".join(c for c in plain if _holder(c, face))
        if plain:
            return plain
    return "" if unicodedata.category(char) in _INVISIBLE else REPLACEMENT


def lost(text: str) -> str:
    """Letters of a text that no face holds, each once: what a pre-flight names."""
    letters = dict.fromkeys(unicodedata.normalize("NFC", text))
    return "".join(c for c in letters if c != REPLACEMENT == _drawable(c, Face.BOLD))


def letter_problems(text: str) -> list[Problem]:
    """Letters of names that no font here has."""
    odd = lost(text)
    return [Problem(_("Huruf ini tidak dapat dicetak: {letters}", letters=odd), Fix.PEOPLE)] if odd else []


def _holder(char: str, face: Face) -> str:
    if char in glyphs(face):
        return face
    fallback = _FALLBACK[face]
    return fallback if char in glyphs(fallback) else ""


def runs(text: str, face: Face) -> Runs:
    """Split printable text into stretches, each with the name of a font that holds all of it."""
    if glyphs(face).issuperset(text):
        return ((face, text),)
    parts: list[tuple[str, str]] = []
    for char in printable(text, face):
        name = _holder(char, face) or face
        if parts and parts[-1][0] == name:
            parts[-1] = (name, parts[-1][1] + char)
        else:
            parts.append((name, char))
    return tuple(parts)


def width(text: str, face: Face, size: float) -> float:
    """Width in points of a line of text."""
    if text.isascii():
        return font(face).stringWidth(text, size)
    return float(sum(font(name).stringWidth(part, size) for name, part in runs(text, face)))
