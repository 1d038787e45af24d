"""The windows of a presentation, with one screen and with two."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from bimtek.content.library import Library
from bimtek.domain.blocks import Video
from bimtek.domain.module import Module, Slide
from bimtek.host.paths import asset, shipped_modules
from bimtek.slides.render import SlideRenderer
from bimtek.ui import theme
from bimtek.ui.presentation.deck import module_deck
from bimtek.ui.presentation.presentation import (
    BROKEN_VIDEO,
    NO_PLAYER,
    NO_VIDEO,
    ONE_SCREEN,
    UNPLUGGED,
    Presentation,
)
from bimtek.ui.presentation.show import Stage
from tests.films import FakePlayers

ALONE = "Esc: selesai · Tab: catatan penyaji · N: layar tenang · P: tunjuk"
TITLE = "Bimtek <b>OCSEA</b> & Kawan"
Key = Qt.Key


@pytest.fixture(scope="module")
def module():
    return Library([shipped_modules()]).module("memahami-ocsea")


@pytest.fixture
def talk(qtbot, module):
    positions = []
    talk = Presentation(
        module_deck(module, asset("")),
        TITLE,
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


def test_b9_21_keys_work_in_both_windows_and_positions_are_kept(talk, qtbot):
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
@pytest.mark.parametrize("dialog_open", [False, True])
def test_a_cover_is_one_repaint_and_draws_no_slide(talk, qtbot, monkeypatch, key, stage, dialog_open):
    pressed = talk.projector
    if dialog_open:
        pressed = QDialog(talk.presenter)
        qtbot.addWidget(pressed)
        pressed.open()
    settle()
    painted = PaintCounter(talk.projector.stage)
    monkeypatch.setattr(SlideRenderer, "image", lambda *_slide: pytest.fail("a slide was drawn"))
    qtbot.keyClick(pressed, key)
    qtbot.waitUntil(lambda: painted.count > 0)
    QApplication.processEvents()
    assert painted.count == 1
    shown = talk.projector.grab().toImage()
    assert talk.show.stage is stage
    corner = shown.pixelColor(shown.width() // 2, shown.height() // 2 - shown.height() // 5).name()
    assert corner == {Stage.BLACK: "#000000", Stage.WHITE: "#ffffff", Stage.NEUTRAL: "#fffdf5"}[stage]


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
    talk = Presentation(module_deck(module, asset("")), TITLE, clock=lambda: now[0])
    for window in (talk.presenter, talk.projector):
        qtbot.addWidget(window)
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


def test_b9_19_the_projector_holds_the_stage_and_no_other_words(talk):
    words = [child.text() for child in talk.projector.findChildren(QLabel)]
    assert words == [ALONE]
    assert talk.projector.findChildren(QAbstractButton) == []
    assert not any(
        child.windowType() == Qt.WindowType.Dialog for child in talk.projector.findChildren(QWidget)
    )


def test_the_presenter_fits_a_small_laptop_at_large_text(talk, dressed, module):
    theme.apply_theme(dressed, "terang", 150)
    talk.show_notes()
    talk.show.go(asking(module))
    talk.show.toggle_countdown()
    assert talk.presenter.minimumSizeHint().width() <= 1366
    assert talk.presenter.minimumSizeHint().height() <= 768


def test_everything_on_the_presenter_has_a_name(talk):
    talk.show_notes()
    nameless = [
        w for w in talk.presenter.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus and not w.accessibleName()
    ]  # fmt: skip
    assert nameless == []


def settle():
    """Let everything be painted, and the slide after this one drawn ahead."""
    for _turn in range(10):
        QApplication.processEvents()


class PaintCounter(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def colour_at(widget, place):
    return widget.grab().toImage().pixelColor(place)


def in_stage(stage, across, down):
    place = stage.stage_place()
    return QPoint(round(place.left() + across * place.width()), round(place.top() + down * place.height()))


def test_the_spot_follows_the_mouse_on_both_windows_and_steals_no_key(talk, qtbot):
    talk.show_notes()
    stage, projected = talk.presenter.stage, talk.projector.stage
    settle()
    qtbot.keyClick(talk.presenter, Key.Key_P)
    assert talk.presenter.point_button.isChecked()
    qtbot.mouseMove(stage, in_stage(stage, 0.9, 0.1))
    qtbot.waitUntil(lambda: talk.show.spot is not None and talk.show.spot[0] > 0.8)
    for view in (stage, projected):
        spot = colour_at(view, in_stage(view, 0.9, 0.1))
        assert spot.red() - spot.green() > 100
    assert stage.hasFocus() or talk.presenter.focusWidget() is stage
    qtbot.keyClick(stage, Key.Key_Right)
    assert (talk.show.index, talk.show.spot) == (5, None)
    assert not talk.presenter.point_button.isChecked()
    bare = colour_at(projected, in_stage(projected, 0.9, 0.1))
    assert bare.red() - bare.green() < 50


def test_with_one_screen_the_spot_follows_the_mouse_over_the_slide_itself(talk, qtbot):
    stage = talk.projector.stage
    qtbot.keyClick(talk.projector, Key.Key_P)
    qtbot.mouseMove(stage, in_stage(stage, 0.3, 0.4))
    qtbot.waitUntil(lambda: talk.show.spot is not None and talk.show.spot[0] < 0.35)
    spot = colour_at(stage, in_stage(stage, 0.3, 0.4))
    assert spot.red() - spot.green() > 100


def test_moving_the_spot_draws_no_slide(talk, qtbot, monkeypatch):
    talk.show_notes()
    talk.show.point()
    settle()
    monkeypatch.setattr(SlideRenderer, "image", lambda *_slide: pytest.fail("a slide was drawn"))
    painted = PaintCounter(talk.presenter.stage)
    talk.show.move_spot((0.1, 0.1))
    qtbot.waitUntil(lambda: painted.count > 0)


def asking(module):
    return next(at for at, slide in enumerate(module.slides) if slide.asks and not slide.sensitive)


def test_a_discussion_is_counted_down_in_the_corner_and_said_to_screen_readers(
    talk, qtbot, module, monkeypatch
):
    told = []
    monkeypatch.setattr(
        "bimtek.ui.presentation.presenter.announce", lambda widget, text: told.append(str(text))
    )
    talk.show_notes()
    talk.presenter.resize(1366, 768)
    talk.show.go(3)
    assert talk.presenter.count_button.isHidden()
    talk.show.go(asking(module))
    projected = talk.projector.stage
    corner = in_stage(projected, 0.985, 0.93)
    assert colour_at(projected, corner).name() == "#ffffff"
    talk.presenter.count_button.click()
    assert talk.show.countdown.left_s == 60 * module.slides[talk.show.index].minutes
    assert colour_at(projected, corner).name() == "#083f4a"
    assert talk.presenter.count_button.text() == "Hentikan (T)"
    talk.presenter.minute_button.click()
    assert talk.show.countdown.left_s == 60 * module.slides[talk.show.index].minutes + 60
    talk.show.countdown.told.emit(60)
    talk.show.countdown.told.emit(0)
    assert told == ["Sisa 60 detik", "Waktu habis"]
    qtbot.keyClick(talk.presenter.stage, Key.Key_T)
    assert colour_at(projected, corner).name() == "#ffffff"
    assert talk.presenter.minute_button.isHidden()


def test_a_calm_screen_shows_no_countdown(talk, module):
    talk.show_notes()
    talk.show.go(asking(module))
    talk.show.toggle_countdown()
    talk.show.cover(Stage.NEUTRAL)
    projected = talk.projector.stage
    assert colour_at(projected, in_stage(projected, 0.985, 0.93)).name() == "#fffdf5"


def test_every_section_stands_beside_its_plan(qtbot, module):
    now = [0.0]
    talk = Presentation(module_deck(module, asset("")), TITLE, clock=lambda: now[0])
    for window in (talk.presenter, talk.projector):
        qtbot.addWidget(window)
    bar = talk.presenter.section_bar
    now[0] = 60.0 * 6
    talk.show.go(2)
    now[0] += 61
    assert str(bar.caption(0)) == "▲ 6.00 / 5"
    assert str(bar.caption(1)) == "1.01 / 8"
    assert bar.accessibleDescription() == "Bagian 2 dari 8: Apa itu OCSEA, rencana 8 menit"


@pytest.fixture
def film(tmp_path, module):
    """A show of two slides, the second with a film beside its captions."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media/cerita.mp4").write_bytes(b"film")
    (tmp_path / "media/cerita.vtt").write_text("WEBVTT", encoding="utf-8")
    slides = (Slide(id="a"), Slide(id="b", blocks=(Video("media/cerita.mp4", "Cerita Rani", ()),)))
    made = Module(id="m", version="1.0.0", title="Modul", slides=slides, folder=str(tmp_path))
    players = FakePlayers(missing=True)
    talk = Presentation(module_deck(made, asset("")), TITLE, players=players)
    talk.open()
    talk.folder, talk.players = tmp_path, players
    yield talk
    if talk.running:
        talk.show.end()


