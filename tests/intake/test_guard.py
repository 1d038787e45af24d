"""Broken, hostile and huge files end as one friendly error, and never in this process."""

import zipfile
from pathlib import Path
from time import perf_counter

import openpyxl
import pytest
import xlsxwriter
import xlwt

from bimtek.domain.errors import SpreadsheetError
from bimtek.intake.guard import read_spreadsheet
from bimtek.intake.people_file import read_people_file

FOLDER = Path(__file__).parents[1] / "data" / "peserta"
SAMPLE = FOLDER / "01-judul-di-atas.xlsx"


def refusal(path: Path) -> str:
    with pytest.raises(SpreadsheetError) as caught:
        read_people_file(path)
    assert caught.value.advice
    assert "tidak berubah" in str(caught.value)
    return str(caught.value)


def test_a_truncated_workbook_is_called_broken(tmp_path: Path) -> None:
    path = tmp_path / "putus.xlsx"
    path.write_bytes(SAMPLE.read_bytes()[:2000])
    assert "rusak" in refusal(path)


@pytest.mark.parametrize("name", ["sampah.xlsx", "sampah.xls", "sampah.ods"])
@pytest.mark.parametrize("start", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_garbage_is_called_broken_or_no_spreadsheet(tmp_path: Path, name: str, start: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(start + bytes(range(256)) * 8)
    assert "simpan ulang" in refusal(path)


def test_an_empty_file_and_a_missing_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "kosong.xlsx").touch()
    assert "bukan lembar kerja" in refusal(tmp_path / "kosong.xlsx")
    assert "tidak dapat dibuka" in refusal(tmp_path / "tidak-ada.xlsx")
    assert "tidak dapat dibuka" in refusal(tmp_path / "tidak-ada.csv")


def test_a_web_page_named_xls_is_no_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "unduhan.xls"
    path.write_text("<html><table><tr><td>Nama</td></tr></table></html>", encoding="utf-8")
    assert "bukan lembar kerja" in refusal(path)


def test_another_zip_file_is_no_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "foto.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("foto.txt", "foto")
    assert "bukan lembar kerja" in refusal(path)


def test_a_locked_workbook_asks_for_a_copy_without_password(tmp_path: Path) -> None:
    path = tmp_path / "terkunci.xlsx"
    book = xlwt.Workbook()
    book.add_sheet("A").write(0, 0, "Nama")
    book.save(str(path))
    old, new = "Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
    data = path.read_bytes()
    at = data.index(old)  # an entry of the directory: 64 bytes of name, then its length
    entry = new.ljust(64, b"\0") + (len(new) + 2).to_bytes(2, "little")
    path.write_bytes(data[:at] + entry + data[at + 66 :])
    assert "kata sandi" in refusal(path)


def test_more_than_200_000_cells_are_refused_within_5_seconds(tmp_path: Path) -> None:
    path = tmp_path / "besar.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for line in range(20_001):
            sheet.write_row(line, 0, list(range(10)))
    start = perf_counter()
    assert "200.000" in refusal(path)
    assert perf_counter() - start < 5


def test_a_too_large_sheet_does_not_hide_the_others(tmp_path: Path) -> None:
    path = tmp_path / "dua.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        small = book.add_worksheet("Peserta")
        small.write_row(0, 0, ["No", "Nama"])
        large = book.add_worksheet("DATABASE")
        for line in range(20_001):
            large.write_row(line, 0, list(range(10)))
    workbook = read_spreadsheet(path)
    assert [sheet.name for sheet in workbook.sheets] == ["Peserta"]
    assert workbook.too_large == ("DATABASE",)


def test_one_cell_in_the_farthest_corner_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "pojok.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "Nama"
    book.active["XFD1048576"] = "x"
    book.save(path)
    start = perf_counter()
    assert "terlalu besar" in refusal(path)
    assert perf_counter() - start < 5


def test_one_cell_far_below_is_read(tmp_path: Path) -> None:
    path = tmp_path / "jauh.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "Nama"
    book.active["B900000"] = "x"
    book.save(path)
    sheet = read_spreadsheet(path).sheets[0]
    assert sheet.rows == ((1, ("Nama",)), (900_000, (None, "x")))


def test_rows_repeated_without_end_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "ulang.ods"
    source = zipfile.ZipFile(FOLDER / "39-tiga-orang.ods")
    with source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for item in source.namelist():
            data = source.read(item)
            if item == "content.xml":
                data = data.replace(
                    b"<table:table-row>", b'<table:table-row table:number-rows-repeated="20000000">', 1
                )
            packed.writestr(item, data)
    assert "terlalu besar" in refusal(path)


def test_entities_that_grow_without_end_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "tawa.ods"
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "haha">{levels}]><a>&e9;</a>'
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", bomb)
    start = perf_counter()
    assert "rusak" in refusal(path)
    assert perf_counter() - start < 10


def test_a_reading_that_takes_too_long_is_ended() -> None:
    with pytest.raises(SpreadsheetError) as caught:
        read_spreadsheet(SAMPLE, time_limit_s=0.0)
    assert "terlalu lama" in str(caught.value)


def test_a_small_file_is_read_quickly() -> None:
    read_spreadsheet(SAMPLE)
    start = perf_counter()
    assert read_spreadsheet(SAMPLE).sheets[0].rows
    assert perf_counter() - start < 2


def test_cells_keep_their_places_when_the_list_starts_further_down(tmp_path: Path) -> None:
    path = tmp_path / "geser.xlsx"
    book = openpyxl.Workbook()
    book.active["C5"] = "Nama"
    book.active["E7"] = 5
    book.save(path)
    assert read_spreadsheet(path).sheets[0].rows == (
        (5, (None, None, "Nama")),
        (7, (None, None, None, None, 5.0)),
    )
