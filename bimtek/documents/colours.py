"""The few colours of papers, from the tokens that screens and slides take theirs from."""

import json
from functools import cache

from bimtek.documents.shipped import shipped

Colour = tuple[float, float, float]


@cache
def colour(role: str) -> Colour:
    """Red, green and blue (0..1) of a role of `paper` in tokens.json; an unknown role is a KeyError."""
    tokens = json.loads(shipped("themes/tokens.json").read_text(encoding="utf-8"))
    red, green, blue = bytes.fromhex(tokens["paper"][role].removeprefix("#"))
    return red / 255, green / 255, blue / 255
