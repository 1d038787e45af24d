"""Asking for files and folders: Indonesian buttons, the file handed over once, nothing on cancel."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from bimtek.domain.text import _
from bimtek.ui.pickers import ask_folder, ask_open, ask_save


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_buttons_speak_indonesian(parent):
    picker = ask_open(parent, _("Pilih gambar"), _("Gambar"), "*.png", print)
    assert picker.windowTitle() == "Pilih gambar"
    assert picker.labelText(QFileDialog.DialogLabel.Accept) == "Buka"
    assert picker.labelText(QFileDialog.DialogLabel.Reject) == "Batal"
    assert picker.nameFilters() == ["Gambar (*.png)", "Semua berkas (*)"]
    picker.reject()


def test_a_chosen_file_is_handed_over_once(parent, tmp_path):
    chosen = []
    (tmp_path / "logo.png").write_bytes(b"")
    picker = ask_open(parent, _("Pilih gambar"), _("Gambar"), "*.png", chosen.append)
    picker.fileSelected.emit(str(tmp_path / "logo.png"))
    picker.reject()
    assert chosen == [tmp_path / "logo.png"]


def test_a_file_to_save_has_its_name_and_ending_ready(parent):
    picker = ask_save(parent, _("Simpan"), "catatan-bimtek.zip", _("Arsip ZIP"), print)
    assert picker.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert picker.defaultSuffix() == "zip"
    assert picker.selectedFiles()[0].endswith("catatan-bimtek.zip")
    picker.reject()


def test_a_folder_is_asked_for_from_where_a_stick_is(parent, tmp_path):
    picker = ask_folder(parent, _("Pilih USB"), print, tmp_path)
    assert picker.fileMode() == QFileDialog.FileMode.Directory
    assert picker.directory().absolutePath() == str(tmp_path)
    picker.reject()


def test_nothing_is_handed_over_when_the_person_turns_back(parent):
    chosen = []
    ask_folder(parent, _("Pilih USB"), chosen.append).reject()
    assert chosen == []
