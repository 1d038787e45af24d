"""What belongs to this laptop is kept across starts; a damaged file is set aside, never silently replaced."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bimtek.host.settings_file import SettingsFile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "laptop.json"


def test_values_are_there_after_a_restart(path):
    first = SettingsFile(path)
    first.put("tema", "gelap")
    first.put("ukuran", 14)
    again = SettingsFile(path)
    assert (again.get("tema", "terang"), again.get("ukuran", 11), again.damaged) == ("gelap", 14, False)


def test_missing_file_is_no_damage(path):
    assert SettingsFile(path).get("tema", "terang") == "terang"
    assert not SettingsFile(path).damaged
    assert not path.exists(), "looking writes nothing"


@pytest.mark.parametrize("stored", ["1", True, None, [1], 1.5])
def test_value_of_another_type_than_the_default_is_not_taken(path, stored):
    path.write_text(json.dumps({"ukuran": stored}))
    assert SettingsFile(path).get("ukuran", 11) == 11


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1, 2]", b'"teks"', b"\xff\xfe\x00", b'{"a": 1}}', b"[" * 100_000, b"null"]
)
def test_damaged_file_is_kept_as_rusak_and_reported(path, content):
    path.write_bytes(content)
    found = SettingsFile(path)
    assert found.damaged
    assert found.get("tema", "terang") == "terang"
    assert path.with_suffix(".rusak").read_bytes() == content
    found.put("tema", "gelap")
    assert SettingsFile(path).get("tema", "terang") == "gelap"
    assert path.with_suffix(".rusak").read_bytes() == content


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_can_be_opened_and_none_are_lost(path, content):
    path.write_bytes(content)
    found = SettingsFile(path)
    assert found.damaged != path.exists()
    kept = path.with_suffix(".rusak") if found.damaged else path
    assert kept.read_bytes() == content


def test_folder_that_is_read_only_gives_defaults_instead_of_a_crash(path, monkeypatch):
    path.write_bytes(b"rusak")

    def refuse(*_args):
        raise PermissionError(13, "refused")

    monkeypatch.setattr(type(path), "replace", refuse)
    found = SettingsFile(path)
    assert found.damaged
    assert found.get("tema", "terang") == "terang"
