"""Text on widgets follows the language at once."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, _
from bimtek.ui import language
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.tabs import Tabs


def longer(msgid: str) -> str:
    return f"[{msgid}~~~]"


def test_open_widgets_change_words_at_once(qapp, qtbot):
    words, button = label(_("Peserta: {count}", count=3)), buttons.primary(_("Simpan"))
    qtbot.addWidget(words)
    qtbot.addWidget(button)
    language.use_translator(qapp, longer)
    assert words.text() == "[Peserta: 3~~~]"
    assert (button.text(), button.accessibleName()) == ("[Simpan~~~]", "[Simpan~~~]")


def test_names_are_never_translated(qapp, qtbot):
    words = label("Siti Aminah")
    qtbot.addWidget(words)
    language.use_translator(qapp, longer)
    assert words.text() == "Siti Aminah"


def test_entries_tabs_and_lines_of_a_menu_change_words_too(qapp, qtbot):
    choice = fields.choice([("a", _("Semua")), ("b", "Siti")])
    tabs, menu = Tabs(), QMenu()
    for widget in (choice, tabs, menu):
        qtbot.addWidget(widget)
    tabs.add(QWidget(), _("Data & cadangan"))
    language.put(menu.addAction(""), _("Kosongkan"))
    language.use_translator(qapp, longer)
    assert [choice.itemText(at) for at in range(2)] == ["[Semua~~~]", "Siti"]
    assert tabs.tabText(0) == "[Data && cadangan~~~]"
    assert menu.actions()[0].text() == "[Kosongkan~~~]"


def test_a_picture_on_a_label_without_words_stays(qapp, qtbot):
    picture = label(NO_TEXT)
    qtbot.addWidget(picture)
    picture.setPixmap(QPixmap(8, 8))
    language.use_translator(qapp, longer)
    assert not picture.pixmap().isNull()


def test_an_open_window_grows_to_what_its_longer_words_need(qapp, qtbot):
    window, words = QDialog(), label(_("Satu"), wrap=True)
    QVBoxLayout(window).addWidget(words)
    window.setFixedWidth(200)
    qtbot.addWidget(window)
    window.show()
    language.use_translator(qapp, lambda msgid: f"{msgid} panjang " * 20)
    assert words.height() >= words.heightForWidth(words.width())


def test_whoever_measures_itself_hears_of_it_after_the_words_have_changed(qapp, qtbot):
    class Watcher(QWidget):
        heard = ""

        def changeEvent(self, event):
            super().changeEvent(event)
            if event.type() == QEvent.Type.LanguageChange:
                self.heard = self.words.text()

    window = Watcher()
    window.words = label(_("Satu"))
    QVBoxLayout(window).addWidget(window.words)
    qtbot.addWidget(window)
    language.use_translator(qapp, longer)
    assert window.heard == "[Satu~~~]"


def test_missing_catalogue_leaves_indonesian(qapp, tmp_path):
    language.use(qapp, "xx", tmp_path)
    assert language.say(_("Simpan")) == "Simpan"
