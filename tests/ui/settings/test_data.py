"""Backup now, to a stick, and back again in at most five clicks."""

import json
import zipfile
from datetime import timedelta

import pytest

from bimtek.domain.text import _
from bimtek.services.recovery import preview
from bimtek.ui.messages import ErrorDialog
from bimtek.ui.settings.data import DataTab
from bimtek.ui.widgets.data_table import DETAIL


@pytest.fixture
def tab(context, qtbot):
    made = DataTab(context)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_without_a_backup_the_list_says_why(tab):
    assert tab.age.text() == "Belum ada cadangan"
    assert tab.empty.isVisible()
    assert not tab.table.isVisible()
    assert not tab.restore_button.isEnabled()


def test_a_backup_on_request_is_listed_with_what_it_holds(tab, services, said, qtbot):
    services.sample.create()
    tab.now_button.click()
    assert not tab.now_button.isEnabled()
    qtbot.waitUntil(lambda: said == ["Cadangan dibuat."])
    assert tab.age.text() == "Cadangan terakhir baru saja"
    assert tab.state.text() == "Data terjaga"
    row = tab.model.rows[0]
    assert row.reason == "diminta"
    assert tab.table.model().index(0, 0).data(DETAIL) == "Diminta · baru saja"
    assert tab.model.index(0, 1).data() == f"1 kegiatan · {row.contents.counts['orang']} orang · 0 sertifikat"
    assert tab.now_button.isEnabled()


def test_the_chosen_backup_stays_so_when_a_newer_one_comes(tab, services, said, qtbot):
    for _turn in range(2):
        services.backup.now(_("berkala"))
    tab.refresh()
    tab.table.selectRow(1)
    chosen = tab.table.chosen
    tab.now_button.click()
    qtbot.waitUntil(lambda: said == ["Cadangan dibuat."])
    assert len(tab.model.rows) == 3
    assert tab.table.chosen == chosen


def test_a_day_without_backup_is_amber(tab, services, clock):
    services.backup.now(_("berkala"))
    clock.at += timedelta(hours=25)
    tab.refresh()
    assert tab.age.text() == "Cadangan terakhir 25 jam lalu"
    assert tab.state.property("tone") == "warning"


def test_export_to_a_folder_writes_one_file_that_can_be_read_back(tab, services, said, qtbot, tmp_path):
    services.sample.create()
    tab.export(tmp_path)
    qtbot.waitUntil(lambda: bool(said))
    (file,) = tmp_path.glob("*.btkbak")
    assert zipfile.is_zipfile(file)
    assert said[0].startswith("Cadangan tersimpan dan sudah diperiksa: 1 kegiatan")
    assert preview(file, services.folder).titles == (services.overview.page()[0].title,)


def test_a_stick_pulled_out_is_told_and_leaves_no_half_file(tab, qtbot, tmp_path):
    (tmp_path / "usb").write_text("not a folder any more")
    tab.export(tmp_path / "usb" / "dalam")
    qtbot.waitUntil(lambda: bool(tab.window().findChildren(ErrorDialog)))
    dialog = tab.window().findChildren(ErrorDialog)[0]
    assert str(dialog.error.data_safe)
    dialog.accept()
    assert tab.now_button.isEnabled()


def test_b9_46_going_back_shows_the_contents_then_backs_up_the_present_and_asks_the_session(
    tab, context, services, qtbot
):
    asked = []
    context.window.restart.connect(asked.append)
    services.sample.create()
    services.backup.now(_("berkala"))
    tab.refresh()
    clicks = 2  # Pengaturan, Data & cadangan
    tab.table.selectRow(0)
    clicks += 1
    tab.restore_button.click()
    clicks += 1
    dialog = tab.dialog
    words = " ".join(label.text() for label in dialog.findChildren(type(dialog.heading)))
    assert services.overview.page()[0].title in words
    assert "nomor sertifikat" in words
    dialog.restore_button.click()
    clicks += 1
    qtbot.waitUntil(lambda: bool(asked))
    assert clicks <= 5
    assert services.backup.list()[0].reason == "sebelum memulihkan"
    assert asked[0].args[0] == services.backup.list()[1].path


def test_esc_in_the_preview_changes_nothing(tab, services, qtbot):
    services.backup.now(_("berkala"))
    tab.refresh()
    tab.ask_restore(tab.model.rows[0])
    tab.dialog.reject()
    assert len(services.backup.list()) == 1


def test_a_file_that_is_no_backup_is_refused_with_advice(tab, qtbot, tmp_path):
    wrong = tmp_path / "liburan.btkbak"
    wrong.write_bytes(b"bukan cadangan")
    tab.look_into(wrong)
    qtbot.waitUntil(lambda: bool(tab.window().findChildren(ErrorDialog)))
    dialog = tab.window().findChildren(ErrorDialog)[0]
    assert str(dialog.error.what) == "Cadangan ini rusak atau bukan cadangan Bimtek."
    dialog.accept()
    assert tab.dialog is None


def test_the_log_is_saved_as_one_file(tab, services, said, qtbot, tmp_path):
    (services.folder.log / "bimtek.log").write_text(json.dumps({"baris": 1}))
    tab.save_log(tmp_path / "catatan.zip")
    qtbot.waitUntil(lambda: said == ["Catatan aplikasi tersimpan."])
    with zipfile.ZipFile(tmp_path / "catatan.zip") as packed:
        assert packed.namelist() == ["bimtek.log", "versi.txt"]
