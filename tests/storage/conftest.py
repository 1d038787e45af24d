"""A store of its own for every test of the repositories."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bimtek.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "bimtek.db")
    yield opened
    opened.close()
