"""Finding the header: one row or two, among title lines, by words."""

import pytest

from bimtek.domain.cells import Area, Cell, Sheet
from bimtek.domain.roster.fields import Field, field_of
from bimtek.domain.roster.header import find_header, header_of


def sheet(*rows: list[Cell], merged: tuple[Area, ...] = ()) -> Sheet:
    return Sheet(name="", rows=tuple((n, tuple(row)) for n, row in enumerate(rows, 1) if row), merged=merged)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("NAMA", Field.NAMA),
        ("Nama Lengkap (dengan gelar)", Field.NAMA),
        ("Nama\nLengkap", Field.NAMA),
        ("Nama / NIP", Field.NAMA),
        ("Nama Peserta Bimtek", Field.NAMA),
        ("N A M A", Field.NAMA),
        ("Nama / Jabatan", Field.NAMA),
        ("Nama Siswa", Field.NAMA),
        ("Nama Instansi", Field.INSTANSI),
        ("Nama Kegiatan", None),
        ("Nama Lengkap Ibu", None),
        ("No.", Field.NOMOR),
        ("No. HP / WA", Field.HP),
        ("Nomor Telepon/HP", Field.HP),
        ("No. KTP", Field.NIK),
        ("L / P", Field.JK),
        ("Jenis Kelamin (L/P)", Field.JK),
        ("Desa/Kelurahan", Field.DESA),
        ("Desa / Kec.", Field.DESA_KECAMATAN),
        ("Kab./Kota", Field.KABUPATEN),
        ("Instansi / Jabatan", Field.INSTANSI_JABATAN),
        ("Jabatan & Instansi", Field.JABATAN_INSTANSI),
        ("Unsur/Instansi", Field.INSTANSI),
        ("Pangkat/Gol. Ruang", Field.PANGKAT_GOLONGAN),
        ("Tempat, Tgl. Lahir", Field.LAHIR),
        ("TTL", Field.LAHIR),
        ("Pos-el", Field.EMAIL),
        ("Ket.", Field.PERAN),
        ("Tanda Tangan", None),
        ("", None),
    ],
)
def test_words_of_headers_have_a_meaning(title: str, field: Field | None) -> None:
    assert field_of(title) is field


def test_the_row_with_the_most_known_words_is_the_header() -> None:
    found = find_header(
        sheet(["Nama Kegiatan : Bimtek"], ["Nama"], [], ["No", "Nama", "Desa"], [1, "Siti", "Palon"])
    )
    assert found is not None
    assert found.lines == (4,)
    assert [c.field for c in found.columns] == [Field.NOMOR, Field.NAMA, Field.DESA]


def test_a_header_below_the_fifteenth_row_is_not_looked_for() -> None:
    titles: list[list[Cell]] = [["Judul"]] * 15
    assert find_header(sheet(*titles, ["No", "Nama"])) is None
    assert find_header(sheet(*titles[1:], ["No", "Nama"])) is not None


def test_without_a_name_column_there_is_no_header() -> None:
    assert find_header(sheet(["No", "Desa", "HP"], [1, "Palon", "0812"])) is None


def test_two_rows_are_joined_when_the_second_divides_the_first() -> None:
    found = find_header(
        sheet(
            ["No", "Nama", "Alamat", None, "HP"],
            [None, None, "Desa", "Kec", None],
            [1, "Siti", "Palon", "Jepon", "0812"],
            merged=((1, 2, 1, 3),),
        )
    )
    assert found is not None
    assert found.lines == (1, 2)
    assert [c.title for c in found.columns] == ["No", "Nama", "Alamat – Desa", "Alamat – Kec", "HP"]


def test_a_group_heading_below_the_header_is_no_second_header_row() -> None:
    found = find_header(sheet(["No", "Nama", "HP"], ["DESA PALON"], [1, "Siti", "0812"]))
    assert found is not None
    assert found.lines == (1,)


def test_a_person_without_number_and_name_is_no_second_header_row() -> None:
    found = find_header(sheet(["No", "Nama", "HP"], [None, None, "0812"], [1, "Siti", "0812"]))
    assert found is not None
    assert found.lines == (1,)


def test_of_two_columns_with_one_meaning_the_first_has_it() -> None:
    found = find_header(sheet(["Nama", "HP", "WA"]))
    assert found is not None
    assert [c.field for c in found.columns] == [Field.NAMA, Field.HP, None]


def test_a_lone_p_is_no_column_for_ticks() -> None:
    found = find_header(sheet(["Nama", "P", "S"]))
    assert found is not None
    assert [c.field for c in found.columns] == [Field.NAMA, None, None]


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    letters = [c.letter for c in header_of(sheet([f"k{n}" for n in range(60)]), (1,)).columns]
    assert letters[:2] == ["A", "B"]
    assert letters[25:28] == ["Z", "AA", "AB"]
    assert letters[52] == "BA"
