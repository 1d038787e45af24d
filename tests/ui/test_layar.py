"""What `make layar` checks, on one amount of data: room at every text size, words, empty lists."""

import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from bimtek.ui import dressing, theme
from bimtek.ui.widgets.empty_state import EmptyState
from tests.counts import sampled
from tests.test_texts import ENGLISH, WORD
from tests.ui.audit import cut_buttons, own, primaries
from tests.ui.every_screen import EVERY_SCREEN
from tests.ui.geometry import cut_off, overlapping

LOOKS = [("terang", 100), ("gelap", 125), ("proyektor", 175)]
FOR_PROGRAMS = re.compile(r"/home/|[A-Z]:\\|\.py\b|Traceback|\w+Error\b|\bNone\b|<class")
NOT_OURS = ("pengaturan-tentang", "dialog-lisensi")  # names and licences of other people's work

PARTS = 12
# As large as the screen, which is 800 px wide here; `make layar` has screens of their size.
NARROW_HERE = ("dialog-halaman-bantuan", "kertas-lembar")
ROOMY = [screen for screen in EVERY_SCREEN if screen.name not in NARROW_HERE]

pytestmark = pytest.mark.timeout(600)


def visited(world, screens=EVERY_SCREEN):
    """Open one screen after the other; each is closed before the next."""
    app = QApplication.instance()
    for screen in screens:
        if world.rows >= screen.least:
            theme.apply_theme(app)
            yield screen.name, screen.open(world)
            world.end_opened()


@pytest.mark.parametrize("part", range(sampled(1, PARTS)))
def test_b9_8_9_49_an_open_screen_wears_every_size_at_once_with_room_for_all_words(
    open_world, part, qapp, qtbot
):
    found = []
    for screen, window in visited(open_world(), ROOMY[part::PARTS]):
        for name, scale in LOOKS:
            theme.apply_theme(qapp, name, scale)
            qtbot.waitUntil(lambda: not dressing.busy())  # what is hidden now may change what is seen
            for _round in range(3):  # of laying out: what wraps makes its neighbours wrap
                qapp.processEvents()
            lacks = [*cut_off(window), *overlapping(window), *cut_buttons(window)]
            found += [f"{screen} {name} {scale}: {lack}" for lack in lacks]
    assert not found, "\n".join(found)


def test_b9_42_no_screen_shows_english_or_what_only_programs_say(open_world):
    found = []
    ours = [one for one in EVERY_SCREEN if one.name not in NOT_OURS]
    for screen, window in visited(open_world(), ours[:: sampled(5, 1)]):
        said = " ".join(
            f"{widget.text()} {widget.toolTip()}"
            for widget in own(window)
            if isinstance(widget, QLabel | QAbstractButton | QLineEdit)
        )
        found += [(screen, word) for word in WORD.findall(said) if word.lower() in ENGLISH]
        found += [(screen, word) for word in FOR_PROGRAMS.findall(said)]
    assert found == []


def test_b9_43_an_empty_list_says_so_and_offers_one_action(open_world):
    met, mute = 0, []
    for screen, window in visited(open_world(0), EVERY_SCREEN[:: sampled(2, 1)]):
        for empty in [widget for widget in own(window) if isinstance(widget, EmptyState)]:
            met += 1
            if not empty.sentence.text() or not (empty.button.isVisible() or primaries(window)):
                mute.append((screen, empty.sentence.text()))
    assert met > sampled(2, 8)
    assert mute == []
