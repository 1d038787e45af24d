"""Answers by mouse, number, letter and arrow; plain text; big enough for a finger."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from bimtek.domain.questions.view import Option, Order, PickMany, PickOne, QuestionView, Scale, Text
from bimtek.ui import theme
from bimtek.ui.questions.inputs import QuestionInputs
from bimtek.ui.questions.shapes import answer, outline
from bimtek.ui.questions.tiles import LEAST_HEIGHT

Key = Qt.Key
OPTIONS = tuple(Option(f"o{at}", words) for at, words in enumerate(("Benar", "<b>Salah</b> & lain", "Ragu")))
LABELS = ("Sangat tidak setuju", "Tidak setuju", "Netral", "Setuju", "Sangat setuju")
KINDS = {
    "satu": (PickOne("", OPTIONS), "o1"),
    "banyak": (PickMany("", OPTIONS), ("o0", "o2")),
    "urutan": (Order("", OPTIONS), ("o2", "o0", "o1")),
    "skala": (Scale("", LABELS), 4),
    "teks": (Text("Pesan Anda"), "Terima kasih"),
}


@pytest.fixture
def ask(qtbot):
    def make(*inputs, **more):
        widget = QuestionInputs(QuestionView("q", "Soal", "", inputs), **more)
        widget.heard = []
        widget.changed.connect(widget.heard.append)
        qtbot.addWidget(widget)
        widget.resize(600, 500)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return make


@pytest.mark.parametrize("kind", KINDS)
def test_a_stored_value_is_shown_again_and_nobody_is_told(ask, kind):
    view, value = KINDS[kind]
    widget = ask(view)
    widget.set_values([value])
    assert widget.values() == (value,)
    assert view.accepts(widget.values()[0])
    widget.set_values([])
    assert widget.values() == (None,)
    assert widget.heard == []


@pytest.mark.parametrize("key", [Key.Key_2, Key.Key_B])
def test_number_and_letter_press_the_same_tile(ask, qtbot, key):
    widget = ask(PickOne("", OPTIONS))
    widget.focus_first()
    qtbot.keyClick(widget.focusWidget(), key)
    assert widget.heard == [("o1",)]


def test_another_answer_takes_the_place_of_the_first(ask, qtbot):
    widget = ask(PickOne("", OPTIONS))
    for tile in widget.inputs[0].tiles:
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert widget.heard == [("o0",), ("o1",), ("o2",)]


def test_pressing_the_same_answer_twice_keeps_it(ask, qtbot):
    widget = ask(PickOne("", OPTIONS))
    widget.press(Key.Key_1)
    widget.press(Key.Key_1)
    assert widget.values() == ("o0",)


def test_arrows_move_and_space_presses(ask, qtbot):
    widget = ask(PickMany("", OPTIONS))
    widget.focus_first()
    for key in (Key.Key_Space, Key.Key_Down, Key.Key_Right, Key.Key_Space, Key.Key_Down):
        qtbot.keyClick(widget.focusWidget(), key)
    assert widget.heard == [(("o0",),), (("o0", "o2"),)]
    qtbot.keyClick(widget.focusWidget(), Key.Key_Space)
    assert widget.values() == (("o0",),)


def test_an_order_counts_once_it_is_whole(ask):
    widget = ask(Order("", OPTIONS))
    for key in (Key.Key_3, Key.Key_1):
        widget.press(key)
    assert widget.heard == []
    assert [tile.number for tile in widget.inputs[0].tiles] == [2, 0, 1]
    widget.press(Key.Key_2)
    assert widget.heard == [(("o2", "o0", "o1"),)]
    widget.inputs[0].again_button.click()
    assert widget.heard[-1] == (None,)


def test_taking_one_out_of_an_order_moves_the_later_ones_up(ask):
    widget = ask(Order("", OPTIONS))
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_1):
        widget.press(key)
    assert [tile.number for tile in widget.inputs[0].tiles] == [0, 1, 2]


def test_a_scale_gives_its_step(ask):
    widget = ask(Scale("", LABELS))
    widget.press(Key.Key_5)
    assert widget.heard == [(5,)]
    assert not widget.press(Key.Key_6)


def test_typed_words_are_kept_within_the_limit(ask, qtbot):
    widget = ask(Text("Pesan Anda"))
    widget.inputs[0].edit.setPlainText("x" * 3000)
    assert len(widget.values()[0]) == 2000
    assert not widget.press(Key.Key_1)


def test_several_inputs_give_one_value_each(ask, qtbot):
    widget = ask(PickOne("MKSA", OPTIONS), PickOne("Grooming", OPTIONS))
    widget.inputs[1].tiles[0].setFocus()
    assert widget.press(Key.Key_3)
    assert widget.heard == [(None, "o2")]
    widget.inputs[0].tiles[0].setFocus()
    widget.press(Key.Key_A)
    assert widget.values() == ("o0", "o2")


def test_letters_with_control_are_left_to_the_window(ask, qtbot):
    widget = ask(PickOne("", OPTIONS))
    widget.focus_first()
    qtbot.keyClick(widget.focusWidget(), Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert widget.heard == []


@pytest.mark.parametrize("scale", [100, 175])
@pytest.mark.parametrize("size", [18, 24])
def test_tiles_are_high_enough_and_their_words_fit(ask, dressed, scale, size):
    theme.apply_theme(dressed, "terang", scale)
    words = "Orang yang sudah dikenal anak, misalnya tetangga, guru, pelatih, atau teman sebaya. " * 2
    widget = ask(PickOne("", (*OPTIONS, Option("lama", words))), text_size=size)
    widget.resize(480, widget.heightForWidth(480))
    tiles = widget.inputs[0].tiles
    assert all(tile.height() >= theme.current().px(LEAST_HEIGHT) for tile in tiles)
    assert all(tile.height() >= tile.heightForWidth(tile.width()) for tile in tiles)
    assert tiles[-1].height() > tiles[0].height()


def test_choosing_never_moves_the_tiles(ask):
    widget = ask(PickOne("", OPTIONS))
    before = [tile.geometry() for tile in widget.inputs[0].tiles]
    widget.press(Key.Key_2)
    widget.layout().activate()
    assert [tile.geometry() for tile in widget.inputs[0].tiles] == before


def test_tiles_speak_letter_and_words(ask):
    tiles = ask(PickOne("", OPTIONS)).inputs[0].tiles
    assert [tile.accessibleName() for tile in tiles] == ["A. Benar", "B. <b>Salah</b> & lain", "C. Ragu"]


def test_b9_28_six_places_have_six_letters_and_six_shapes():
    assert "".join(answer(place)["letter"] for place in range(6)) == "ABCDEF"
    assert len({answer(place)["shape"] for place in range(6)}) == 6


# Linear RGB as somebody without the middle cones sees it: Machado, Oliveira, Fernandes (2009), severity 1.0.
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.01182, 0.04294, 0.968881),
)
GREY = ((0.2126, 0.7152, 0.0722),) * 3


@pytest.mark.parametrize("eyes", [GREY, DEUTERANOPIA], ids=["grey", "deuteranopia"])
def test_b9_28_no_two_marks_look_alike_without_their_letters(eyes):
    """The shape alone tells the answers apart, whatever becomes of their colours."""
    marks = [seen(shape_of(place), eyes) for place in range(6)]
    for one, other in combinations(marks, 2):
        differing = sum(abs(a - b) > 60 for a, b in zip(one, other, strict=True))
        assert differing > len(one) * 0.03


def shape_of(place):
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(QColor(answer(place)["fill"]))
    painter = QPainter(image)
    painter.fillPath(outline(answer(place)["shape"], QRectF(8, 8, 32, 32)), QColor(answer(place)["text"]))
    painter.end()
    return image


def seen(image, eyes):
    """Brightness against the ground of each point, as these eyes see it: 0 to 255."""
    points = [image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width())]
    bright = [
        sum(sum(k * c for k, c in zip(row, p.getRgb()[:3], strict=True)) for row in eyes) / 3 for p in points
    ]
    return [value - bright[0] for value in bright]


@pytest.mark.parametrize("name", theme.names())
def test_b9_28_a_chosen_tile_differs_without_colour(ask, dressed, name):
    theme.apply_theme(dressed, name)
    widget = ask(PickOne("", OPTIONS[:1]))
    tile = widget.inputs[0].tiles[0]
    before = tile.grab().toImage()
    widget.press(Key.Key_1)
    after = tile.grab().toImage()
    assert len(colours_at_the_right(after)) > 1 == len(colours_at_the_right(before))


def colours_at_the_right(image):
    wide, high = image.width(), image.height()
    return {image.pixelColor(x, y).rgb() for x in range(wide - 40, wide - 12) for y in range(14, high - 14)}
