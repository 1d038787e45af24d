"""Impor daftar: what the preview shows is what comes in, and every number stays visible as it was typed."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt

from bimtek.domain.people import Role
from bimtek.domain.roster.fields import Field
from bimtek.host.paths import asset
from bimtek.intake.people_file import SUFFIXES
from bimtek.services.planning import NewKegiatan
from bimtek.ui import theme
from bimtek.ui.dialogs.import_people import ImportPeopleDialog
from bimtek.ui.dialogs.import_preview import COLUMNS, DOUBLES, SKIPPED
from bimtek.ui.messages import ErrorDialog
from bimtek.ui.widgets.data_table import DETAIL
from tests.ui.audit import audit, cut_buttons, shown_texts

LIST = (
    "DAFTAR PESERTA\n"
    "No\tNama\tL/P\tAsal\tNo HP\tNIK\n"
    "1\tSiti <b>Rekaan</b>\tP\tPalon\t81200000001\t3.31608E+15\n"
    "2\tBUDI UMPAMA, S.SOS\tLaki-laki\tJepon\t0812 0000 0002\t\n"
    "3\t\tL\tJepon\t\t\n"
    "4\tSiti <b>Rekaan</b>\tP\tPalon\t\t\n"
    "JUMLAH\t4\n"
)


@pytest.fixture
def kegiatan(services):
    new = NewKegiatan(title="Bimtek Desa Palon", template="malam-desa", first_day=date(2027, 3, 5))
    return services.planning.create(new)


@pytest.fixture
def dialog(context, kegiatan, qtbot):
    made = ImportPeopleDialog(context, kegiatan.id)
    qtbot.addWidget(made)
    made.open()
    return made


def paste(dialog, text, qtbot):
    with qtbot.waitSignal(dialog.previewed):
        dialog.source_box.edit.setPlainText(text)
    return dialog.preview


def changed(dialog, qtbot, change):
    with qtbot.waitSignal(dialog.previewed):
        change()


def people(services, kegiatan):
    return services.registration.of_kegiatan(kegiatan.id)


def test_pasted_list_is_previewed_then_imported_as_shown(services, dialog, kegiatan, qtbot):
    preview = paste(dialog, LIST, qtbot)
    shown = shown_texts(preview.people, 1)
    assert shown == ["Siti <b>Rekaan</b>", "BUDI UMPAMA, S.SOS", "Nama kosong", "Siti <b>Rekaan</b>"]
    assert dialog.import_button.text() == "Impor 3 orang"
    with qtbot.waitSignal(dialog.imported):
        dialog.import_button.click()
    assert [p.person.name.full for p in people(services, kegiatan)] == [shown[0], shown[1], shown[3]]
    assert services.backup.list()[0].reason == "sebelum impor peserta"


def test_interpreted_and_raw_numbers_are_both_visible(dialog, qtbot):
    preview = paste(dialog, LIST, qtbot)
    phone, number = preview.people_model.index(0, 4), preview.people_model.index(0, 5)
    assert (phone.data(), phone.data(DETAIL)) == ("0812-0000-0001", "Tertulis: 81200000001")
    assert (number.data(), number.data(DETAIL)) == ("–", "Tertulis: 3.31608E+15")
    assert not preview.people.isColumnHidden(5)


def test_every_problem_is_named_in_its_row(dialog, qtbot):
    preview = paste(dialog, LIST, qtbot)
    notes = [preview.people_model.index(row, 6) for row in range(4)]
    assert "rusak oleh Excel" in notes[0].data(DETAIL)
    assert (notes[2].data(), notes[2].data(DETAIL)) == ("Tidak diimpor", "Nama belum diisi.")
    preview.people.selectRow(0)
    assert preview.notes.text().startswith("Baris 3: ")
    assert "rusak oleh Excel" in preview.notes.text()
    preview.only_doubtful.setChecked(True)
    assert "BUDI UMPAMA, S.SOS" not in shown_texts(preview.people, 1)


def test_skipped_lines_are_listed_with_their_reason(dialog, qtbot):
    preview = paste(dialog, LIST, qtbot)
    assert shown_texts(preview.skipped, 0) == ["1", "7"]
    assert all(shown_texts(preview.skipped, 2))
    assert preview.tabs.tabText(SKIPPED) == "Dilewati (2)"


def test_doubles_are_listed_and_a_line_can_be_left_out_and_taken_back(services, dialog, kegiatan, qtbot):
    preview = paste(dialog, LIST, qtbot)
    assert preview.tabs.tabText(DOUBLES) == "Mungkin sama (1)"
    assert "Baris 3" in shown_texts(preview.doubles, 2)[0]
    preview.people.selectRow(3)
    changed(dialog, qtbot, preview.leave_out_button.click)
    assert dialog.import_button.text() == "Impor 2 orang"
    assert preview.doubles_model.rowCount() == 0
    preview.skipped.selectRow(shown_texts(preview.skipped, 0).index("6"))
    changed(dialog, qtbot, preview.take_back_button.click)
    assert dialog.import_button.text() == "Impor 3 orang"


def test_header_row_and_mapping_can_be_changed(dialog, qtbot):
    preview = paste(dialog, "Data\tKeterangan\nNama\tTempat\nSiti\tPalon\n", qtbot)
    changed(dialog, qtbot, lambda: preview.header_choice.choose("2"))
    assert shown_texts(preview.people, 1) == ["Siti"]
    preview.tabs.setCurrentIndex(COLUMNS)
    changed(dialog, qtbot, lambda: preview.columns.choices[1].choose(Field.DESA.value))
    assert preview.preview.rows[0].person.desa == "Palon"
    changed(dialog, qtbot, lambda: preview.columns.choices[1].choose(Field.NAMA.value))
    assert shown_texts(preview.people, 1) == ["Palon"]
    assert preview.columns.choices[0].key() == ""


def test_names_are_tidied_only_when_asked(dialog, qtbot):
    preview = paste(dialog, LIST, qtbot)
    assert preview.tidy_names.isVisible()
    changed(dialog, qtbot, preview.tidy_names.click)
    assert shown_texts(preview.people, 1)[1] == "Budi Umpama, S.Sos"


def test_second_import_offers_to_leave_out_who_is_there(services, context, dialog, kegiatan, qtbot):
    paste(dialog, LIST, qtbot)
    with qtbot.waitSignal(dialog.imported):
        dialog.import_button.click()
    again = ImportPeopleDialog(context, kegiatan.id)
    qtbot.addWidget(again)
    again.open()
    preview = paste(again, LIST, qtbot)
    assert preview.skip_known.isVisible()
    assert any("Sudah ada" in text for text in shown_texts(preview.doubles, 2))
    changed(again, qtbot, preview.skip_known.click)
    assert not again.import_button.isEnabled()


FIRST = ("Siti", "Agus", "Sri", "Budi", "Endah", "Wahyu", "Rini", "Eko", "Dwi", "Nur")
SECOND = ("Rekaan", "Umpama", "Misalnya", "Contoh", "Andaian", "Khayalan")
SIXTY = [(f"{first} {second}, S.Sos.", f"Dinas {second}") for first in FIRST for second in SECOND]
EXCEL = "No\tNama\tInstansi\n" + "".join(f"{n}\t{who}\t{at}\n" for n, (who, at) in enumerate(SIXTY, 1))
WHATSAPP = "*Daftar peserta bimtek*\n" + "".join(
    f"{n}. {who} - {at}\n" for n, (who, at) in enumerate(SIXTY, 1)
)


@pytest.mark.parametrize("text", [EXCEL, WHATSAPP], ids=["excel", "whatsapp"])
def test_b9_14_sixty_pasted_rows_come_in_right_and_go_in_one_step(
    services, dialog, toasts, kegiatan, qtbot, text
):
    paste(dialog, text, qtbot)
    with qtbot.waitSignal(dialog.imported):
        dialog.import_button.click()
    qtbot.waitUntil(lambda: len(toasts) == 1)
    assert toasts[0][0] == "60 orang diimpor."
    came = [(p.person.name.full, p.person.instansi) for p in people(services, kegiatan)]
    assert came == SIXTY
    toasts[0][1]()
    qtbot.waitUntil(lambda: people(services, kegiatan) == [])


def test_shipped_spreadsheet_is_read_from_its_file(services, dialog, kegiatan, qtbot):
    with qtbot.waitSignal(dialog.previewed, timeout=20_000):
        dialog.source_box.file_given.emit(asset("contoh/peserta-blora.xlsx"))
    assert dialog.import_button.text() == "Impor 33 orang"
    assert dialog.name.accessibleName() == "peserta-blora.xlsx · peran: Peserta"
    with qtbot.waitSignal(dialog.imported):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert sum(p.role is Role.PESERTA for p in people(services, kegiatan)) == 33


def test_broken_file_says_so_and_another_list_can_be_given(dialog, tmp_path: Path, qtbot):
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"PK\x03\x04 bukan isi")
    dialog.read_file(broken)
    qtbot.waitUntil(lambda: dialog.findChild(ErrorDialog) is not None, timeout=20_000)
    dialog.findChild(ErrorDialog).reject()
    qtbot.waitUntil(dialog.source_box.isEnabled)
    paste(dialog, LIST, qtbot)
    dialog.other_button.click()
    assert dialog.stack.currentWidget() is dialog.source_box
    assert not dialog.import_button.isVisible()


@pytest.mark.parametrize("scale", [100, 150])
def test_everything_is_named_large_enough_and_uncut(dialog, qtbot, qapp, scale):
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    preview = paste(dialog, LIST, qtbot)
    for tab in range(preview.tabs.count()):
        preview.tabs.setCurrentIndex(tab)
        audit(dialog)
        qtbot.waitUntil(lambda: cut_buttons(dialog) == [])


def test_a_sheet_that_is_too_large_to_read_is_named(dialog, tmp_path, qtbot):
    path = tmp_path / "dua.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        small = book.add_worksheet("Peserta")
        small.write_row(0, 0, ["No", "Nama"])
        small.write_row(1, 0, [1, "Siti Rekaan"])
        large = book.add_worksheet("DATABASE")
        for line in range(20_001):
            large.write_row(line, 0, list(range(10)))
    with qtbot.waitSignal(dialog.previewed):
        dialog.read_file(path)
    assert "Lembar DATABASE terlalu besar, jadi tidak dibaca." in dialog.preview.notice.message.text()


def test_every_kind_of_file_that_can_be_read_is_offered(dialog, qtbot):
    picker = dialog.source_box.browse()
    offered = " ".join(picker.nameFilters())
    assert [suffix for suffix in SUFFIXES if f"*{suffix}" not in offered] == []
    picker.reject()
