"""How a long job says where it is, and how it is stopped."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818
    """The person pressed Batal. Not an error: nothing is shown."""


class Progress(Protocol):
    """Called between two steps of a job, from any thread."""

    def __call__(self, done: int, total: int) -> None:
        """Report `done` of `total` steps; raise Cancelled when asked to stop."""


def silent(done: int, total: int) -> None:
    """Progress for tests and scripts."""
