"""The kop on its sheet: logos by mouse and by keys, text that is pressed, and what is stored and printed."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bimtek.domain.kegiatan import Letterhead, Paper, PaperOptions
from bimtek.domain.logo_place import AREA, SIDE, LogoPlace, kept_inside
from bimtek.services.papers.request import PaperRequest
from bimtek.ui import theme
from bimtek.ui.dialogs.letterhead import LetterheadDialog
from bimtek.ui.widgets.focus_ring import follow_focus
from tests.documents.reading import Pdf
from tests.ui.audit import audit, backwards, tab_walk

LEFT = LogoPlace(x=4, y=3, width=20)
RIGHT = LogoPlace(x=2, y=1, width=18, from_right=True)
NEAR = 0.5  # mm between what is seen and what is printed


@pytest.fixture
def kegiatan(services):
    """The sample, which has a kop with two logos."""
    return services.blora.plan()


@pytest.fixture
def open_dialog(context, services, kegiatan, qtbot):
    """Open the editor on a kop that differs from the sample's in some fields."""

    def make(size=(1290, 720), papers=None, **fields):
        letterhead = replace(kegiatan.letterhead, **fields)
        services.planning.update(
            replace(kegiatan, letterhead=letterhead, papers=papers or kegiatan.papers)
        ).result()
        dialog = LetterheadDialog(context, services.planning.get(kegiatan.id))
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.resize(*size)  # the screen of the tests is narrower than any laptop's
        dialog.activateWindow()
        QTest.qWaitForWindowActive(dialog)
        settle(qtbot, dialog)
        return dialog

    return make


@pytest.fixture
def dialog(open_dialog):
    return open_dialog(logo_places=(LEFT, RIGHT))


def settle(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.editor.drawings.settled)


def logos(dialog):
    return dialog.editor.canvas.logos


def places(dialog):
    return dialog.value().logo_places


def drag(dialog, logo, right, down, at=None, drop=True):
    """Take a logo and carry it so many millimetres."""
    start = at or logo.rect().center()
    way = QPointF(right, down) * dialog.editor.canvas.scale.ppm
    QTest.mousePress(logo, Qt.MouseButton.LeftButton, pos=start)
    grip = logo.mapToGlobal(start)
    for share in (0.5, 1.0):
        QTest.mouseMove(logo, logo.mapFromGlobal(grip + (way * share).toPoint()))
    if drop:
        QTest.mouseRelease(logo, Qt.MouseButton.LeftButton, pos=logo.mapFromGlobal(grip + way.toPoint()))


def handle(logo):
    return logo.handle_rect().center().toPoint()


def seen(dialog):
    """The boxes of the pictures as they lie on the screen, in millimetres of the text area."""
    scale = dialog.editor.canvas.scale
    boxes = []
    for logo in logos(dialog):
        rect = logo.picture_rect().translated(QPointF(logo.pos()))
        corner = (rect.topLeft() - scale.origin) / scale.ppm
        size = rect.size() / scale.ppm
        boxes.append((corner.x(), corner.y(), corner.x() + size.width(), corner.y() + size.height()))
    return boxes


def printed(services, dialog, kegiatan, papers):
    """The boxes of the pictures in the list that is printed, in millimetres of its text area."""
    shown = replace(kegiatan, letterhead=dialog.value(), papers=papers)
    pdf = Pdf(services.papers.render(shown, PaperRequest(key="daftar-hadir", blank_rows=10)))
    left = 26 if papers.spj_binding else 20
    return [(x1 - left, y1 - 12, x2 - left, y2 - 12) for x1, y1, x2, y2 in pdf.images()]


# --- what is seen is what is printed --------------------------------------------------------------


@pytest.mark.parametrize("moved", [False, True], ids=["usual", "placed"])
@pytest.mark.parametrize(("paper", "spj"), [(Paper.A4, False), (Paper.A4, True), (Paper.F4, False)])
def test_millimetres_on_the_sheet_are_millimetres_on_paper(
    open_dialog, services, kegiatan, qtbot, moved, paper, spj
):
    papers = PaperOptions(paper=paper, spj_binding=spj)
    dialog = open_dialog(papers=papers)
    if moved:
        drag(dialog, logos(dialog)[0], 12, 9)
        drag(dialog, logos(dialog)[1], 0, 8, handle(logos(dialog)[1]))
        settle(qtbot, dialog)
    on_paper = printed(services, dialog, kegiatan, papers)
    assert len(on_paper) == 2
    for here, there in zip(seen(dialog), on_paper, strict=True):
        assert here == pytest.approx(there, abs=NEAR)


