"""A text that does not fit ends in an ellipsis, as late as there is room."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics

from bimtek.ui import theme
from bimtek.ui.widgets.cut_text import cut_to
from tests.counts import sampled

LETTERS = st.text(st.sampled_from("Siti Aminah, S.Sos. Ḥ’WMil…"), max_size=90)


def metrics(qapp) -> QFontMetrics:
    return QFontMetrics(theme.current().font())


@settings(max_examples=sampled(60, 2000), deadline=None)
@given(text=LETTERS, room=st.integers(0, 900))
@example(text="Siti", room=0)
def test_it_is_whole_or_ends_where_one_more_letter_would_not_fit(qapp, text, room):
    letters = metrics(qapp)
    shown = cut_to(text, letters, room)
    if letters.horizontalAdvance(text) <= room:
        assert shown == text
        return
    kept = shown.removesuffix("…")
    assert shown == kept + "…"
    assert text.startswith(kept)
    if kept:
        assert letters.horizontalAdvance(shown) <= room
    longer = text[: len(kept) + 1 + len(text[len(kept) :]) - len(text[len(kept) :].lstrip())].rstrip() + "…"
    assert letters.horizontalAdvance(longer) > room or longer.removesuffix("…") == text


def test_marks_stay_with_their_letter(qapp):
    letters, text = metrics(qapp), "H\u0323alimah"  # a letter and the dot below it
    for room in range(letters.horizontalAdvance(text)):
        assert not cut_to(text, letters, room).startswith("H…")
