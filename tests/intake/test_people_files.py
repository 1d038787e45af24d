"""Real-looking lists, one or more for each habit, read by the real readers to the people expected.

Beside each list, `<name>.harap.json` says who comes of it, what is doubted, and what is left out.
"""

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bimtek.domain.people import Person
from bimtek.domain.roster.preview import best_sheet, preview
from bimtek.domain.roster.report import details, summary
from bimtek.domain.roster.result import Choices, Preview, PreviewRow
from bimtek.domain.wilayah import WilayahTable
from bimtek.intake.people_file import SUFFIXES, read_people_file
from bimtek.intake.wilayah_file import load_wilayah

FOLDER = Path(__file__).parents[1] / "data" / "peserta"
LISTS = sorted(path for path in FOLDER.iterdir() if path.suffix in SUFFIXES)
TODAY = date(2024, 3, 5)
DEFAULTS = Choices()
BLORA = "33.16"


@pytest.fixture(scope="module")
def wilayah() -> WilayahTable:
    return load_wilayah(Path(__file__).parents[2] / "assets" / "wilayah")


def read(path: Path, wilayah: WilayahTable, choices: Choices = DEFAULTS, sheet: str = "") -> Preview:
    sheets = read_people_file(path).sheets
    chosen = next((s for s in sheets if s.name == sheet), None) or best_sheet(sheets)
    assert chosen is not None
    return preview(chosen, TODAY, choices, wilayah, BLORA)


def told(shown: Preview) -> dict[str, Any]:
    """A preview in the words of the expectation files."""
    return {
        "lembar": shown.sheet,
        "judul": list(shown.header_lines),
        "orang": [_person(row) for row in shown.rows],
        "dilewati": {str(row.line): str(row.reason) for row in shown.skipped},
        "catatan": [f"{note.severity}: {note.message}" for note in shown.notes],
    }


def _person(row: PreviewRow) -> dict[str, Any]:
    said: dict[str, Any] = {"baris": row.line, "nama": row.person.name.full}
    if row.person.name.front or row.person.name.back:
        said["gelar"] = [row.person.name.front, row.person.name.back]
    values = ((f.name, getattr(row.person, f.name)) for f in fields(Person) if f.name not in ("id", "name"))
    said |= {name: str(value) for name, value in values if value not in (None, "")}
    if row.role:
        said["peran"] = row.role.value
    if row.suggestion:
        said["saran"] = row.suggestion.full
    if row.notes:
        said["catatan"] = [" ".join(p for p in (n.severity, n.field, str(n.message)) if p) for n in row.notes]
    return said


def expectation(path: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads(
        path.with_name(f"{path.name}.harap.json").read_text(encoding="utf-8")
    )
    return expected


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_gives_the_people_expected_and_says_what_it_left_out(
    path: Path, wilayah: WilayahTable
) -> None:
    expected = expectation(path)
    del expected["kebiasaan"]
    assert told(read(path, wilayah)) == expected


def test_there_is_a_list_for_each_of_the_twenty_two_habits() -> None:
    assert {habit for path in LISTS for habit in expectation(path)["kebiasaan"]} == set(range(1, 23))
    assert len(LISTS) >= 30


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_line_is_a_person_a_header_or_left_out_with_a_reason(path: Path, wilayah: WilayahTable) -> None:
    sheet = best_sheet(read_people_file(path).sheets)
    assert sheet is not None
    shown = preview(sheet, TODAY, wilayah=wilayah, within=BLORA)
    lines = [row.line for row in shown.rows] + [row.line for row in shown.skipped] + list(shown.header_lines)
    assert sorted(lines) == [line for line, _cells in sheet.rows]
    assert all(str(row.reason) for row in shown.skipped)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_the_report_counts_and_lists_what_was_left_out(path: Path, wilayah: WilayahTable) -> None:
    shown = read(path, wilayah)
    counts = {str(row[0]): row[1] for row in summary(shown)}
    assert counts["Dibaca"] == shown.read
    assert counts["Dipakai"] == len(shown.importable)
    reasons = [row[1] for row in summary(shown)[3:]]
    assert counts["Dilewati"] == shown.read - len(shown.importable) == sum(map(int, map(str, reasons)))
    left_out = [row for row in details(shown)[1:] if str(row[2]) == "dilewati"]
    assert len(left_out) == counts["Dilewati"]
