"""Icons take the colour of the theme."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from bimtek.domain.text import _
from bimtek.host.paths import asset
from bimtek.services.readiness import Check
from bimtek.ui import icons, theme
from bimtek.ui.checklist import CheckRow
from bimtek.ui.widgets import buttons

ALL = sorted(path.stem for path in asset("icons").glob("*.svg"))


def colours(pixmap):
    """Opaque colours, in steps of 8 a channel: blending rounds."""
    image = pixmap.toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {rough(c) for c in points if c.alpha() == 255}


def rough(colour):
    return tuple(round(part / 8) for part in QColor(colour).getRgb()[:3])


@pytest.mark.parametrize("name", ALL)
def test_every_icon_is_drawn_in_the_asked_colour(qapp, name):
    assert colours(icons.pixmap(name, "#a61b1b", 48)) == {rough("#a61b1b")}


def test_icon_is_sharp_on_a_dense_screen(qapp):
    drawn = icons.pixmap("house", "#000000", 20, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (40, 2.0)


def test_button_icon_follows_a_change_of_theme(qapp, qtbot):
    button = buttons.icon_button("x", "Tutup")
    qtbot.addWidget(button)
    theme.apply_theme(qapp, "gelap")
    button.show()
    assert colours(button.icon().pixmap(48, 48)) == {rough(theme.current().hex("text"))}


def test_button_icon_follows_whether_it_can_be_pressed(qapp, qtbot):
    button = buttons.secondary(_("Cetak"), "printer")
    qtbot.addWidget(button)
    seen = []
    for enabled in (False, True):
        button.setEnabled(enabled)
        seen.append(colours(button.icon().pixmap(48, 48)))
    assert seen == [{rough(theme.current().hex("disabled"))}, {rough(theme.current().hex("text"))}]


def test_button_icon_follows_whether_it_is_checked(qapp, qtbot):
    button = buttons.Tool()
    qtbot.addWidget(button)
    button.setCheckable(True)
    icons.put(button, "house", "text", "primary")
    button.setChecked(True)
    assert colours(button.icon().pixmap(48, 48)) == {rough(theme.current().hex("primary"))}


def test_icons_carry_their_licence():
    assert "ISC License" in asset("icons/LICENSE").read_text(encoding="utf-8")
    assert "SIL Open Font License" in asset("fonts/plus-jakarta-sans/OFL.txt").read_text(encoding="utf-8")


def test_only_one_place_puts_a_drawn_icon_on_a_label():
    """Whoever does it by hand leaves it as it is when the theme changes: dark green on black."""
    sources = {path.name: path.read_text() for path in Path(icons.__file__).parent.rglob("*.py")}
    assert [n for n, text in sources.items() if "setPixmap(" in text and "icons.pixmap(" in text] == []


def test_marks_of_the_checks_follow_the_theme(qapp, qtbot):
    row = CheckRow(_("Perbaiki"))
    qtbot.addWidget(row)
    row.show_check(Check("modul", True, _("Modul"), _("1 terpasang.")))
    row.show()
    theme.apply_theme(qapp, "kontras")
    assert colours(row.mark.pixmap()) == {rough(theme.current().hex("success"))}


def test_a_picture_on_a_label_follows_the_theme_and_the_text_size(qtbot, qapp):
    mark = QLabel()
    qtbot.addWidget(mark)
    icons.put_picture(mark, "check", "success", 20)
    before = mark.pixmap().toImage()
    theme.apply_theme(qapp, "gelap", 150)
    mark.show()
    after = mark.pixmap().toImage()
    assert mark.pixmap().deviceIndependentSize().width() == 30
    assert before.size() != after.size()
    inks = {
        after.pixelColor(x, y).name()
        for x in range(30)
        for y in range(30)
        if after.pixelColor(x, y).alpha() == 255
    }
    assert inks == {theme.current().hex("success").lower()}
