"""The PIN: kept as an Argon2id hash, five wrong ones make it wait, nothing locks the owner out for ever."""

import re
from datetime import timedelta

import pytest

from bimtek.app import build
from bimtek.domain.errors import RefusedError
from bimtek.services.pin import TRIES, WAIT, WHAT_IT_DOES
from tests.services.day import planned

RIGHT, WRONG = "482915", "111111"


@pytest.fixture
def pin(services):
    services.pin.set(RIGHT)
    return services.pin


def wrong(pin, times):
    for _n in range(times):
        assert pin.check(WRONG) is False


def waits(pin, given=RIGHT):
    with pytest.raises(RefusedError, match="PIN atau kode salah lima kali") as refused:
        pin.check(given)
    assert "Tunggu setengah menit" in str(refused.value)
    return True


def test_there_is_none_until_it_is_set(services):
    assert not services.pin.is_set
    services.pin.set(RIGHT)
    assert services.pin.is_set


def test_right_one_is_right_and_others_are_wrong(pin):
    assert pin.check(RIGHT) is True
    for other in (WRONG, RIGHT[:-1], RIGHT + "0", "", " " + RIGHT):
        assert pin.check(other) is False, other
        assert pin.check(RIGHT) is True


@pytest.mark.parametrize("bad", ["", "123", "123456789", "12a4", "１２３４", "12 34", "-123", "٣٤٥٦"])
def test_pin_is_four_to_eight_plain_digits(services, bad):
    with pytest.raises(RefusedError, match="4 sampai 8 angka"):
        services.pin.set(bad)
    assert not services.pin.is_set


@pytest.mark.parametrize("good", ["0000", "12345678"])
def test_shortest_and_longest_pin(services, good):
    services.pin.set(good)
    assert services.pin.check(good)


def test_new_pin_replaces_the_old_one(pin):
    pin.set("2468")
    assert not pin.check(RIGHT)
    assert pin.check("2468")


def test_five_wrong_ones_wait_half_a_minute_even_for_the_right_one(pin, clock):
    wrong(pin, TRIES)
    assert waits(pin)
    clock.at += WAIT - timedelta(seconds=1)
    assert waits(pin)
    clock.at += timedelta(seconds=1)
    assert pin.check(RIGHT) is True


def test_waiting_does_not_count_and_does_not_grow(pin, clock):
    wrong(pin, TRIES)
    for _n in range(20):
        waits(pin, WRONG)
    clock.at += WAIT
    assert pin.check(RIGHT) is True


def test_right_one_clears_the_count(pin):
    wrong(pin, TRIES - 1)
    assert pin.check(RIGHT) is True
    wrong(pin, TRIES - 1)
    assert pin.check(RIGHT) is True


def test_after_the_wait_there_are_five_tries_again(pin, clock):
    wrong(pin, TRIES)
    clock.at += WAIT
    wrong(pin, TRIES - 1)
    assert pin.check(WRONG) is False
    assert waits(pin)


def test_wait_and_count_outlive_a_restart(services, tmp_path, clock):
    services.pin.set(RIGHT)
    wrong(services.pin, TRIES - 1)
    services.close()
    again = build(tmp_path / "data", clock)
    wrong(again.pin, 1)
    again.close()
    third = build(tmp_path / "data", clock)
    try:
        assert waits(third.pin)
        clock.at += WAIT
        assert third.pin.check(RIGHT) is True
    finally:
        third.close()


@pytest.mark.parametrize("back", [timedelta(minutes=5), timedelta(days=6000)])
def test_clock_set_back_does_not_lock_for_years(pin, clock, back):
    wrong(pin, TRIES)
    clock.at -= back
    assert pin.check(RIGHT) is True


def test_only_an_argon2id_hash_is_stored_never_the_pin(services, tmp_path, pin):
    planned(services)
    code = pin.set(RIGHT)
    services.backup.export(tmp_path / "semua.btkbak")
    stored = services.settings.get("pin")
    assert all(stored[kind].startswith("$argon2id$v=19$m=") for kind in ("sidik", "kode"))
    services.close()
    for path in (tmp_path / "data").rglob("*"):
        for secret in (RIGHT, code, code.replace("-", "")):
            assert not path.is_file() or secret.encode() not in path.read_bytes(), path.name


def test_same_pin_gives_another_hash_each_time(services):
    services.pin.set(RIGHT)
    first = services.settings.get("pin")["sidik"]
    services.pin.set(RIGHT)
    assert services.settings.get("pin")["sidik"] != first


def test_damaged_hash_refuses_instead_of_letting_in_or_crashing(services):
    for damaged in ("", "$argon2id$", "x" * 300, "ä"):
        services.settings.put("pin", {"sidik": damaged}).result()
        assert services.pin.check(RIGHT) is False


def test_recovery_code_is_twelve_letters_nobody_mistakes(services):
    codes = {services.pin.set(RIGHT) for _n in range(3)}
    assert len(codes) == 3
    for code in codes:
        assert re.fullmatch(r"[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}", code), code


def test_recovery_code_sets_a_new_pin_and_is_then_spent(services):
    code = services.pin.set(RIGHT)
    following = services.pin.reset(f" {code.lower().replace('-', ' ')} ", "2468")
    assert services.pin.check("2468")
    assert not services.pin.check(RIGHT)
    with pytest.raises(RefusedError, match="belum cocok"):
        services.pin.reset(code, "1357")
    services.pin.reset(following, "1357")
    assert services.pin.check("1357")


def test_right_code_with_an_unfit_pin_changes_neither(services):
    code = services.pin.set(RIGHT)
    with pytest.raises(RefusedError, match="4 sampai 8 angka"):
        services.pin.reset(code, "12")
    assert services.pin.check(RIGHT)
    assert services.pin.reset(code, "2468")


def test_the_pin_itself_is_no_recovery_code_and_the_code_no_pin(services):
    code = services.pin.set(RIGHT)
    with pytest.raises(RefusedError, match="belum cocok"):
        services.pin.reset(RIGHT, "2468")
    assert not services.pin.check(code)


def test_wrong_codes_wait_like_wrong_pins_across_a_restart(services, tmp_path, clock):
    code = services.pin.set(RIGHT)
    for _n in range(TRIES):
        with pytest.raises(RefusedError, match="belum cocok"):
            services.pin.reset("AAAA-AAAA-AAAA", "2468")
    services.close()
    again = build(tmp_path / "data", clock)
    try:
        with pytest.raises(RefusedError, match="salah lima kali"):
            again.pin.reset(code, "2468")
        assert waits(again.pin)
        clock.at += WAIT
        again.pin.reset(code, "2468")
        assert again.pin.check("2468")
    finally:
        again.close()


def test_without_a_pin_there_is_no_code_to_find(services):
    for code in ("", "AAAA-AAAA-AAAA"):
        with pytest.raises(RefusedError, match="belum cocok"):
            services.pin.reset(code, "2468")
    assert not services.pin.is_set


def test_what_it_does_is_said_plainly():
    assert "tidak mengenkripsi" in str(WHAT_IT_DOES)
