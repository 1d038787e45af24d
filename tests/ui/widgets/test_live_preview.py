"""What is shown is what was wished for last."""

import pypdfium2
import pytest

from bimtek.services.papers.request import PaperRequest
from bimtek.ui.tasks import TaskRunner
from bimtek.ui.widgets.live_preview import LivePreview
from tests.services.day import people, planned

LIST, SLIPS = PaperRequest(key="daftar-hadir"), PaperRequest(key="slip-kode")
FORM = PaperRequest(key="daftar-hadir", blank_rows=5)


@pytest.fixture
def kegiatan(services):
    made = planned(services)
    people(services, made, 2)
    return made


@pytest.fixture
def preview(services, qtbot):
    tasks = TaskRunner()
    made = LivePreview(services.papers, tasks)
    qtbot.addWidget(made)
    made.heard = []
    made.drawn.connect(made.heard.append)
    yield made
    tasks.close()


def words(drawn):
    pdf = pypdfium2.PdfDocument(drawn.data)
    try:
        return pdf[0].get_textpage().get_text_bounded()
    finally:
        pdf.close()


def test_of_several_wishes_only_the_last_is_shown(preview, kegiatan, qtbot):
    for request in (LIST, SLIPS, FORM):
        preview.show_paper(kegiatan, request)
    assert not preview.settled
    qtbot.waitUntil(lambda: preview.settled)
    assert len(preview.heard) == 1
    assert "DAFTAR HADIR" in words(preview.heard[0])
    assert "Peserta Contoh 1" not in words(preview.heard[0])


def test_what_is_no_longer_wished_for_is_not_shown(preview, kegiatan, qtbot):
    preview.show_paper(kegiatan, LIST)
    preview.show_paper(kegiatan, SLIPS)
    preview.forget()
    qtbot.waitUntil(lambda: preview.settled)
    assert preview.heard == []
    assert preview.pages == 0


def test_a_paper_with_a_blocking_problem_shows_why_instead(preview, kegiatan, qtbot):
    preview.show_paper(kegiatan, LIST)
    qtbot.waitUntil(lambda: preview.pages == 1)
    preview.show_paper(kegiatan, PaperRequest(key="kartu", module="tidak-ada"))
    qtbot.waitUntil(lambda: preview.settled and preview.pages == 0)
    assert [problem.blocking for problem in preview.heard[-1].problems] == [True]
    assert preview.heard[-1].data == b""


def test_a_paper_that_is_not_there_is_told_and_nothing_is_shown(preview, kegiatan, qtbot):
    with qtbot.waitSignal(preview.failed) as told:
        preview.show_paper(kegiatan, PaperRequest(key="tidak-ada"))
    assert "Dokumen itu tidak ada" in str(told.args[0])
    qtbot.waitUntil(lambda: preview.settled)
    assert preview.heard == []
