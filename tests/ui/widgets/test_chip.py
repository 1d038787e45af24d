"""A chip that changes its state looks like one that was made in it."""

import pytest

from bimtek.ui.widgets.chip import StatusChip


@pytest.mark.parametrize("tone", ["", "primary", "success", "warning", "danger"])
def test_a_changed_chip_leaves_as_much_room_for_its_mark_as_a_new_one(qtbot, tone):
    changed, made = StatusChip("Tersimpan otomatis"), StatusChip("Tersimpan 01.00", tone)
    for chip in (changed, made):
        qtbot.addWidget(chip)
        chip.show()
    changed.show_state("Tersimpan 01.00", tone)
    assert changed.sizeHint() == made.sizeHint()
    assert changed.contentsMargins() == made.contentsMargins()
    assert changed.contentsRect().x() == made.contentsRect().x()
