"""Widgets side by side that go on in the next line."""

import pytest
from PySide6.QtWidgets import QWidget

from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.labels import label


@pytest.fixture
def flow(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    made = Flow(holder, 10)
    for _n in range(4):
        box = QWidget()
        box.setFixedSize(100, 40)
        made.addWidget(box)
    holder.show()
    return holder, made


def places(flow):
    return [(flow.itemAt(at).geometry().x(), flow.itemAt(at).geometry().y()) for at in range(flow.count())]


@pytest.mark.parametrize(
    ("width", "columns", "height"), [(430, 4, 40), (429, 3, 90), (210, 2, 90), (100, 1, 190), (60, 1, 190)]
)
def test_as_many_stand_side_by_side_as_fit(flow, width, columns, height):
    holder, made = flow
    holder.resize(width, 400)
    assert places(made) == [(at % columns * 110, at // columns * 50) for at in range(4)]
    assert made.heightForWidth(width) == height


def test_a_hidden_one_leaves_no_gap(flow):
    holder, made = flow
    holder.resize(430, 400)
    made.itemAt(0).widget().hide()
    made.activate()
    assert made.itemAt(1).geometry().x() == 0


def test_words_that_wrap_get_the_height_they_need(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    made = Flow(holder)
    text = label("Sesudah modul ini, peserta dapat " * 8)
    text.setFixedWidth(200)
    made.addWidget(text)
    holder.resize(220, 600)
    holder.show()
    assert text.height() >= text.heightForWidth(200) > 100


def test_buttons_at_the_foot_end_at_the_right_in_the_middle_of_their_line(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    made = Flow(holder, 10, ends=True)
    for wide, high in ((100, 40), (80, 40), (120, 60)):
        box = QWidget()
        box.setFixedSize(wide, high)
        made.addWidget(box)
    holder.show()
    holder.resize(250, 400)
    assert places(made) == [(60, 0), (170, 0), (130, 50)]
    holder.resize(400, 400)
    assert places(made) == [(80, 10), (190, 10), (280, 0)]
