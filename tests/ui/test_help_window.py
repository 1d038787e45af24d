"""Bantuan: F1 opens the page of the screen somebody is on, searchable, beside the work."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

import bimtek.ui
from bimtek.domain.next_step import Step
from bimtek.domain.text import _
from bimtek.services.help import FIRST, GROUPS
from bimtek.ui import theme
from bimtek.ui.commands import WindowCommands
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.dialogs.help_window import HelpWindow, open_help
from bimtek.ui.dialogs.pin import PinDialog
from bimtek.ui.help_topics import NO_HELP, TOPICS, topic_of
from bimtek.ui.help_view import Picture
from bimtek.ui.kegiatan import STEPS
from bimtek.ui.main_window import MainWindow
from bimtek.ui.messages import MessageDialog, confirm
from bimtek.ui.pages import PAGES
from bimtek.ui.tasks import TaskRunner
from tests.ui.audit import audit, cut_buttons

KEYS = {key for _group, keys in GROUPS for key in keys}


@pytest.fixture
def window(services, qtbot):
    runner, made = TaskRunner(), MainWindow()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitSignal(made.painted):
        made.show()
    made.attach(UiContext(services, runner, WindowSignals(made)))
    WindowCommands(made)
    made.wake()
    yield made
    runner.close()


@pytest.fixture
def opened(qtbot):
    below = QWidget()
    qtbot.addWidget(below)
    below.resize(1366, 768)

    def show(topic=FIRST):
        made = HelpWindow(topic, below)
        made.show()
        return made

    return show


def help_beside(window):
    shown = [one for one in window.findChildren(HelpWindow) if one.isVisible()]
    assert len(shown) == 1
    return shown[0]


def words(view):
    return [label.text() for label in view.widget().findChildren(QLabel)]


def press_f1(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(HelpWindow)))
    return help_beside(window)


@pytest.mark.parametrize("place", [place.key for place in PAGES])
def test_f1_opens_the_page_of_each_place(window, qtbot, place):
    window.go(place)
    assert press_f1(window, qtbot).view.page.key == place


@pytest.mark.parametrize("step", [step.key for step in STEPS])
def test_f1_opens_the_page_of_each_step(window, services, qtbot, step):
    kegiatan = services.blora.plan()
    window.open_kegiatan(kegiatan.id)
    window.page.workspace.go(step)
    window.show_help()
    assert help_beside(window).view.page.key == f"langkah-{step.value}"
    qtbot.waitUntil(lambda: not window._context.tasks.busy)  # what is being drawn ends while its page lives


def test_f1_on_the_first_screen_opens_its_page(window):
    window.welcome()
    window.show_help()
    assert help_beside(window).view.page.key == "layar-awal"


def test_the_rail_opens_it_and_a_second_press_turns_the_page_of_the_same_window(window):
    window.rail.help_button.click()
    first = help_beside(window)
    assert not first.isModal(), "whoever reads can go on working"
    window.go("modul")
    window.show_help()
    assert help_beside(window) is first
    assert first.view.page.key == "modul"


def test_f1_in_a_dialog_opens_the_page_of_the_dialog(window, services, qtbot):
    dialog = PinDialog(window._context, _("Nilai perorangan."), window)
    dialog.open()
    qtbot.waitUntil(lambda: window.help_key._heard is dialog.windowHandle())
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_F1)
    assert help_beside(dialog).view.page.key == "pin"
    help_beside(dialog).close()
    dialog.reject()


def test_other_keys_pass_f1_listener_untouched(window, services, qtbot):
    dialog = PinDialog(window._context, _("Nilai perorangan."), window)
    dialog.open()
    qtbot.waitUntil(lambda: window.help_key._heard is dialog.windowHandle())
    dialog.pin.setFocus()
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_7)
    assert dialog.pin.text() == "7"
    dialog.reject()


def subclasses(of):
    for child in of.__subclasses__():
        yield child
        yield from subclasses(child)


def test_every_dialog_has_its_page_or_stands_over_a_screen_that_has_one():
    for module in pkgutil.walk_packages(bimtek.ui.__path__, "bimtek.ui."):
        importlib.import_module(module.name)
    dialogs = {one for one in subclasses(QDialog) if one.__module__.startswith("bimtek.")}
    bases = {"Dialog", "FormDialog", "TallDialog", "MessageDialog", "StoringDialog"}
    over_all = {"PaletteDialog"}
    lost = [
        one.__name__
        for one in dialogs
        if one.__name__ not in TOPICS
        and one.__name__ not in bases | over_all
        and not issubclass(one, MessageDialog)
    ]
    assert lost == []
    assert len(dialogs) > 20


def test_every_topic_is_a_page_and_every_class_exists():
    for module in pkgutil.walk_packages(bimtek.ui.__path__, "bimtek.ui."):
        importlib.import_module(module.name)
    assert {topic for topic in TOPICS.values() if topic} <= KEYS
    known = {one.__name__ for one in subclasses(QWidget)}
    assert set(TOPICS) <= known


def test_a_question_belongs_to_what_it_stands_over(window):
    window.go("peserta")
    dialog = confirm(window, _("Lanjut?"), _("Ya"), lambda: None)
    assert topic_of(dialog) == "peserta"
    dialog.reject()


def test_where_participants_or_the_hall_look_on_there_is_none(qtbot):
    class KioskWindow(QWidget):
        pass

    kiosk = KioskWindow()
    qtbot.addWidget(kiosk)
    assert topic_of(kiosk) == NO_HELP
    inside = QDialog(kiosk)
    assert topic_of(inside) == NO_HELP


def test_search_lists_what_fits_and_shows_the_first(opened, qtbot):
    help_window = opened()
    qtbot.keyClicks(help_window.list.field, "LISTRIK padam")
    assert help_window.view.page.key == "kalau-listrik-padam"
    help_window.list.field.clear()
    assert len(help_window.list.model.rows) == len(KEYS)


def test_arrow_keys_turn_the_pages(opened, qtbot):
    help_window = opened()
    qtbot.keyClick(help_window.list.field, Qt.Key.Key_Down)
    assert help_window.view.page.key == "layar-awal"


def test_a_page_shows_steps_with_numbers_bold_words_and_its_picture(opened):
    view = opened("langkah-absensi").view
    shown = words(view)
    assert "1." in shown
    assert any("<b>Tutup absensi</b>" in text for text in shown)
    (picture,) = view.widget().findChildren(Picture)
    assert picture.accessibleName() == "Langkah Absensi"
    assert not picture._pixmap.isNull()


def test_the_keys_are_one_press_away(opened):
    help_window = opened()
    help_window.keys_button.click()
    shown = [child.text() for child in help_window.keys.findChildren(QLabel)]
    assert {"N", "Layar tenang: hanya judul kegiatan", "1–6 atau A–F"} <= set(shown)
    help_window.keys.close_button.click()


def test_escape_closes_it(opened, qtbot):
    help_window = opened()
    with qtbot.waitSignal(help_window.finished):
        qtbot.keyClick(help_window, Qt.Key.Key_Escape)


def test_it_opens_beside_any_widget(qtbot):
    page = QPushButton("x")
    qtbot.addWidget(page)
    page.show()
    assert open_help(page, "kop") is open_help(page, "cetak")
    assert help_beside(page).view.page.key == "cetak"


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("topic", sorted(KEYS))
def test_every_page_is_named_large_enough_and_uncut(opened, qapp, qtbot, scale, topic):
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    help_window = opened(topic)
    audit(help_window)
    qtbot.waitUntil(lambda: cut_buttons(help_window) == [])
    view = help_window.view
    qtbot.waitUntil(lambda: view.widget().width() == view.viewport().width())
    assert view.widget().minimumSizeHint().width() <= view.viewport().width(), (
        "nothing stands out at the side"
    )


def test_step_names_are_those_of_the_pages():
    assert {f"langkah-{step.value}" for step in Step} <= KEYS
