"""Sajikan: modules of the kegiatan, going on at the same slide after a crash."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bimtek.app import build
from bimtek.domain.errors import BimtekError
from bimtek.domain.text import _
from bimtek.host.data_folder import DataFolder
from bimtek.services.recovery import restore
from bimtek.ui import theme
from bimtek.ui.kegiatan.present import PresentStep
from bimtek.ui.messages import ErrorDialog
from tests.pdf_files import pdf
from tests.ui.audit import audit, cut_buttons


@pytest.fixture
def step(qtbot, context, services):
    step = PresentStep(context, services.blora.plan().id)
    qtbot.addWidget(step)
    with qtbot.waitExposed(step):
        step.show()
    yield step
    if step.presentation is not None and step.presentation.running:
        step.presentation.ended.disconnect()  # nobody is left to read the data again
        step.presentation.show.end()


def test_the_module_of_the_kegiatan_is_offered_with_its_facts(step):
    assert [card.key for card in step.cards] == ["memahami-ocsea"]
    assert "28 slide" in step.cards[0].facts.text()
    assert step.cards[0].restart_button.isHidden()


def test_a_crash_in_the_middle_goes_on_at_the_same_slide(step, qtbot, services, tmp_path):
    step.cards[0].go_button.click()
    step.presentation.show.go(3)
    kegiatan_id = services.blora.find().id
    qtbot.waitUntil(lambda: services.teaching.position(kegiatan_id, "memahami-ocsea") == 3)
    services.backup.export(tmp_path / "as-if-the-power-went.btkbak")
    restore(tmp_path / "as-if-the-power-went.btkbak", DataFolder(tmp_path / "again"), services.clock)
    again = build(tmp_path / "again", services.clock)
    try:
        assert again.teaching.position(kegiatan_id, "memahami-ocsea") == 3
    finally:
        again.close()


def test_ending_shows_where_it_was_left(step, qtbot):
    step.start("memahami-ocsea", 6)
    qtbot.keyClick(step.presentation.presenter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not step.presentation.running)
    qtbot.waitUntil(lambda: "slide 7" in step.cards[0].facts.text())
    qtbot.waitUntil(lambda: step.cards[0].restart_button.isVisibleTo(step))


def test_two_starts_open_one_presentation(step):
    step.start("memahami-ocsea", 0)
    first = step.presentation
    step.start("memahami-ocsea", 0)
    assert step.presentation is first


def test_a_kegiatan_without_modules_says_what_to_do(qtbot, context, services):
    kegiatan = services.blora.plan()
    bare = tuple(replace(s, agenda=()) for s in kegiatan.sessions)
    services.planning.set_sessions(replace(kegiatan, modules=()), bare).result()
    step = PresentStep(context, kegiatan.id)
    qtbot.addWidget(step)
    assert not step.cards
    assert step.empty.isVisibleTo(step)


@pytest.fixture
def brought(tmp_path):
    path = tmp_path / "Materi Camat.pdf"
    path.write_bytes(pdf(3))
    return path


def test_an_own_pdf_is_taken_in_shown_and_goes_on_at_the_same_page(step, qtbot, services, brought):
    step.open_pdf(brought)
    qtbot.waitUntil(lambda: len(step.cards) == 2)
    card = step.cards[1]
    assert (card.title.text(), card.facts.text()) == ("Materi Camat", "PDF · 3 halaman")
    qtbot.waitUntil(lambda: not card.cover.pixmap().isNull())
    brought.unlink()
    card.go_button.click()
    qtbot.keyClick(step.presentation.presenter, Qt.Key.Key_Right)
    qtbot.keyClick(step.presentation.presenter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "sampai halaman 2" in step.cards[1].facts.text())
    step.cards[1].go_button.click()
    assert step.presentation.show.index == 1


def test_a_broken_pdf_is_told_and_nothing_is_added(step, qtbot, brought):
    brought.write_bytes(b"bukan pdf")
    step.open_pdf(brought)
    assert not step.pdf_button.isEnabled()
    qtbot.waitUntil(lambda: bool(step.findChildren(ErrorDialog)))
    assert "rusak atau bukan PDF" in str(step.findChildren(ErrorDialog)[0].error)
    qtbot.waitUntil(step.pdf_button.isEnabled)
    assert len(step.cards) == 1


def test_an_own_pdf_is_taken_off_and_comes_back_by_urungkan(step, qtbot, context, brought):
    said = []
    context.window.toast.connect(lambda text, undo: said.append((str(text), undo)))
    step.open_pdf(brought)
    qtbot.waitUntil(lambda: len(step.cards) == 2)
    step.cards[1].remove_button.click()
    qtbot.waitUntil(lambda: len(step.cards) == 1)
    qtbot.waitUntil(lambda: "Materi Camat dihapus dari kegiatan." in [text for text, _undo in said])
    said[-1][1]()
    qtbot.waitUntil(lambda: len(step.cards) == 2)


def test_a_pdf_whose_copy_is_gone_opens_no_presentation(step, qtbot, services, brought):
    step.open_pdf(brought)
    qtbot.waitUntil(lambda: len(step.cards) == 2)
    services.own_slides.place(services.own_slides.of_kegiatan(services.blora.find().id)[0]).unlink()
    step.cards[1].go_button.click()
    assert step.presentation is None
    assert step.findChildren(ErrorDialog)


def test_b9_18_trouble_while_presenting_opens_no_dialog(step, qtbot):
    step.start("memahami-ocsea", 0)
    step._on_failed(BimtekError(_("Penyimpanan penuh.")))
    assert step.findChildren(ErrorDialog) == []
    assert QApplication.activeModalWidget() is None


def test_presenting_asks_for_no_pin(step, services):
    services.pin.set("2468")
    step.cards[0].go_button.click()
    assert step.presentation.running
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("scale", [100, 150])
def test_the_step_keeps_the_rules_with_a_module_and_a_pdf(step, qtbot, dressed, brought, scale):
    theme.apply_theme(dressed, "terang", scale)
    step.open_pdf(brought)
    qtbot.waitUntil(lambda: len(step.cards) == 2)
    step.resize(1366 - 220, 650)
    QApplication.processEvents()
    audit(step)
    assert cut_buttons(step) == []
