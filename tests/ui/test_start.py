"""A session from its first paint: services, first place, other data put in place of the present, close."""

from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from bimtek.app import build
from bimtek.domain.clock import SystemClock
from bimtek.domain.errors import BusyFolderError, FileTroubleError
from bimtek.domain.next_step import Step
from bimtek.domain.text import _
from bimtek.host.data_folder import DataFolder
from bimtek.services.planning import NewKegiatan
from bimtek.services.recovery import restore
from bimtek.ui import theme
from bimtek.ui.main_window import MainWindow
from bimtek.ui.messages import ErrorDialog
from bimtek.ui.pages import Place
from bimtek.ui.start import LAPTOP, SETTINGS_LOST, Session, run_window
from tests.faults.damage import open_files
from tests.windows import delete_pending, end_session


class OfficePage(QLabel):
    """Shows one setting, as any page shows data."""

    def __init__(self, context, parent):
        super().__init__(context.services.settings.get("instansi"), parent)
        self.context = context


@pytest.fixture
def data_dir(tmp_path):
    built = build(tmp_path / "data")
    built.settings.put("instansi", "Dinas Baru").result()
    built.backup.export(tmp_path / "baru.btkbak")
    built.settings.put("instansi", "Dinas Lama").result()
    built.close()
    return tmp_path / "data"


@pytest.fixture
def session(qtbot, data_dir):
    window = MainWindow([Place("kantor", "house", _("Kantor"), _("Kantor"), OfficePage)])
    made = Session(data_dir, window)
    window.show()
    qtbot.waitUntil(lambda: isinstance(window.page, OfficePage))
    yield made
    end_session(made)


def go_back(data_dir):
    """A job as a page asks for it; nobody else may have the folder meanwhile."""
    assert not open_files(data_dir / "bimtek.db")
    with pytest.raises(BusyFolderError):
        build(data_dir)
    restore(data_dir.parent / "baru.btkbak", DataFolder(data_dir), SystemClock())
    return _("Data dipulihkan.")


def test_the_first_page_shows_the_data_of_the_folder(session):
    assert session._window.page.text() == "Dinas Lama"


def test_a_job_runs_while_nothing_has_the_data_open_and_pages_show_what_it_left(session, data_dir, qtbot):
    window = session._window
    context = window.page.context
    context.window.restart.emit(lambda: go_back(data_dir))
    assert window.page is None
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.page.text() == "Dinas Baru"
    assert window.page.context.services is not context.services
    assert window.toast.message.text() == "Data dipulihkan."


def test_a_job_that_fails_brings_back_the_same_data_and_shows_why(session, qtbot):
    def job():
        raise FileTroubleError(_("Berkas cadangan tidak ditemukan."))

    window = session._window
    window.page.context.window.restart.emit(job)
    qtbot.waitUntil(lambda: bool(window.findChildren(ErrorDialog)))
    assert window.page.text() == "Dinas Lama"
    assert window.toast.isHidden()
    window.findChildren(ErrorDialog)[0].accept()


def test_running_jobs_leave_before_the_data_is_replaced(session, data_dir, qtbot):
    window, left = session._window, []

    def slow(progress):
        while True:
            progress(0, 1)

    session.tasks.run(slow, session, done=left.append, failed=left.append, ended=lambda: left.append("left"))
    window.page.context.window.restart.emit(lambda: left.append("job") or _("Selesai."))
    qtbot.waitUntil(lambda: window.page is not None)
    assert left == ["left", "job"]


def test_going_back_to_a_backup_in_the_real_window_keeps_what_was_there_before(qtbot, tmp_path):
    data_dir = tmp_path / "data"
    built = build(data_dir)
    built.blora.plan()
    built.backup.now(_("berkala"))
    built.planning.create(
        NewKegiatan(title="Bimtek kedua", template="desa-1-hari", first_day=date(2027, 3, 5))
    )
    built.close()
    window = MainWindow()
    session = Session(data_dir, window)
    window.show()
    qtbot.waitUntil(lambda: window.page is not None)
    window.go("pengaturan")
    window.page.open_tab("data")
    tab = window.page.tab("data")
    before = window.page
    oldest = len(tab.model.rows) - 1
    tab.table.selectRow(oldest)
    tab.restore_button.click()
    tab.dialog.restore_button.click()
    qtbot.waitUntil(lambda: window.page not in (None, before), timeout=20_000)
    window.go("kegiatan")
    assert window.page.list.model.rowCount() == 1
    window.go("pengaturan")
    window.page.open_tab("data")
    kept = [row for row in window.page.tab("data").model.rows if row.reason == "sebelum memulihkan"]
    assert [row.contents.counts["kegiatan"] for row in kept] == [2]
    end_session(session)


