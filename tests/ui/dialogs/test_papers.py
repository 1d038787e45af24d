"""Dialogs around papers: who signs, what is printed where, reasons, and what a backup holds."""

from datetime import date

import pytest
from PySide6.QtPrintSupport import QPrinterInfo

from bimtek.domain.kegiatan import Signatory
from bimtek.domain.text import _
from bimtek.services.planning import NewKegiatan
from bimtek.storage.backup import Contents
from bimtek.ui.dialogs.print_paper import PrintDialog
from bimtek.ui.dialogs.reason import ReasonDialog
from bimtek.ui.dialogs.restore import RestoreDialog
from bimtek.ui.dialogs.signatories import SignatoriesDialog
from bimtek.ui.editors import VOID

A4 = (595.28, 841.89)
LYING = (841.89, 595.28)
F4 = (609.45, 935.43)


@pytest.fixture
def kegiatan(services):
    return services.planning.create(
        NewKegiatan(title="Bimtek Desa", template="desa-1-hari", first_day=date(2027, 3, 5))
    )


def signers_dialog(context, kegiatan, qtbot, **chosen):
    dialog = SignatoriesDialog(context, kegiatan, **chosen)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_signers_are_stored_as_they_stand_from_left_to_right(context, services, kegiatan, qtbot):
    dialog = signers_dialog(context, kegiatan, qtbot)
    right, left = dialog.forms["sertifikat", "kanan"], dialog.forms["sertifikat", "kiri"]
    for form, name in ((right, "Drs. Purwo, M.M."), (left, "Tirta <b>Contoh</b>")):
        form.used.setChecked(True)
        form.name.setText(name)
    right.prefix.choose("Plt.")
    right.titles.setPlainText(
        "Kepala Dinas Sosial,\n\nPemberdayaan Perempuan\nKabupaten Blora\nbaris keempat"
    )
    right.id_number.setText("196802021994021999")
    left.id_kind.choose("")
    left.id_number.setText("tidak dipakai")
    with qtbot.waitSignal(dialog.saved):
        dialog.done_button.click()
    stored = services.planning.get(kegiatan.id).signers("sertifikat")
    assert [(s.place, s.name) for s in stored] == [
        ("kiri", "Tirta <b>Contoh</b>"),
        ("kanan", "Drs. Purwo, M.M."),
    ]
    assert stored[1].prefix == "Plt."
    assert len(stored[1].title_lines) == 3
    assert stored[0].id_number == ""


def test_signers_of_lists_and_of_certificates_are_kept_apart(context, services, kegiatan, qtbot):
    dialog = signers_dialog(context, kegiatan, qtbot, paper="daftar-hadir")
    form = dialog.forms["daftar-hadir", "kanan"]
    assert form.isVisible()
    form.used.setChecked(True)
    form.name.setText("Sari Contoh")
    with qtbot.waitSignal(dialog.saved):
        dialog.done_button.click()
    assert [s.paper for s in services.planning.get(kegiatan.id).signatories] == ["daftar-hadir"]


def test_signers_whose_place_is_unknown_or_taken_find_one_and_others_are_kept(
    context, services, kegiatan, qtbot
):
    given = (
        Signatory(name="Satu", place="kanan"),
        Signatory(name="Dua", place="kanan"),
        Signatory(name="Tiga", place="entah"),
        Signatory(name="Empat", paper="kuitansi"),
    )
    services.planning.set_signatories(kegiatan, given).result()
    dialog = signers_dialog(context, services.planning.get(kegiatan.id), qtbot)
    assert {s.name for s in dialog.value()} == {"Satu", "Dua", "Tiga", "Empat"}
    assert len({s.place for s in dialog.value() if s.paper == "sertifikat"}) == 3


def test_a_place_that_is_unticked_is_removed(context, services, kegiatan, qtbot):
    services.planning.set_signatories(kegiatan, (Signatory(name="Satu"),)).result()
    dialog = signers_dialog(context, services.planning.get(kegiatan.id), qtbot)
    dialog.forms["sertifikat", "kanan"].used.setChecked(False)
    assert dialog.value() == ()


@pytest.fixture
def two_printers(monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Canon", "Epson"]))
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", staticmethod(lambda: "Epson"))


@pytest.mark.parametrize(
    ("size", "words"),
    [(A4, "Kertas A4, tegak."), (LYING, "Kertas A4, rebah."), (F4, "Kertas F4, tegak.")],
)
def test_the_paper_to_put_in_is_named(qtbot, two_printers, size, words):
    dialog = PrintDialog([size])
    qtbot.addWidget(dialog)
    assert dialog.explanation.text().startswith(words)


def test_the_usual_printer_all_pages_and_one_copy_are_ready(qtbot, two_printers):
    dialog = PrintDialog([LYING] * 6, duplex=True)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.action_button.click()
    job = chosen.args[0]
    assert (job.printer, job.first, job.last, job.copies, job.duplex) == ("Epson", 1, 6, 1, True)


def test_one_sample_page_leaves_the_dialog_open(qtbot, two_printers):
    dialog = PrintDialog([A4] * 6)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.sample_button.click()
    assert (chosen.args[0].first, chosen.args[0].last) == (1, 1)
    assert dialog.isVisible()


def test_pages_given_the_wrong_way_round_are_understood(qtbot, two_printers):
    dialog = PrintDialog([A4] * 6)
    qtbot.addWidget(dialog)
    dialog.first.setValue(5)
    dialog.last.setValue(2)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.action_button.click()
    assert (chosen.args[0].first, chosen.args[0].last) == (2, 5)


def test_a_printer_without_this_paper_is_warned_of(qtbot, two_printers, monkeypatch):
    monkeypatch.setattr("bimtek.ui.dialogs.print_paper.knows_paper", lambda printer, size: printer == "Canon")
    dialog = PrintDialog([F4])
    qtbot.addWidget(dialog)
    dialog.show()
    assert "F4" in dialog.mismatch.message.text()
    dialog.printer.choose("Canon")
    assert not dialog.mismatch.isVisible()


def test_a_reason_is_trimmed_and_never_empty(context, qtbot):
    draft_of = (context, VOID, "satu")
    dialog = ReasonDialog(draft_of, _("Batalkan?"), _("Tetap di register."), _("Batalkan"), _("Misalnya"))
    qtbot.addWidget(dialog)
    dialog.show()
    given = []
    dialog.given.connect(given.append)
    dialog.reason.setText("   ")
    dialog.submit()
    assert given == []
    assert dialog.row_of_reason.problem.isVisible()
    dialog.reason.setText("  Nama tertukar ")
    dialog.submit()
    assert given == ["Nama tertukar"]


def test_the_preview_of_a_backup_names_five_kegiatan_and_counts_the_rest(qtbot):
    contents = Contents({"kegiatan": 7, "orang": 1240}, tuple(f"Kegiatan {n}" for n in range(7)), 1)
    dialog = RestoreDialog("Dibuat kemarin.", contents)
    qtbot.addWidget(dialog)
    words = [found.text() for found in dialog.findChildren(type(dialog.heading))]
    assert "1.240" in words
    assert "Kegiatan 4" in words
    assert "Kegiatan 5" not in words
    assert "dan 2 kegiatan lain" in words
    assert dialog.cancel_button.isDefault()
