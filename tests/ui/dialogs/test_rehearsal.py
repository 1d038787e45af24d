"""Gladi bersih: everything looked at, said in words, and plan B with the facts of the day."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from bimtek.domain.errors import DamagedFileError
from bimtek.domain.text import _
from bimtek.services.planning import NewKegiatan
from bimtek.services.readiness import Check, Readiness
from bimtek.ui import checklist, printing, theme
from bimtek.ui.dialogs.rehearsal import RehearsalDialog
from bimtek.ui.messages import ErrorDialog
from tests.documents.reading import Pdf
from tests.ui.audit import audit, cut_buttons

DAY = date(2027, 3, 5)


@pytest.fixture
def kegiatan(services):
    return services.planning.create(
        NewKegiatan(title="Bimtek Desa Nyata", template="desa-1-hari", first_day=DAY)
    )


@pytest.fixture
def opened(context, kegiatan, qtbot, monkeypatch):
    def answer(*checks):
        monkeypatch.setattr(Readiness, "checks", lambda _self, _progress: list(checks))
        monkeypatch.setattr(printing, "printers", lambda: ["Printer"])
        monkeypatch.setattr(checklist, "_screen", lambda _count: Check("layar", True, _("Layar"), "Ada."))
        dialog = RehearsalDialog(context, context.services.overview.page(), kegiatan.id)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.again_button.isEnabled)
        return dialog

    return answer


GOOD = Check("modul", True, _("Modul"), "1 terpasang.")
BAD = Check("baterai", False, _("Baterai"), "40%. Sambungkan pengisi daya sekarang.")


def saved(dialog, qtbot, path):
    dialog.sheet.save(path)
    qtbot.waitUntil(dialog.sheet.said.isVisible)
    return Pdf(path.read_bytes())


def test_all_ready_is_said_in_words(opened):
    dialog = opened(GOOD)
    assert dialog.verdict.message.text() == "Semua siap. Cetak rencana B, lalu berangkat."
    assert [row.ok for row in dialog.checks.rows.values()] == [True, True, True]


def test_what_is_not_ready_is_counted_and_stands_in_plan_b(opened, qtbot, tmp_path):
    dialog = opened(GOOD, BAD)
    assert dialog.verdict.message.text() == "Satu hal perlu dilihat. Sisanya siap."
    pdf = saved(dialog, qtbot, tmp_path / "b.pdf")
    assert len(pdf) == 1
    for wanted in ("Bimtek Desa Nyata", "Jumat, 5 Maret 2027", "Baterai: 40%. Sambungkan pengisi daya"):
        assert wanted in pdf.text


def test_plan_b_without_a_kegiatan_has_lines_to_fill_in(opened, qtbot, tmp_path):
    dialog = opened(GOOD)
    dialog.kegiatan_choice.choose("")
    text = saved(dialog, qtbot, tmp_path / "b.pdf").text
    assert "Bimtek Desa Nyata" not in text
    assert "Absensi di kertas" in text


def test_looking_again_shows_what_changed(opened, qtbot, monkeypatch):
    dialog = opened(GOOD, BAD)
    monkeypatch.setattr(Readiness, "checks", lambda _self, _progress: [GOOD])
    dialog.again_button.click()
    qtbot.waitUntil(lambda: dialog.verdict.message.text().startswith("Semua siap."))


def test_a_remedy_that_leads_away_closes_it(opened, context):
    places = []
    context.window.go.connect(places.append)
    dialog = opened(Check("modul", False, _("Modul"), "Belum ada."))
    dialog.checks.rows["modul"].fix_button.click()
    assert (places, dialog.isVisible()) == (["modul"], False)


def test_a_look_that_is_stopped_says_so(opened, context, qtbot, monkeypatch):
    def slow(_self, progress):
        while True:
            progress(0, 6)

    dialog = opened(GOOD)
    monkeypatch.setattr(Readiness, "checks", slow)
    dialog.look()
    dialog.busy.cancelled.emit()
    qtbot.waitUntil(dialog.again_button.isEnabled)
    assert dialog.verdict.message.text() == "Pemeriksaan dihentikan."


def test_damage_is_said_on_it_while_participants_look_at_the_projector(opened, qtbot, monkeypatch):
    def damaged(_self, _progress):
        raise DamagedFileError(_("Data rusak."), _("Cadangan aman."), _("Pulihkan dari cadangan."))

    dialog = opened(GOOD)
    projector = QWidget()
    qtbot.addWidget(projector)
    projector.showFullScreen()
    monkeypatch.setattr(Readiness, "checks", damaged)
    dialog.look()
    qtbot.waitUntil(dialog.again_button.isEnabled)
    assert dialog.verdict.message.text() == "Data rusak. Cadangan aman. Pulihkan dari cadangan."
    assert dialog.findChildren(ErrorDialog) == []


@pytest.mark.parametrize("scale", [100, 150])
def test_everything_is_named_large_enough_and_uncut(opened, qapp, qtbot, scale):
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    dialog = opened(GOOD, BAD)
    audit(dialog)
    qtbot.waitUntil(lambda: cut_buttons(dialog) == [])
