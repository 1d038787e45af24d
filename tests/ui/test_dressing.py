"""A change of theme dresses what is seen at once; the rest follows, and never shows itself in old clothes."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from bimtek.ui import dressing, theme
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.style import restyle

DRESSED = Qt.WidgetAttribute.WA_WState_Polished


class Pages(QStackedWidget):
    """Two pages that were both seen; the second has a label inside a box that is hidden too."""

    def __init__(self) -> None:
        super().__init__()
        self.front, self.back, self.inner = (label("Kata", "body", "danger") for _ in range(3))
        self.box = QWidget()
        QVBoxLayout(self.box).addWidget(self.inner)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.back)
        column.addWidget(self.box)
        self.addWidget(self.front)
        self.addWidget(page)


@pytest.fixture
def pages(qtbot, qapp):
    theme.apply_theme(qapp, "terang")
    pages = Pages()
    qtbot.addWidget(pages)
    pages.show()
    for at in (1, 0):
        pages.setCurrentIndex(at)
        qapp.processEvents()
    pages.box.hide()
    yield pages
    theme.apply_theme(qapp)


def ink(words: QLabel) -> str:
    """The colour most of the letters are drawn in."""
    picture = words.grab().toImage()
    ground = picture.pixelColor(0, 0)
    seen = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(seen, key=lambda c: abs(c.red() - ground.red()) + abs(c.green() - ground.green())).name()


def look(words: QLabel) -> tuple[str, str]:
    """The theme and the tone whose colour the letters come closest to, smoothed as they are."""
    seen = QColor(ink(words)).getRgb()

    def far(worn: tuple[str, str]) -> int:
        colour = theme.Theme(worn[0], 100).colour(worn[1]).getRgb()
        return sum(abs(a - b) for a, b in zip(seen, colour, strict=True))

    return min(product(("terang", "gelap"), ("danger", "success")), key=far)


def test_what_is_not_seen_waits_and_is_dressed_when_it_is_shown(pages, qapp):
    theme.apply_theme(qapp, "gelap")
    assert pages.front.testAttribute(DRESSED)
    assert not pages.back.testAttribute(DRESSED)
    pages.setCurrentIndex(1)
    assert pages.back.testAttribute(DRESSED)
    assert look(pages.back) == ("gelap", "danger")
    assert not pages.inner.testAttribute(DRESSED)
    pages.box.show()
    assert look(pages.inner) == ("gelap", "danger")


def test_all_of_it_is_dressed_after_a_while_without_being_shown(pages, qapp, qtbot):
    theme.apply_theme(qapp, "gelap")
    qtbot.waitUntil(lambda: pages.inner.testAttribute(DRESSED) and pages.back.testAttribute(DRESSED))
    theme.apply_theme(qapp, "terang")
    theme.apply_theme(qapp, "gelap")  # twice before anybody had time
    qtbot.waitUntil(lambda: pages.inner.testAttribute(DRESSED))
    pages.setCurrentIndex(1)
    pages.box.show()
    assert {look(words) for words in (pages.back, pages.inner)} == {("gelap", "danger")}


def test_a_tone_that_changes_while_it_waits_is_the_one_that_is_seen(pages, qapp):
    theme.apply_theme(qapp, "gelap")
    restyle(pages.back, tone="success")
    assert pages.back.testAttribute(DRESSED)
    pages.setCurrentIndex(1)
    assert look(pages.back) == ("gelap", "success")


def test_a_new_text_size_has_its_room_when_a_page_is_shown(pages, qapp):
    before = pages.back.sizeHint().height()
    theme.apply_theme(qapp, "terang", 175)
    pages.setCurrentIndex(1)
    assert pages.back.height() >= pages.back.sizeHint().height() > before


def test_a_page_that_is_thrown_away_while_it_waits_does_no_harm(pages, qapp, qtbot):
    theme.apply_theme(qapp, "gelap")
    gone = pages.widget(1)
    pages.removeWidget(gone)
    gone.deleteLater()
    qtbot.waitUntil(lambda: not isValid(gone))
    qtbot.waitUntil(lambda: not dressing.busy())