def test_a_film_opens_in_the_system_player_and_its_captions_are_named(film, monkeypatch, qtbot):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    film.show_notes()
    assert film.presenter.film_bar.play_button.isHidden()
    film.show.advance()
    assert film.presenter.film_bar.note.text() == "Teks Indonesia: cerita.vtt"
    film.presenter.film_bar.play_button.click()
    qtbot.keyClick(film.presenter, Key.Key_V)
    assert opened == [QUrl.fromLocalFile(str(film.folder / "media/cerita.mp4"))] * 2


def begin(film):
    """Play the film of the second slide, and see its first picture."""
    film.players.missing = False
    film.show.advance()
    film.play_video()
    film.players.last.show_picture()
    return film.players.last


def test_a_film_is_shown_on_both_windows_without_any_window_of_its_own(film, qtbot):
    film.show_notes()
    begin(film)
    settle()
    assert film.players.last.path == film.folder / "media/cerita.mp4"
    for view in (film.presenter.stage, film.projector.stage):
        assert colour_at(view, in_stage(view, 0.5, 0.5)).name() == "#3366cc"
    assert {type(child).__name__ for child in film.projector.findChildren(QWidget)} == {"StageView", "QLabel"}
    assert QApplication.activeModalWidget() is None


def test_with_one_screen_the_keys_of_a_film_are_named_for_a_moment(film):
    begin(film)
    assert film.projector.hint.isVisible()
    assert film.projector.hint.text() == "V: jeda · M: mundur 10 detik · C: teks · S: hentikan video"
    assert film.projector.hint.geometry().bottom() < film.projector.height() / 2  # captions have the other
    film.show.film.stop()
    assert film.projector.hint.geometry().top() > film.projector.height() / 2


