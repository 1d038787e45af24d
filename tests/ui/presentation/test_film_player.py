"""The only door to QtMultimedia: loaded for the first film, and shut without a noise where it is missing."""

import subprocess
import sys
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from bimtek.domain.blocks import Video
from bimtek.domain.module import Module, Slide
from bimtek.host.paths import asset
from bimtek.ui.presentation import film_player
from bimtek.ui.presentation.deck import module_deck
from bimtek.ui.presentation.presentation import BROKEN_VIDEO, OUTSIDE, Presentation
from bimtek.ui.presentation.show import Stage
from tests.films import write_film
from tests.tree import PACKAGE, ROOT, name_of, names, sources

Key = Qt.Key
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:20.000\nHalo, Rani\n"


def test_one_file_names_what_plays_films():
    found = {name_of(path) for path in sources(PACKAGE) if "QtMultimedia" in dict(names(path))}
    assert found == {"bimtek/ui/presentation/film_player.py"}


ASKED = """
import importlib.abc, pkgutil, sys
class Ear(importlib.abc.MetaPathFinder):
    asked = []
    def find_spec(self, name, path, target=None):
        if "Multimedia" in name:
            self.asked.append(name)
sys.meta_path.insert(0, Ear())
import bimtek.ui
for found in pkgutil.walk_packages(bimtek.ui.__path__, "bimtek.ui."):
    __import__(found.name)
from PySide6.QtWidgets import QApplication
from bimtek.domain.blocks import Video
from bimtek.domain.module import Module, Slide
from bimtek.host.paths import asset
from bimtek.ui import theme
from bimtek.ui.presentation.deck import module_deck
from bimtek.ui.presentation.film_player import available
from bimtek.ui.presentation.presentation import Presentation
app = QApplication([])
theme.apply_theme(app)
slides = (Slide(id="a", blocks=(Video("media/a.mp4", "Cerita", ()),)), Slide(id="b"))
module = Module(id="m", version="1", title="M", slides=slides, folder=".")
talk = Presentation(module_deck(module, asset("")), "M")
talk.open()
talk.show.advance()
talk.show.retreat()
app.processEvents()
print(Ear.asked, "PySide6.QtMultimedia" in sys.modules)
available()
print(Ear.asked)
"""


def test_nobody_asks_for_it_before_a_film_is_played():
    done = subprocess.run(
        [sys.executable, "-c", ASKED], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.splitlines() == ["[] False", "['PySide6.QtMultimedia']"], done.stderr


@pytest.fixture
def missing(monkeypatch):
    """A laptop without the extra."""
    film_player.available.cache_clear()
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    monkeypatch.delattr("PySide6.QtMultimedia", raising=False)
    yield
    film_player.available.cache_clear()


@pytest.fixture
def opened(monkeypatch):
    """What the system was asked to open."""
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toLocalFile()) or True)
    return urls


@pytest.fixture
def talk(tmp_path, qapp):
    """A show of a film with its captions, and a slide after it, with the players of this machine."""
    (tmp_path / "media").mkdir()
    write_film(tmp_path / "media/cerita.mp4", ["red"] * 100 + ["blue"] * 100)
    (tmp_path / "media/cerita.vtt").write_text(CAPTIONS, encoding="utf-8")
    slides = (Slide(id="a", blocks=(Video("media/cerita.mp4", "Cerita Rani", ()),)), Slide(id="b"))
    module = Module(id="m", version="1.0.0", title="Modul", slides=slides, folder=str(tmp_path))
    talk = Presentation(module_deck(module, asset("")), "Bimtek")
    talk.open()
    talk.path = tmp_path / "media/cerita.mp4"
    yield talk
    if talk.running:
        talk.show.end()


def test_b9_18_without_it_the_systems_player_is_asked_and_that_is_said(missing, opened, talk, qtbot):
    assert not film_player.available()
    qtbot.keyClick(talk.projector, Key.Key_V)
    assert opened == [str(talk.path)]
    assert talk.projector.hint.text() == str(OUTSIDE)
    talk.show_notes()
    talk.presenter.film_bar.play_button.click()
    assert opened == [str(talk.path)] * 2
    assert talk.presenter.film_bar.note.text() == str(OUTSIDE)
    assert not talk.show.film.on


