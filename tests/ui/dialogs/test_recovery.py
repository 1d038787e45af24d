"""Which backups are offered, and what stands beside them. The whole way: tests/ui/test_recovery.py."""

import shutil

import pytest

from bimtek.domain.errors import DamagedFileError
from bimtek.domain.text import _
from bimtek.ui.dialogs.recovery import RecoveryDialog
from bimtek.ui.messages import ErrorDialog
from bimtek.ui.tasks import TaskRunner
from tests.services.day import people, planned


@pytest.fixture
def backups(services):
    """Three backups with one, two and three people, newest first."""
    kegiatan = planned(services)
    for _turn in range(3):
        people(services, kegiatan, 1)
        services.backup.now(_("berkala"))
    return services.backup.list()


@pytest.fixture
def opened(services, clock, qtbot):
    """Opens the dialog and waits until every backup was read through."""
    runner = TaskRunner()

    def open_dialog():
        error = DamagedFileError(_("Sebagian berkas data rusak."), advice=_("Pulihkan cadangan terbaru."))
        dialog = RecoveryDialog(error, services.folder, clock, runner)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not runner.busy)
        return dialog

    yield open_dialog
    runner.close()


def wanted_of(dialog):
    heard = []
    dialog.wanted.connect(heard.append)
    dialog.restore_button.click()
    return heard[0].args[0]


def offered(dialog):
    return [info.contents.counts["orang"] for info in dialog.table.backups.rows]


def test_every_whole_backup_is_offered_newest_first_with_what_it_holds(backups, opened):
    dialog = opened()
    assert offered(dialog) == [3, 2, 1]
    assert dialog.table.chosen_row() == 0
    assert dialog.contents.isVisible()
    assert not dialog.none.isVisible()
    assert not dialog.empty_button.isVisible()
    assert dialog.what.text() == "Sebagian berkas data rusak. Pulihkan cadangan terbaru."
    assert not dialog.busy.isVisible()
    dialog.table.selectRow(2)
    assert wanted_of(dialog).path == backups[2].path


def test_backup_that_was_damaged_since_is_not_offered(backups, opened):
    backups[0].path.write_bytes(b"ikut rusak" * 3000)
    backups[1].path.unlink()
    dialog = opened()
    assert offered(dialog) == [1]
    assert wanted_of(dialog).path == backups[2].path


@pytest.mark.parametrize("made", [True, False])
def test_without_a_whole_backup_it_says_so_and_offers_to_begin_with_nothing(backups, opened, services, made):
    for backup in backups:
        backup.path.write_bytes(b"ikut rusak" * 3000)
        if not made:
            backup.path.with_suffix(".json").unlink()
    dialog = opened()
    assert not dialog.restore_button.isEnabled()
    assert not dialog.table.isVisible()
    assert ("ikut rusak" in dialog.none.message.text()) == made
    assert ("Belum ada cadangan" in dialog.none.message.text()) != made
    assert dialog.empty_button.isVisible()
    assert "Pulihkan" not in dialog.what.text()


def test_file_takes_the_place_of_the_row_and_a_row_that_of_the_file(
    backups, opened, services, tmp_path, qtbot
):
    services.backup.export(tmp_path / "usb.btkbak")
    dialog = opened()
    dialog.look_into(tmp_path / "usb.btkbak")
    qtbot.waitUntil(lambda: dialog.contents.title.text() == "Isi cadangan usb.btkbak")
    assert dialog.table.chosen_row() == -1
    assert dialog.choice.path == tmp_path / "usb.btkbak"
    dialog.table.selectRow(1)
    assert dialog.choice.path == backups[1].path
    dialog.look_into(tmp_path / "usb.btkbak")
    qtbot.waitUntil(lambda: dialog.choice.path == tmp_path / "usb.btkbak")
    assert wanted_of(dialog).path == tmp_path / "usb.btkbak"


def test_file_opened_before_all_backups_were_read_stays_chosen(backups, services, clock, tmp_path, qtbot):
    services.backup.export(tmp_path / "usb.btkbak")
    runner = TaskRunner()
    dialog = RecoveryDialog(DamagedFileError(_("Rusak.")), services.folder, clock, runner)
    qtbot.addWidget(dialog)
    dialog.look_into(tmp_path / "usb.btkbak")
    dialog.show()
    qtbot.waitUntil(lambda: not runner.busy)
    assert offered(dialog) == [3, 2, 1]
    assert dialog.choice.path == tmp_path / "usb.btkbak"
    runner.close()


def test_file_that_is_no_backup_is_refused_and_the_list_stays(backups, opened, tmp_path, qtbot):
    shutil.copy("assets/contoh/logo-contoh-kantor.png", tmp_path / "foto.btkbak")
    dialog = opened()
    dialog.look_into(tmp_path / "foto.btkbak")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ErrorDialog)))
    (told,) = dialog.findChildren(ErrorDialog)
    assert "bukan cadangan Bimtek" in str(told.error)
    told.close_button.click()
    assert wanted_of(dialog).path == backups[0].path


def test_escape_wants_nothing(backups, opened):
    dialog = opened()
    heard = []
    dialog.wanted.connect(heard.append)
    dialog.reject()
    assert heard == []
