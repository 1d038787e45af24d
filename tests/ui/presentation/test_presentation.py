"""The windows of a presentation, with one screen and with two."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from bimtek.content.library import Library
from bimtek.host.paths import asset, shipped_modules
from bimtek.ui import theme
from bimtek.ui.presentation.presentation import ONE_SCREEN, UNPLUGGED, Presentation
from bimtek.ui.presentation.show import Stage

TITLE = "Bimtek <b>OCSEA</b> & Kawan"
Key = Qt.Key


@pytest.fixture(scope="module")
def module():
    return Library([shipped_modules()]).module("memahami-ocsea")


@pytest.fixture
def talk(qtbot, module):
    positions = []
    talk = Presentation(
        module,
        TITLE,
        asset("themes/tokens.json").parents[1],
        start=4,
        on_position=positions.append,
        wall_clock=lambda: datetime(2024, 3, 5, 9, 12, tzinfo=UTC),
    )
    talk.positions = positions
    talk.open()
    yield talk
    if talk.running:
        talk.show.end()


def test_one_screen_shows_the_slides_alone_with_a_hint(talk):
    assert talk.projector.isVisible()
    assert not talk.presenter.isVisible()
    assert talk.projector.hint.isVisible()
    assert talk.projector.hint_timer.interval() == 3000


def test_tab_shows_the_notes_and_the_button_goes_back(talk, qtbot):
    qtbot.keyClick(talk.projector, Key.Key_Tab)
    assert talk.presenter.isVisible()
    assert not talk.projector.isVisible()
    assert talk.presenter.notice.message.text() == str(ONE_SCREEN)
    talk.presenter.notice.button.click()
    assert talk.projector.isVisible()


def test_keys_work_in_both_windows_and_positions_are_kept(talk, qtbot):
    qtbot.keyClick(talk.projector, Key.Key_PageUp)
    talk.show_notes()
    qtbot.keyClick(talk.presenter, Key.Key_PageUp)
    qtbot.keyClicks(talk.presenter, "28")
    qtbot.keyClick(talk.presenter, Key.Key_Return)
    assert talk.positions == [3, 2, 27]
    assert talk.presenter.position.text() == "Slide 28 dari 28"


def test_space_goes_on_although_a_button_was_clicked(talk, qtbot):
    talk.show_notes()
    talk.show.go(11)
    qtbot.mouseClick(talk.presenter.covers[Stage.NEUTRAL], Qt.MouseButton.LeftButton)
    assert talk.show.stage is Stage.NEUTRAL
    qtbot.keyClick(talk.presenter.stage, Key.Key_Space)
    qtbot.keyClick(talk.presenter.stage, Key.Key_Space)
    assert (talk.show.stage, talk.show.index) == (Stage.SLIDE, 12)


def test_space_presses_the_button_the_keyboard_is_on(talk, qtbot):
    talk.show_notes()
    talk.presenter.back_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(talk.presenter.back_button, Key.Key_Space)
    assert talk.show.index == 3


@pytest.mark.parametrize(
    ("key", "stage"), [(Key.Key_N, Stage.NEUTRAL), (Key.Key_B, Stage.BLACK), (Key.Key_W, Stage.WHITE)]
)
def test_a_cover_is_on_the_projector_within_a_tenth_of_a_second(talk, qtbot, key, stage):
    began = time.perf_counter()
    qtbot.keyClick(talk.projector, key)
    shown = talk.projector.grab().toImage()
    spent = time.perf_counter() - began
    assert talk.show.stage is stage
    corner = shown.pixelColor(shown.width() // 2, shown.height() // 2 - shown.height() // 5).name()
    assert corner == {Stage.BLACK: "#000000", Stage.WHITE: "#ffffff", Stage.NEUTRAL: "#fffdf5"}[stage]
    assert spent < 0.1


def test_the_calm_screen_works_while_a_dialog_is_open(talk, qtbot):
    dialog = QDialog(talk.presenter)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClick(dialog, Key.Key_N)
    assert talk.show.stage is Stage.NEUTRAL
    qtbot.keyClicks(field, "Nani")
    assert (field.text(), talk.show.stage) == ("Nani", Stage.NEUTRAL)


def test_a_note_stands_before_a_sensitive_slide_with_a_way_round(talk, module):
    hard = next(at for at, slide in enumerate(module.slides) if slide.sensitive and at)
    talk.show_notes()
    talk.show.go(hard)
    assert talk.show.stage is Stage.NOTE
    assert talk.presenter.skip_button.isVisible()
    talk.presenter.skip_button.click()
    assert talk.show.index == hard + 1


def test_notes_follow_the_slide_as_plain_text_and_grow(talk, module):
    talk.show_notes()
    talk.show.go(1)
    notes = talk.presenter.notes
    assert notes.toPlainText().startswith(module.slides[1].notes.strip().splitlines()[0])
    before = notes.textCursor().charFormat().font().pixelSize()
    sizes = []
    talk.notes_resized.connect(sizes.append)
    talk.presenter.larger_button.click()
    assert sizes == [22]
    assert notes.textCursor().charFormat().font().pixelSize() == before + 2


def test_plan_says_when_it_is_late(qtbot, module):
    now = [0.0]
    talk = Presentation(module, TITLE, asset("themes/tokens.json").parents[1], clock=lambda: now[0])
    assert talk.presenter.plan.text() == "Sesuai rencana"
    now[0] = 60 * module.slides[0].minutes + 300.0
    talk.presenter.show_time()
    assert talk.presenter.plan.text() == "Lewat 5 menit"
    assert talk.presenter.passed.text().startswith(f"{module.slides[0].minutes + 5}.00 dari")
    now[0] = 0.0
    talk.show.go(20)
    assert talk.presenter.plan.text().startswith("Lebih cepat")


def test_escape_closes_both_windows_and_leaves_the_keys_alone(talk, qtbot):
    with qtbot.waitSignal(talk.ended) as seen:
        qtbot.keyClick(talk.projector, Key.Key_Escape)
    assert seen.args == [4]
    assert not talk.projector.isVisible()
    assert not talk.running


def test_alt_f4_on_the_projector_ends_the_show_whole(talk, qtbot):
    with qtbot.waitSignal(talk.ended):
        talk.projector.close()
    assert not talk.presenter.isVisible()


def test_the_projector_holds_the_stage_and_no_other_words(talk):
    words = [child.text() for child in talk.projector.findChildren(QLabel)]
    assert words == ["Esc: selesai · Tab: catatan penyaji · N: layar tenang"]
    assert talk.projector.findChildren(QAbstractButton) == []
    assert not any(
        child.windowType() == Qt.WindowType.Dialog for child in talk.projector.findChildren(QWidget)
    )


def test_the_presenter_fits_a_small_laptop_at_large_text(talk, dressed):
    theme.apply_theme(dressed, "terang", 150)
    talk.show_notes()
    talk.show.go(7)
    assert talk.presenter.minimumSizeHint().width() <= 1366
    assert talk.presenter.minimumSizeHint().height() <= 768


def test_everything_on_the_presenter_has_a_name(talk):
    talk.show_notes()
    nameless = [
        w for w in talk.presenter.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus and not w.accessibleName()
    ]  # fmt: skip
    assert nameless == []


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from bimtek.content.library import Library
from bimtek.host.paths import asset, shipped_modules
from bimtek.ui import theme
from bimtek.ui.presentation.presentation import Presentation, UNPLUGGED

app = QApplication([])
theme.apply_theme(app)
plugged = [True]
screens = lambda: QGuiApplication.screens()[: 2 if plugged[0] else 1]
module = Library([shipped_modules()]).module("memahami-ocsea")
talk = Presentation(module, "Bimtek", asset("themes/tokens.json").parents[1], start=6, screens=screens)
talk.open()
laptop, projector = QGuiApplication.screens()
assert talk.projector.isVisible() and talk.presenter.isVisible()
assert talk.projector.geometry() == projector.geometry(), talk.projector.geometry()
assert talk.presenter.screen() is laptop
assert not talk.projector.hint.isVisible()
assert talk.presenter.stage.aspect == 1024 / 768
talk.show.advance()
plugged[0] = False
app.screenRemoved.emit(projector)
assert not talk.projector.isVisible() and talk.presenter.isVisible()
assert talk.presenter.notice.message.text() == str(UNPLUGGED)
assert talk.show.index == 7
plugged[0] = True
app.screenAdded.emit(projector)
assert talk.projector.isVisible() and talk.projector.geometry() == projector.geometry()
assert not talk.presenter.notice.isVisible()
assert talk.show.index == 7
print("beres")
"""


def test_a_projector_may_be_unplugged_and_plugged_in_again(tmp_path):
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "proyektor", "x": 1366, "y": 0, "width": 1024, "height": 768},
    ]
    config = tmp_path / "layar.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    root = Path(__file__).resolve().parents[3]
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS], env=env, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "beres\n", done.stderr
    assert str(UNPLUGGED).endswith("laptop ini.")
