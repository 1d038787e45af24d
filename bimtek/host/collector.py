"""How often Python looks for rubbish that holds on to itself."""

import gc

ALLOCATIONS = 20_000  # instead of 700: a list of thousands of people is no rubbish


def collect_seldom() -> None:
    """Look less often: reading a long list spent a fifth of its time on looking in vain."""
    gc.set_threshold(ALLOCATIONS, 10, 10)
