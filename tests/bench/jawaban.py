"""CPU per durable answer, 50 people at once, beside one commit per answer on bare sqlite3.

Ours: fifty people have one answer each on its way; the next fifty follow when all are durable.
Floor: the same rows into the same table with its indexes, no journal, one connection, same pragmas.
"""

import contextlib
import sqlite3
from collections.abc import Callable
from itertools import count
from pathlib import Path

from bimtek.app import Services, build
from bimtek.domain.clock import SystemClock, stamp
from bimtek.services.quiz_run import Sitting
from bimtek.storage.rows import to_json
from bimtek.storage.store import new_id
from tests.bench.row import Figures, cpu_s, in_turns
from tests.bench.stores import Stores, fresh_kegiatan, sittings, some_values

AT_ONCE = 50
WAVES = 40
MICRO = 1e6
INSERT = (
    "insert into answer (id, attempt_id, question_id, rev, value, channel, device, answered_at,"
    " created_at, changed_at) values (?, ?, ?, ?, ?, 'laptop', 'laptop', ?, ?, ?)"
)


def measure(stores: Stores) -> Figures:
    """Microseconds of CPU per answer."""
    with contextlib.closing(build(stores.folder / "jawaban")) as services:
        seats = sittings(services, *fresh_kegiatan(services, AT_ONCE))[:AT_ONCE]
        with contextlib.closing(_same_file(services, stores.folder / "jawaban.db")) as bare:
            return in_turns(_per_answer(_ours(services, seats)), _per_answer(_floor(bare, seats)))


def _per_answer(work: Callable[[], None]) -> Callable[[], float]:
    return lambda: cpu_s(work) / (AT_ONCE * WAVES) * MICRO


def _ours(services: Services, seats: list[Sitting]) -> Callable[[], None]:
    def run() -> None:
        for wave in range(WAVES):
            asked = [(seat, seat.views[wave % len(seat.views)]) for seat in seats]
            sent = [services.quizzes.answer(seat, view.id, some_values(view)) for seat, view in asked]
            for future in sent:
                future.result()

    return run


def _floor(bare: sqlite3.Connection, seats: list[Sitting]) -> Callable[[], None]:
    clock = SystemClock()
    revisions = count(1)

    def run() -> None:
        for wave in range(WAVES):
            rev = next(revisions)
            for seat in seats:
                view = seat.views[wave % len(seat.views)]
                at = stamp(clock.now())
                value = to_json(some_values(view))
                bare.execute(INSERT, (new_id(), seat.attempt.id, view.id, rev, value, at, at, at))

    return run


def _same_file(services: Services, target: Path) -> sqlite3.Connection:
    bare = sqlite3.connect(target, isolation_level=None)
    with contextlib.closing(sqlite3.connect(services.folder.database)) as source:
        source.backup(bare)
    for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = on"):
        bare.execute(f"pragma {pragma}")
    return bare
