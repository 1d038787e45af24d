"""Places are suggested from the table; what is not in it stays as it was typed."""

import pytest

from bimtek.host.paths import asset
from bimtek.services.places import Places, place_text


@pytest.fixture(scope="module")
def places():
    loaded = Places(asset("wilayah"))
    loaded.load()
    return loaded


def test_nothing_is_suggested_before_the_table_is_there():
    assert Places(asset("wilayah")).suggest("Blora") == []


def test_kabupaten_comes_before_the_kecamatan_of_the_same_name(places):
    assert [a.line for a in places.suggest("blora")][:2] == [
        "Kabupaten Blora, Jawa Tengah",
        "Blora, Kabupaten Blora, Jawa Tengah",
    ]


def test_a_second_name_narrows_the_search(places):
    assert {a.kecamatan for a in places.suggest("Palon, Jepon")} == {"Jepon"}


def test_picked_suggestion_is_stored_with_its_code_and_comes_back_as_typed(places):
    line = "Palon, Jepon, Kabupaten Blora, Jawa Tengah"
    place = places.read(line, "Balai Desa")
    assert (place.desa, place.kecamatan, place.kabupaten) == ("Palon", "Jepon", "Kabupaten Blora")
    assert place.wilayah_code.startswith("33.16.")
    assert place_text(place) == line


@pytest.mark.parametrize("typed", ["Pendopo lama di tepi sungai", "Palon", "xyz <b>"])
def test_free_text_is_kept_as_it_is(places, typed):
    place = places.read(typed)
    assert (place.address, place.wilayah_code, place_text(place)) == (typed, "", typed)


def test_marked_free_text_is_taken_apart_without_a_code(places):
    place = places.read("Desa Contoh Baru Kec. Misal")
    assert (place.desa, place.kecamatan, place.wilayah_code) == ("Contoh Baru", "Misal", "")


@pytest.mark.parametrize("typed", ["Kabupaten Blora", "Blora", "kabupaten blora, jawa tengah"])
def test_kabupaten_is_known_by_its_name(places, typed):
    assert places.read(typed).wilayah_code == "33.16"


def test_name_of_a_kabupaten_and_a_kota_stays_open(places):
    assert places.read("Semarang").wilayah_code == ""
    assert places.read("Kota Semarang").wilayah_code == "33.74"


def test_missing_table_leaves_free_text_working(tmp_path):
    without = Places(tmp_path)
    assert without.load() is None
    assert without.read("Blora").address == "Blora"
