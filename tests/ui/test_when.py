"""Dates as people speak of them."""

from datetime import date, timedelta

import pytest

from bimtek.ui.when import when

DAY = date(2027, 3, 5)


@pytest.mark.parametrize(
    ("offsets", "words"),
    [
        ((), "Belum bertanggal"),
        ((0,), "Hari ini"),
        ((-1, 0, 1), "Hari ini"),
        ((-1, 2), "Sedang berjalan"),
        ((1,), "Besok"),
        ((12, 13), "12 hari lagi"),
        ((-3, -2), "Selesai"),
    ],
)
def test_distance_of_a_kegiatan_is_said_in_words(offsets, words):
    dates = [DAY + timedelta(days=n) for n in offsets]
    assert str(when(dates, DAY)[0]) == words
