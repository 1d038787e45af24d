"""Tentang names the version, the licences and the source of the wilayah data."""

import pytest
from PySide6.QtWidgets import QLabel

from bimtek import __version__
from bimtek.ui.settings.about import AboutTab


@pytest.fixture
def tab(context, qtbot):
    made = AboutTab(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_version_licence_and_the_notice_of_the_wilayah_data_are_shown(tab):
    words = " ".join(label.text() for label in tab.findChildren(QLabel))
    assert __version__ in words
    assert "MIT" in words
    assert "idn-area-data" in tab.wilayah.text()
    assert "Open Database License" in tab.wilayah.text()


def test_the_licences_of_what_is_shipped_can_be_read(tab, qtbot):
    for name, button in tab.licence_buttons.items():
        assert button.accessibleName() == f"Baca lisensi {name}"
    assert set(tab.licence_buttons) >= {"Lucide", "Plus Jakarta Sans", "idn-area-data"}
    tab.licence_buttons["Lucide"].click()
    dialogs = [w for w in tab.window().children() if w.metaObject().className() == "LicenceDialog"]
    assert "ISC License" in dialogs[0].text.toPlainText()
    dialogs[0].accept()
