"""Beranda: the kegiatan of the day, what comes next, and a laptop that is really checked."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QThread

from bimtek.domain.next_step import Step
from bimtek.domain.text import _
from bimtek.services.planning import NewKegiatan
from bimtek.services.registration import NewPerson
from bimtek.ui import printing, theme
from bimtek.ui.housekeeping import Housekeeping
from bimtek.ui.messages import ConfirmDialog
from tests.ui.audit import audit, cut_buttons, primaries

DAY = date(2027, 3, 5)
CHECKED = {"modul", "layar", "printer", "disk", "cadangan", "usb", "jam"}  # and a battery, where there is one


def planned(services, title, days=0):
    new = NewKegiatan(title=title, template="desa-1-hari", first_day=DAY + timedelta(days=days))
    return services.planning.create(new)


def checked(window, qtbot):
    page = window.page
    qtbot.waitUntil(lambda: set(page.checks.rows) >= CHECKED)
    return page


def test_without_a_kegiatan_there_is_one_thing_to_do(window, qtbot):
    page = checked(window, qtbot)
    assert primaries(page) == ["Buat kegiatan"]
    assert not page.focus.isVisible()
    page.empty.button.click()
    qtbot.waitUntil(lambda: window.page.dialog is not None)
    window.page.dialog.reject()


def test_todays_kegiatan_is_large_and_continues_at_its_next_step(services, window, qtbot):
    kegiatan = planned(services, "Bimtek hari ini")
    planned(services, "Bimtek nanti", 3)
    services.registration.add(kegiatan.id, NewPerson(raw_name="Siti"))
    window.page.refresh()
    page = checked(window, qtbot)
    assert page.focus.title.text() == "Bimtek hari ini"
    assert (page.focus.chip.text(), page.focus.step.text()) == ("Hari ini", "Mulai absensi (0/1)")
    page.focus.continue_button.click()
    assert window.page.workspace.kegiatan_id == kegiatan.id
    assert window.page.workspace.stepper.steps[Step.ATTENDANCE].isChecked()


def test_last_five_open_with_one_click_or_enter(services, window, qtbot):
    for n in range(7):
        planned(services, f"Kegiatan {n}", -n)
    window.page.refresh()
    page = checked(window, qtbot)
    assert [row.text() for row in page.recent.rows] == [f"Kegiatan {n}" for n in range(1, 6)]
    qtbot.mouseClick(page.recent.rows[0], Qt.MouseButton.LeftButton)
    assert window.page.workspace.title.accessibleName() == "Kegiatan 1"
    window.go("beranda")
    page.recent.rows[1].setFocus()
    qtbot.keyClick(page.recent.rows[1], Qt.Key.Key_Down)
    assert window.focusWidget() is page.recent.rows[2]
    qtbot.keyClick(page.recent.rows[2], Qt.Key.Key_Return)
    assert window.page.workspace.title.accessibleName() == "Kegiatan 3"


def test_checks_say_what_they_found_and_backup_is_one_click(services, context, window, qtbot):
    planned(services, "Bimtek")
    services.backup.now(_("uji"))
    services.clock.at += timedelta(days=2)
    Housekeeping(context, window)
    window.page.refresh()
    page = checked(window, qtbot)
    row = page.checks.rows["cadangan"]
    qtbot.waitUntil(row.fix_button.isVisible)  # Qt shows a row one event after it was laid out
    assert row.ok is False
    row.fix_button.click()
    qtbot.waitUntil(lambda: row.ok is True)
    assert not row.fix_button.isVisible()


def test_printers_are_asked_on_a_worker_and_named(window, qtbot, monkeypatch):
    threads = []

    def one_printer():
        threads.append(QThread.currentThread())
        return ["Printer Balai Desa"]

    monkeypatch.setattr(printing, "printers", one_printer)
    window.page.look()
    page = checked(window, qtbot)
    qtbot.waitUntil(lambda: page.checks.rows["printer"].detail.text() == "Printer Balai Desa")
    assert page.checks.rows["printer"].ok
    assert all(thread is not page.thread() for thread in threads)


def test_a_missing_usb_backup_leads_to_where_it_is_made(services, window, qtbot):
    planned(services, "Bimtek")
    window.page.refresh()
    page = checked(window, qtbot)
    row = page.checks.rows["usb"]
    qtbot.waitUntil(row.fix_button.isVisible)
    row.fix_button.click()
    assert window.rail.buttons["pengaturan"].isChecked()
    assert window.page.tab("data") is window.page.tabs.currentWidget().content


def test_doubtful_clock_is_settled_by_a_persons_word(services, clock, window, qtbot):
    clock.at = datetime(2010, 1, 1, 3, 0, tzinfo=UTC)
    window.page.refresh()
    page = checked(window, qtbot)
    row = page.checks.rows["jam"]
    qtbot.waitUntil(lambda: row.ok is False)
    row.fix_button.click()
    page.findChild(ConfirmDialog).yes_button.click()
    qtbot.waitUntil(lambda: row.ok is True)


@pytest.mark.parametrize("scale", [100, 150])
def test_everything_is_named_large_enough_and_uncut(services, window, qtbot, qapp, scale):
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    kegiatan = planned(
        services, "Bimtek <b>Perlindungan</b> Anak dari Eksploitasi Seksual di Ranah Daring 2027"
    )
    window.page.refresh()
    page = checked(window, qtbot)
    audit(page)
    qtbot.waitUntil(lambda: cut_buttons(page) == [])
    assert kegiatan.title in page.focus.title.text()
