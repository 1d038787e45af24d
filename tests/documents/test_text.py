"""Text on paper: what may be printed, where it breaks, how it shrinks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.documents.fonts import Face, lost, runs, width
from bimtek.documents.text import NBSP, balance, clean, fit, keep, sizes, wrap

anything = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80)
latin = st.text(alphabet="abcdefg hijk/lmn-op ’éḥ", max_size=120)


@given(anything)
def test_printable_text_is_drawn_by_some_face_and_never_by_nothing(text):
    shown = clean(text)
    assert "".join(part for _name, part in runs(shown, Face.REGULAR)) == shown
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn") for char in shown)
    assert shown == clean(shown)
    assert width(shown, Face.BOLD, 10) >= 0


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Siti\nNur  Aisyah\t", "Siti Nur Aisyah"),
        ("𝐒𝐢𝐭𝐢 😀 Nur\u200b\x00", "Siti Nur"),
        ("e\u0301l", "él"),
        ("Ḥasan Ṣāliḥ ‘Abd", "Ḥasan Ṣāliḥ ‘Abd"),
        ("№ 1 ｓｉｔｉ", "№ 1 siti"),
        (None, ""),
        ("<b>A</b> & B", "<b>A</b> & B"),
    ],
)
def test_clean_keeps_letters_and_drops_what_cannot_be_seen(raw, shown):
    assert clean(raw) == shown


def test_letters_of_no_face_are_named():
    assert lost("Siti محم") == "مح"
    assert clean("م") == "?"
    assert lost("Nur’aini 😀 Ḥ") == ""


@given(latin, st.integers(40, 400))
def test_wrapping_loses_no_letter_and_keeps_the_width(text, limit):
    lines = wrap(clean(text), limit, Face.REGULAR, 10)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, Face.REGULAR, 10) <= limit for line in lines)
    assert len(balance(clean(text), limit, Face.REGULAR, 10)) <= len(lines)


@given(st.text(alphabet="abc ", max_size=60), st.integers(60, 300))
def test_a_kept_phrase_never_breaks(text, limit):
    phrase = keep("5 Maret 2024")
    lines = wrap(clean(f"{text} {phrase}"), limit, Face.REGULAR, 10)
    assert sum(phrase in line for line in lines) == 1
    assert NBSP in phrase


def test_offices_break_after_the_slash():
    lines = wrap("Pemdes Contoh/Kasi Pelayanan", 75, Face.REGULAR, 9)
    assert lines == ["Pemdes Contoh/", "Kasi Pelayanan"]


@given(latin)
def test_fitting_prefers_large_and_never_truncates(text):
    fitted = fit(clean(text), 120, 25, Face.REGULAR, sizes(9, 7))
    assert 7 <= fitted.size <= 9
    assert "".join("".join(fitted.lines).split()) == "".join(text.split())
