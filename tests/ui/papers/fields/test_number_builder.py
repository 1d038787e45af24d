"""Susun pola: parts are put in at the cursor, ready patterns in place of it, and both can be taken back."""

from datetime import date
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bimtek.domain.certificate import CertificateKind
from bimtek.domain.certificate_number import TOKENS, ready_patterns
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.people import Role
from bimtek.ui import theme
from bimtek.ui.papers.fields.column import PaperFields
from bimtek.ui.papers.fields.numbers import NumberFields
from tests.ui.audit import audit, cut_buttons

SLOWEST_S = 0.030
KEGIATAN = Kegiatan(id="k", title="Bimtek", dates=(date(2026, 7, 3),), code="OCSEA", office_code="DINSOSP3A")


@pytest.fixture
def column(qtbot):
    made = PaperFields()
    qtbot.addWidget(made)
    made.resize(340, 1600)
    made.show_kegiatan(KEGIATAN)
    made.show_groups("terbit", [NumberFields])
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def series(column):
    """The certificates, their builder open."""
    found = column.numbers.certificates
    found.build_button.click()
    return found


def captions(series):
    return [button.text() for button in series.builder.parts.values()]


def test_every_part_is_offered_in_plain_words_with_what_it_gives_now(series):
    assert list(series.builder.parts) == [*TOKENS, ""]
    assert captions(series) == [
        "Nomor urut 001",
        "Peran PST",
        "Bulan VII",
        "Bulan 07",
        "Tahun 2026",
        "Tahun 26",
        "Kode kegiatan OCSEA",
        "Klasifikasi ……",
        "Kode instansi DINSOSP3A",
        "Titik-titik ……",
    ]


def test_words_follow_what_is_typed_beside_them(column, series):
    column.numbers.classification.setText("400.2")
    series.start.setValue(31)
    column.numbers.office_code.setText("SEKRETARIAT-DAERAH-BLORA")
    said = captions(series)
    assert "Klasifikasi 400.2" in said
    assert "Nomor urut 031" in said
    assert "Kode instansi SEKRETARIAT-D…" in said


def test_a_part_is_put_in_at_the_cursor_and_typing_goes_on_there(series, qtbot):
    series.pattern.setText("400.2//2026")
    series.pattern.setFocus()
    series.pattern.setCursorPosition(6)
    qtbot.mouseClick(series.builder.parts["urut"], Qt.MouseButton.LeftButton)
    assert series.pattern.text() == "400.2/{urut:3}/2026"
    assert series.pattern.hasFocus()
    qtbot.keyClicks(series.pattern, "A")
    assert series.pattern.text() == "400.2/{urut:3}A/2026"
    assert series.example.text().splitlines()[1] == "400.2/001A/2026"


def test_what_was_put_in_is_taken_back_in_the_field(series, qtbot):
    before = series.pattern.text()
    series.builder.parts["peran"].click()
    assert series.pattern.text() == before + "{peran}"
    qtbot.keyClick(series.pattern, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert series.pattern.text() == before
    choose(series, ready_patterns(CertificateKind.SERTIFIKAT)[2])
    assert series.pattern.text() != before
    series.pattern.undo()
    assert series.pattern.text() == before


def test_a_part_that_does_not_fit_whole_is_left_out(series):
    series.pattern.setText("x" * (series.pattern.maxLength() - 3))
    series.builder.parts["thn"].click()
    assert series.pattern.text().strip("x") == ""


def choose(series, pattern):
    """As a hand does: `activated` is what tells a hand from a program."""
    series.builder.ready.choose(pattern)
    series.builder.ready.activated.emit(series.builder.ready.currentIndex())


@pytest.mark.parametrize("pattern", ready_patterns(CertificateKind.SERTIFIKAT))
def test_a_ready_pattern_takes_the_place_of_the_one_there(column, series, qtbot, pattern):
    series.pattern.setText("lama")
    assert series.builder.ready.currentText() == "Pola sendiri"
    with qtbot.waitSignal(column.edited) as edited:
        choose(series, pattern)
    assert series.pattern.text() == pattern
    assert edited.args[0].certificate_numbers.pattern == pattern
    assert series.builder.ready.key() == pattern
    assert series.builder.ready.currentText() == series.example.text().splitlines()[1]


def test_the_roles_there_are_stand_in_the_preview(column, series):
    series.pattern.setText("{urut}/{peran}")
    assert series.example.text() == "Jadinya:\n1/PST\n2/PST\n3/PST"
    column.show_roles((Role.PESERTA, Role.NARASUMBER, Role.PANITIA))
    assert series.example.text() == "Jadinya:\n1/PST\n2/NS\n3/PAN"


def test_statements_have_a_builder_of_their_own(column):
    statements = column.numbers.statements
    statements.build_button.click()
    statements.builder.parts["thn2"].click()
    assert statements.pattern.text().endswith("{thn2}")
    assert "{thn2}" not in column.numbers.certificates.pattern.text()
    statements.build_button.click()
    assert not statements.builder.isVisible()


def test_the_keyboard_reaches_pattern_button_choice_and_parts_in_this_order(series):
    wanted = [series.pattern, series.build_button, series.builder.ready, *series.builder.parts.values()]
    seen, widget = [], series.pattern
    for _step in range(200):
        if widget in wanted and widget not in seen:
            seen.append(widget)
        widget = widget.nextInFocusChain()
    assert seen == wanted


def test_space_on_a_part_puts_it_in(series, qtbot):
    part = series.builder.parts["bln"]
    part.setFocus()
    qtbot.keyClick(part, Qt.Key.Key_Space)
    assert series.pattern.text().endswith("{bln}")


def test_the_group_is_made_fast_and_its_builders_only_when_asked_for(column):
    assert column.numbers.certificates.builder is None
    assert min(making() for _time in range(5)) < SLOWEST_S


def making():
    began = perf_counter()
    NumberFields().follow(KEGIATAN)
    return perf_counter() - began


@pytest.mark.parametrize("scale", [100, 150])
def test_everything_is_named_large_enough_and_uncut(column, series, qtbot, qapp, scale):
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    column.resize(theme.current().px(340), 2600)
    qtbot.waitUntil(lambda: cut_buttons(column) == [])
    audit(column)
    right = column.widget().width()
    assert all(
        part.mapTo(column.widget(), part.rect().topRight()).x() < right
        for part in series.builder.findChildren(QWidget)
        if part.isVisible()
    )
