"""Codes that people read and type: four characters on a slip, three groups of four to recover the PIN."""

import secrets
from collections.abc import Collection

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no 0, O, 1, I
LENGTH = 4
RECOVERY_GROUPS = 3  # sixty bits: nobody finds one by trying, five tries each half minute
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


def new_recovery_code() -> str:
    """Return a random code in groups, such as "K7QM-2XHB-9RTD"."""
    return "-".join(_drawn(RECOVERY_GROUPS))


def typed_recovery_code(typed: str) -> str:
    """Return a recovery code as it was made, however a person types it: small letters, blanks, no lines."""
    letters = "".join(char for char in typed.upper() if char.isalnum())
    return "-".join(letters[at : at + LENGTH] for at in range(0, len(letters), LENGTH))


def _drawn(count: int) -> list[str]:
    letters = secrets.token_bytes(count * LENGTH).translate(_LETTER_OF_BYTE).decode()
    return [letters[at : at + LENGTH] for at in range(0, len(letters), LENGTH)]
