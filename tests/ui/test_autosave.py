"""Saving by itself: once typing rests, and honest when it did not work."""

from concurrent.futures import Future

import pytest

from bimtek.domain.errors import DataFileError
from bimtek.domain.text import _
from bimtek.ui.autosave import Autosave
from bimtek.ui.messages import ErrorDialog


@pytest.fixture
def futures():
    return []


@pytest.fixture
def autosave(futures, clock, qtbot):
    def save():
        futures.append(Future())
        return futures[-1]

    made = Autosave(save, clock)
    qtbot.addWidget(made)
    made.show()
    return made


def test_many_letters_are_stored_once(autosave, futures, qtbot):
    for _letter in range(20):
        autosave.touch()
    qtbot.waitUntil(lambda: len(futures) == 1)
    futures[0].set_result(None)
    qtbot.waitUntil(lambda: autosave.state.text().startswith("Tersimpan"))
    assert len(futures) == 1


def test_flush_stores_at_once_and_only_what_waits(autosave, futures):
    autosave.flush()
    assert futures == []
    autosave.touch()
    autosave.flush()
    assert len(futures) == 1


def test_stored_is_not_said_while_newer_letters_wait(autosave, futures, qtbot):
    autosave.touch()
    autosave.flush()
    autosave.touch()
    futures[0].set_result(None)
    qtbot.waitUntil(lambda: len(futures) == 2)
    assert autosave.state.text() == "Menyimpan…"


def test_full_disk_is_said_in_words(autosave, futures, qtbot):
    autosave.touch()
    autosave.flush()
    futures[0].set_exception(DataFileError(_("Ruang penyimpanan penuh.")))
    qtbot.waitUntil(lambda: autosave.findChild(ErrorDialog) is not None)
    assert autosave.state.text() == "Belum tersimpan"
    autosave.findChild(ErrorDialog).reject()


def test_what_cannot_be_stored_yet_is_said(clock, qtbot):
    made = Autosave(lambda: None, clock)
    qtbot.addWidget(made)
    made.touch()
    made.flush()
    assert made.state.text() == "Belum tersimpan"
