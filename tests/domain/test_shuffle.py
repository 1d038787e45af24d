"""The order of a test that was taken years ago is still the order it was taken in."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.shuffle import opaque_id, shuffled


def test_golden_orders_never_change() -> None:
    assert "".join(shuffled("abcdefghij", 7, "soal-1")) == "aijhfcegbd"
    assert "".join(shuffled("abcd", 0)) == "adbc"
    assert "".join(shuffled("abc", "x")) == "cba"
    assert shuffled(range(5), 123456789, "memahami-ocsea/p01a") == (2, 1, 3, 0, 4)


def test_golden_ids_never_change() -> None:
    assert opaque_id("", "s1", 0) == "a4a9969b"
    assert opaque_id("garam", "memahami-ocsea/p01a", 3) == "52ed8a88"


@given(items=st.lists(st.integers(), max_size=40), key=st.integers() | st.text())
def test_shuffling_keeps_every_item_and_depends_on_the_key_alone(items: list[int], key: int | str) -> None:
    assert sorted(shuffled(items, key)) == sorted(items)
    assert shuffled(items, key) == shuffled(items, key)


def test_every_order_is_about_equally_likely() -> None:
    counts = Counter(shuffled("abcd", seed) for seed in range(24 * 200))
    assert len(counts) == 24
    assert sum((n - 200) ** 2 / 200 for n in counts.values()) < 49.7  # chi-squared, 23 degrees, p = 0.001
