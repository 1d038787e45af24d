"""How much a loop does: a sample in `make test`, the whole in `make test-penuh`."""

import os
from typing import TypeVar

Amount = TypeVar("Amount")


def sampled(sample: Amount, whole: Amount) -> Amount:
    """`sample`, or `whole` in the full run; for what is known while tests are collected."""
    return whole if os.environ.get("BIMTEK_HITUNGAN") == "penuh" else sample
