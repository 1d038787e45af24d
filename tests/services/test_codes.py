"""Codes on slips: easy to read and type, never the same twice."""

from hypothesis import given
from hypothesis import strategies as st

from bimtek.services.codes import ALPHABET, LENGTH, new_codes


@given(st.integers(0, 200), st.integers(0, 200))
def test_codes_differ_from_each_other_and_from_the_taken_ones(count, before):
    taken = set(new_codes(before, ()))
    codes = new_codes(count, taken)
    assert len(codes) == len(set(codes)) == count
    assert taken.isdisjoint(codes)
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in codes)


def test_letters_that_look_alike_are_left_out():
    assert not set("01IO") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET) == 32


def test_codes_are_drawn_from_the_whole_alphabet():
    assert {letter for code in new_codes(1000, ()) for letter in code} == set(ALPHABET)
