"""Minutes for talking: every second is shown, only a few are told."""

import pytest

from bimtek.ui.presentation.countdown import Countdown


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def countdown(qapp, clock):
    made = Countdown(clock)
    made.heard, made.seen = [], []
    made.told.connect(made.heard.append)
    made.ticked.connect(lambda: made.seen.append(made.left_s))
    yield made
    made.stop()


def pass_seconds(countdown, clock, seconds):
    for _second in range(seconds):
        clock.now += 1
        countdown.look()


def test_each_second_is_shown_once_and_a_minute_ten_seconds_and_the_end_are_told(countdown, clock):
    countdown.start(2)
    pass_seconds(countdown, clock, 121)
    assert countdown.seen == list(range(120, -1, -1))
    assert countdown.heard == [60, 10, 0]
    assert countdown.running


def test_a_laptop_that_slept_tells_what_it_missed_once(countdown, clock):
    countdown.start(2)
    clock.now += 115
    countdown.look()
    assert countdown.heard == [60, 10]
    assert countdown.left_s == 5


def test_a_minute_more_also_after_the_end(countdown, clock):
    countdown.start(1)
    pass_seconds(countdown, clock, 75)
    countdown.add_minute()
    assert countdown.left_s == 60
    pass_seconds(countdown, clock, 50)
    assert countdown.heard == [10, 0, 10]


def test_without_a_start_there_is_nothing_to_add_to(countdown):
    countdown.add_minute()
    assert (countdown.running, countdown.left_s) == (False, 0)


def test_it_looks_at_the_clock_by_itself(countdown, clock, qtbot):
    countdown.start(1)
    clock.now += 3
    with qtbot.waitSignal(countdown.ticked):
        pass
    assert countdown.left_s == 57