@pytest.mark.parametrize("scale", [100, 150])
def test_the_sheet_fits_into_its_room_and_keeps_its_shape(open_dialog, qapp, qtbot, scale):
    theme.apply_theme(qapp, scale=scale)
    for size in ((1366, 720), (960, 560)):
        dialog = open_dialog(size=size, logo_places=(LEFT, RIGHT))
        canvas, desk = dialog.editor.canvas, dialog.editor.desk
        assert dialog.width() <= size[0]
        whole = canvas.scale.origin.x() + canvas.scale.across * canvas.scale.ppm
        assert whole <= desk.viewport().width()
        assert whole >= desk.viewport().width() - 40
        dialog.close()


def test_on_a_sharp_screen_the_sheet_has_the_pixels_of_the_screen(dialog, monkeypatch):
    canvas = dialog.editor.canvas
    plain = canvas.pixels
    monkeypatch.setattr(type(canvas), "devicePixelRatioF", lambda self: 2.0)
    assert canvas.pixels == 2 * plain


# --- by mouse -------------------------------------------------------------------------------------


def test_a_logo_is_dragged_in_whole_millimetres_and_the_rest_stays(dialog):
    drag(dialog, logos(dialog)[0], 6.3, 2.8)
    assert places(dialog) == (replace(LEFT, x=10, y=6), RIGHT)
    drag(dialog, logos(dialog)[1], -7.3, 4.4)
    assert places(dialog) == (replace(LEFT, x=10, y=6), replace(RIGHT, x=9, y=5))


def test_a_press_alone_moves_nothing_and_chooses(open_dialog):
    dialog = open_dialog()
    QTest.mouseClick(logos(dialog)[1], Qt.MouseButton.LeftButton)
    assert places(dialog) == ()
    assert dialog.editor.canvas.current is logos(dialog)[1]
    assert logos(dialog)[1].hasFocus()
    assert dialog.editor.remove_button.isEnabled()


def test_the_first_drag_leaves_the_other_logo_where_it_stood(open_dialog, qtbot):
    dialog = open_dialog()
    before = seen(dialog)
    drag(dialog, logos(dialog)[0], 5, 0)
    settle(qtbot, dialog)
    after = seen(dialog)
    assert after[1] == pytest.approx(before[1], abs=0.02)
    assert after[0][0] == pytest.approx(before[0][0] + 5, abs=0.51)


@pytest.mark.parametrize(("right", "down"), [(-300, -300), (0, 300), (300, 300), (60, 0), (100, 0)])
def test_no_drag_leads_out_of_the_sheet_or_into_the_text(dialog, right, down):
    names = [logo.name for logo in logos(dialog)]
    drag(dialog, logos(dialog)[0], right, down)
    for logo, place in zip(logos(dialog), places(dialog), strict=True):
        assert kept_inside(place, logo.shape) == place
        left, top, far, bottom = seen(dialog)[logos(dialog).index(logo)]
        assert left >= -NEAR
        assert top >= -NEAR
        assert far <= 180 + NEAR
        assert bottom <= AREA + NEAR
        assert far <= SIDE + NEAR or left >= 180 - SIDE - NEAR
    assert sorted(dialog.value().logos) == sorted(names)


def test_over_the_middle_it_is_said_where_logos_go_and_no_longer_afterwards(dialog):
    hint, logo = dialog.editor.hint, logos(dialog)[0]
    usual = hint.text()
    drag(dialog, logo, 60, 0, drop=False)
    assert hint.text() == "Bagian tengah untuk tulisan. Logo ditaruh di kiri atau kanan."
    QTest.mouseRelease(logo, Qt.MouseButton.LeftButton)
    assert hint.text() == usual


