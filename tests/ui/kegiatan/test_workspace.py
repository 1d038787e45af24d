"""Inside a kegiatan: steps open on their first visit, ticks follow what is stored, Ctrl+Z takes back."""

import pytest
from PySide6.QtCore import Qt

from bimtek.domain.next_step import Step
from bimtek.ui.kegiatan import STEPS
from bimtek.ui.kegiatan.prepare import AGENDA, FACTS, PEOPLE
from bimtek.ui.kegiatan.workspace import Workspace


@pytest.fixture
def workspace(context, kegiatan, qtbot):
    made = Workspace(context, kegiatan.id)
    qtbot.addWidget(made)
    made.resize(1146, 768)
    made.show()
    made.go(Step.PREPARE)
    return made


def test_steps_keep_the_order_of_the_day(workspace):
    order = list(Step)
    keys = [place.key for place in STEPS]
    assert keys == sorted(keys, key=order.index)
    assert list(workspace.stepper.steps) == keys


def test_only_visited_steps_are_built(workspace):
    assert list(workspace.steps) == [Step.PREPARE]
    workspace.stepper.steps[Step.ATTENDANCE].click()
    assert set(workspace.steps) == {Step.PREPARE, Step.ATTENDANCE}
    assert workspace.step is workspace.steps[Step.ATTENDANCE]


@pytest.mark.parametrize(("part", "tab"), [("kegiatan", FACTS), ("agenda", AGENDA), ("peserta", PEOPLE)])
def test_a_step_leads_to_the_part_of_another_that_mends_something(workspace, part, tab):
    workspace.stepper.steps[Step.PAPERS].click()
    workspace.step.step_wanted.emit(f"siapkan/{part}")
    assert workspace.step is workspace.steps[Step.PREPARE]
    assert workspace.step.tabs.currentIndex() == tab


def test_people_on_the_list_put_a_tick_on_siapkan(workspace, people):
    assert not workspace.stepper.steps[Step.PREPARE].done
    workspace.refresh()
    assert workspace.stepper.steps[Step.PREPARE].done


def test_heading_and_ticks_follow_what_is_stored_in_the_open_step(workspace, people, qtbot):
    step = workspace.steps[Step.PREPARE]
    step.people.refresh()
    step.people.remove()
    qtbot.waitUntil(lambda: workspace.stepper.steps[Step.PREPARE].done)
    step.tabs.setCurrentIndex(FACTS)
    step.facts.texts["title"].setText("Nama baru")
    qtbot.waitUntil(lambda: workspace.title.accessibleName() == "Nama baru")


def test_ctrl_z_takes_the_last_change_back(services, context, workspace, kegiatan, people, toasts, qtbot):
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    section = workspace.steps[Step.PREPARE].people
    section.refresh()
    section.table.setFocus()
    qtbot.keyClick(section.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: services.registration.of_kegiatan(kegiatan.id) == [])
    qtbot.waitUntil(lambda: section.model.rowCount() == 0)
    assert toasts[-1][0] == "Diurungkan: 5 orang ditambahkan"


def test_back_is_asked_for(workspace, qtbot):
    with qtbot.waitSignal(workspace.left):
        workspace.back_button.click()
