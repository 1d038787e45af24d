"""Keeps what was not finished over a crash or power cut: half-filled forms, the place that was open."""

from concurrent.futures import Future
from typing import Any

from bimtek.storage.unfinished import UnfinishedRepository


class Unfinished:
    """Small values by key, such as "orang-baru/<kegiatan>". Futures are done when durable."""

    def __init__(self, repository: UnfinishedRepository) -> None:
        self._repository = repository
        self._values = repository.all()

    def get(self, key: str) -> Any:
        """What was kept, None when there is nothing."""
        return self._values.get(key)

    def keep(self, key: str, value: Any) -> Future[None]:
        """Keep a value that JSON can hold, over an earlier one."""
        self._values[key] = value
        return self._repository.put(key, value)

    def drop(self, key: str) -> None:
        """Forget it: finished, or given up."""
        if self._values.pop(key, None) is not None:
            self._repository.drop(key)