def test_one_that_does_not_start_is_as_good_as_missing(monkeypatch, opened, talk, caplog):
    def broken(path):
        raise RuntimeError("no backend")

    monkeypatch.setattr(film_player, "available", lambda: True)
    monkeypatch.setattr(film_player, "_QtPlayer", broken)
    talk.play_video()
    assert opened == [str(talk.path)]
    assert "does not start" in caplog.text


@pytest.fixture
def real():
    """This machine has the extra `media` and what it needs of the system."""
    if not film_player.available():
        pytest.skip("the extra `media` is not installed")


noisy = pytest.mark.qt_log_ignore(
    "Couldn't (load|resolve)", "multimedia|Pulse|RHI|FFmpeg|HW decoder|moov|cerita"
)


def colour(talk):
    """What stands over the middle of the projector, above the words of a calm page."""
    stage = talk.projector.stage
    return stage.grab().toImage().pixelColor(stage.width() // 2, round(stage.height() * 0.3)).name()


def press_until(talk, qtbot, key, wanted):
    """Press a key and return the milliseconds until the projector shows a colour in its middle."""
    began = perf_counter()
    qtbot.keyClick(talk.projector, key)
    QApplication.processEvents()
    assert colour(talk) == wanted
    return (perf_counter() - began) * 1000


def reddish(name):
    red, green, blue = (int(name[at : at + 2], 16) for at in (1, 3, 5))
    return red > 200 > 90 > max(green, blue)


@noisy
def test_a_real_film_plays_under_its_captions_and_is_black_at_once(real, talk, qtbot, opened):
    film = talk.show.film
    qtbot.keyClick(talk.projector, Key.Key_V)
    qtbot.waitUntil(lambda: film.picture() is not None, timeout=5000)
    assert reddish(colour(talk))
    assert film.cue.text == "Halo, Rani"
    assert film.duration == 20_000
    qtbot.waitUntil(lambda: film.position > 300, timeout=5000)
    for key, stage, wanted in (
        (Key.Key_B, Stage.BLACK, "#000000"),
        (Key.Key_W, Stage.WHITE, "#ffffff"),
        (Key.Key_N, Stage.NEUTRAL, "#fffdf5"),
    ):
        if not film.playing:
            talk.show.want_video()
        took = press_until(talk, qtbot, key, wanted)
        assert took < 100, (stage, took)
        assert (talk.show.stage, film.playing) == (stage, False)
        qtbot.keyClick(talk.projector, key)
        assert reddish(colour(talk))
    assert opened == []


@noisy
def test_a_real_film_goes_back_ends_and_lets_go(real, talk, qtbot):
    film, ended = talk.show.film, []
    film.drawn.connect(lambda: ended.append(film.on))
    talk.play_video()
    qtbot.waitUntil(lambda: film.picture() is not None, timeout=5000)
    film._player.seek(15_000)
    qtbot.waitUntil(lambda: film.position >= 15_000 and not reddish(colour(talk)), timeout=5000)
    qtbot.keyClick(talk.projector, Key.Key_M)
    qtbot.waitUntil(lambda: reddish(colour(talk)), timeout=5000)
    assert 5_000 <= film.position < 10_000
    film._player.seek(19_600)
    qtbot.waitUntil(lambda: not film.on, timeout=5000)
    assert ended[-1] is False
    talk.play_video()
    qtbot.waitUntil(lambda: film.picture() is not None, timeout=5000)
    began = perf_counter()
    qtbot.keyClick(talk.projector, Key.Key_Space)
    assert (perf_counter() - began) < 0.1
    assert (talk.show.index, film.on) == (1, False)


@noisy
def test_a_file_that_is_no_film_goes_to_the_system(real, talk, qtbot, opened):
    talk.path.write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(400))
    talk.show_notes()
    talk.play_video()
    qtbot.waitUntil(lambda: bool(opened), timeout=5000)
    assert opened == [str(talk.path)]
    assert talk.presenter.film_bar.note.text() == str(BROKEN_VIDEO)
    assert not talk.show.film.on
