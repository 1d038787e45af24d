"""Workers: nothing is lost, cancel is quiet, mistakes are worded."""

import threading

from PySide6.QtCore import QObject
from shiboken6 import delete

from bimtek.domain.errors import NOTHING_CHANGED, RefusedError
from bimtek.domain.text import _
from bimtek.ui.tasks import TaskRunner


def test_every_result_of_many_quick_jobs_arrives_on_the_main_thread(qtbot):
    runner, got, threads = TaskRunner(), [], set()

    def done(value):
        got.append(value)
        threads.add(threading.get_ident())

    for number in range(500):
        runner.run(lambda progress, number=number: number, runner, done=done, failed=got.append)
    qtbot.waitUntil(lambda: len(got) == 500)
    assert sorted(got) == list(range(500))
    assert threads == {threading.get_ident()}
    runner.close()


def test_expected_failure_arrives_as_it_was_worded(qtbot):
    runner, errors, ends = TaskRunner(), [], []

    def job(progress):
        raise RefusedError(_("Belum bisa."))

    runner.run(job, runner, done=errors.append, failed=errors.append, ended=lambda: ends.append(1))
    qtbot.waitUntil(lambda: ends == [1])
    assert str(errors[0]) == f"Belum bisa. {NOTHING_CHANGED}"
    runner.close()


def test_an_error_that_is_shown_holds_nothing_of_where_it_came_from(qtbot):
    runner, errors = TaskRunner(), []

    def job(progress):
        try:
            int("x")
        except ValueError as error:
            raise RefusedError(_("Belum bisa.")) from error

    runner.run(job, runner, done=errors.append, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert (errors[0].__traceback__, errors[0].__cause__, errors[0].__context__) == (None, None, None)
    runner.close()


def test_a_mistake_of_ours_never_shows_its_text(qtbot, caplog):
    runner, errors = TaskRunner(), []

    def job(progress):
        raise ValueError("rahasia /home/siti")

    runner.run(job, runner, done=errors.append, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert "rahasia" not in str(errors[0]) + errors[0].detail
    assert "bug in task" in caplog.text
    runner.close()


def test_cancel_stops_at_the_next_step_and_says_nothing(qtbot):
    runner, heard, ends, started = TaskRunner(), [], [], threading.Event()

    def job(progress):
        for step in range(10_000_000):
            started.set()
            progress(step, 10_000_000)

    task = runner.run(job, runner, done=heard.append, failed=heard.append, ended=lambda: ends.append(1))
    assert started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: ends == [1])
    assert heard == []
    runner.close()


def test_nobody_hears_of_a_job_whose_dialog_is_gone(qtbot):
    runner, heard, go_on = TaskRunner(), [], threading.Event()
    dialog = QObject()
    runner.run(
        lambda progress: go_on.wait(5),
        dialog,
        done=heard.append,
        failed=heard.append,
        ended=lambda: heard.append("ended"),
    )
    delete(dialog)
    with qtbot.waitSignal(runner.idle):
        go_on.set()
    assert heard == []
    runner.close()


def test_close_waits_for_the_running_job():
    runner, left, started = TaskRunner(), [], threading.Event()

    def job(progress):
        started.set()
        try:
            while True:
                progress(0, 1)
        finally:
            left.append(1)

    runner.run(job, runner, done=left.append, failed=left.append)
    assert started.wait(5)
    runner.close()
    assert left == [1]
