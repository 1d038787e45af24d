"""Damaged data in the real window: what happened is said, and a backup is opened without the command line."""

import random
import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from bimtek.app import build
from bimtek.domain.text import _
from bimtek.host.lock import FolderLock
from bimtek.services.planning import NewKegiatan
from bimtek.services.recovery import restore
from bimtek.ui import theme
from bimtek.ui.dialogs import recovery
from bimtek.ui.housekeeping import Housekeeping
from bimtek.ui.main_window import MainWindow
from bimtek.ui.messages import ErrorDialog, show_error
from bimtek.ui.pages.home import HomePage
from bimtek.ui.start import Session
from tests.faults.damage import KINDS, break_table, flip_bytes, open_files, rename_in_schema, write_behind
from tests.ui.audit import audit, cut_buttons
from tests.windows import end_session

# The other kinds touch single letters, which may be noticed at work only: tests/faults/test_damage.py.
SEEN_AT_ONCE = [kind for kind in KINDS if kind not in (flip_bytes, rename_in_schema)]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A data folder with two backups: the older one holds "Lama", the newer and the data "Baru" too."""
    root = tmp_path_factory.mktemp("asal") / "data"
    built = build(root)
    for title in ("Lama", "Baru"):
        built.planning.create(NewKegiatan(title=title, template="desa-1-hari", first_day=date(2027, 3, 5)))
        built.backup.now(_("berkala"))
    built.close()
    return root


@pytest.fixture
def data_dir(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "data"))


@pytest.fixture
def opened(data_dir, qtbot):
    """Opens the window on the folder as it is then."""
    sessions = []

    def open_window():
        window = MainWindow()
        window.resize(1366, 768)
        sessions.append(Session(data_dir, window))
        window.show()
        return sessions[-1]

    yield open_window
    for session in sessions:
        end_session(session)


def recovery_of(session, qtbot):
    """The recovery, once every backup was read through."""
    qtbot.waitUntil(lambda: session.recovery is not None and session.recovery.busy.timer.isActive() is False)
    qtbot.waitUntil(lambda: not session.tasks.busy)
    return session.recovery


def page_of(session, qtbot):
    """The first page, once the window is open and quiet."""
    qtbot.waitUntil(lambda: session._window.page is not None and not session._idle.isActive())
    qtbot.waitUntil(lambda: not session.tasks.busy)
    return session._window.page


def titles(session):
    return sorted(k.title for k in session._services.overview.page())


def error_dialogs(session):
    return [d for d in session._window.findChildren(ErrorDialog) if d.isVisible()]


@pytest.mark.parametrize("damage", SEEN_AT_ONCE, ids=lambda kind: kind.__name__)
def test_damage_leads_to_the_backups_and_from_there_into_the_window(data_dir, opened, qtbot, damage):
    damage(data_dir / "bimtek.db", random.Random(2))
    kept = (data_dir / "bimtek.db").exists()
    session = opened()
    dialog = recovery_of(session, qtbot)
    assert dialog.table.chosen == dialog.table.backups.rows[0]
    assert dialog.table.backups.rows[0].contents.counts["kegiatan"] == 2
    assert session._window.page is None
    dialog.restore_button.click()
    assert isinstance(page_of(session, qtbot), HomePage)
    assert titles(session) == ["Baru", "Lama"]
    said = session._window.toast.message.text()
    assert said.startswith("Cadangan ")
    assert " sekarang terbuka." in said
    names = [p.name for p in (data_dir / "cadangan").iterdir() if p.name.startswith(("rusak-", "sebelum-"))]
    assert bool(names) == kept
    assert all(name.startswith(min(names)) for name in names)
    assert not kept or min(names) in said
    assert session.recovery is None


def test_another_backup_can_be_chosen(data_dir, opened, qtbot):
    (data_dir / "bimtek.db").write_bytes(b"rusak" * 3000)
    session = opened()
    dialog = recovery_of(session, qtbot)
    dialog.table.selectRow(1)
    assert dialog.contents.title.text().startswith("Isi cadangan ")
    dialog.restore_button.click()
    page_of(session, qtbot)
    assert titles(session) == ["Lama"]


def test_backup_on_a_stick_brings_the_work_back_on_a_laptop_without_any(data_dir, opened, qtbot, tmp_path):
    built = build(data_dir)
    built.backup.export(tmp_path / "semua.btkbak")
    built.close()
    shutil.rmtree(data_dir / "cadangan")
    (data_dir / "bimtek.db").write_bytes(b"rusak" * 3000)
    session = opened()
    dialog = recovery_of(session, qtbot)
    assert not dialog.restore_button.isEnabled()
    dialog.look_into(tmp_path / "semua.btkbak")
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    dialog.restore_button.click()
    page_of(session, qtbot)
    assert titles(session) == ["Baru", "Lama"]
    assert "Cadangan semua.btkbak sekarang terbuka." in session._window.toast.message.text()


def test_beginning_with_nothing_asks_first_and_keeps_the_file(data_dir, opened, qtbot):
    shutil.rmtree(data_dir / "cadangan")
    (data_dir / "bimtek.db").write_bytes(b"rusak" * 3000)
    session = opened()
    dialog = recovery_of(session, qtbot)
    dialog.empty_button.click()
    dialog.question.no_button.click()
    assert (data_dir / "bimtek.db").read_bytes() == b"rusak" * 3000
    dialog.empty_button.click()
    dialog.question.yes_button.click()
    page_of(session, qtbot)
    assert titles(session) == []
    (kept,) = (data_dir / "cadangan").glob("rusak-*.db")
    assert kept.read_bytes() == b"rusak" * 3000
    said = session._window.toast.message.text()
    assert "data kosong" in said
    assert kept.name in said


def test_closing_the_recovery_closes_the_window_and_changes_nothing(data_dir, opened, qtbot):
    (data_dir / "bimtek.db").write_bytes(b"rusak" * 3000)
    before = sorted(p.name for p in (data_dir / "cadangan").iterdir())
    session = opened()
    recovery_of(session, qtbot).close_button.click()
    assert not session._window.isVisible()
    assert (data_dir / "bimtek.db").read_bytes() == b"rusak" * 3000
    assert sorted(p.name for p in (data_dir / "cadangan").iterdir()) == before


def test_restore_that_fails_says_why_and_offers_the_backups_again(data_dir, opened, qtbot, monkeypatch):
    (data_dir / "bimtek.db").write_bytes(b"rusak" * 3000)
    session = opened()
    dialog = recovery_of(session, qtbot)
    chosen = dialog.table.chosen.path
    content = chosen.read_bytes()
    chosen.write_bytes(b"ikut rusak" * 3000)  # after it was read through
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: bool(error_dialogs(session)))
    (told,) = error_dialogs(session)
    assert "Cadangan ini rusak" in str(told.error)
    assert not hasattr(told, "backup_button")
    told.close_button.click()
    again = recovery_of(session, qtbot)
    assert len(again.table.backups.rows) == 1
    chosen.write_bytes(content)
    again.restore_button.click()
    page_of(session, qtbot)
    assert titles(session) == ["Lama"]


# --- what is no damage keeps its message ---------------------------------------------------------


def newer(data_dir):
    write_behind(data_dir / "bimtek.db", "insert into _sqlite_migrations values (99, 'bimtek', '9999_x', '')")


def no_folder(data_dir):
    (data_dir / "berkas").rmdir()
    (data_dir / "berkas").write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [(newer, "versi lebih baru"), (no_folder, "tidak dapat dibuat")],
    ids=["newer", "folder"],
)
def test_what_no_backup_mends_is_said_and_closes_the_window(data_dir, opened, qtbot, spoil, words):
    spoil(data_dir)
    session = opened()
    qtbot.waitUntil(lambda: bool(error_dialogs(session)))
    (told,) = error_dialogs(session)
    assert words in str(told.error)
    assert session.recovery is None
    told.close_button.click()
    assert not session._window.isVisible()


def test_folder_that_another_bimtek_holds_is_said_and_not_restored(data_dir, opened, qtbot):
    lock = FolderLock(data_dir / "bimtek.lock")
    (data_dir / "bimtek.db").write_bytes(b"rusak" * 3000)
    session = opened()
    qtbot.waitUntil(lambda: bool(error_dialogs(session)))
    assert "sudah terbuka" in str(error_dialogs(session)[0].error)
    assert session.recovery is None
    error_dialogs(session)[0].close_button.click()
    lock.release()


# --- damage that comes to light while working ----------------------------------------------------


@pytest.fixture
def working(data_dir, opened, qtbot):
    session = opened()
    page_of(session, qtbot)
    return session


def told_of_damage(session, qtbot):
    qtbot.waitUntil(lambda: bool(error_dialogs(session)))
    (told,) = error_dialogs(session)
    assert "rusak" in str(told.error)
    assert "kesalahan di aplikasi" not in str(told.error)
    return told


def spoil(session):
    """Below the open window the pages of the lists turn into nonsense."""
    session._guard.install()  # as in use: pytest-qt puts a listener of its own before each test
    for table in ("orang", "orang_by_name", "kegiatan", "sqlite_autoindex_kegiatan_1"):
        break_table(session._services.folder.database, table)


def read(session, qtbot):
    """A place is opened; its page asks the main thread's own connection."""
    spoil(session)
    session._window.rail.buttons["peserta"].click()


