"""Text on widgets follows the language at once."""

from bimtek.domain.text import _
from bimtek.ui import language
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.labels import label


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


def test_missing_catalogue_leaves_indonesian(qapp, tmp_path):
    language.use(qapp, "xx", tmp_path)
    assert language.say(_("Simpan")) == "Simpan"
