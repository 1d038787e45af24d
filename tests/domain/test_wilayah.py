"""Finding the region that free text means, in the table that ships."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.clock import Zone
from bimtek.domain.wilayah import (
    Address,
    Level,
    Region,
    WilayahTable,
    distance,
    has_house_parts,
    split_place,
    zone_of,
)
from bimtek.intake.wilayah_file import load_wilayah

FOLDER = Path(__file__).parents[2] / "assets" / "wilayah"


@pytest.fixture(scope="module")
def table() -> WilayahTable:
    return load_wilayah(FOLDER)


def test_a_code_tells_its_names_up_to_the_provinsi(table: WilayahTable) -> None:
    assert table.address("33.16.08.2005") == Address(
        "Palon", "Jepon", "Kabupaten Blora", "Jawa Tengah", "33.16.08.2005"
    )
    assert table.address("33.16").line == "Kabupaten Blora, Jawa Tengah"
    assert table.address("33.16.08.9999").code == ""
    assert table.get("33.16.08") == Region("33.16.08", "Jepon")
    assert table.get("99") is None


def test_children_of_blora_are_its_sixteen_kecamatan(table: WilayahTable) -> None:
    names = [region.name for region in table.children("33.16")]
    assert len(names) == 16
    assert names[7] == "Jepon"
    assert len(table.children()) == 38


@pytest.mark.parametrize(
    ("desa", "kecamatan", "kabupaten", "code"),
    [
        ("Palon", "Jepon", "Blora", "33.16.08.2005"),
        ("PALON", "jepon", "Kab. Blora", "33.16.08.2005"),
        ("Palon", "", "Blora", "33.16.08.2005"),
        ("Tempel Lemahbang", "Jepon", "Blora", "33.16.08.2012"),
        ("Jepon", "Jepon", "Blora", "33.16.08.1013"),
    ],
)
def test_equal_names_are_found_exactly(
    table: WilayahTable, desa: str, kecamatan: str, kabupaten: str, code: str
) -> None:
    match = table.match_village(desa, kecamatan, kabupaten)
    assert match is not None
    assert (match.address.code, match.exact) == (code, True)


def test_a_letter_apart_is_found_but_not_called_exact(table: WilayahTable) -> None:
    match = table.match_village("Pallon", "Jepon", "Blora")
    assert match is not None
    assert (match.address.desa, match.exact) == ("Palon", False)


def test_the_expected_region_stands_in_for_a_missing_kabupaten(table: WilayahTable) -> None:
    match = table.match_village("Palon", within="33.16")
    assert match is not None
    assert match.address.code == "33.16.08.2005"


def test_what_is_unclear_or_unknown_matches_nothing(table: WilayahTable) -> None:
    assert table.match_village("Sukamaju") is None  # many villages bear the name
    assert table.match_village("Desa Karangan Sendiri", "Jepon", "Blora") is None
    assert table.match_village("Palon", "Jepon", "Kabupaten Rekaan") is None
    assert table.match_village("") is None


def test_a_name_borne_once_in_the_country_needs_no_region(table: WilayahTable) -> None:
    match = table.match_village("Tempellemahbang")
    assert match is not None
    assert match.address.kabupaten == "Kabupaten Blora"
    with_kecamatan = table.match_village("Palon", "Jepon")
    assert with_kecamatan is not None
    assert with_kecamatan.address.code == "33.16.08.2005"


def test_kota_and_kabupaten_of_one_name_are_kept_apart(table: WilayahTable) -> None:
    found = {r.name for r in table.search("Semarang", Level.KABUPATEN)}
    assert found == {"Kabupaten Semarang", "Kota Semarang"}
    city = table.match_village("Pedurungan Tengah", "Pedurungan", "Kota Semarang")
    assert city is not None
    assert city.address.kabupaten == "Kota Semarang"
    assert table.match_village("Pedurungan Tengah", "Pedurungan", "Kabupaten Semarang") is None


def test_typing_ahead_shows_names_that_begin_with_the_text_first(table: WilayahTable) -> None:
    names = [r.name for r in table.search("jep", within="33.16")]
    assert names[0].startswith("Jep")
    assert table.search("blor", Level.KABUPATEN)[0].code == "33.16"
    assert table.search("  ") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ds. Sambong", Address(desa="Sambong")),
        ("Ds.Sambong", Address(desa="Sambong")),
        ("DESA SAMBONG", Address(desa="SAMBONG")),
        ("Kel. Cepu", Address(desa="Cepu")),
        ("Kelapa Dua", Address(desa="Kelapa Dua")),
        ("Palon Kec. Jepon", Address(desa="Palon", kecamatan="Jepon")),
        ("Ds. Palon, Kec. Jepon, Kab. Blora", Address("Palon", "Jepon", "Kabupaten Blora")),
        ("Dsn. Krajan RT 02 RW 01 Ds. Palon", Address(desa="Palon")),
        ("Ds. Palon RT 02/RW 01", Address(desa="Palon")),
        ("Pedurungan, Kota Semarang", Address(desa="Pedurungan", kabupaten="Kota Semarang")),
        ("", Address()),
    ],
)
def test_free_text_comes_apart_by_its_marks(text: str, expected: Address) -> None:
    assert split_place(text) == expected


def test_words_before_a_mark_belong_to_the_column_they_stand_in() -> None:
    assert split_place("Kec. Jepon", "kecamatan") == Address(kecamatan="Jepon")
    assert split_place("Jepon", "kecamatan") == Address(kecamatan="Jepon")


def test_hamlets_and_house_numbers_are_noticed() -> None:
    assert has_house_parts("Ds. Palon RT 02")
    assert not has_house_parts("Ds. Palon")


@pytest.mark.parametrize(
    ("code", "zone"), [("33.16", Zone.WIB), ("64.02", Zone.WITA), ("91", Zone.WIT), ("", Zone.WIB)]
)
def test_the_zone_follows_the_provinsi(code: str, zone: Zone) -> None:
    assert zone_of(code) is zone


WORDS = st.text("abc", max_size=6)


def _plain_distance(one: str, other: str) -> int:
    """Edit distance by its definition."""
    if not one or not other:
        return len(one) + len(other)
    return min(
        _plain_distance(one[1:], other) + 1,
        _plain_distance(one, other[1:]) + 1,
        _plain_distance(one[1:], other[1:]) + (one[0] != other[0]),
    )


@given(WORDS, WORDS, st.integers(min_value=0, max_value=3))
def test_distance_is_the_edit_distance_up_to_its_limit(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == min(_plain_distance(one, other), limit + 1)
