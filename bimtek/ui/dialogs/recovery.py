"""Data that cannot be read: which backups are whole, what they hold, and going back to one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bimtek.domain.clock import Clock
from bimtek.domain.errors import BimtekError
from bimtek.domain.text import Text, _
from bimtek.host.data_folder import DataFolder
from bimtek.services.backup import BackupInfo, backups_in
from bimtek.services.backup_file import SUFFIX
from bimtek.services.progress import Progress
from bimtek.services.recovery import Restored, is_whole, preview, restore, start_empty
from bimtek.storage.backup import Contents
from bimtek.ui import language, theme
from bimtek.ui.backup_contents import ContentsCard
from bimtek.ui.backup_table import HEAD, ROW, BackupTable
from bimtek.ui.backup_words import moment
from bimtek.ui.dialogs.tall_dialog import TallDialog
from bimtek.ui.messages import confirm, show_error
from bimtek.ui.pickers import ask_open, usb_stick
from bimtek.ui.tasks import TaskRunner
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.busy_bar import BusyBar
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

_LARGE = 125  # text size in percent beyond which a low screen has room for less


@dataclass(frozen=True, slots=True)
class _Choice:
    """A backup to go back to, what it is called, and what it holds."""

    path: Path
    named: Text | str
    contents: Contents


class RecoveryDialog(TallDialog):
    """`wanted` brings what to do while nothing has the data open: a job that returns the Text said after.

    Every backup is read through before it is offered, the newest first. Esc and Tutup change nothing.
    """

    wanted = Signal(object)

    def __init__(
        self,
        error: BimtekError,
        folder: DataFolder,
        clock: Clock,
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _("Pulihkan data"), 860)
        self._folder, self._clock, self._tasks = folder, clock, tasks
        self._unread = backups_in(folder)
        self._whole: list[BackupInfo] = []
        self._from_file: _Choice | None = None
        self._shown: _Choice | None = None
        self._error = error
        self.what = label(error.what)
        self.kept = Notice(
            _("Berkas yang sekarang tidak dihapus. Bimtek menyimpannya di folder cadangan."), "success"
        )
        self.busy = BusyBar()
        self.busy.cancel_button.hide()
        self.table = BackupTable(clock.now)
        rows = 3 if theme.current().scale <= _LARGE else 2
        self.table.setFixedHeight(theme.current().px(HEAD + rows * ROW) + 2 * self.table.frameWidth())
        self.table.selectionModel().selectionChanged.connect(self._on_row)
        self.none = Notice(_none(bool(self._unread)), "warning")
        self.contents = ContentsCard(low=True)
        self.file_button = buttons.secondary(_("Cari berkas cadangan"), "file-up")
        self.file_button.clicked.connect(self.ask_file)
        self.empty_button = buttons.quiet(_("Mulai dengan data kosong"))
        self.empty_button.clicked.connect(self.ask_empty)
        self.close_button = buttons.secondary(_("Tutup"))
        self.close_button.clicked.connect(self.reject)
        self.restore_button = buttons.primary(_("Pulihkan cadangan ini"), "history")
        self.restore_button.setDefault(True)
        self.restore_button.clicked.connect(self._on_restore)
        self._lay_out()
        self._begin(_("Memeriksa cadangan…"))
        self._read_next()

    @property
    def choice(self) -> _Choice | None:
        """What the primary button goes back to: a file that was opened, else the chosen row."""
        if self._from_file is not None:
            return self._from_file
        info = self.table.chosen
        return None if info is None else _Choice(info.path, moment(info.made_at), info.contents)

    def ask_file(self) -> None:
        """Ask for a backup file, beginning at a stick."""
        title, kind, patterns = _("Pilih berkas cadangan"), _("Cadangan Bimtek"), f"*{SUFFIX} *.db"
        self.picker = ask_open(self, title, kind, patterns, self.look_into, usb_stick())

    def look_into(self, path: Path) -> None:
        """Read a backup file through and offer it."""
        self._begin(_("Membaca cadangan…"))
        self._tasks.run(
            partial(_opened, path, self._folder), self, done=self._on_file, failed=self._on_unreadable
        )

    def ask_empty(self) -> None:
        """Ask whether to begin with nothing."""
        self.question = confirm(
            self,
            _("Mulai dengan data kosong?"),
            _("Mulai kosong"),
            lambda: self._want(partial(_begin_empty, self._folder, self._clock)),
            _("Kegiatan dan peserta tidak tampil lagi. Berkas yang sekarang tetap disimpan."),
            danger=True,
        )

    def _read_next(self) -> None:
        """Read the backups through, one after the other: the newest can be chosen while others wait."""
        if not self._unread:
            self._end()
            return
        job = partial(_read_through, self._unread[0])
        self._tasks.run(job, self, done=self._on_through, failed=self._on_unreadable)

    def _on_through(self, found: tuple[BackupInfo, bool]) -> None:
        info, whole = found
        self._unread.remove(info)
        if whole:
            self._whole.append(info)
            file = self._from_file
            self.table.show_backups(self._whole)
            if file is not None:
                self._on_file(file)
        self._show()
        self._read_next()

    def _on_file(self, choice: _Choice) -> None:
        self.table.clearSelection()
        self._from_file = choice
        self._end()

    def _on_unreadable(self, error: BimtekError) -> None:
        self._end()
        show_error(self, error)

    def _on_row(self) -> None:
        self._from_file = None
        self._show()

    def _begin(self, what: Text) -> None:
        self.busy.begin(what)
        self._show()

    def _end(self) -> None:
        self.busy.finish()
        self._show()

    def _show(self) -> None:
        choice, nothing = self.choice, not self._whole and not self._unread
        self.table.setVisible(bool(self._whole))
        self.none.setVisible(nothing)
        advised = _("{what} {advice}", what=self._error.what, advice=self._error.advice)
        language.put(self.what, self._error.what if nothing else advised)
        self.empty_button.setVisible(nothing)
        self.contents.setVisible(choice is not None)
        self._offer(choice is not None)
        if choice is not None and choice != self._shown:
            language.put(self.contents.title, _("Isi cadangan {named}", named=choice.named))
            self.contents.show_contents(choice.contents)
        self._shown = choice
        self.fit()

    def _offer(self, ready: bool) -> None:
        """Let Enter restore as soon as there is something to restore."""
        if ready != self.restore_button.isEnabled():
            self.restore_button.setEnabled(ready)
            (self.restore_button if ready else self.file_button).setFocus()

    def _on_restore(self) -> None:
        choice = self.choice
        if choice is not None:
            self._want(partial(_go_back, choice, self._folder, self._clock))

    def _want(self, job: Callable[[], Text]) -> None:
        self.accept()
        self.wanted.emit(job)

    def _lay_out(self) -> None:
        for widget in (self.what, self.kept, self.busy, self.table, self.none, self.contents):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        for button in (self.file_button, self.empty_button):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        for button in (self.close_button, self.restore_button):
            self.foot.addWidget(button)


def _none(some_were_made: bool) -> Text:
    if some_were_made:
        return _("Semua cadangan di laptop ini ikut rusak. Cari di USB, atau mulai dengan data kosong.")
    return _("Belum ada cadangan di laptop ini. Cari di USB, atau mulai dengan data kosong.")


def _read_through(info: BackupInfo, _progress: Progress) -> tuple[BackupInfo, bool]:
    return info, is_whole(info)


def _opened(path: Path, folder: DataFolder, _progress: Progress) -> _Choice:
    return _Choice(path, path.name, preview(path, folder))


def _go_back(choice: _Choice, folder: DataFolder, clock: Clock) -> Text:
    restored = restore(choice.path, folder, clock)
    return _with_name(_("Cadangan {named} sekarang terbuka.", named=choice.named), restored)


def _begin_empty(folder: DataFolder, clock: Clock) -> Text:
    return _with_name(_("Bimtek mulai dengan data kosong."), start_empty(folder, clock))


def _with_name(said: Text, restored: Restored) -> Text:
    if restored.kept is None:
        return said
    name = restored.kept.name
    return _("{said} Berkas yang lama disimpan di folder cadangan: {name}", said=said, name=name)