def write(session, qtbot):
    """A form is stored; it stands open when the writer fails."""
    session._window.new_kegiatan()
    qtbot.waitUntil(lambda: session._window.page.dialog is not None and not session.tasks.busy)
    spoil(session)
    session._window.page.dialog.now_button.click()


def back_up(session, qtbot):
    """A person asks for a backup."""
    spoil(session)
    session._window.rail.backup_button.click()


def back_up_by_itself(session, qtbot):
    """The minute has come, something changed, and the last backup is old."""
    spoil(session)
    session._services.backup.due = lambda: True
    session._window.findChild(Housekeeping).look()


@pytest.mark.parametrize("do", [read, write, back_up, back_up_by_itself], ids=lambda do: do.__name__)
def test_damage_that_is_met_at_work_is_told_as_such_and_leads_to_the_backups(working, data_dir, qtbot, do):
    do(working, qtbot)
    told = told_of_damage(working, qtbot)
    told.backup_button.click()
    qtbot.waitUntil(lambda: working.recovery is not None)
    assert working._window.page is not None, "nothing is taken away before a backup was chosen"


@pytest.mark.parametrize("do", [read, write], ids=lambda do: do.__name__)
def test_going_back_while_working_opens_the_window_anew(working, data_dir, qtbot, do, monkeypatch):
    open_then = []

    def looking(*given):
        open_then.extend(open_files(data_dir / "bimtek.db"))
        return restore(*given)

    monkeypatch.setattr(recovery, "restore", looking)
    do(working, qtbot)
    told_of_damage(working, qtbot).backup_button.click()
    recovery_of(working, qtbot).restore_button.click()
    qtbot.waitUntil(lambda: working._window.page is None)
    page_of(working, qtbot)
    assert titles(working) == ["Baru", "Lama"]
    assert "rusak-" in working._window.toast.message.text()
    assert [d for d in working._window.findChildren(QDialog) if d.isVisible()] == []
    assert open_then == [], "Windows replaces no file that is open"


