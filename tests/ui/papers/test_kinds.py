"""Every paper has its place in the window."""

from itertools import groupby

import pytest

from bimtek.documents import DOCUMENTS
from bimtek.host.paths import asset
from bimtek.ui.papers.kinds import KINDS, NUMBERS, kind_of

NOT_OF_A_KEGIATAN = {
    "daftar-peserta",
    "rencana-b",
    "kartu-kanal",
    "kode-pemulihan",
}  # offered elsewhere, by Sheets too


def test_every_document_has_one_line_and_nothing_else_has():
    keys = [kind.key for kind in KINDS]
    assert len(set(keys)) == len(keys)
    assert set(keys) == {entry.key for entry in DOCUMENTS} - NOT_OF_A_KEGIATAN | {NUMBERS}


@pytest.mark.parametrize("entry", DOCUMENTS, ids=lambda entry: entry.key)
def test_what_another_program_opens_has_no_fields_and_every_preview_has_some(entry):
    if entry.key not in NOT_OF_A_KEGIATAN:
        assert bool(kind_of(entry.key).fields) == (entry.suffix == "pdf")


def test_each_section_is_one_block_and_each_kind_has_a_picture():
    sections = [section for section, _kinds in groupby(KINDS, lambda kind: kind.section)]
    assert len({str(section) for section in sections}) == len(sections)
    assert all(asset(f"icons/{kind.icon}.svg").exists() for kind in KINDS)
