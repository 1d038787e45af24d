"""The clock is believed until it shows something impossible; a person's word counts for a day."""

from datetime import UTC, datetime, timedelta

import pytest

from bimtek.app import build

OLD = datetime(2010, 1, 1, tzinfo=UTC)
FAR = datetime(2038, 1, 19, tzinfo=UTC)


def restarted(services, tmp_path, clock):
    services.close()
    return build(tmp_path / "data", clock)


@pytest.mark.parametrize(("now", "reason"), [(OLD, "mundur"), (FAR, "terlalu-maju")])
def test_impossible_time_is_noticed(services, clock, now, reason):
    services.safe_clock.note()
    clock.at = now
    assert services.safe_clock.verdict().reason == reason


def test_latest_time_seen_is_remembered_over_a_restart(services, tmp_path, clock):
    clock.at += timedelta(days=200)
    services.safe_clock.note()
    clock.at -= timedelta(days=30)
    again = restarted(services, tmp_path, clock)
    try:
        assert again.safe_clock.verdict().reason == "mundur"
    finally:
        again.close()


def test_time_is_noted_when_the_program_ends(services, tmp_path, clock):
    clock.at += timedelta(days=200)
    again = restarted(services, tmp_path, clock)
    clock.at -= timedelta(days=2)
    try:
        assert not again.safe_clock.verdict().trusted
    finally:
        again.close()


def test_confirming_counts_for_a_day_and_over_a_restart(services, tmp_path, clock):
    services.safe_clock.note()
    clock.at = OLD
    services.safe_clock.confirm()
    again = restarted(services, tmp_path, clock)
    try:
        assert again.safe_clock.verdict().trusted
        clock.at += timedelta(days=1, seconds=1)
        assert not again.safe_clock.verdict().trusted, "2010 is still before this program was built"
    finally:
        again.close()


def test_wrong_future_that_was_believed_once_is_forgotten_after_confirming_the_right_time(services, clock):
    right = clock.at
    clock.at += timedelta(days=1000)
    services.safe_clock.note()
    clock.at = right
    assert services.safe_clock.verdict().reason == "mundur"
    services.safe_clock.confirm()
    services.safe_clock.note()
    clock.at += timedelta(days=30)
    assert services.safe_clock.verdict().trusted


def test_confirming_a_wrong_date_helps_no_other_date(services, clock):
    services.safe_clock.note()
    right, clock.at = clock.at, FAR
    services.safe_clock.confirm()
    assert services.safe_clock.verdict().trusted
    clock.at = OLD
    assert services.safe_clock.verdict().reason == "mundur"
    clock.at = right
    assert services.safe_clock.verdict().trusted


def test_impossible_time_is_never_noted(services, clock):
    services.safe_clock.note()
    right, clock.at = clock.at, FAR
    services.safe_clock.note()
    clock.at = right
    assert services.safe_clock.verdict().trusted


def test_noting_fills_no_journal(services, clock):
    for _n in range(50):
        services.safe_clock.note()
        clock.at += timedelta(seconds=30)
    assert services._store.write("", lambda db: None) is None
    noted = services._store.db.execute(
        "select count(*) from perubahan where table_name = 'setting'"
    ).fetchone()[0]
    assert noted == 1


def test_moment_that_was_damaged_is_as_good_as_none(services):
    services.settings.put("jam_terakhir", "2027-0x-05").result()
    services.settings.put("jam_dipastikan", "x").result()
    assert services.safe_clock.verdict().trusted
    services.safe_clock.note()
    assert services.settings.get("jam_terakhir") == "2027-03-05T01:30:00.000000Z"
