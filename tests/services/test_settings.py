"""Every setting is checked on the way in, in force at once, and there after a restart."""

import pytest

from bimtek.app import build
from bimtek.domain.errors import RefusedError
from bimtek.services.settings import SETTINGS


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.key)
def test_default_passes_its_own_check_and_has_words(setting):
    assert setting.check(setting.default)
    assert str(setting.label)
    assert str(setting.help)


def test_keys_are_unique():
    assert len({s.key for s in SETTINGS}) == len(SETTINGS)


@pytest.mark.parametrize(
    ("key", "value"),
    [("nama_pengguna", "Siti"), ("menit_per_jp", 60), ("min_kehadiran", 0.75), ("kop", {"a": 1})],
)
def test_value_is_in_force_at_once_and_after_a_restart(services, tmp_path, clock, key, value):
    stored = services.settings.put(key, value)
    assert services.settings.get(key) == value
    stored.result()
    services.close()
    again = build(tmp_path / "data", clock)
    try:
        assert again.settings.get(key) == value
    finally:
        again.close()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("nama_pengguna", 5),
        ("nama_pengguna", "x" * 301),
        ("menit_per_jp", 29),
        ("menit_per_jp", 91),
        ("menit_per_jp", 45.5),
        ("menit_per_jp", "45"),
        ("menit_per_jp", True),
        ("min_kehadiran", 1.01),
        ("min_kehadiran", -0.1),
        ("min_kehadiran", 80),
        ("min_kehadiran", float("nan")),
        ("min_kehadiran", True),
        ("min_kehadiran", None),
    ],
)
def test_value_out_of_bounds_is_refused_with_the_name_of_the_setting_and_changes_nothing(
    services, key, value
):
    before = services.settings.get(key)
    label = next(s.label for s in SETTINGS if s.key == key)
    with pytest.raises(RefusedError, match=str(label)):
        services.settings.put(key, value)
    assert services.settings.get(key) == before


def test_unknown_key_is_a_bug(services):
    with pytest.raises(KeyError):
        services.settings.get("tidak_ada")
    with pytest.raises(KeyError):
        services.settings.put("tidak_ada", 1)