def test_a_logo_that_changes_sides_changes_its_number_and_tab_its_way(open_dialog, qtbot):
    dialog = open_dialog(logo_places=(LEFT, replace(RIGHT, x=30)))
    first, second = logos(dialog)
    drag(dialog, first, 150, 0)
    assert logos(dialog) == [second, first]
    assert dialog.value().logos == (second.name, first.name)
    assert first.accessibleName().startswith("Logo 2, 6 mm dari kanan")
    settle(qtbot, dialog)
    follow_focus()
    walk = tab_walk(dialog)
    assert walk.index(second) + 1 == walk.index(first)
    assert backwards(dialog, walk) == []


@pytest.mark.parametrize("at", [0, 1])
def test_the_handle_resizes_and_keeps_edge_and_shape(dialog, at):
    logo, before = logos(dialog)[at], places(dialog)[at]
    inward = -6.2 if before.from_right else 6.2
    drag(dialog, logo, inward, 1, handle(logo))
    assert places(dialog)[at] == replace(before, width=before.width + 6)
    left, top, right, bottom = seen(dialog)[at]
    assert (bottom - top) / (right - left) == pytest.approx(logo.shape, abs=0.01)
    drag(dialog, logo, -inward * 10, -1, handle(logo))
    assert places(dialog)[at] == replace(before, width=8)
    drag(dialog, logo, 0, 100, handle(logo))
    grown = places(dialog)[at]
    assert grown.y + grown.width * logo.shape <= AREA
    assert grown.width > 25


def test_the_text_makes_room_for_a_logo_while_it_is_dragged(dialog, qtbot):
    logo = logos(dialog)[0]
    drag(dialog, logo, 26, 0, drop=False)
    settle(qtbot, dialog)
    edge = places(dialog)[0].x + places(dialog)[0].width
    assert edge == 50
    assert all(box.x > edge + 2 for _tier, box in dialog.editor.canvas.sheet.tiers)
    QTest.mouseRelease(logo, Qt.MouseButton.LeftButton)


# --- by keys --------------------------------------------------------------------------------------


def press(dialog, at, key, held=Qt.KeyboardModifier.NoModifier):
    logos(dialog)[at].setFocus()
    QTest.keyClick(logos(dialog)[at], key, held)


@pytest.mark.parametrize(
    ("key", "held", "change"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, {"x": 5}),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, {"x": 3}),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, {"y": 4}),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, {"y": 2}),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, {"x": 9}),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, {"y": 0}),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier, {"width": 21}),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.NoModifier, {"width": 19}),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, {"width": 21}),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier, {"width": 21}),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, {"width": 19}),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier, {"width": 19}),
    ],
)
def test_keys_move_and_resize_by_millimetres(dialog, key, held, change):
    press(dialog, 0, key, held)
    assert places(dialog) == (replace(LEFT, **change), RIGHT)


def test_right_is_right_for_a_logo_that_hangs_on_the_right_edge(dialog):
    press(dialog, 1, Qt.Key.Key_Right)
    assert places(dialog)[1] == replace(RIGHT, x=1)
    press(dialog, 1, Qt.Key.Key_Left)
    assert places(dialog)[1] == RIGHT


def test_keys_lead_over_the_middle(open_dialog):
    dialog = open_dialog(logo_places=(replace(LEFT, x=30), RIGHT))
    press(dialog, 0, Qt.Key.Key_Right)
    assert places(dialog)[0] == replace(LEFT, x=30, from_right=True)
    assert "tengah" in dialog.editor.hint.text()
    press(dialog, 0, Qt.Key.Key_Left)
    assert places(dialog)[0] == replace(LEFT, x=30)


def test_delete_removes_a_logo_and_it_can_be_brought_back(dialog):
    first, second = dialog.value().logos
    press(dialog, 0, Qt.Key.Key_Delete)
    assert dialog.value().logos == (second,)
    assert places(dialog) == (RIGHT,)
    assert logos(dialog)[0].hasFocus()
    assert dialog.toast.message.text() == "Logo dibuang."
    dialog.toast.undo_button.click()
    assert dialog.value().logos == (first, second)
    assert places(dialog) == (LEFT, RIGHT)


def test_without_the_last_logo_the_keyboard_is_where_one_adds_another(open_dialog, kegiatan):
    dialog = open_dialog(logos=kegiatan.letterhead.logos[:1])
    press(dialog, 0, Qt.Key.Key_Delete)
    assert dialog.value().logos == ()
    assert dialog.editor.add_button.hasFocus()
    assert not dialog.editor.remove_button.isEnabled()


