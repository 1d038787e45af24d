"""Text tables in every encoding and with every separator offices use."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.errors import SpreadsheetError
from bimtek.intake import delimited
from bimtek.intake.delimited import decode, parse_delimited, read_delimited

TEXT = "No;Nama\n1;Renée’s Contoh\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_decoded_by_its_mark_or_its_bytes(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_a_mark(encoding: str) -> None:
    assert decode("No;Nama;Desa\n1;Siti;Palon\n".encode(encoding)).startswith("No;Nama")


@given(st.binary())
def test_any_bytes_decode_to_something(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_the_separator_is_found(sign: str) -> None:
    rows = [["No", "Nama", "HP"], ["1", "Siti Contoh", "0812"], ["2", "Budi Rekaan", "0813"]]
    sheet = parse_delimited("\n".join(sign.join(row) for row in rows), "x")
    assert [list(cells) for _line, cells in sheet.rows] == rows


def test_commas_in_names_do_not_count_as_separators() -> None:
    sheet = parse_delimited("No;Nama;Desa\n1;Siti, S.Sos., M.Si.;Palon\n2;Budi, S.H., M.H.;Palon\n", "x")
    assert sheet.rows[1] == (2, ("1", "Siti, S.Sos., M.Si.", "Palon"))


def test_a_line_that_names_the_separator_is_obeyed() -> None:
    assert parse_delimited("sep=|\nNo|Nama, gelar\n", "x").rows[0][1] == ("No", "Nama, gelar")


def test_quoted_cells_may_hold_separators_and_line_ends() -> None:
    sheet = parse_delimited('No,Nama\n1,"Siti\nContoh, S.Sos."\n', "x")
    assert sheet.rows[1] == (2, ("1", "Siti\nContoh, S.Sos."))


def test_every_cell_stays_text_and_empty_cells_are_none() -> None:
    sheet = parse_delimited("0812;;3.3E+15\n", "x")
    assert sheet.rows == ((1, ("0812", None, "3.3E+15")),)


def test_too_large_tables_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SpreadsheetError, match=r"200\.000"):
        parse_delimited("a,b\n" * 100_001, "x")
    monkeypatch.setattr(delimited, "MAX_BYTES", 10)
    (tmp_path / "a.csv").write_text("No,Nama\n1,Siti Contoh\n", encoding="utf-8")
    with pytest.raises(SpreadsheetError):
        read_delimited(tmp_path / "a.csv")


def test_a_cell_longer_than_csv_allows_is_a_friendly_error() -> None:
    with pytest.raises(SpreadsheetError, match="rusak"):
        parse_delimited('a,"' + "x" * 200_000, "x")


@given(st.text())
def test_any_text_is_a_sheet_or_a_friendly_error(text: str) -> None:
    try:
        sheet = parse_delimited(text, "x")
    except SpreadsheetError:
        return
    assert all(line > 0 for line, _cells in sheet.rows)