def test_first_place_that_cannot_be_read_leads_to_the_backups_too(data_dir, opened, qtbot):
    """A bit that turned over inside a date is seen by nobody before the page reads it."""
    write_behind(data_dir / "bimtek.db", """update kegiatan set dates = '["2027-0x-05"]'""")
    session = opened()
    told_of_damage(session, qtbot).backup_button.click()
    recovery_of(session, qtbot).restore_button.click()
    assert isinstance(page_of(session, qtbot), HomePage)
    assert titles(session) == ["Baru", "Lama"]


def test_putting_it_off_leaves_the_window_as_it_was(working, data_dir, qtbot):
    read(working, qtbot)
    told_of_damage(working, qtbot).backup_button.click()
    recovery_of(working, qtbot).close_button.click()
    assert working._window.isVisible()
    working._window.go("modul")
    assert page_of(working, qtbot) is not None


def test_many_readers_of_one_damaged_page_are_told_once(working, data_dir, qtbot):
    for _n in range(3):
        read(working, qtbot)
    told_of_damage(working, qtbot)
    shown = show_error(working._window, error_dialogs(working)[0].error)
    assert error_dialogs(working) == [shown]


def test_while_participants_look_no_message_leads_to_the_backups(working, data_dir, qtbot):
    kiosk = QWidget()
    qtbot.addWidget(kiosk)
    kiosk.showFullScreen()
    back_up_by_itself(working, qtbot)
    qtbot.waitUntil(lambda: working._window.rail.backup_button.text() == "Cadangan belum berhasil")
    assert error_dialogs(working) == []
    read(working, qtbot)
    told = told_of_damage(working, qtbot)
    assert not hasattr(told, "backup_button")
    told.close_button.click()
    kiosk.close()
    qtbot.waitUntil(lambda: not working.tasks.busy)
    working._window.findChild(Housekeeping).look()
    assert told_of_damage(working, qtbot).backup_button


# --- how it looks --------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("backups", [True, False], ids=["backups", "none"])
def test_every_word_has_room_and_everything_has_a_name(data_dir, opened, qtbot, scale, backups):
    theme.apply_theme(QApplication.instance(), theme.DEFAULT, scale)
    (data_dir / "bimtek.db").write_bytes(b"rusak" * 3000)
    if not backups:
        shutil.rmtree(data_dir / "cadangan")
    session = opened()
    dialog = recovery_of(session, qtbot)
    audit(dialog)
    assert cut_buttons(dialog) == []
    assert dialog.width() <= session._window.width()
    assert dialog.height() <= session._window.height()
    assert (dialog.restore_button if backups else dialog.file_button).hasFocus()
