"""A film in a show: its keys, what covers do to it, and what is said when."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from bimtek.domain.blocks import Video
from bimtek.domain.captions import Captions, Cue
from bimtek.domain.module import Slide
from bimtek.ui.presentation.film import Film
from bimtek.ui.presentation.show import Show, Stage
from tests.films import FakePlayers

Key = Qt.Key
PATH = Path("media/cerita.mp4")
CAPTIONS = Captions((Cue(1000, 3000, "Halo"), Cue(5000, 7000, "Sampai nanti")))


@pytest.fixture
def players():
    return FakePlayers()


@pytest.fixture
def film(qapp, players):
    film = Film(players)
    assert film.play(PATH, CAPTIONS)
    return film


@pytest.fixture
def show(qapp, players):
    slides = [Slide(id=name, blocks=(Video("media/cerita.mp4", "Cerita", ()),)) for name in "ab"]
    show = Show([*slides, Slide(id="c")], 0, lambda: 0.0, players=players)
    show.video_wanted.connect(lambda: show.film.play(PATH, CAPTIONS))
    return show


def heard(signal):
    times = []
    signal.connect(lambda *_told: times.append(1))
    return times


def test_a_film_begins_only_when_it_is_asked_for(show, players):
    assert not show.film.on
    assert players.made == []
    show.key(Key.Key_V)
    assert players.last.path == PATH
    assert players.last.done == ["100 %", "main"]
    assert show.film.playing


def test_the_keys_of_a_film_mean_something_only_while_it_is_on(show, players):
    for key in (Key.Key_M, Key.Key_S, Key.Key_C, Key.Key_BracketLeft):
        assert not show.key(key)
    show.key(Key.Key_V)
    players.last.moved.emit(25_000)
    players.last.done.clear()
    for key in (
        Key.Key_V,
        Key.Key_V,
        Key.Key_M,
        Key.Key_M,
        Key.Key_M,
        Key.Key_BracketLeft,
        Key.Key_BracketRight,
    ):
        assert show.key(key)
    assert players.last.done == ["jeda", "main", 15_000, 5_000, 0, "90 %", "100 %"]
    assert show.key(Key.Key_S)
    assert players.last.done[-1] == "tutup"
    assert (show.film.on, show.index) == (False, 0)


@pytest.mark.parametrize(
    ("key", "stage"), [(Key.Key_B, Stage.BLACK), (Key.Key_W, Stage.WHITE), (Key.Key_N, Stage.NEUTRAL)]
)
def test_a_cover_pauses_and_no_sound_comes_back_by_itself(show, players, key, stage):
    show.key(Key.Key_V)
    assert show.key(key)
    assert (show.stage, players.last.done[-1]) == (stage, "jeda")
    for film_key in (Key.Key_V, Key.Key_M, Key.Key_S, Key.Key_C):
        show.key(film_key)
    assert players.last.done[-1] == "jeda"
    show.key(key)
    assert (show.stage, show.film.playing, show.film.on) == (Stage.SLIDE, False, True)
    show.key(Key.Key_V)
    assert players.last.done[-1] == "main"


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Right, Key.Key_PageDown, Key.Key_End, Key.Key_Escape])
def test_whatever_leaves_the_slide_ends_its_film(show, players, key):
    ended = heard(show.ended)
    show.key(Key.Key_V)
    show.key(key)
    assert players.last.done[-1] == "tutup"
    assert not show.film.on
    assert bool(ended) is (key == Key.Key_Escape)


def test_a_key_that_stays_on_the_slide_leaves_the_film_alone(show, players):
    show.key(Key.Key_V)
    show.key(Key.Key_Home)
    assert show.film.playing


def test_at_its_end_the_slide_comes_back(show, players):
    show.key(Key.Key_V)
    players.last.show_picture()
    assert show.film.picture() is not None
    players.last.finished.emit()
    assert (show.film.on, show.film.picture(), show.index) == (False, None, 0)


def test_captions_are_there_from_their_start_to_their_end(film, players):
    told = []
    for moment in (0, 999, 1000, 2900, 3000, 5000, 6999, 7000):
        players.last.moved.emit(moment)
        told.append(film.cue.text if film.cue else "")
    assert told == ["", "", "Halo", "Halo", "", "Sampai nanti", "Sampai nanti", ""]


def test_going_back_brings_the_caption_of_then_even_while_paused(film, players):
    players.last.moved.emit(12_000)
    film.toggle()
    drawn = heard(film.drawn)
    film.back()
    assert (film.position, film.cue) == (2000, CAPTIONS.cues[0])
    assert drawn


def test_captions_and_loudness_stay_set_for_the_next_film(film, players):
    film.toggle_captions()
    film.louder(-3)
    film.play(Path("lain.mp4"), Captions())
    assert (film.captions_on, film.volume) == (False, 70)
    assert players.last.done == ["70 %", "main"]
    film.louder(-99)
    assert film.volume == 0
    film.louder(99)
    assert film.volume == 100


def test_one_that_fails_is_over_and_told_once(film, players):
    failed = heard(film.failed)
    broken = players.last
    broken.failed.emit()
    broken.failed.emit()
    broken.moved.emit(4000)
    assert (len(failed), film.on, film.position) == (1, False, 0)


def test_one_that_never_shows_a_picture_is_given_up_and_one_that_does_is_not(film, players):
    failed = heard(film.failed)
    assert film._opening.isActive()
    players.last.show_picture()
    assert not film._opening.isActive()
    film.play(PATH, CAPTIONS)
    film._opening.timeout.emit()
    assert (len(failed), film.on) == (1, False)


def test_where_there_is_no_player_nothing_is_on(qapp):
    film = Film(FakePlayers(missing=True))
    assert not film.play(PATH, CAPTIONS)
    assert not film.on
    assert not film.key(Key.Key_S)
