"""Real PDFs, drawn on a worker."""

import pytest

from bimtek.ui.tasks import TaskRunner
from bimtek.ui.widgets.pdf_preview import PdfPreview
from tests.ui.gallery import pdf


@pytest.fixture
def preview(qtbot):
    tasks = TaskRunner()
    preview = PdfPreview(tasks)
    qtbot.addWidget(preview)
    preview.resize(600, 500)
    with qtbot.waitExposed(preview):
        preview.show()
    yield preview
    tasks.close()


def test_pages_can_be_turned_and_end_at_the_ends(preview, qtbot):
    with qtbot.waitSignal(preview.rendered, timeout=15_000) as seen:
        preview.show_pdf(pdf())
    assert seen.args == [1]
    assert preview.position.text() == "Halaman 1 dari 3"
    assert not preview.back_button.isEnabled()
    with qtbot.waitSignal(preview.rendered, timeout=5000):
        preview.show_page(99)
    assert preview.position.text() == "Halaman 3 dari 3"
    assert not preview.next_button.isEnabled()


def test_page_fits_the_width_until_zoomed(preview, qtbot):
    with qtbot.waitSignal(preview.rendered, timeout=15_000):
        preview.show_pdf(pdf())
    fitted = preview.sheet.pixmap().deviceIndependentSize().width()
    assert abs(fitted - (preview.area.viewport().width() - 32)) <= 2
    with qtbot.waitSignal(preview.rendered, timeout=5000):
        preview.set_zoom(2.0)
    assert preview.sheet.pixmap().deviceIndependentSize().width() == pytest.approx(
        595.28 * 96 / 72 * 2, abs=2
    )


def test_only_the_last_of_many_editions_is_shown(preview, qtbot):
    shown = []
    preview.rendered.connect(shown.append)
    for page in (1, 2, 3, 2):
        preview.page = page
        preview.show_pdf(pdf())
    qtbot.waitUntil(lambda: shown == [2], timeout=15_000)


def test_a_broken_file_is_said_in_words(preview, qtbot, caplog):
    preview.show_pdf(b"bukan pdf")
    qtbot.waitUntil(lambda: preview.sheet.text() == "Pratinjau belum bisa ditampilkan.", timeout=15_000)


def test_clear_forgets_a_drawing_on_its_way(preview, qtbot):
    preview.show_pdf(pdf())
    preview.clear()
    preview._tasks.close()
    qtbot.waitUntil(lambda: not preview._tasks._tasks)
    assert preview.sheet.pixmap().isNull()
    assert not preview.position.isVisible()
