"""Outcomes of stored changes reach the main thread, and nobody who has left."""

import threading
from concurrent.futures import Future

import shiboken6
from PySide6.QtCore import QObject

from bimtek.domain.errors import NOTHING_CHANGED, RefusedError
from bimtek.domain.text import _
from bimtek.ui.after import after


def finish(future, result=None, error=None):
    """End a Future on another thread, as the writer does."""

    def work():
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_result_arrives_on_the_main_thread_and_never_at_once(qtbot):
    heard, parent, future = [], QObject(), Future()
    future.set_result(7)
    after(future, lambda value: heard.append((value, threading.get_ident())), heard.append, parent)
    assert heard == []
    qtbot.waitUntil(lambda: heard == [(7, threading.get_ident())])


def test_results_of_another_thread_arrive_in_order(qtbot):
    heard, parent = [], QObject()
    futures = [Future() for _number in range(200)]
    for future in futures:
        after(future, heard.append, heard.append, parent)
    for number, future in enumerate(futures):
        finish(future, number)
    qtbot.waitUntil(lambda: heard == list(range(200)))


def test_expected_failure_arrives_as_worded_and_a_mistake_of_ours_without_its_text(qtbot, caplog):
    heard, parent = [], QObject()
    refused, broken = Future(), Future()
    for future in (refused, broken):
        after(future, heard.append, lambda error: heard.append(str(error)), parent)
    finish(refused, error=RefusedError(_("Tes ini sudah ditutup.")))
    finish(broken, error=ValueError("rahasia"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0] == f"Tes ini sudah ditutup. {NOTHING_CHANGED}"
    assert "rahasia" not in heard[1]
    assert "bug in a change" in caplog.text


def test_nothing_is_called_for_a_page_that_is_gone(qtbot):
    heard, gone, here, future = [], QObject(), QObject(), Future()
    after(future, lambda _value: heard.append("gone"), heard.append, gone)
    after(future, lambda _value: heard.append("here"), heard.append, here)
    shiboken6.delete(gone)
    finish(future)
    qtbot.waitUntil(lambda: heard == ["here"])