@pytest.mark.parametrize(
    ("key", "name"), [(Key.Key_B, "#000000"), (Key.Key_W, "#ffffff"), (Key.Key_N, "#fffdf5")]
)
def test_a_cover_hides_a_film_with_one_repaint_and_pictures_that_come_late_stay_under_it(
    film, qtbot, key, name
):
    player = begin(film)
    settle()
    painted = PaintCounter(film.projector.stage)
    qtbot.keyClick(film.projector, key)
    qtbot.waitUntil(lambda: painted.count > 0)
    assert player.done[-1] == "jeda"
    player.show_picture("#00ff00")
    settle()
    assert painted.count == 1
    assert colour_at(film.projector.stage, in_stage(film.projector.stage, 0.5, 0.3)).name() == name


def test_the_buttons_of_a_film_do_what_its_keys_do(film, qtbot):
    (film.folder / "media/cerita.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nHai\n", "utf-8")
    film.show_notes()
    bar = film.presenter.film_bar
    player = begin(film)
    assert bar.play_button.text() == "Jeda (V)"
    player.moved.emit(21_000)
    assert bar.time.text() == "0.21 dari 1.00"
    player.done.clear()
    for button in (bar.play_button, bar.back_button, bar.quieter_button, bar.louder_button):
        button.click()
    assert player.done == ["jeda", 11_000, "90 %", "100 %"]
    assert (bar.play_button.text(), bar.volume.text()) == ("Lanjutkan video (V)", "Suara 100 %")
    assert not bar.louder_button.isEnabled()
    assert bar.captions_button.isChecked()
    bar.captions_button.click()
    assert not film.show.film.captions_on
    qtbot.keyClick(film.presenter, Key.Key_C)
    assert bar.captions_button.isChecked()
    bar.stop_button.click()
    assert bar.play_button.text() == "Putar video (V)"
    assert bar.stop_button.isHidden()
    assert not film.show.film.on


def test_a_film_without_captions_has_nothing_to_show_or_hide(film):
    film.show_notes()
    begin(film)
    assert not film.presenter.film_bar.captions_button.isEnabled()


