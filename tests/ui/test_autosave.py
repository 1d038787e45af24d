"""Saving by itself: once typing rests, and honest when it did not work."""

from concurrent.futures import Future

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bimtek.domain.errors import DataFileError, RefusedError
from bimtek.domain.text import _
from bimtek.ui.autosave import Autosave
from bimtek.ui.editors import FACTS, edits, flush_all
from bimtek.ui.messages import ErrorDialog


@pytest.fixture
def futures():
    return []


@pytest.fixture
def autosave(futures, clock, qtbot):
    def save():
        futures.append(Future())
        return futures[-1]

    made = Autosave((FACTS,), save, clock)
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
    made = Autosave((FACTS,), lambda: None, clock)
    qtbot.addWidget(made)
    made.touch()
    made.flush()
    assert made.state.text() == "Belum tersimpan"


def test_it_stores_when_the_keyboard_goes_elsewhere(autosave, futures, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QVBoxLayout(holder)
    one, other = QLineEdit(), QLineEdit()
    row.addWidget(one)
    row.addWidget(other)
    with qtbot.waitActive(holder):
        holder.show()
    one.setFocus()
    autosave.touch()
    other.setFocus()
    assert len(futures) == 1


def test_everything_that_waits_is_stored_when_the_window_closes(autosave, futures):
    autosave.touch()
    flush_all()
    flush_all()
    assert len(futures) == 1


def test_it_tells_which_editor_is_safe(autosave, futures, qtbot):
    autosave.touch()
    autosave.flush()
    with qtbot.waitSignal(edits.stored) as heard:
        futures[0].set_result(None)
    assert heard.args == ["ringkasan"]


def test_a_refusal_is_said_and_not_raised(autosave, qtbot, monkeypatch):
    def refuse():
        raise RefusedError(_("Nama kegiatan terlalu panjang."))

    monkeypatch.setattr(autosave, "_save", refuse)
    autosave.touch()
    autosave.flush()
    assert autosave.state.text() == "Belum tersimpan"
    qtbot.waitUntil(lambda: autosave.findChild(ErrorDialog) is not None)
    autosave.findChild(ErrorDialog).reject()
