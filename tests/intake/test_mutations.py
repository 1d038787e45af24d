"""Lists damaged at random: a preview or one friendly error, and nothing else.

The full run tries a thousand damaged files.
"""

import zipfile
from datetime import date
from pathlib import Path
from random import Random

import pytest

from bimtek.domain.cells import Sheet
from bimtek.domain.errors import SpreadsheetError
from bimtek.domain.roster.preview import preview
from bimtek.domain.roster.report import details, summary
from bimtek.intake.people_file import SUFFIXES, read_people_file
from tests.counts import sampled

FOLDER = Path(__file__).parents[1] / "data" / "peserta"
LISTS = sorted(path for path in FOLDER.iterdir() if path.suffix in SUFFIXES and path.stat().st_size < 20_000)
COUNT = sampled(40, 1000)
TODAY = date(2024, 3, 5)


def damaged(data: bytes, random: Random) -> bytes:
    """Bytes with a few changed, cut out or doubled."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 20))):
        at = random.randrange(len(changed) or 1)
        kind = random.choice(("change", "drop", "double", "cut"))
        if kind == "change" and changed:
            changed[at] = random.randrange(256)
        elif kind == "drop":
            del changed[at : at + random.randrange(1, 50)]
        elif kind == "double":
            changed[at:at] = changed[at : at + random.randrange(1, 50)]
        elif random.random() < 0.1:
            del changed[at:]
    return bytes(changed)


def damaged_inside(path: Path, to: Path, random: Random) -> None:
    """A zip file whose parts are damaged and packed soundly again; other files are damaged as they are."""
    if not zipfile.is_zipfile(path):
        to.write_bytes(damaged(path.read_bytes(), random))
        return
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(to, "w") as packed:
        victim = random.choice(
            [n for n in source.namelist() if "sheet" in n or "content" in n or "workbook" in n]
        )
        for name in source.namelist():
            data = source.read(name)
            packed.writestr(name, damaged(data, random) if name == victim else data)


@pytest.mark.fault
@pytest.mark.parametrize("seed", range(COUNT))
def test_a_damaged_list_gives_a_preview_or_one_friendly_error(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    source = random.choice(LISTS)
    path = tmp_path / source.name
    if random.random() < 0.3:
        path.write_bytes(damaged(source.read_bytes(), random))
    else:
        damaged_inside(source, path, random)
    refused: SpreadsheetError | None = None
    sheets: tuple[Sheet, ...] = ()
    try:
        sheets = read_people_file(path).sheets
    except SpreadsheetError as error:
        refused = error
    assert refused is None or refused.advice
    for sheet in sheets:
        shown = preview(sheet, TODAY)
        assert len(shown.importable) <= len(sheet.rows)
        assert summary(shown)
        assert details(shown)
