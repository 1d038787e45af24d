"""Four-character codes for slips: easy to read and type, unique in a kegiatan."""

import secrets
from collections.abc import Collection

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no 0, O, 1, I
LENGTH = 4


def new_codes(count: int, taken: Collection[str]) -> list[str]:
    """Return `count` different codes that are not taken; random, so that nobody guesses a neighbour's."""
    seen = set(taken)
    codes: list[str] = []
    while len(codes) < count:
        code = _code(secrets.randbelow(len(ALPHABET) ** LENGTH))
        if code not in seen:
            seen.add(code)
            codes.append(code)
    return codes


def _code(number: int) -> str:
    letters = ""
    for _at in range(LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        letters += ALPHABET[digit]
    return letters
