"""What is shown is what was wished for last."""

import pytest

from bimtek.services.papers.request import PaperRequest
from bimtek.ui.widgets.live_preview import LivePreview
from tests.documents.reading import Pdf
from tests.services.day import people, planned

LIST, SLIPS = PaperRequest(key="daftar-hadir"), PaperRequest(key="slip-kode")
FORM = PaperRequest(key="daftar-hadir", blank_rows=5)


@pytest.fixture
def kegiatan(services):
    made = planned(services)
    people(services, made, 2)
    return made


@pytest.fixture
def preview(context, qtbot):
    made = LivePreview(context.services.papers, context.tasks)
    qtbot.addWidget(made)
    made.heard = []
    made.drawn.connect(made.heard.append)
    return made


def test_of_several_wishes_only_the_last_is_shown(preview, kegiatan, qtbot):
    for request in (LIST, SLIPS, FORM):
        preview.show_paper(kegiatan, request)
    assert not preview.settled
    qtbot.waitUntil(lambda: preview.settled)
    assert len(preview.heard) == 1
    words = Pdf(preview.heard[0].data).text
    assert "DAFTAR HADIR" in words
    assert "Peserta Contoh 1" not in words


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
