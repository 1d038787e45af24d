"""A data folder opened at a fixed moment, and what can be told of it from outside."""

import hashlib
from datetime import UTC, datetime

from bimtek.app import build
from bimtek.domain.text import _
from tests.clock import MovableClock

WHY = _("diminta")
NOW = datetime(2027, 3, 5, 1, 30, tzinfo=UTC)


def opened(folder, clock=None):
    return build(folder, clock or MovableClock(NOW))


def titles(services):
    return sorted(k.title for k in services.overview.page())


def as_it_was(folder):
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*")
        if p.is_file() and p.name != "bimtek.lock"
    }
