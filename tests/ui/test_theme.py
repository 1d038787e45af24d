"""Tokens, palette and stylesheet."""

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QRadioButton, QStyle, QStyleOptionButton

from bimtek.host.paths import asset
from bimtek.ui import theme
from tests.ui.contrast import ratio

TEXT_PAIRS = [
    ("text", "background"), ("text", "surface"), ("text", "sunken"),
    ("secondary", "background"), ("secondary", "surface"), ("secondary", "sunken"),
    ("disabled", "surface"), ("disabled", "sunken"),
    ("on_primary", "primary"), ("on_primary", "primary_hover"), ("on_primary_soft", "primary_soft"),
    ("primary", "surface"), ("primary", "background"), ("link", "surface"), ("on_accent", "accent"),
    ("success", "success_soft"), ("success", "surface"), ("warning", "warning_soft"), ("warning", "surface"),
    ("danger", "danger_soft"), ("danger", "surface"), ("on_danger", "danger"), ("on_danger", "danger_hover"),
    ("on_selection", "selection"), ("rail_text", "rail"), ("on_rail_active", "rail_active"),
    ("on_toast", "toast"), ("toast_action", "toast"),
]  # fmt: skip
GRAPHIC_PAIRS = [
    ("border", "surface"), ("border", "background"), ("focus", "surface"), ("focus", "background"),
    ("rail_focus", "rail"), ("rail_focus", "rail_active"),
]  # fmt: skip


def contrast(one: str, other: str) -> float:
    return ratio(QColor(one).getRgb()[:3], QColor(other).getRgb()[:3])


@pytest.mark.parametrize("name", theme.names())
@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_b9_6_text_is_readable_on_its_ground(name, front, back):
    worn = theme.Theme(name, 100)
    assert contrast(worn.hex(front), worn.hex(back)) >= 4.5


@pytest.mark.parametrize("name", theme.names())
@pytest.mark.parametrize(("front", "back"), GRAPHIC_PAIRS)
def test_b9_6_borders_and_focus_are_visible(name, front, back):
    worn = theme.Theme(name, 100)
    if name == "kontras" and back == "rail_active":
        return  # the ring lies outside the yellow place, on the black rail
    assert contrast(worn.hex(front), worn.hex(back)) >= 3


def written_pairs():
    """Text and ground, border and ground, as the rules of the stylesheet put them together."""
    sheet = re.sub(r"/\*.*?\*/", "", asset("themes/window.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", sheet):
        if ":disabled" in selector:
            continue  # WCAG asks nothing of what cannot be used; ours is held by TEXT_PAIRS all the same
        ground = re.search(r"(?<![\w-])background: @(\w+)", body)
        text = re.search(r"(?<![\w-])color: @(\w+)", body)
        if ground and text:
            yield selector.strip(), text[1], ground[1]


@pytest.mark.parametrize("name", theme.names())
def test_b9_6_every_pair_the_stylesheet_writes_is_readable(name):
    worn, pairs = theme.Theme(name, 100), list(written_pairs())
    assert len(pairs) > 20
    poor = [pair for pair in pairs if contrast(worn.hex(pair[1]), worn.hex(pair[2])) < 4.5]
    assert poor == []


def test_b9_6_every_colour_there_is_stands_in_a_pair():
    grounds = {"divider", "dark", "check"}  # a divider only parts what stands apart anyway
    met = {role for pair in [*TEXT_PAIRS, *GRAPHIC_PAIRS] for role in pair}
    for name in theme.names():
        assert set(theme.tokens()["themes"][name]) - grounds <= met


def test_answer_tiles_carry_white_text_and_distinct_shapes():
    answers = theme.tokens()["answers"]
    assert all(contrast(a["fill"], a["text"]) >= 4.5 for a in answers)
    assert len({a["shape"] for a in answers}) == len(answers) == 6


def test_projector_survives_a_lit_hall():
    screen = theme.tokens()["projector"]
    for front, back in (("text", "background"), ("primary", "background"), ("primary", "primary_soft"),
                        ("text", "accent_soft"), ("warning", "warning_soft")):  # fmt: skip
        assert contrast(screen[front], screen[back]) >= 7


def test_marks_on_paper_are_visible_on_paper():
    sheet = theme.tokens()["sheet"]
    assert contrast(sheet["text"], sheet["ground"]) >= 4.5
    assert all(
        contrast(sheet[mark], sheet[ground]) >= 3
        for mark in ("mark", "focus")
        for ground in ("ground", "middle")
    )
    assert contrast(sheet["grid_strong"], sheet["ground"]) > contrast(sheet["grid"], sheet["ground"]) > 1.1


@pytest.mark.parametrize("name", theme.names())
@pytest.mark.parametrize("scale", theme.scales())
def test_stylesheet_has_no_unfilled_place(name, scale):
    sheet = theme.stylesheet(theme.Theme(name, scale))
    assert "@" not in sheet
    assert "16u" not in sheet
    assert f"font-size: {round(16 * scale / 100)}px" in sheet


def test_b9_7_no_text_is_smaller_than_fourteen_pixels():
    assert min(theme.tokens()["text"].values()) >= 14


def test_all_three_palette_groups_are_ours(qapp):
    worn = theme.apply_theme(qapp, "gelap")
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        assert qapp.palette().color(group, QPalette.ColorRole.Window) == worn.colour("background")
    inactive = qapp.palette().color(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight)
    assert inactive == worn.colour("selection")


def test_screen_font_is_the_shipped_one(qapp):
    info = QFontInfo(theme.current().font())
    assert info.family() == "Plus Jakarta Sans"
    assert info.pixelSize() == 16


def test_unknown_theme_or_size_falls_back_to_the_default(qapp):
    assert theme.apply_theme(qapp, "ungu", 111) == theme.Theme("terang", 100)


def test_text_size_grows_lengths(qapp):
    assert theme.apply_theme(qapp, "terang", 175).px(40) == 70
    assert qapp.font().pixelSize() == 28


@pytest.mark.parametrize("scale", theme.scales())
def test_a_choice_of_one_is_round_at_every_text_size(qapp, qtbot, scale):
    """Qt draws a square where a radius is more than half of the side: it would look like a tick box."""
    theme.apply_theme(qapp, "terang", scale)
    button = QRadioButton("Perempuan")
    qtbot.addWidget(button)
    button.show()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    box = button.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, button)
    drawn = button.grab().toImage()
    ground = drawn.pixelColor(box.right() + 5, box.top())  # between the ring and the word
    assert drawn.pixelColor(box.topLeft()) == ground
    assert drawn.pixelColor(box.left() + box.width() // 2, box.top()) != ground
