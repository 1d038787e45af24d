"""The sheet under the logos: of several wishes the last one is shown, and nothing that was given up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from bimtek.documents import samples
from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Letterhead
from bimtek.ui.letterhead.drawings import KopDrawings
from tests.documents.reading import Pdf


@pytest.fixture
def drawings(context, services):
    owner = QObject()
    made = KopDrawings(services.letterheads, context.tasks, owner)
    made.owner = owner
    return made


def called(unit):
    return replace(samples.kegiatan(), letterhead=Letterhead(unit=unit))


def test_of_several_wishes_the_first_and_the_last_are_drawn(drawings, qtbot):
    units = []
    drawings.drawn.connect(lambda sheet, _image: units.append(Pdf(sheet.pdf).texts[0].split()[0]))
    for unit in ("SATU", "DUA", "TIGA"):
        drawings.wish(called(unit), (), 4.0)
    assert not drawings.settled
    qtbot.waitUntil(lambda: drawings.settled)
    assert units == ["SATU", "TIGA"]


def test_the_picture_has_the_pixels_that_were_asked_for(drawings, qtbot):
    with qtbot.waitSignal(drawings.drawn) as drawn:
        drawings.wish(called("SATU"), (), 7.5)
    sheet, image = drawn.args
    assert image.width() == pytest.approx(sheet.width * 7.5, abs=1)
    assert image.height() == pytest.approx(sheet.height * 7.5, abs=1)


def test_what_was_given_up_is_not_shown_and_what_comes_after_it_is(drawings, qtbot):
    units = []
    drawings.drawn.connect(lambda sheet, _image: units.append(Pdf(sheet.pdf).texts[0].split()[0]))
    drawings.wish(called("SATU"), (), 4.0)
    drawings.forget()
    qtbot.waitUntil(lambda: drawings.settled)
    assert units == []
    drawings.wish(called("DUA"), (), 4.0)
    drawings.forget()
    drawings.wish(called("TIGA"), (), 4.0)
    qtbot.waitUntil(lambda: drawings.settled)
    assert units == ["TIGA"]


def test_a_lost_picture_is_told(drawings, qtbot):
    kegiatan = replace(samples.kegiatan(), letterhead=Letterhead(mode="gambar", image="hilang"))
    with qtbot.waitSignal(drawings.failed) as failed:
        drawings.wish(kegiatan, (), 4.0)
    assert isinstance(failed.args[0], BimtekError)
    qtbot.waitUntil(lambda: drawings.settled)