def test_space_leaves_a_film_although_its_button_was_clicked(film, qtbot):
    film.show_notes()
    begin(film)
    qtbot.mouseClick(film.presenter.film_bar.play_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(film.presenter.focusWidget(), Key.Key_PageUp)
    assert (film.show.index, film.show.film.on) == (0, False)


def test_the_presenter_of_a_film_fits_a_small_laptop_at_large_text(film, dressed):
    theme.apply_theme(dressed, "terang", 150)
    film.show_notes()
    begin(film)
    film.presenter.showNormal()
    film.presenter.resize(1366, 768)
    settle()
    assert (film.presenter.width(), film.presenter.height()) == (1366, 768)
    bar = film.presenter.film_bar
    assert bar.rect().contains(bar.childrenRect())


def test_one_that_fails_goes_to_the_system_but_never_over_a_cover(film, monkeypatch, qtbot):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    film.show_notes()
    player = begin(film)
    qtbot.keyClick(film.presenter, Key.Key_B)
    player.failed.emit()
    assert opened == []
    qtbot.keyClick(film.presenter, Key.Key_B)
    film.play_video()
    film.players.last.failed.emit()
    assert opened == [QUrl.fromLocalFile(str(film.folder / "media/cerita.mp4"))]
    assert film.presenter.film_bar.note.text() == str(BROKEN_VIDEO)


def test_the_end_of_the_show_lets_go_of_the_film(film, qtbot):
    player = begin(film)
    qtbot.keyClick(film.projector, Key.Key_Escape)
    assert player.done[-1] == "tutup"
    assert not film.running


def test_b9_18_a_film_that_is_gone_or_has_no_player_is_told_without_a_dialog(film, monkeypatch, qtbot):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    film.show.advance()
    qtbot.keyClick(film.projector, Key.Key_V)
    assert film.projector.hint.text() == str(NO_PLAYER)
    film.show_notes()
    (film.folder / "media/cerita.mp4").unlink()
    qtbot.keyClick(film.presenter, Key.Key_V)
    assert film.presenter.film_bar.note.text() == str(NO_VIDEO)
    assert QApplication.activeModalWidget() is None


def test_b9_19_in_every_state_the_projector_says_only_what_slides_and_title_say(talk, module, qtbot):
    talk.show.go(asking(module))
    talk.show.toggle_countdown()
    talk.show.point()
    for stage in (None, Stage.NEUTRAL, Stage.BLACK, Stage.WHITE):
        if stage is not None:
            talk.show.cover(stage)
        words = [child.text() for child in talk.projector.findChildren(QLabel)]
        assert words == [ALONE]
        assert {type(child).__name__ for child in talk.projector.findChildren(QWidget)} == {
            "StageView",
            "QLabel",
        }


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from bimtek.content.library import Library
from bimtek.host.paths import asset, shipped_modules
from bimtek.ui import theme
from bimtek.ui.presentation.deck import module_deck
from bimtek.ui.presentation.presentation import Presentation, UNPLUGGED

app = QApplication([])
theme.apply_theme(app)
plugged = [True]
screens = lambda: QGuiApplication.screens()[: 2 if plugged[0] else 1]
module = Library([shipped_modules()]).module("memahami-ocsea")
talk = Presentation(module_deck(module, asset("")), "Bimtek", start=6, screens=screens)
talk.open()
laptop, projector = QGuiApplication.screens()
assert talk.projector.isVisible() and talk.presenter.isVisible()
assert talk.projector.geometry() == projector.geometry(), talk.projector.geometry()
assert talk.presenter.screen() is laptop
assert not talk.projector.hint.isVisible()
assert talk.presenter.stage.aspect == 1024 / 768
talk.show.point()
QTest.mouseMove(talk.presenter.stage, talk.presenter.stage.stage_place().center().toPoint())
app.processEvents()
assert talk.show.spot is not None
talk.show.advance()
strayed = QDialog(talk.presenter)
strayed.setGeometry(projector.geometry().adjusted(200, 200, -200, -200))
strayed.open()
app.processEvents()
assert laptop.geometry().contains(strayed.geometry()), strayed.geometry()
strayed.close()
plugged[0] = False
app.screenRemoved.emit(projector)
assert not talk.projector.isVisible() and talk.presenter.isVisible()
assert talk.presenter.screen() is laptop and talk.presenter.stage.isVisible()
assert talk.presenter.notice.message.text() == str(UNPLUGGED)
assert talk.show.index == 7
plugged[0] = True
app.screenAdded.emit(projector)
assert talk.projector.isVisible() and talk.projector.geometry() == projector.geometry()
assert not talk.presenter.notice.isVisible()
assert talk.show.index == 7
print("beres")
"""


def test_b9_20_a_projector_may_be_unplugged_and_plugged_in_again(tmp_path):
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
