"""Somebody who never saw Bimtek: from the first start to a kegiatan, counted click by click."""

import pytest
from PySide6.QtCore import Qt

from bimtek.ui.main_window import MainWindow
from bimtek.ui.pages.home import HomePage
from bimtek.ui.pages.welcome import WelcomePage
from bimtek.ui.start import Session
from tests.windows import end_session

MOST_CLICKS = 12


class Hand:
    """Clicks what can be seen and reached, and counts."""

    def __init__(self, qtbot):
        self._qtbot, self.clicks = qtbot, 0

    def click(self, button):
        self._qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        assert not button.visibleRegion().isEmpty(), button.text()
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.clicks += 1


@pytest.fixture
def window(qtbot, tmp_path):
    made = MainWindow()
    session = Session(tmp_path / "data", made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(lambda: made.page is not None)
    yield made
    end_session(session)


def create(window, hand, qtbot, *buttons):
    """Make a kegiatan from Beranda with nothing but defaults and these buttons; returns it."""
    hand.click(window.page.empty.button)
    qtbot.waitUntil(lambda: getattr(window.page, "dialog", None) is not None)
    dialog = window.page.dialog
    for button in buttons:
        hand.click(getattr(dialog, button))
    qtbot.waitUntil(lambda: window.page.workspace is not None)
    return window._context.services.planning.get(window.page.workspace.kegiatan_id)


def test_b9_2_a_new_facilitator_makes_a_kegiatan_with_defaults_in_few_clicks(window, qtbot):
    hand = Hand(qtbot)
    assert isinstance(window.page, WelcomePage)
    page = window.page
    hand.click(page.next_button)
    hand.click(page.later_button)
    hand.click(page.start_button)
    assert isinstance(window.page, HomePage)
    made = create(window, hand, qtbot, *["next_button"] * 4)
    assert hand.clicks == 8 <= MOST_CLICKS
    assert made.title
    assert made.jp > 0
    assert made.modules
    assert len(made.dates) == 1


def test_b9_2_who_fills_in_everything_on_the_way_stays_within_the_clicks_too(window, qtbot):
    hand = Hand(qtbot)
    page = window.page
    hand.click(page.you.fields["nama_pengguna"])
    qtbot.keyClicks(page.you.fields["nama_pengguna"], "Wulan")
    hand.click(page.you.fields["instansi"])
    qtbot.keyClicks(page.you.fields["instansi"], "Dinas Sosial")
    hand.click(page.next_button)
    hand.click(page.secret.pin)
    qtbot.keyClicks(page.secret.pin, "2468")
    hand.click(page.secret.again)
    qtbot.keyClicks(page.secret.again, "2468")
    hand.click(page.next_button)
    qtbot.waitUntil(lambda: page.secret.code is not None and page.secret.isEnabled())
    hand.click(page.next_button)
    hand.click(page.start_button)
    made = create(window, hand, qtbot, "now_button")
    assert hand.clicks == 10 <= MOST_CLICKS
    assert made.organiser == "Dinas Sosial"