@pytest.fixture
def opened(qtbot):
    """Opens the real window over a folder, as often as asked; all are closed at the end."""
    sessions = []

    def opened(data_dir):
        window = MainWindow()
        session, ready = Session(data_dir, window, lambda context: ready.append(context)), []
        sessions.append(session)
        window.show()
        qtbot.waitUntil(lambda: bool(ready) and not session._idle.isActive())
        return session

    yield opened
    for session in sessions:
        end_session(session)


def leave_without_a_word(session):
    """What a kill leaves: all that was stored, and a lock that was never given back."""
    session._window.detach()
    delete_pending()
    session.tasks.close()
    session._services._store.aside(lambda conn: None).result()
    session._instance.close()
    session._services._store.close()
    session._services._lock.release()
    session._services.folder.lock.write_text("1")
    session._services = None


def place_of(session):
    window = session._window
    found = [key for key, page in window._pages.items() if page is window.page]
    workspace = getattr(window.page, "workspace", None)
    if workspace is None:
        return found[0], "", ""
    step = next(key.value for key, page in workspace.steps.items() if page is workspace.step)
    return found[0], workspace.kegiatan_id, step


@pytest.fixture
def sample(tmp_path):
    built = build(tmp_path / "data")
    kegiatan = built.blora.plan()
    built.close()
    return tmp_path / "data", kegiatan.id


@pytest.mark.parametrize("step", ["absensi", "sajikan"])
def test_after_a_crash_the_window_stands_where_it_stood(opened, sample, step):
    data_dir, kegiatan_id = sample
    session = opened(data_dir)
    session._window.open_kegiatan(kegiatan_id)
    session._window.page.workspace.go(Step(step))
    leave_without_a_word(session)
    again = opened(data_dir)
    assert place_of(again) == ("kegiatan", kegiatan_id, step)
    assert "Anda kembali ke tempat terakhir" in again._window.toast.message.text()


def test_after_a_crash_a_place_without_a_kegiatan_opens_again(opened, sample):
    session = opened(sample[0])
    session._window.go("pengaturan")
    leave_without_a_word(session)
    assert place_of(opened(sample[0]))[0] == "pengaturan"


def test_after_a_good_end_it_opens_beranda_and_says_nothing(opened, sample):
    data_dir, kegiatan_id = sample
    session = opened(data_dir)
    session._window.open_kegiatan(kegiatan_id)
    end_session(session)
    again = opened(data_dir)
    assert place_of(again)[0] == "beranda"
    assert not again._window.toast.isVisible()


def test_a_kegiatan_that_is_gone_after_a_crash_leaves_the_list_open(opened, sample):
    data_dir, kegiatan_id = sample
    session = opened(data_dir)
    session._window.open_kegiatan(kegiatan_id)
    session._services.planning.remove(kegiatan_id).result()
    leave_without_a_word(session)
    assert place_of(opened(data_dir)) == ("kegiatan", "", "")


def test_display_settings_that_cannot_be_read_are_told_and_the_window_opens(data_dir, qtbot):
    (data_dir / LAPTOP).write_text('{"tema": "gel')
    seen = []

    def look():
        (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        qtbot.addWidget(window)
        qtbot.waitUntil(window.toast.isVisible)
        seen.append(window.toast.message.text())
        window.close()

    assert run_window(data_dir, ready=lambda _context: QTimer.singleShot(0, look)) == 0
    assert seen == [str(SETTINGS_LOST)]
    assert theme.current().name == theme.DEFAULT
    assert (data_dir / LAPTOP).with_suffix(".rusak").exists()
