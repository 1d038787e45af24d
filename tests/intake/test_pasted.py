"""Pasted text: lists from chats, tables from spreadsheets."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.roster.preview import preview
from bimtek.intake.pasted import read_pasted


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("1. Siti Contoh – Palon – 081200000001", ("1", "Siti Contoh", "Palon", "081200000001")),
        ("1) Siti Contoh - Palon - 0812 0000 0001", ("1", "Siti Contoh", "Palon", "0812 0000 0001")),
        ("12.Siti Contoh (Palon) HP 081200000001", ("12", "Siti Contoh", "Palon", "081200000001")),
        ("1. Siti Contoh, Palon, +62 812-0000-0001", ("1", "Siti Contoh", "Palon", "+62 812-0000-0001")),
        ("1. Siti, S.Sos., M.Si., Palon 081200000001", ("1", "Siti, S.Sos., M.Si.", "Palon", "081200000001")),
        ("• Siti Contoh | Palon | 081200000001", (None, "Siti Contoh", "Palon", "081200000001")),
        ("Siti Contoh, 081200000001, Palon", (None, "Siti Contoh", "Palon", "081200000001")),
        ("[05/03/24 08.12.10] Bu Contoh: 1. Siti Contoh / Palon", ("1", "Siti Contoh", "Palon", None)),
        ("05/03/24 09.01 - Bu Contoh: 1. Siti Contoh : Palon", ("1", "Siti Contoh", "Palon", None)),
        ("1. Al-Amin Contoh - Palon", ("1", "Al-Amin Contoh", "Palon", None)),
        ("H. Joko Contoh, S.H. – Palon", (None, "H. Joko Contoh, S.H.", "Palon", None)),
    ],
)
def test_a_line_of_a_chat_comes_apart(line: str, cells: tuple[str | None, ...]) -> None:
    assert read_pasted(line).rows == ((1, cells),)


def test_lines_of_different_length_keep_the_phone_in_the_last_column() -> None:
    sheet = read_pasted("1. Siti Contoh – Palon – 081200000001\n2. Suparti 081200000002\n")
    assert sheet.rows[1] == (2, ("2", "Suparti", None, "081200000002"))


def test_tabs_and_semicolons_make_a_table() -> None:
    assert read_pasted("No\tNama\n1\tSiti – Contoh").rows[1] == (2, ("1", "Siti – Contoh"))
    assert read_pasted("No;Nama\n1;Siti – Contoh").rows[1] == (2, ("1", "Siti – Contoh"))


@pytest.mark.parametrize(
    "text", ["Siti Contoh\nBudi Rekaan\n", "1. Siti Contoh – Palon\n2. Budi Rekaan – Palon\n"]
)
def test_a_list_of_names_is_read_without_any_header(text: str) -> None:
    shown = preview(read_pasted(text), date(2024, 3, 5))
    assert [row.person.name.full for row in shown.importable] == ["Siti Contoh", "Budi Rekaan"]


def test_empty_lines_count_but_are_left_out() -> None:
    assert [line for line, _cells in read_pasted("\n\n1. Siti\n\n2. Budi\n").rows] == [3, 5]
    assert read_pasted("").rows == ()


@given(st.text())
def test_any_text_is_a_sheet_of_text_cells(text: str) -> None:
    for line, cells in read_pasted(text).rows:
        assert line > 0
        assert all(cell is None or isinstance(cell, str) for cell in cells)
        assert any(cells)
