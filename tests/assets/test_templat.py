"""The shipped templates of a kegiatan keep time and add up to the JP they promise."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bimtek.domain.kegiatan import STANDARD_JP_MINUTES
from tests.assets.agenda import clock, item

FOLDER = Path(__file__).parents[2] / "assets" / "templat"
FILES = sorted(FOLDER.glob("*.toml"))
SESSION_KEYS = {"hari", "label", "mulai", "selesai", "agenda"}
LINE_KEYS = {"waktu", "jenis", "judul", "modul", "narasumber"}


def jp_by_day(template: dict[str, Any]) -> dict[int, int]:
    days: dict[int, int] = {}
    for session in template["sesi"]:
        credit = sum(item(line).credit(STANDARD_JP_MINUTES) for line in session["agenda"])
        days[session["hari"]] = days.get(session["hari"], 0) + credit
    return days


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def template(request: pytest.FixtureRequest) -> dict[str, Any]:
    parsed = tomllib.loads(request.param.read_text(encoding="utf-8"))
    assert parsed["kunci"] == request.param.stem
    return parsed


@pytest.mark.parametrize(
    ("key", "jp"), [("desa-1-hari", {1: 9}), ("desa-2-hari", {1: 8, 2: 8}), ("malam-desa", {1: 2})]
)
def test_the_three_templates_give_their_jp_day_by_day(key: str, jp: dict[int, int]) -> None:
    parsed = tomllib.loads((FOLDER / f"{key}.toml").read_text(encoding="utf-8"))
    assert jp_by_day(parsed) == jp


def test_the_promised_jp_is_the_sum_of_the_agenda(template: dict[str, Any]) -> None:
    assert sum(jp_by_day(template).values()) == template["jp"]
    assert f"({template['jp']} JP)" in template["judul"]


def test_agenda_lines_fill_their_session_without_gap_or_overlap(template: dict[str, Any]) -> None:
    for session in template["sesi"]:
        items = [item(line) for line in session["agenda"]]
        bounds = [clock(session["mulai"]), *(i.ends for i in items)]
        assert [i.starts for i in items] == bounds[:-1]
        assert bounds[-1] == clock(session["selesai"])
        assert bounds == sorted(set(bounds))


def test_no_minute_of_learning_is_lost_to_rounding(template: dict[str, Any]) -> None:
    lines = [item(line) for session in template["sesi"] for line in session["agenda"]]
    learning = [line.minutes for line in lines if line.kind.counts]
    assert [minutes % STANDARD_JP_MINUTES for minutes in learning] == [0] * len(learning)


def test_days_run_from_one_without_gap_and_sessions_are_in_order(template: dict[str, Any]) -> None:
    starts = [(session["hari"], clock(session["mulai"])) for session in template["sesi"]]
    assert starts == sorted(starts)
    assert sorted({day for day, _ in starts}) == list(range(1, starts[-1][0] + 1))


def test_only_documented_keys_are_used(template: dict[str, Any]) -> None:
    assert set(template) == {"kunci", "judul", "ringkasan", "jp", "sesi"}
    for session in template["sesi"]:
        assert set(session) == SESSION_KEYS
        assert all(set(line) <= LINE_KEYS for line in session["agenda"])
