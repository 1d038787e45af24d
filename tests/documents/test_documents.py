"""What every paper must do: a loop over the list of papers."""

import io
import subprocess
import sys

import pytest

from bimtek.documents import DOCUMENTS
from bimtek.documents.base import Entry
from tests.documents.reading import Pdf

PAPERS = pytest.mark.parametrize("entry", DOCUMENTS, ids=lambda entry: entry.key)


def written(entry: Entry) -> bytes:
    out = io.BytesIO()
    assert entry.load().sample().write(out) >= 1
    return out.getvalue()


@PAPERS
def test_the_list_tells_the_truth_about_each_paper(entry):
    paper = entry.load()
    assert (paper.key, str(paper.title)) == (entry.key, str(entry.title))


@PAPERS
def test_a_sample_has_no_blocking_problem_and_gives_the_same_bytes_twice(entry):
    assert [p for p in entry.load().sample().problems() if p.blocking] == []
    assert written(entry) == written(entry)


@PAPERS
def test_a_pdf_opens_with_embedded_fonts_only_and_no_stray_letters(entry):
    data = written(entry)
    if entry.suffix != "pdf":
        assert data[:2] == b"PK"
        return
    pdf = Pdf(data)
    assert len(pdf) >= 1
    assert all(embedded for _name, embedded in pdf.fonts)
    assert not set(pdf.text) & {"\x00", "\ufffd", "■", "□"}


@PAPERS
def test_text_keeps_two_millimetres_from_the_edge_of_the_page(entry):
    if entry.suffix != "pdf":
        return
    pdf = Pdf(written(entry))
    for page, (wide, high) in enumerate(pdf.sizes):
        words = [w for w in pdf.pages[page] if w.text != "CONTOH"]
        assert min(w.left for w in words) >= 8
        assert max(w.right for w in words) <= wide - 8
        assert max(w.bottom for w in words) <= high - 5


@PAPERS
def test_progress_ends_at_the_whole(entry):
    seen: list[tuple[int, int]] = []
    entry.load().sample().write(io.BytesIO(), lambda done, total: seen.append((done, total)))
    assert seen
    assert seen[-1][0] == seen[-1][1]


def test_the_list_of_papers_is_read_without_loading_reportlab():
    code = "import sys, bimtek.documents; print('reportlab' in sys.modules, 'xlsxwriter' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
