"""PowerPoint's keys, one key for a calm screen, and notes before hard slides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from bimtek.domain.blocks import Callout, Paragraph, Span, Video
from bimtek.domain.module import Slide
from bimtek.ui.presentation.show import Show, Stage

Key = Qt.Key
FORWARD = [Key.Key_Right, Key.Key_PageDown, Key.Key_Space, Key.Key_Down, Key.Key_Return, Key.Key_Enter]
BACKWARD = [Key.Key_Left, Key.Key_PageUp, Key.Key_Up, Key.Key_Backspace]


class Clock:
    """Seconds told by the test."""

    now = 100.0

    def __call__(self):
        return self.now


def make(count=5, sensitive=(), start=0, minutes=2):
    slides = [
        Slide(id=f"s{n}", minutes=minutes, sensitive="Membahas ancaman." if n in sensitive else "")
        for n in range(count)
    ]
    clock = Clock()
    show = Show(slides, start, clock)
    show.test_clock = clock
    return show


@pytest.mark.parametrize("key", FORWARD)
def test_next_keys_go_on_and_stop_at_the_end(qapp, key):
    show = make(3)
    positions = [show.index]
    for _turn in range(3):
        assert show.key(key)
        positions.append(show.index)
    assert positions == [0, 1, 2, 2]


@pytest.mark.parametrize("key", BACKWARD)
def test_back_keys_go_back_and_stop_at_the_start(qapp, key):
    show = make(3, start=1)
    show.key(key)
    show.key(key)
    assert show.index == 0


def test_home_end_and_f5(qapp):
    show = make(5)
    show.key(Key.Key_End)
    assert show.index == 4
    show.key(Key.Key_Home)
    assert show.index == 0
    show.go(3)
    show.key(Key.Key_F5)
    assert show.index == 0


def test_a_number_and_enter_jump(qapp):
    show = make(28)
    for digit in "12":
        assert show.key(getattr(Key, f"Key_{digit}"), digit)
    assert (show.digits, show.index) == ("12", 0)
    show.key(Key.Key_Return)
    assert (show.digits, show.index) == ("", 11)


def test_a_number_beyond_the_end_shows_the_last_slide(qapp):
    show = make(5)
    show.key(Key.Key_9, "9")
    show.key(Key.Key_Enter)
    assert show.index == 4


@pytest.mark.parametrize(
    ("key", "stage"),
    [
        (Key.Key_B, Stage.BLACK),
        (Key.Key_Period, Stage.BLACK),
        (Key.Key_W, Stage.WHITE),
        (Key.Key_Comma, Stage.WHITE),
        (Key.Key_N, Stage.NEUTRAL),
    ],
)
def test_one_key_covers_the_screen_and_uncovers_it_at_the_same_slide(qapp, key, stage):
    show = make(5, start=2)
    show.key(key)
    assert show.stage is stage
    show.key(key)
    assert (show.stage, show.index) == (Stage.SLIDE, 2)
    show.key(key)
    show.key(Key.Key_Right)
    assert (show.stage, show.index) == (Stage.SLIDE, 2)


def test_escape_ends_and_says_where(qapp, qtbot):
    show = make(5, start=3)
    with qtbot.waitSignal(show.ended) as seen:
        show.key(Key.Key_Escape)
    assert seen.args == [3]


def test_unknown_keys_are_left_to_others(qapp):
    assert not make().key(Key.Key_F1)
    assert not make().key(Key.Key_A, "a")


def test_a_sensitive_slide_comes_after_its_note_and_only_once(qapp):
    show = make(4, sensitive={1})
    show.advance()
    assert (show.index, show.stage) == (1, Stage.NOTE)
    show.advance()
    assert (show.index, show.stage) == (1, Stage.SLIDE)
    show.advance()
    show.retreat()
    assert (show.index, show.stage) == (1, Stage.SLIDE)


def test_a_sensitive_slide_can_be_left_out(qapp):
    show = make(4, sensitive={1})
    show.advance()
    show.key(Key.Key_L)
    assert (show.index, show.stage) == (2, Stage.SLIDE)
    last = make(3, sensitive={2}, start=1)
    last.advance()
    last.skip()
    assert (last.index, last.stage) == (1, Stage.SLIDE)


def test_skip_does_nothing_without_a_note(qapp):
    show = make(4)
    show.key(Key.Key_L)
    assert show.index == 0


def test_resuming_at_a_sensitive_slide_shows_its_note(qapp):
    assert make(4, sensitive={2}, start=2).stage is Stage.NOTE


def test_every_new_position_is_told(qapp):
    show, positions = make(5, sensitive={2}), []
    show.moved.connect(positions.append)
    for _turn in range(4):
        show.advance()
    show.go(3)
    assert positions == [1, 2, 3]


def test_a_damaged_start_is_brought_inside(qapp):
    assert make(5, start=99).index == 4
    assert make(5, start=-3).index == 0


def test_plan_counts_from_the_slide_the_show_began_with(qapp):
    show = make(5, start=2, minutes=3)
    show.test_clock.now += 200
    assert (show.elapsed_s, show.planned_s) == (200.0, 180.0)
    show.advance()
    assert show.planned_s == 360.0
    show.go(0)
    assert show.planned_s == 180.0


KEYS = [
    *FORWARD,
    *BACKWARD,
    Key.Key_B,
    Key.Key_W,
    Key.Key_N,
    Key.Key_L,
    Key.Key_Home,
    Key.Key_End,
    Key.Key_7,
    Key.Key_P,
    Key.Key_T,
    Key.Key_Plus,
    Key.Key_V,
]


@given(st.lists(st.sampled_from(KEYS), max_size=40), st.sets(st.integers(0, 5)))
def test_no_order_of_keys_leaves_the_slides(keys, sensitive):
    show = make(6, sensitive=sensitive)
    for key in keys:
        show.key(key, "7" if key is Key.Key_7 else "")
        assert 0 <= show.index < 6
        if show.stage is Stage.SLIDE and show.slide.sensitive:
            assert show.index in show._warned


def discussion():
    return Callout("diskusi", "Berdua", (Paragraph((Span("Apa kata Anda?"),)),))


def talked_about(minutes=3):
    slides = [Slide(id="a", minutes=1), Slide(id="b", minutes=minutes, blocks=(discussion(),)), Slide(id="c")]
    clock = Clock()
    show = Show(slides, 1, clock)
    show.test_clock = clock
    return show


def test_every_section_knows_how_long_it_was_on(qapp):
    slides = [Slide(id=str(n), file=f"{n // 2}.md", minutes=2) for n in range(4)]
    clock = Clock()
    show = Show(slides, 0, clock)
    clock.now += 50
    show.go(1)
    clock.now += 10
    show.go(2)
    clock.now += 7
    assert (show.section, [show.spent_s(at) for at in (0, 1)]) == (1, [60.0, 7.0])
    show.go(0)
    clock.now += 5
    assert (show.section, [show.spent_s(at) for at in (0, 1)]) == (0, [65.0, 7.0])


def test_the_spot_comes_by_one_key_and_follows_the_mouse(qapp):
    show = make()
    show.move_spot((0.2, 0.2))
    assert show.spot is None
    show.key(Key.Key_P, "p")
    assert show.spot == (0.5, 0.5)
    show.move_spot((0.2, 0.8))
    assert show.spot == (0.2, 0.8)
    show.move_spot(None)
    assert (show.spot, show.pointing) == (None, True)
    show.key(Key.Key_P, "p")
    assert not show.pointing


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Left, Key.Key_N, Key.Key_B])
def test_the_spot_is_gone_on_another_slide_and_on_a_cover(qapp, key):
    show, told = make(start=2), []
    show.key(Key.Key_P)
    show.pointed.connect(lambda: told.append(show.spot))
    show.key(key)
    assert (show.pointing, told) == (False, [None])


def test_no_spot_lies_on_a_covered_screen(qapp):
    show = make()
    show.key(Key.Key_B)
    show.key(Key.Key_P)
    assert show.spot is None


def test_one_key_counts_down_the_minutes_of_a_discussion_and_stops(qapp):
    show = talked_about(minutes=3)
    show.key(Key.Key_T, "t")
    assert show.countdown.left_s == 180
    show.key(Key.Key_Plus, "+")
    assert show.countdown.left_s == 240
    show.test_clock.now += 30
    assert show.countdown.left_s == 210
    show.key(Key.Key_T, "t")
    assert not show.countdown.running


def test_a_slide_without_discussion_or_still_behind_its_note_counts_nothing(qapp):
    show = make(3)
    show.key(Key.Key_T)
    assert not show.countdown.running
    hard = Show([Slide(id="a", sensitive="Cerita rekaan.", blocks=(discussion(),))], 0, Clock())
    hard.key(Key.Key_T)
    assert not hard.countdown.running
    hard.advance()
    hard.key(Key.Key_T)
    assert hard.countdown.left_s == 5 * 60


def test_the_countdown_goes_on_over_slides_and_leaves_with_the_next_when_time_is_up(qapp):
    show = talked_about(minutes=1)
    show.key(Key.Key_T)
    show.advance()
    assert show.countdown.running
    show.test_clock.now += 61
    show.retreat()
    assert not show.countdown.running


def test_a_film_is_asked_for_only_where_there_is_one(qapp):
    film = Slide(id="b", blocks=(Video("media/a.mp4", "Cerita", ()),))
    show, asked = Show([Slide(id="a"), film], 0, Clock()), []
    show.video_wanted.connect(lambda: asked.append(show.index))
    show.key(Key.Key_V)
    show.advance()
    show.key(Key.Key_N)
    show.key(Key.Key_V)
    show.key(Key.Key_N)
    show.key(Key.Key_V)
    assert asked == [1]
