"""Order that reads the same for ever: our own shuffle and opaque ids, on SHA-256 alone.

Python promises the same sequence only for `random.random()`, not for `random.shuffle`; a test that
was taken years ago must still be shown as it was taken.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import count
from typing import TypeVar

T = TypeVar("T")
Key = str | int

_SPAN = 2**32


def _digest(key: tuple[Key, ...], part: int) -> bytes:
    return sha256("\x1f".join([*map(str, key), str(part)]).encode()).digest()


def _numbers(key: tuple[Key, ...]) -> Iterator[int]:
    """Yield numbers below 2**32 that depend on the key alone."""
    for part in count():
        block = _digest(key, part)
        for at in range(0, len(block), 4):
            yield int.from_bytes(block[at : at + 4], "big")


def shuffled(items: Sequence[T], *key: Key) -> tuple[T, ...]:
    """Return the items in an order that depends on the key alone; every order is equally likely."""
    order, numbers = list(items), _numbers(key)
    for last in range(len(order) - 1, 0, -1):
        fair = _SPAN - _SPAN % (last + 1)
        number = next(n for n in numbers if n < fair)
        pick = number % (last + 1)
        order[last], order[pick] = order[pick], order[last]
    return tuple(order)


def opaque_id(*key: Key) -> str:
    """Return eight letters and digits that name something without telling what."""
    return _digest(key, 0).hex()[:8]
