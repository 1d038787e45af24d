"""Spreadsheets read back with another library: figures, texts that stay texts, the import template."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from bimtek.documents import samples
from bimtek.documents.base import Document
from bimtek.documents.daftar_peserta_xlsx import COLUMNS, SAMPLE, DaftarPesertaXlsx
from bimtek.documents.register_sertifikat import RegisterSertifikat
from bimtek.documents.rekap_nilai import RekapNilai, ScoreRow
from bimtek.domain.certificate import Certificate
from bimtek.domain.people import PersonName
from bimtek.domain.roster.preview import preview
from bimtek.intake.people_file import read_people_file

FORMULAS = (
    "=1+1",
    "+62812",
    "-5",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0",
    "\t=1",
    "{=1}",
    "'=1",
    "http://example.org",
    "00812345",
    "198705122010012003",
)


def opened(paper: Document) -> openpyxl.Workbook:
    out = io.BytesIO()
    paper.write(out)
    return openpyxl.load_workbook(out)


def table(paper: Document) -> list[list[object]]:
    return [list(row) for row in opened(paper).active.iter_rows(values_only=True)]


def scores(*pairs: tuple[float | None, float | None]) -> RekapNilai:
    people = samples.people(len(pairs))
    rows = tuple(ScoreRow(person=p, pre=a, post=b) for p, (a, b) in zip(people, pairs, strict=True))
    return RekapNilai(kegiatan=replace(samples.kegiatan(), sample=False), rows=rows)


def test_scores_gain_and_summary_are_figures():
    rows = table(scores((0.5, 0.8), (0.6, None), (0.4, 0.9), (1.0, 1.0), (0.8, 0.6), (None, None)))
    start = next(n for n, row in enumerate(rows) if row[1] == "Nama")
    body = rows[start + 1 : start + 7]
    assert [row[3:7] for row in body] == [
        [50, 80, 30, pytest.approx(0.6)],
        [60, None, None, None],
        [40, 90, 50, pytest.approx(0.833333)],
        [100, 100, 0, "—"],
        [80, 60, -20, pytest.approx(-1)],
        [None, None, None, None],
    ]
    assert [row[7] for row in body] == [
        "sedang",
        "belum post-test",
        "tinggi",
        "pre-test sudah penuh",
        "turun",
        "belum ada nilai",
    ]
    summary = {row[0]: row[3] for row in rows[start + 8 :] if row[0]}
    assert summary["Peserta dengan dua nilai (pasangan)"] == 4
    assert summary["Rata-rata pre-test"] == 67.5
    assert summary["Rata-rata post-test"] == 82.5
    assert summary["N-gain dari rata-rata"] == pytest.approx(0.461538)
    assert summary["Rata-rata N-gain perorangan (3 orang)"] == pytest.approx(
        (0.6 + 0.833333 - 1) / 3, abs=1e-5
    )
    assert summary["Kategori N-gain (Hake)"] == "sedang"


def test_nobody_with_two_scores_gives_dashes_not_zeros():
    rows = table(scores((0.5, None)))
    summary = {row[0]: row[3] for row in rows if row[0]}
    assert summary["N-gain dari rata-rata"] == "—"
    assert summary["Rata-rata pre-test"] is None
    assert scores((0.5, None)).problems()
    assert scores((0.5, 0.6)).problems() == []


def test_point_14_and_formula_payloads_stay_texts():
    people = []
    for payload, entry in zip(FORMULAS, samples.people(len(FORMULAS)), strict=True):
        person = replace(entry.person, name=PersonName(payload), instansi=payload, jabatan="")
        people.append(ScoreRow(person=replace(entry, person=person)))
    paper = RekapNilai(kegiatan=replace(samples.kegiatan(), title="=A1"), rows=tuple(people))
    book = opened(paper)
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    for payload in FORMULAS:
        assert payload.strip() in texts


def certificate(sequence: int, **fields: object) -> Certificate:
    base = RegisterSertifikat.sample().certificates[0]
    return replace(base, sequence=sequence, number=f"{sequence:03d}/X", **fields)


def test_the_register_shows_voids_reprints_and_gaps():
    paper = RegisterSertifikat(
        kegiatan=samples.kegiatan(),
        certificates=(certificate(1, printed=3), certificate(2, status="batal"), certificate(5)),
    )
    rows = table(paper)
    start = next(n for n, row in enumerate(rows) if row[1] == "Nomor")
    body = [row for row in rows[start + 1 :] if row[0]]
    assert [row[1] for row in body] == ["001/X", "002/X", "urut 3–4", "005/X"]
    assert [row[10] for row in body] == ["cetak ulang 2 kali", "batal", "nomor tidak dipakai", None]
    assert body[0][3] == "Siti Nur Aisyah, S.Sos."
    assert body[0][6] == 5
    assert body[0][7].date() == date(2024, 3, 5)
    assert rows[0][0] == "REGISTER NOMOR SERTIFIKAT – CONTOH"


def test_the_template_has_text_cells_a_drop_down_and_imports_no_sample(tmp_path):
    path = tmp_path / "templat.xlsx"
    with path.open("wb") as out:
        DaftarPesertaXlsx(rows=30).write(out)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    header = next(row for row in sheet.iter_rows() if row[1].value == COLUMNS[1].header)
    phone, nip = header[9].column, header[10].column
    first = header[0].row + 1
    assert {sheet.cell(n, c).number_format for n in range(first, first + 30) for c in (phone, nip)} == {"@"}
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"L,P"'
    assert f"C{first}:C{first + 29}" in str(rule.sqref)
    assert [cell.value for cell in sheet[header[0].row - 1]] == list(SAMPLE)
    sheet.cell(first, 2).value = "Suparti"
    sheet.cell(first, 3).value = "P"
    sheet.cell(first, phone).value = "081234567890"
    book.save(path)
    found = preview(read_people_file(path).sheets[0], date(2024, 3, 5))
    assert [row.person.name.full for row in found.rows] == ["Suparti"]
    assert found.rows[0].person.phone == "+6281234567890"
