"""A film on the stage, its captions large enough for the last row."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from bimtek.domain.captions import Captions, Cue
from bimtek.host.paths import asset
from bimtek.slides.style import SlideStyle
from bimtek.ui.presentation.film import Film
from bimtek.ui.presentation.film_painting import LETTERS, caption_lines, paint_film
from tests.films import FakePlayers
from tests.ui.contrast import ratio

PLACE = QRectF(0, 0, 1280, 720)
LONG = "Kalau ada yang mengancam, jangan hapus pesannya, simpan buktinya, dan ceritakan kepada orang dewasa."


@pytest.fixture
def style(qapp):
    return SlideStyle.load(asset(""))


@pytest.fixture
def film(qapp):
    players = FakePlayers()
    film = Film(players)
    film.play("cerita.mp4", Captions((Cue(1000, 2000, "Halo, Rani"), Cue(3000, 9000, f"{LONG} {LONG}"))))
    film.player = players.last
    return film


def painted(film, style, place=PLACE):
    image = QImage(place.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    assert paint_film(painter, place, style, film)
    painter.end()
    return image


def plate(image):
    """The rows, from the top, in which something dark stands in the middle column."""
    column = [image.pixelColor(image.width() // 2, y) for y in range(image.height())]
    return [y for y, c in enumerate(column) if c.lightness() < 60]


def test_before_the_first_picture_the_slide_stays(film, style, qapp):
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert not paint_film(painter, QRectF(0, 0, 10, 10), style, film)
    painter.end()


def test_a_film_fills_the_stage_as_far_as_its_shape_allows(film, style):
    film.player.show_picture("#ff0000", (640, 480))
    image = painted(film, style)
    assert image.pixelColor(10, 360).name() == "#000000"
    assert [image.pixelColor(x, 5).name() for x in (170, 640, 1110)] == ["#ff0000"] * 3


def test_a_caption_lies_over_the_lower_edge_only_in_its_time_and_only_when_wanted(film, style):
    film.player.show_picture("#ff0000")
    assert plate(painted(film, style)) == []
    film.player.moved.emit(1500)
    rows = plate(painted(film, style))
    assert rows
    assert min(rows) > 0.85 * 720
    film.toggle_captions()
    assert plate(painted(film, style)) == []
    film.toggle_captions()
    film.player.moved.emit(2500)
    assert plate(painted(film, style)) == []


def test_letters_are_white_on_dark_over_a_white_picture_and_never_under_4_percent(film, style):
    film.player.show_picture("#ffffff")
    film.player.moved.emit(1500)
    image = painted(film, style)
    colours = {image.pixelColor(x, y).name() for x in range(560, 720) for y in range(650, 695)}
    darkest = min(colours, key=lambda name: QColor(name).lightness())
    assert "#ffffff" in colours
    assert ratio((255, 255, 255), QColor(darkest).getRgb()[:3]) >= 7
    assert LETTERS >= 0.04


def test_a_long_caption_is_shown_in_turn_two_lines_at_a_time_and_no_word_is_lost(style):
    cue = Cue(3000, 9000, f"{LONG}\n{LONG}")
    metrics = QFontMetricsF(style.font(720 * LETTERS))
    shown = []
    for moment in range(3000, 9000, 50):
        lines = caption_lines(cue, moment, metrics, 600)
        assert 1 <= len(lines) <= 2
        assert all(metrics.horizontalAdvance(line) <= 600 for line in lines)
        if not shown or shown[-1] != lines:
            shown.append(lines)
    assert len(shown) >= 2
    assert " ".join(line for lines in shown for line in lines) == f"{LONG} {LONG}"


def test_an_address_longer_than_a_line_goes_on_in_the_next(style):
    metrics, address = QFontMetricsF(style.font(36)), "https://contoh.id/" + "lapor-" * 8
    lines = caption_lines(Cue(0, 1000, f"Lihat {address}"), 0, metrics, 600)
    assert lines[0] == "Lihat"
    assert address.startswith(lines[1])
    assert 400 < metrics.horizontalAdvance(lines[1]) <= 600


def test_the_plate_of_a_long_caption_stays_inside_the_stage(film, style):
    film.player.show_picture("#ff0000")
    for moment in (3000, 6000, 8999):
        film.player.moved.emit(moment)
        rows = plate(painted(film, style))
        assert 0.78 * 720 < min(rows) < max(rows) < 0.98 * 720
