"""Sajikan: modules of the kegiatan, going on at the same slide after a crash."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from bimtek.app import build
from bimtek.host.paths import DataFolder
from bimtek.services.backup import restore
from bimtek.ui.kegiatan.present import PresentStep


@pytest.fixture
def step(qtbot, context, services):
    step = PresentStep(context, services.sample.plan().id)
    qtbot.addWidget(step)
    with qtbot.waitExposed(step):
        step.show()
    yield step
    if step.presentation is not None and step.presentation.running:
        step.presentation.ended.disconnect()  # nobody is left to read the data again
        step.presentation.show.end()


def test_the_module_of_the_kegiatan_is_offered_with_its_facts(step):
    assert [card.module.id for card in step.cards] == ["memahami-ocsea"]
    assert "28 slide" in step.cards[0].facts.text()
    assert step.cards[0].restart_button.isHidden()


def test_a_crash_in_the_middle_goes_on_at_the_same_slide(step, qtbot, services, tmp_path):
    step.cards[0].go_button.click()
    step.presentation.show.go(3)
    kegiatan_id = services.sample.find().id
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
    assert step.cards[0].restart_button.isVisibleTo(step)


def test_two_starts_open_one_presentation(step):
    step.start("memahami-ocsea", 0)
    first = step.presentation
    step.start("memahami-ocsea", 0)
    assert step.presentation is first


def test_a_kegiatan_without_modules_says_what_to_do(qtbot, context, services):
    kegiatan = services.sample.plan()
    bare = tuple(replace(s, agenda=()) for s in kegiatan.sessions)
    services.planning.set_sessions(replace(kegiatan, modules=()), bare).result()
    step = PresentStep(context, kegiatan.id)
    qtbot.addWidget(step)
    assert not step.cards
    assert step.empty.isVisibleTo(step)
