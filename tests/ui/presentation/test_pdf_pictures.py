"""Pages of a PDF as slides: drawn on a worker, sharp, and never in the way."""

import threading

import pytest
from PySide6.QtCore import QSize

from bimtek.domain.own_slides import OwnSlides
from bimtek.host.paths import asset
from bimtek.slides.style import SlideStyle
from bimtek.ui.presentation import pdf_pictures
from bimtek.ui.presentation.deck import pdf_deck
from bimtek.ui.presentation.pdf_pictures import PdfPictures
from bimtek.ui.presentation.presentation import Presentation
from bimtek.ui.presentation.show import Stage
from bimtek.ui.tasks import TaskRunner
from tests.pdf_files import pdf


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner()
    yield runner
    runner.close()


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "berkas"
    path.write_bytes(pdf(3))
    return path


@pytest.fixture
def pictures(source, tasks):
    return PdfPictures(source, tasks, SlideStyle.load(asset("")))


def drawn(pictures, qtbot, index, size, ratio=1.0):
    pixels = round(size.width() * ratio), round(size.height() * ratio)

    def there():
        found = pictures.get(index, size, ratio)
        return found is not None and (found.width(), found.height()) == pixels

    qtbot.waitUntil(there)
    return pictures.get(index, size, ratio).toImage()


@pytest.mark.parametrize("size", [QSize(1024, 768), QSize(3840, 2160)])
def test_a_page_is_as_sharp_as_the_screen_and_stands_in_its_middle(pictures, qtbot, size):
    image = drawn(pictures, qtbot, 0, size)
    middle = image.pixelColor(size.width() // 2, size.height() // 2)
    assert middle.name() == "#ff0000"
    bars = image.pixelColor(size.width() // 2, 2).name()
    assert bars == ("#000000" if size.height() == 768 else "#ff0000")


def test_nobody_waits_and_a_smaller_picture_stands_in(pictures, qtbot, monkeypatch):
    small = drawn(pictures, qtbot, 1, QSize(128, 72))
    threads, gate, draw = [], threading.Event(), pdf_pictures.draw_page

    def slow(document, at, scale):
        threads.append(threading.current_thread())
        assert gate.wait(20)
        return draw(document, at, scale)

    monkeypatch.setattr(pdf_pictures, "draw_page", slow)
    assert pictures.get(1, QSize(1024, 768), 1.0).toImage() == small
    assert pictures.get(2, QSize(1024, 768), 1.0) is None
    with qtbot.waitSignal(pictures.drawn):
        gate.set()
    drawn(pictures, qtbot, 2, QSize(1024, 768))
    assert threading.main_thread() not in threads


def test_a_page_that_cannot_be_drawn_says_so_and_the_others_go_on(pictures, source, qtbot):
    source.write_bytes(b"rusak")
    image = drawn(pictures, qtbot, 0, QSize(640, 360))
    assert image.pixelColor(2, 2).name() == "#fffdf5"
    assert any(image.pixelColor(x, 180).lightness() < 90 for x in range(640))


def test_our_keys_and_calm_screen_work_over_a_pdf_and_there_is_no_plan(source, tasks, qtbot):
    own = OwnSlides("x", "k", "Materi Camat", "0" * 64, 3)
    positions = []
    talk = Presentation(
        pdf_deck(own, source, tasks, asset("")), "Bimtek", start=1, on_position=positions.append
    )
    talk.open()
    talk.show_notes()
    try:
        assert talk.presenter.position.text() == "Slide 2 dari 3"
        assert talk.presenter.notes.toPlainText() == ""
        assert talk.presenter.plan.isHidden()
        assert talk.presenter.section_bar.isHidden()
        assert talk.presenter.passed.text() == "0.00 menit"
        qtbot.waitUntil(lambda: centre(talk) == "#008000")
        talk.show.advance()
        qtbot.waitUntil(lambda: centre(talk) == "#0000ff")
        talk.show.cover(Stage.BLACK)
        assert centre(talk) == "#000000"
        assert positions == [2]
        assert talk.presenter.strip.model().index(2, 0).data() == "3. Halaman 3"
    finally:
        talk.show.end()


def centre(talk):
    stage = talk.presenter.stage
    return stage.grab().toImage().pixelColor(stage.width() // 2, stage.height() // 2).name()
