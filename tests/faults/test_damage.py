"""Whatever happens to the data file: nothing crashes, people are told, and a backup brings the work back."""

import random
import shutil
from collections import Counter

import pytest

from bimtek.app import Services, build
from bimtek.domain.clock import SystemClock
from bimtek.domain.errors import BimtekError, DamagedFileError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.quiz import TestKind
from bimtek.domain.text import _
from bimtek.host.data_folder import DataFolder
from bimtek.services.backup import backups_in
from bimtek.services.recovery import is_whole, restore
from tests.faults.child import SEED
from tests.faults.damage import KINDS
from tests.faults.day import planned_day
from tests.services.quiz_day import answer_all, best

pytestmark = [pytest.mark.fault, pytest.mark.timeout(3600)]


@pytest.fixture
def whole(tmp_path):
    """A day with ten people, a test, numbers given out, and one backup of it."""
    services = build(tmp_path / "utuh")
    kegiatan = planned_day(services, people=10)
    services.quizzes.prepare(kegiatan, seed=1)
    item = services.quizzes.open(services.quizzes.rounds(kegiatan.id)[TestKind.PRE])
    for who in services.registration.of_kegiatan(kegiatan.id)[:5]:
        answer_all(services, item, who, best)
    services.certificates.issue(kegiatan)
    services.settings.put("instansi", "Dinas Contoh").result()
    services.backup.now(_("diminta"))
    services.close()
    return services.folder


def verbs(services: Services):
    """Everything a day reads, and some of what it writes, one after the other."""
    yield lambda: services.settings.put("instansi", "Dinas Lain").result()
    yield services.safe_clock.verdict
    yield services.readiness.checks
    yield services.registration.everybody
    yield lambda: services.registration.search("Peserta")
    yield lambda: services.certificates.search("2024")
    for summary in services.overview.page():
        yield from verbs_of(services, services.planning.get(summary.id))
    yield lambda: services.backup.now(_("berkala"))


def verbs_of(services: Services, kegiatan: Kegiatan):
    people = services.registration.of_kegiatan(kegiatan.id)
    yield lambda: services.overview.standing(kegiatan.id)
    yield lambda: services.attendance.board(kegiatan.id, kegiatan.sessions[0].id)
    yield lambda: services.attendance.latest(kegiatan.sessions[0].id)
    yield lambda: services.attendance.check_in(people[0], kegiatan.sessions[-1].id, consent=True).result()
    yield lambda: services.results.of_kegiatan(kegiatan.id)
    yield lambda: services.certificates.candidates(kegiatan)
    yield lambda: services.certificates.register(kegiatan.id)
    yield lambda: services.papers.offers(kegiatan)
    yield lambda: services.history.recent(kegiatan.id)
    yield lambda: services.history.undo_last(kegiatan.id)
    for item in services.quizzes.rounds(kegiatan.id).values():
        yield lambda item=item: services.quizzes.standings(item)
        yield lambda item=item: services.quizzes.paper_views(item)


def use(services: Services) -> list[BimtekError]:
    """Do all of it, as a person who goes on after each message; whatever is no message comes out."""
    told = []
    steps = verbs(services)
    while True:
        try:
            step = next(steps)
        except StopIteration:
            return told
        except BimtekError as error:  # without its kegiatan nothing more can be asked
            return [*told, error]
        try:
            step()
        except BimtekError as error:
            told.append(error)


def test_damaged_copies_are_told_of_and_a_backup_brings_everything_back(whole, tmp_path, counted):
    chance = random.Random(SEED)
    made = backups_in(whole)[0]
    seen: Counter[str] = Counter()
    for turn in range(counted(28, 500)):
        folder = DataFolder(tmp_path / "rusak")
        shutil.copytree(whole.root, folder.root)
        KINDS[turn % len(KINDS)](folder.database, chance)
        seen[noticed(folder)] += 1
        backup = next(b for b in backups_in(folder) if b.path.name == made.path.name)
        assert is_whole(backup)
        assert restore(backup.path, folder, SystemClock()).contents == made.contents
        services = build(folder.root)
        assert use(services) == []
        services.close()
        shutil.rmtree(folder.root)
    assert seen["start"] > seen.total() / 2
    assert seen["start"] + seen["work"] > seen.total() * 3 / 4, "most damage is noticed"


def noticed(folder: DataFolder) -> str:
    """Where the damage showed itself: at the start, at work, or nowhere.

    A bit that turned over where it makes another sense may also lead to a refusal: that is a message too.
    """
    try:
        services = build(folder.root)
    except DamagedFileError:
        return "start"
    told = use(services)
    services.close()
    return "work" if any(isinstance(error, DamagedFileError) for error in told) else ""
