"""The shell: places, folding, keys, toast, and life before the services stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from bimtek.domain.errors import RefusedError
from bimtek.domain.text import _
from bimtek.ui import theme
from bimtek.ui.commands import WindowCommands
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.main_window import MainWindow
from bimtek.ui.messages import ErrorDialog
from bimtek.ui.pages import Place
from bimtek.ui.tasks import TaskRunner
from bimtek.ui.widgets.focus_ring import FocusRing

PLACES = (
    ("beranda", "house", "Beranda"),
    ("kegiatan", "calendar-days", "Kegiatan"),
    ("arsip", "archive", "Arsip & Dokumen"),
)


class SamplePage(QWidget):
    """Counts what the window asks of it."""

    def __init__(self, context, parent):
        super().__init__(parent)
        self.context, self.reads, self.opened = context, 0, []
        self.field = QLineEdit()
        self.field.setAccessibleName("Nama")
        QVBoxLayout(self).addWidget(self.field)

    def refresh(self):
        self.reads += 1

    def open_kegiatan(self, kegiatan_id):
        self.opened.append(kegiatan_id)


@pytest.fixture
def window(qtbot):
    window = MainWindow([Place(key, icon, _(title), _(title[:6]), SamplePage) for key, icon, title in PLACES])
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    return window


@pytest.fixture
def context(window):
    runner = TaskRunner()
    context = UiContext(None, runner, WindowSignals())
    window.attach(context)
    WindowCommands(window)
    window.wake()
    yield context
    runner.close()


def test_window_is_painted_before_any_page_or_service(window):
    assert window.page is None
    assert window.waiting.isVisible()
    assert [b.text() for b in window.rail.buttons.values()] == ["Beranda", "Kegiatan", "Arsip && Dokumen"]


def test_pages_are_built_on_the_first_visit_and_read_again_later(window, context, qtbot):
    home = window.page
    window.rail.buttons["kegiatan"].click()
    assert window.page is not home
    window.rail.buttons["beranda"].click()
    assert window.page is home
    assert home.reads == 1


def test_a_page_that_cannot_be_read_leaves_nothing_behind(qtbot, window, context):
    def half_a_page(context, parent):
        SamplePage(context, parent)
        raise RefusedError(_("Belum bisa."))

    window._places["arsip"] = window._places["arsip"]._replace(factory=half_a_page)
    before = len(window.findChildren(SamplePage))
    with pytest.raises(RefusedError):
        window.go("arsip")
    qtbot.waitUntil(lambda: len(window.findChildren(SamplePage)) == before)


@pytest.mark.parametrize(("number", "key"), [(1, "beranda"), (2, "kegiatan"), (3, "arsip")])
def test_control_and_a_number_open_a_place(window, context, qtbot, number, key):
    window.activateWindow()
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.rail.buttons[key].isChecked())


def test_a_page_opens_a_kegiatan_without_knowing_its_page(window, context):
    context.window.open_kegiatan.emit("k1")
    assert window.rail.buttons["kegiatan"].isChecked()
    assert window.page.opened == ["k1"]


def test_rail_folds_in_a_narrow_window_and_keeps_its_words(window, context, qtbot):
    window.resize(1000, 600)
    qtbot.waitUntil(lambda: window.rail.width() == 104)
    assert [b.text() for b in window.rail.buttons.values()] == ["Berand", "Kegiat", "Arsip "]
    assert [b.accessibleName() for b in window.rail.buttons.values()] == [
        "Beranda",
        "Kegiatan",
        "Arsip & Dokumen",
    ]
    window.resize(1366, 768)
    assert window.rail.width() == 220


def test_folded_words_fit_also_when_the_window_opens_narrow(qtbot):
    places = [Place(key, icon, _(title), _(title.split()[0]), SamplePage) for key, icon, title in PLACES]
    narrow = MainWindow(places)
    qtbot.addWidget(narrow)
    narrow.resize(960, 560)
    narrow.show()
    button = narrow.rail.buttons["kegiatan"]
    assert button.fontInfo().pixelSize() == 14
    assert button.sizeHint().width() <= button.width()


def test_toast_shows_markup_as_text_and_undoes_once(window, context, qtbot):
    undone = []
    context.window.toast.emit("<b>Budi</b> dihapus.", lambda: undone.append(1))
    assert window.toast.isVisible()
    assert window.toast.message.textFormat() == Qt.TextFormat.PlainText
    assert window.toast.timer.remainingTime() > 9_000
    window.toast.undo_button.click()
    assert undone == [1]
    assert not window.toast.isVisible()


def test_toast_without_a_way_back_has_no_undo(window, context):
    context.window.toast.emit(_("Tersimpan."), None)
    assert not window.toast.undo_button.isVisible()


def test_text_size_by_keyboard_stops_at_both_ends(window, context, qtbot):
    sizes = []
    window.scale_wanted.connect(sizes.append)
    window.activateWindow()
    for _round in range(5):
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.current().scale == 175
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert sizes == [125, 150, 175, 175, 175, 100]


def test_backup_chip_turns_amber(window, context):
    assert not window.rail.backup_button.isVisible()
    context.window.backup_shown.emit(_("Cadangan 26 jam lalu"), "warning")
    assert window.rail.backup_button.text() == "Cadangan 26 jam lalu"
    assert window.rail.backup_button.property("tone") == "warning"


def test_focus_ring_stands_around_the_field(window, context, qtbot):
    window.activateWindow()
    window.page.field.setFocus()
    ring = window.findChild(FocusRing)
    qtbot.waitUntil(ring.isVisible)
    field = window.page.field
    inside = field.rect().translated(field.mapTo(window, field.rect().topLeft()))
    assert ring.geometry().contains(inside)
    assert ring.geometry().width() - inside.width() == 10


def test_everything_focusable_has_a_name_and_is_high_enough(window, context):
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName(), widget
            assert widget.height() >= 40, widget


def test_what_stands_over_the_window_goes_with_its_services(window, context, qtbot):
    dialog = QDialog(window)
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        window.detach()


def test_trouble_beside_the_work_is_shown(window, context, qtbot):
    context.window.trouble.emit(RefusedError(_("Cadangan belum bisa dibuat.")))
    (shown,) = window.findChildren(ErrorDialog)
    assert str(shown.error.what) == "Cadangan belum bisa dibuat."
    shown.accept()
