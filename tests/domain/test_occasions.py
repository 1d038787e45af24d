"""What people sign for."""

from dataclasses import replace
from datetime import date, time

import pytest

from bimtek.domain.kegiatan import Kegiatan, PaperOptions, Session
from bimtek.domain.occasions import occasions


def sessions(*days: int) -> tuple[Session, ...]:
    """Morning and afternoon of each day in March, the afternoon given first."""
    return tuple(
        Session(
            id=f"{day}-{starts}",
            kegiatan_id="k",
            on_date=date(2024, 3, day),
            label="Sesi",
            starts=time(starts),
            ends=ends,
        )
        for day in days
        for starts, ends in ((13, None), (8, time(12)))
    )


def kegiatan(*days: int, **papers: str) -> Kegiatan:
    return replace(Kegiatan(id="k", title="Bimtek"), sessions=sessions(*days), papers=PaperOptions(**papers))


def test_every_session_is_signed_for_in_the_order_of_the_day() -> None:
    found = [occasion.session.id for occasion in occasions(kegiatan(7, 5))]
    assert found == ["5-8", "5-13", "7-8", "7-13"]


def test_a_day_lasts_from_its_first_start_and_has_an_end_only_when_all_its_sessions_have() -> None:
    (day,) = occasions(kegiatan(5, list_per="hari"))
    assert (day.session.starts, day.session.ends, day.session.label) == (time(8), None, "")
    assert day.dates == ()


@pytest.mark.parametrize(("days", "split"), [(3, [3]), (6, [6]), (8, [4, 4]), (13, [5, 5, 3])])
def test_days_beside_each_other_are_shared_out_evenly_at_most_six_on_a_list(
    days: int, split: list[int]
) -> None:
    made = occasions(kegiatan(*range(1, days + 1)), matrix=True)
    assert [len(occasion.dates) for occasion in made] == split
    assert made[0].session.on_date == made[0].dates[0] == date(2024, 3, 1)
