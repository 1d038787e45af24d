"""Once a minute: backup when due, its age in the rail, the clock noted."""

from datetime import timedelta

import pytest
import shiboken6

from bimtek.domain.text import _
from bimtek.host.clock_guard import BUILD_DATE
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.housekeeping import Housekeeping, ago, backup_text, tone_of
from bimtek.ui.tasks import TaskRunner


@pytest.fixture
def context(services, qapp):
    runner = TaskRunner()
    made = UiContext(services, runner, WindowSignals())
    yield made
    runner.close()
    qapp.processEvents()  # what the last job still says is heard before its listeners go
    shiboken6.delete(made.window)  # with its timer, here and not by a collection on some worker


@pytest.fixture
def shown(context):
    heard = []
    context.window.backup_shown.connect(lambda text, tone: heard.append((str(text), tone)))
    return heard


def test_an_untouched_folder_has_no_backup_and_says_so(context, shown, qtbot):
    keeper = Housekeeping(context, context.window)
    qtbot.waitUntil(lambda: bool(shown))
    assert keeper.timer.interval() == 60_000
    assert keeper.timer.isActive()
    assert shown == [("Belum ada cadangan", "")]


def test_a_change_is_backed_up_by_itself_and_only_once_in_a_quarter_of_an_hour(context, shown, qtbot, clock):
    context.services.settings.put("instansi", "Dinas Contoh").result()
    keeper = Housekeeping(context, context.window)
    qtbot.waitUntil(lambda: shown == [("Cadangan baru saja", "")])
    context.services.settings.put("instansi", "Dinas Lain").result()
    clock.at += timedelta(minutes=14)
    qtbot.waitUntil(lambda: bool(keeper.look() or shown[-1] == ("Cadangan 14 menit lalu", "")))
    clock.at += timedelta(minutes=1)
    qtbot.waitUntil(lambda: bool(keeper.look() or shown[-1] == ("Cadangan baru saja", "")))
    assert len(context.services.backup.list()) == 2


def test_b9_45_pressing_the_chip_makes_a_backup_at_once(context, shown, qtbot):
    Housekeeping(context, context.window)
    context.window.backup_wanted.emit()  # while the first look still runs
    qtbot.waitUntil(lambda: shown[-1:] == [("Cadangan baru saja", "")])
    assert [backup.reason for backup in context.services.backup.list()] == ["diminta"]


def test_a_backup_that_cannot_be_made_turns_the_chip_amber_and_tells_why(context, shown, qtbot, tmp_path):
    said = []
    context.window.toast.connect(lambda text, undo: said.append(str(text)))
    Housekeeping(context, context.window)
    qtbot.waitUntil(lambda: bool(shown))
    folder = context.services.folder.backups
    folder.rmdir()
    folder.write_text("not a folder")
    context.window.backup_wanted.emit()
    qtbot.waitUntil(lambda: shown[-1] == ("Cadangan belum berhasil", "warning"))
    assert said
    assert "Error" not in said[0]


def test_the_clock_is_noted_once_an_hour_so_that_idle_hours_fill_no_journal(context, clock, qtbot):
    keeper = Housekeeping(context, context.window)
    noted = lambda: context.services.settings.get("jam_terakhir")  # noqa: E731
    qtbot.waitUntil(lambda: bool(noted()))
    before = noted()
    clock.at += timedelta(minutes=59)
    with qtbot.waitSignal(context.window.backup_shown):
        keeper.look()
    assert noted() == before
    clock.at += timedelta(minutes=1)

    def noted_again():
        keeper.look()  # does nothing while the last look still runs
        return noted() > before

    qtbot.waitUntil(noted_again)


def test_a_clock_that_cannot_be_right_is_never_noted(context, clock, qtbot):
    keeper = Housekeeping(context, context.window)
    qtbot.waitUntil(lambda: bool(context.services.settings.get("jam_terakhir")))
    before = context.services.settings.get("jam_terakhir")
    clock.at = clock.at.replace(year=BUILD_DATE.year - 10)
    with qtbot.waitSignal(context.window.backup_shown):
        keeper.look()
    assert context.services.settings.get("jam_terakhir") == before


@pytest.mark.parametrize(
    ("age", "words", "tone"),
    [
        (None, "Belum ada cadangan", ""),
        (timedelta(seconds=-5), "Cadangan baru saja", ""),
        (timedelta(seconds=59), "Cadangan baru saja", ""),
        (timedelta(minutes=59), "Cadangan 59 menit lalu", ""),
        (timedelta(hours=24), "Cadangan 24 jam lalu", ""),
        (timedelta(hours=26), "Cadangan 26 jam lalu", "warning"),
        (timedelta(days=3), "Cadangan 3 hari lalu", "warning"),
    ],
)
def test_b9_45_age_is_told_in_one_unit_and_amber_after_a_day(age, words, tone):
    assert str(backup_text(age)) == words
    assert tone_of(age) == tone


def test_ages_are_words_that_can_stand_in_a_sentence():
    assert str(_("Terakhir {ago}.", ago=ago(timedelta(hours=3)))) == "Terakhir 3 jam lalu."