def test_logos_are_named_by_where_they_stand_and_how_large_they_are(dialog):
    assert [logo.accessibleName() for logo in logos(dialog)] == [
        "Logo 1, 4 mm dari kiri, 3 mm dari atas, lebar 20 mm",
        "Logo 2, 2 mm dari kanan, 1 mm dari atas, lebar 18 mm",
    ]
    assert all("Panah menggeser" in logo.accessibleDescription() for logo in logos(dialog))
    press(dialog, 0, Qt.Key.Key_Right)
    assert logos(dialog)[0].accessibleName().startswith("Logo 1, 5 mm dari kiri")


def test_tab_meets_every_logo_and_the_focus_shows(dialog, qtbot):
    follow_focus()
    walk = tab_walk(dialog)
    assert [stop for stop in walk if stop in logos(dialog)] == logos(dialog)
    logo = logos(dialog)[0]
    dialog.done_button.setFocus()
    without = logo.grab().toImage()
    logo.setFocus()
    assert logo.grab().toImage() != without
    audit(dialog)


# --- the usual order ------------------------------------------------------------------------------


def test_the_usual_order_comes_back_and_can_be_taken_back(open_dialog, qtbot):
    dialog = open_dialog()
    assert not dialog.editor.usual_button.isVisible()
    usual = seen(dialog)
    drag(dialog, logos(dialog)[0], 8, 4)
    placed = places(dialog)
    assert dialog.editor.usual_button.isVisible()
    dialog.editor.usual_button.click()
    settle(qtbot, dialog)
    assert places(dialog) == ()
    assert seen(dialog) == usual
    assert QApplication.focusWidget() is logos(dialog)[0]
    dialog.toast.undo_button.click()
    assert places(dialog) == placed


def test_one_more_logo_finds_its_place_beside_the_others(dialog, qtbot, tmp_path):
    Image.new("RGB", (300, 200), "navy").save(tmp_path / "logo.png")
    dialog.add_logo(tmp_path / "logo.png")
    qtbot.waitUntil(lambda: len(logos(dialog)) == 3)
    assert places(dialog) == (LEFT, LogoPlace(x=20, y=0, width=20, from_right=True), RIGHT)
    assert dialog.editor.canvas.current is logos(dialog)[1]


def test_in_the_usual_order_one_more_logo_is_the_last(open_dialog, qtbot, tmp_path):
    dialog = open_dialog()
    Image.new("RGB", (200, 200), "navy").save(tmp_path / "logo.png")
    for count in (3, 4):
        dialog.add_logo(tmp_path / "logo.png")
        qtbot.waitUntil(lambda count=count: len(logos(dialog)) == count)
    settle(qtbot, dialog)
    assert places(dialog) == ()
    assert all(logo.isVisible() for logo in logos(dialog))
    lefts = [box[0] for box in seen(dialog)]
    assert lefts == sorted(lefts)
    assert not dialog.editor.add_button.isEnabled()


# --- text, other kinds of kop -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tier", "field"), [("induk", "parent_name"), ("unit", "unit"), ("alamat", "address")]
)
def test_a_press_on_the_text_leads_to_its_field_and_outlines_it(open_dialog, tier, field):
    dialog = open_dialog()
    canvas = dialog.editor.canvas
    box = dict(canvas.sheet.tiers)[tier]
    at = canvas.scale.origin + QPointF(box.x + box.w / 2, box.y + box.h / 2) * canvas.scale.ppm
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert getattr(dialog, field).hasFocus()
    assert canvas.tier == tier
    dialog.done_button.setFocus()
    assert canvas.tier == ""


def test_a_press_beside_the_text_leads_nowhere(open_dialog):
    dialog = open_dialog()
    dialog.done_button.setFocus()
    QTest.mouseClick(dialog.editor.canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 300))
    assert dialog.done_button.hasFocus()


def test_what_is_typed_is_drawn_on_the_sheet(open_dialog, qtbot):
    dialog = open_dialog()
    dialog.unit.setText("DINAS <b>BARU</b>")
    settle(qtbot, dialog)
    words = pypdfium2.PdfDocument(dialog.editor.canvas.sheet.pdf)[0].get_textpage().get_text_range()
    assert "DINAS <b>BARU</b>" in words


