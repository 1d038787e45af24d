"""Four-character codes for slips: easy to read and type, unique in a kegiatan."""

import secrets
from collections.abc import Collection

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no 0, O, 1, I
LENGTH = 4
# Thirty-two letters: the lower five bits of any byte choose one, each as likely as the others.
_LETTER_OF_BYTE = bytes(ord(ALPHABET[byte & 31]) for byte in range(256))


def new_codes(count: int, taken: Collection[str]) -> list[str]:
    """Return `count` different codes that are not taken; random, so that nobody guesses a neighbour's."""
    seen = set(taken)
    codes: list[str] = []
    while len(codes) < count:
        for code in _drawn(count - len(codes)):
            if code not in seen:
                seen.add(code)
                codes.append(code)
    return codes


def _drawn(count: int) -> list[str]:
    letters = secrets.token_bytes(count * LENGTH).translate(_LETTER_OF_BYTE).decode()
    return [letters[at : at + LENGTH] for at in range(0, len(letters), LENGTH)]
