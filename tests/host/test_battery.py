"""The battery as Linux lists it: the laptop's own, however many there are, and never a mouse's."""

import pytest

from bimtek.host.battery import Charge, charge, read_supplies


@pytest.fixture
def supply(tmp_path):
    def make(name, **words):
        folder = tmp_path / name
        folder.mkdir()
        for word, value in words.items():
            (folder / word).write_text(f"{value}\n", encoding="ascii")
        return tmp_path

    return make


def test_a_laptop_on_battery(supply):
    folder = supply("BAT0", type="Battery", capacity="74", status="Discharging")
    supply("AC", type="Mains", online="0")
    assert read_supplies(folder) == Charge(0.74, plugged_in=False)


@pytest.mark.parametrize("name", ["AC", "ucsi"])
def test_a_laptop_on_mains(supply, name):
    folder = supply("BAT0", type="Battery", capacity="74", status="Not charging")
    supply(name, type="Mains" if name == "AC" else "USB", online="1")
    assert read_supplies(folder) == Charge(0.74, plugged_in=True)


def test_a_charging_battery_needs_no_mains_entry(supply):
    assert read_supplies(supply("BAT1", type="Battery", capacity="9", status="Charging")).plugged_in


def test_a_mouse_is_no_laptop(supply):
    folder = supply("hidpp_battery_0", type="Battery", capacity="20", status="Discharging", scope="Device")
    assert read_supplies(folder) is None


@pytest.mark.parametrize("capacity", ["", "abc", "-1"])
def test_a_battery_that_does_not_tell_is_none(supply, capacity):
    assert read_supplies(supply("BAT0", type="Battery", capacity=capacity)) is None


def test_no_list_at_all_is_no_battery(tmp_path):
    assert read_supplies(tmp_path / "nowhere") is None


def test_this_machine_can_be_asked():
    found = charge()
    assert found is None or 0 <= found.level <= 1
