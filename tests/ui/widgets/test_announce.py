"""What a screen reader is told, and how often."""

import pytest
from PySide6.QtWidgets import QWidget

from bimtek.domain.text import _
from bimtek.ui.autosave import Autosave
from bimtek.ui.editors import FACTS
from bimtek.ui.kiosk.ending import IdleWarning
from bimtek.ui.widgets import announce as module
from bimtek.ui.widgets.announce import Countdown, announce
from bimtek.ui.widgets.busy_bar import BusyBar
from bimtek.ui.widgets.toast import Toast


class Reader:
    """A screen reader that only remembers."""

    def __init__(self):
        self.heard = []

    def isActive(self):
        return True

    def updateAccessibility(self, event):
        self.heard.append(event.message())


@pytest.fixture
def reader(monkeypatch):
    made = Reader()
    monkeypatch.setattr(module, "QAccessible", made)
    return made


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def test_nothing_is_built_while_no_reader_listens(window, reader, monkeypatch):
    monkeypatch.setattr(reader, "isActive", lambda: False)
    announce(window, _("Tersimpan"))
    assert reader.heard == []


def test_a_toast_is_spoken(window, reader):
    Toast(window).say(_("Budi dihapus."))
    assert reader.heard == ["Budi dihapus."]


def test_a_stored_change_and_one_that_could_not_be_stored_are_spoken(window, reader, services, qtbot):
    save = {"future": services.settings.put("nama_pengguna", "Ani")}
    autosave = Autosave((FACTS,), lambda: save["future"], services.clock, window)
    with qtbot.waitSignal(autosave.saved):
        autosave.touch()
        autosave.flush()
    assert reader.heard[-1].startswith("Tersimpan ")
    save["future"] = None
    autosave.touch()
    autosave.flush()
    assert reader.heard[-1] == "Belum tersimpan"


def test_the_end_of_a_job_is_spoken_when_its_bar_was_seen(window, reader):
    bar = BusyBar(window)
    bar.begin(_("Mencetak"))
    bar.finish()
    assert reader.heard == []
    bar.begin(_("Mencetak"))
    bar.show()
    bar.finish()
    assert reader.heard == ["Proses berakhir."]


def test_a_countdown_is_spoken_at_a_minute_and_at_ten_seconds_only(window, reader):
    countdown = Countdown(window)
    for left in range(90, -1, -1):
        countdown.tell(left, f"{left} detik")
    assert reader.heard == ["60 detik", "10 detik"]
    countdown.clear()
    countdown.tell(8, "8 detik")
    assert reader.heard[-1] == "8 detik"


def test_the_kiosk_warns_once(window, reader):
    warning = IdleWarning(window)
    for left in (10, 9, 8):
        warning.show_left(left)
    assert len(reader.heard) == 1
    assert "10 detik" in reader.heard[0]
