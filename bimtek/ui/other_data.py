"""Puts other data in place of the present: with the services closed and the folder to itself."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bimtek.app import Services, build
from bimtek.domain.errors import BimtekError
from bimtek.domain.text import NO_TEXT, Text
from bimtek.host.data_folder import DataFolder
from bimtek.host.lock import FolderLock
from bimtek.ui.tasks import as_shown


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: the words after it or why it failed; the services or what keeps them shut."""

    said: Text = NO_TEXT
    error: BimtekError | None = None
    services: Services | None = None
    blocked: BimtekError | None = None


def replace_data(services: Services | None, job: Callable[[], Text], data_dir: Path) -> Outcome:
    """Close the services, do the job, and build services again whether or not it went well."""
    if services is not None:
        services.close()
    gc.collect()  # what a page or an error still holds of the data file keeps Windows from replacing it
    outcome = _done(job, data_dir)
    try:
        return replace(outcome, services=build(data_dir))
    except BimtekError as error:
        return replace(outcome, blocked=as_shown(error))


def _done(job: Callable[[], Text], data_dir: Path) -> Outcome:
    try:
        lock = FolderLock(DataFolder(data_dir).lock)
        try:
            return Outcome(said=job())
        finally:
            lock.release()
    except BimtekError as error:
        return Outcome(error=as_shown(error))
