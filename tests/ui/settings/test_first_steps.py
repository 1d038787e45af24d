"""The sample from Pengaturan: made and opened, gone in one action, made again."""

import pytest

from bimtek.ui.settings.general import GeneralTab


@pytest.fixture
def card(context, qtbot):
    made = GeneralTab(context)
    qtbot.addWidget(made)
    made.show()
    return made.first_steps


def test_b9_48_the_sample_is_made_removed_and_made_again_by_one_button_each(
    card, context, qtbot, services, said
):
    opened = []
    context.window.open_kegiatan.connect(opened.append)
    assert not card.remove_button.isVisible()
    card.sample_button.click()
    qtbot.waitUntil(lambda: len(opened) == 1)
    assert services.sample.find().id == opened[0]
    qtbot.waitUntil(card.remove_button.isEnabled)
    card.remove_button.click()
    qtbot.waitUntil(lambda: said == ["Contoh dihapus."])
    assert services.sample.find() is None
    assert not card.remove_button.isVisible()
    qtbot.waitUntil(card.sample_button.isEnabled)
    card.sample_button.click()
    qtbot.waitUntil(lambda: len(opened) == 2)
    assert opened[0] != opened[1]


def test_the_sample_that_is_there_is_opened_not_doubled(card, context, qtbot, services):
    opened = []
    context.window.open_kegiatan.connect(opened.append)
    there = services.sample.create()
    card.sample_button.click()
    qtbot.waitUntil(lambda: opened == [there.id])
    assert len(services.overview.page()) == 1


def test_the_first_screen_can_be_asked_for(card, context):
    asked = []
    context.window.welcome.connect(lambda: asked.append(True))
    card.welcome_button.click()
    assert asked == [True]