def test_without_a_kop_the_sheet_says_so_and_logos_come_back(dialog, qtbot):
    dialog.modes.choose("tanpa")
    assert not any(logo.isVisible() for logo in logos(dialog))
    assert not dialog.editor.add_button.isVisible()
    assert says(dialog) == "Dokumen dicetak tanpa kop."
    assert places(dialog) == (LEFT, RIGHT)
    dialog.modes.choose("teks")
    settle(qtbot, dialog)
    assert says(dialog) == ""
    assert all(logo.isVisible() for logo in logos(dialog))


def test_one_picture_stands_on_the_sheet(open_dialog, services, qtbot, tmp_path):
    dialog = open_dialog(mode="gambar", image="")
    assert says(dialog) == "Gambar kop belum dipilih."
    Image.new("RGB", (2000, 300), "navy").save(tmp_path / "kop.png")
    dialog.set_image(tmp_path / "kop.png")
    qtbot.waitUntil(lambda: says(dialog) == "" and dialog.editor.drawings.settled)
    assert Pdf(dialog.editor.canvas.sheet.pdf).images()[0] == pytest.approx((0, 0, 180, 27), abs=0.2)
    assert not any(logo.isVisible() for logo in logos(dialog))


def test_a_picture_that_is_lost_is_said_and_a_logo_that_is_lost_keeps_its_place(open_dialog, qtbot):
    dialog = open_dialog(mode="gambar", image="hilang")
    assert "tidak terbaca" in says(dialog)
    dialog.close()
    dialog = open_dialog(logos=("hilang",))
    (logo,) = logos(dialog)
    assert logo.accessibleName() == "Logo 1, gambarnya hilang"
    assert logo.isVisible()
    press(dialog, 0, Qt.Key.Key_Delete)
    assert dialog.value().logos == ()


def test_an_empty_kop_says_how_to_begin(open_dialog):
    dialog = open_dialog(parent="", unit="", address_lines=(), logos=())
    assert says(dialog) == "Kop masih kosong. Isi unit atau tambah logo."


def says(dialog):
    return str(dialog.editor.canvas._sentence or "")


def test_the_whole_page_is_one_press_away(dialog, qtbot):
    dialog.editor.page_button.click()
    qtbot.waitUntil(lambda: dialog.editor.preview.pages == 1 and dialog.editor.preview.settled)
    assert not logos(dialog)[0].isVisible()
    dialog.editor.page_button.click()
    assert logos(dialog)[0].isVisible()


# --- stored ---------------------------------------------------------------------------------------


def test_a_drag_is_stored_by_itself_as_one_step(dialog, services, kegiatan, qtbot):
    before = len(services.history.recent(kegiatan.id))
    with qtbot.waitSignal(dialog.saved):
        drag(dialog, logos(dialog)[0], 6, 2)
    stored = services.planning.get(kegiatan.id).letterhead
    assert stored == dialog.value()
    assert stored.logo_places == (replace(LEFT, x=10, y=5), RIGHT)
    steps = services.history.recent(kegiatan.id)
    assert [str(step.label) for step in steps[: len(steps) - before]] == ["Kop diubah"]


def test_several_steps_of_a_key_are_one_step_back(dialog, services, kegiatan, qtbot):
    before = len(services.history.recent(kegiatan.id))
    with qtbot.waitSignal(dialog.saved):
        for _step in range(4):
            press(dialog, 0, Qt.Key.Key_Right)
    assert services.planning.get(kegiatan.id).letterhead.logo_places[0].x == 8
    assert len(services.history.recent(kegiatan.id)) == before + 1


def test_opened_again_the_logos_stand_where_they_were_left(open_dialog, kegiatan):
    dialog = open_dialog(logo_places=(LEFT, RIGHT))
    again = seen(dialog)
    assert again[0][:2] == pytest.approx((4, 3), abs=0.01)
    assert dialog.value() == replace(kegiatan.letterhead, logo_places=(LEFT, RIGHT))


def test_looking_changes_nothing(open_dialog, services, kegiatan, qtbot):
    dialog = open_dialog()
    for mode in ("tanpa", "teks"):
        dialog.modes.choose(mode)
    assert dialog.value() == kegiatan.letterhead
    assert isinstance(dialog.value(), Letterhead)
    assert io.BytesIO(dialog.editor.canvas.sheet.pdf).read(4) == b"%PDF"
