"""Scores and gain keep their bounds; edge cases show no figure instead of a wrong one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.errors import ScoreRangeError
from bimtek.domain.score import GainClass, GroupGain, PairedScore, gain_class

fraction = st.floats(0.0, 1.0)
pairs = st.lists(st.builds(PairedScore, fraction, fraction), max_size=60)
# A test of ten questions: what a real group brings, and where rounding of floats shows.
tenths = st.integers(0, 10).map(lambda n: n / 10)


@given(pre=fraction, post=fraction)
def test_gain_has_the_sign_of_the_change_and_never_exceeds_one(pre, post):
    gain = PairedScore(pre, post).gain
    if pre == 1.0:
        assert gain is None
    else:
        assert gain <= 1.0
        assert (gain > 0) == (post > pre)
        assert (gain < 0) == (post < pre)


@given(pre=st.floats(0.0, 1.0, exclude_max=True))
def test_full_mark_is_full_gain(pre):
    assert math.isclose(PairedScore(pre, 1.0).gain, 1.0)


@given(post=fraction)
def test_b9_32_full_pre_test_has_no_gain_never_zero(post):
    assert PairedScore(1.0, post).gain is None


@pytest.mark.parametrize("bad", [-0.01, 1.01, math.nan, math.inf, -math.inf, 85])
@pytest.mark.parametrize("side", ["pre", "post"])
def test_out_of_range_is_refused_in_indonesian(bad, side):
    values = {"pre": 0.5, "post": 0.5, side: bad}
    with pytest.raises(ScoreRangeError, match=f"Nilai {side}-test di luar 0–100%"):
        PairedScore(**values)


# Twenty by hand: (post − pre) / (100 − pre), Hake (1998), shared/fakta/ocsea.md §7.8; None where pre is 100.
BY_HAND = [
    (0, 0, 0.0), (0, 70, 0.7), (0, 100, 1.0), (10, 55, 0.5), (20, 20, 0.0), (20, 60, 0.5), (25, 40, 0.2),
    (30, 51, 0.3), (40, 40, 0.0), (40, 85, 0.75), (50, 25, -0.5), (50, 75, 0.5), (50, 100, 1.0),
    (60, 30, -0.75), (60, 90, 0.75), (75, 80, 0.2), (80, 0, -4.0), (90, 97, 0.7), (95, 90, -1.0),
    (100, 60, None),
]  # fmt: skip


@pytest.mark.parametrize(("pre", "post", "gain"), BY_HAND)
def test_b9_32_gain_by_hand(pre, post, gain):
    got = PairedScore(pre / 100, post / 100).gain
    assert got is None if gain is None else got == pytest.approx(gain)


@pytest.mark.parametrize(
    ("gain", "word"),
    [
        (-4.0, GainClass.LOW),
        (0.0, GainClass.LOW),
        (0.2999, GainClass.LOW),
        (0.30, GainClass.MEDIUM),
        (0.6999, GainClass.MEDIUM),
        (0.70, GainClass.HIGH),
        (1.0, GainClass.HIGH),
    ],
)
def test_words_of_a_gain_follow_hake(gain, word):
    assert gain_class(gain) is word


def test_word_of_a_gain_does_not_hang_on_rounding():
    """0.80 to 0.94 is a gain of exactly 0.70, though floats say a little less."""
    for pre in range(100):
        for post in range(101):
            high, medium = (post - pre) * 10 >= (100 - pre) * 7, (post - pre) * 10 >= (100 - pre) * 3
            word = GainClass.HIGH if high else GainClass.MEDIUM if medium else GainClass.LOW
            assert gain_class(PairedScore(pre / 100, post / 100).gain) is word, (pre, post)


def test_group_by_hand_names_both_gains():
    group = GroupGain.of([PairedScore(0.2, 0.6), PairedScore(0.8, 0.9), PairedScore(0.5, 0.5)])
    assert (group.pairs, group.defined) == (3, 3)
    assert group.mean_pre == pytest.approx(0.5)
    assert group.mean_post == pytest.approx(2 / 3)
    assert group.gain_of_means == pytest.approx(1 / 3)
    assert group.mean_gain == pytest.approx((0.5 + 0.5 + 0.0) / 3)


def test_somebody_with_a_full_pre_test_counts_in_the_means_but_has_no_gain_of_their_own():
    group = GroupGain.of([PairedScore(1.0, 0.9), PairedScore(0.5, 0.75)])
    assert (group.pairs, group.defined) == (2, 1)
    assert group.mean_gain == pytest.approx(0.5)
    assert group.gain_of_means == pytest.approx((0.825 - 0.75) / 0.25)


def test_group_that_knew_everything_has_means_and_no_gain():
    group = GroupGain.of([PairedScore(1.0, 1.0), PairedScore(1.0, 0.8)])
    assert (group.mean_pre, group.mean_post) == (1.0, pytest.approx(0.9))
    assert (group.gain_of_means, group.mean_gain, group.defined) == (None, None, 0)


def test_empty_group_has_no_figures_rather_than_zeros():
    assert GroupGain.of([]) == GroupGain(0, None, None, None, None, 0)


@given(pairs)
def test_group_figures_stay_between_the_lowest_and_the_highest(scores):
    group = GroupGain.of(scores)
    assert group.pairs == len(scores)
    if not scores:
        return
    slack = 1e-12
    assert min(s.pre for s in scores) - slack <= group.mean_pre <= max(s.pre for s in scores) + slack
    assert min(s.post for s in scores) - slack <= group.mean_post <= max(s.post for s in scores) + slack
    gains = [s.gain for s in scores if s.gain is not None]
    assert group.defined == len(gains)
    if gains:
        assert group.mean_gain <= 1.0 + slack
        assert min(gains) <= group.mean_gain + abs(group.mean_gain) * 1e-9 + slack


@given(pre=tenths, post=tenths, count=st.integers(1, 200))
def test_equal_people_are_their_own_mean(pre, post, count):
    one = PairedScore(pre, post)
    group = GroupGain.of([one] * count)
    assert group.mean_pre == pytest.approx(pre)
    assert group.mean_post == pytest.approx(post)
    if one.gain is not None:
        assert group.gain_of_means == pytest.approx(one.gain, abs=1e-9)
        assert group.mean_gain == pytest.approx(one.gain, abs=1e-9)


@given(st.lists(st.tuples(tenths, tenths), min_size=1, max_size=30))
def test_order_of_people_changes_nothing(values):
    scores = [PairedScore(*v) for v in values]
    assert GroupGain.of(scores) == GroupGain.of(scores[::-1])
