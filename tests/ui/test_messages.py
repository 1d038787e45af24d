"""Dialogs in plain words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from bimtek.domain.errors import NOTHING_CHANGED, RefusedError
from bimtek.domain.text import _
from bimtek.ui.messages import confirm, show_error


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def words(dialog):
    return [child.text() for child in dialog.findChildren(QLabel) if child.isVisible() and child.text()]


def test_an_error_says_what_happened_what_is_safe_and_what_to_do(window):
    error = RefusedError(_("Printer tidak menjawab."), advice=_("Periksa kabel."), detail="waktu habis")
    dialog = show_error(window, error)
    assert words(dialog) == ["Printer tidak menjawab.", str(NOTHING_CHANGED), "Periksa kabel."]
    assert not dialog.detail.isVisible()
    dialog.detail_button.click()
    assert dialog.detail.isVisible()
    assert dialog.detail.toPlainText() == "waktu habis"


def test_an_error_without_details_offers_none(window):
    assert not hasattr(show_error(window, RefusedError(_("Belum bisa."))), "detail_button")


def test_names_in_an_error_are_text_not_markup(window):
    dialog = show_error(window, RefusedError(_("“{name}” sudah ada.", name="<b>Budi</b>")))
    assert "“<b>Budi</b>” sudah ada." in words(dialog)
    assert all(child.textFormat() == Qt.TextFormat.PlainText for child in dialog.findChildren(QLabel))


def test_enter_never_does_harm(window, qtbot):
    done = []
    dialog = confirm(window, _("Hapus 12 peserta?"), _("Hapus"), lambda: done.append(1), danger=True)
    assert dialog.no_button.isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert done == []
    assert not dialog.isVisible()


def test_agreeing_does_it_once(window):
    done = []
    dialog = confirm(window, _("Tutup absensi?"), _("Tutup absensi"), lambda: done.append(1))
    dialog.yes_button.click()
    assert done == [1]


def test_escape_means_not_now(window, qtbot):
    done = []
    dialog = confirm(window, _("Tutup absensi?"), _("Tutup absensi"), lambda: done.append(1))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert done == []
