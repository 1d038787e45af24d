"""Data & cadangan: how safe the data is, backup now or to a stick, and going back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.clock import Clock
from bimtek.domain.errors import BimtekError
from bimtek.domain.text import Text, _
from bimtek.host.data_folder import DataFolder
from bimtek.host.log import LOG_NAME, pack_log
from bimtek.services.backup import BackupInfo
from bimtek.services.backup_file import SUFFIX
from bimtek.services.recovery import preview, restore
from bimtek.storage.backup import Contents
from bimtek.ui import language, theme
from bimtek.ui.backup_table import HEAD, ROW, BackupTable
from bimtek.ui.backup_words import brief, moment
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.restore import RestoreDialog
from bimtek.ui.housekeeping import ON_REQUEST, ago, tone_of
from bimtek.ui.messages import show_error
from bimtek.ui.pickers import ask_folder, ask_open, ask_save, open_outside, usb_stick
from bimtek.ui.settings.tab_page import TabPage
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.busy_bar import BusyBar
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.labels import label

BEFORE_RESTORE = _("sebelum memulihkan")
_ROWS_SHOWN = 5


class DataTab(TabPage):
    """`table` lists the automatic backups; every long job shows in `busy`."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._backup = context.services.backup
        self.dialog: RestoreDialog | None = None
        self.age = label("", "h2")
        self.state = StatusChip()
        self.busy = BusyBar()
        self.busy.cancel_button.hide()  # a copy is all or nothing, and soon over
        self.now_button = buttons.primary(_("Cadangkan sekarang"), "hard-drive")
        self.now_button.clicked.connect(self.back_up)
        self.usb_button = buttons.secondary(_("Cadangkan ke USB"), "usb")
        self.usb_button.clicked.connect(self.ask_stick)
        self.file_button = buttons.secondary(_("Pulihkan dari berkas"), "file-up")
        self.file_button.clicked.connect(self.ask_file)
        self.table = BackupTable(context.services.clock.now)
        self.model = self.table.backups
        self.table.opened.connect(lambda row: self._on_restore())
        self.table.selectionModel().selectionChanged.connect(self._show_actions)
        self.restore_button = buttons.secondary(_("Pulihkan"), "history")
        self.restore_button.clicked.connect(self._on_restore)
        self.empty = EmptyState("hard-drive", _("Belum ada cadangan. Yang pertama dibuat sendiri."))
        self.folder_path = ElidedLabel(str(context.services.folder.root))
        self.folder_button = buttons.secondary(_("Buka folder data"), "folder-open")
        self.folder_button.clicked.connect(lambda: open_outside(context.services.folder.root))
        self.log_button = buttons.secondary(_("Simpan catatan aplikasi"), "file-down")
        self.log_button.clicked.connect(self.ask_log)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Read the backups again."""
        backups = self._backup.list()
        age = self._context.services.clock.now() - backups[0].made_at if backups else None
        language.put(
            self.age,
            _("Cadangan terakhir {ago}", ago=ago(age)) if age is not None else _("Belum ada cadangan"),
        )
        tone = tone_of(age)
        safe = _("Data terjaga") if age is not None else _("Menunggu perubahan")
        self.state.show_state(
            _("Lebih dari sehari") if tone else safe, tone or ("success" if age is not None else "")
        )
        self.table.show_backups(backups)
        self._full.setVisible(bool(backups))
        self.empty.setVisible(not backups)
        self._show_actions()

    def back_up(self) -> None:
        """Make a backup beside the data."""
        self._work(
            _("Mencadangkan…"),
            lambda: self._backup.now(ON_REQUEST),
            lambda info: self._say(_("Cadangan dibuat.")),
        )

    def ask_stick(self) -> None:
        """Ask for a stick or folder."""
        self.picker = ask_folder(self, _("Pilih USB atau folder"), self.export, usb_stick())

    def export(self, folder: Path) -> None:
        """Write everything into one file there, and read it back."""
        self._work(
            _("Menulis dan memeriksa cadangan…"),
            lambda: self._backup.export(folder),
            lambda contents: self._say(
                _("Cadangan tersimpan dan sudah diperiksa: {brief}.", brief=brief(contents))
            ),
        )

    def ask_file(self) -> None:
        """Ask for a backup file."""
        patterns = f"*{SUFFIX} *.db"
        self.picker = ask_open(
            self, _("Pilih berkas cadangan"), _("Cadangan Bimtek"), patterns, self.look_into
        )

    def look_into(self, path: Path) -> None:
        """Show what a backup file holds, and ask."""
        self._work(
            _("Membaca cadangan…"),
            lambda: preview(path, self._context.services.folder),
            lambda contents: self._ask(path, path.name, contents),
        )

    def ask_restore(self, info: BackupInfo) -> None:
        """Show what a backup of the list holds, and ask."""
        when = _("Dibuat {moment}, {reason}.", moment=moment(info.made_at), reason=info.reason)
        self._ask(info.path, when, info.contents)

    def ask_log(self) -> None:
        """Ask where to save the log, for whoever helps."""
        self.picker = ask_save(self, _("Simpan catatan aplikasi"), LOG_NAME, _("Arsip ZIP"), self.save_log)

    def save_log(self, target: Path) -> None:
        """Pack the log files into one; they hold no personal data."""
        folder = self._context.services.folder.log
        self._work(
            _("Menyimpan catatan…"),
            lambda: pack_log(folder, target),
            lambda count: self._say(_("Catatan aplikasi tersimpan.")),
        )

    def restore(self, path: Path) -> None:
        """Back up the present data, then put the backup in its place and open the window anew."""
        job = partial(_go_back, path, self._context.services.folder, self._context.services.clock)
        self._work(
            _("Memulihkan…"),
            lambda: self._backup.now(BEFORE_RESTORE, spare=path),
            lambda info: self._context.window.restart.emit(job),
        )

    def _ask(self, path: Path, when: Text | str, contents: Contents) -> None:
        self.dialog = RestoreDialog(when, contents, self.window())
        self.dialog.accepted.connect(lambda: self.restore(path))
        self.dialog.open()

    def _work(self, what: Text, job: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Run a job that changes files; no other one meanwhile."""
        self.busy.begin(what)
        self._set_enabled(False)

        def finished(result: Any) -> None:
            self._on_ended()
            done(result)

        def failed(error: BimtekError) -> None:
            self._on_ended()
            show_error(self.window(), error)

        self._context.tasks.run(lambda progress: job(), self, done=finished, failed=failed)

    def _on_ended(self) -> None:
        self.busy.finish()
        self._set_enabled(True)
        self.refresh()

    def _set_enabled(self, enabled: bool) -> None:
        for button in (self.now_button, self.usb_button, self.file_button, self.log_button):
            button.setEnabled(enabled)
        self.restore_button.setEnabled(enabled and self.table.chosen is not None)

    def _say(self, text: Text) -> None:
        self._context.window.toast.emit(text, None)

    def _on_restore(self) -> None:
        if self.table.chosen is not None:
            self.ask_restore(self.table.chosen)

    def _show_actions(self) -> None:
        self.restore_button.setEnabled(self.table.chosen is not None)

    def _lay_out(self) -> None:
        self.body.addWidget(self._safety())
        self.body.addWidget(self._going_back())
        self.body.addWidget(self._places())

    def _safety(self) -> Card:
        card = Card()
        top = QHBoxLayout()
        top.addWidget(self.age, 1)
        top.addWidget(self.state)
        card.body.addLayout(top)
        card.body.addWidget(
            label(
                _("Dibuat sendiri tiap 15 menit bila ada perubahan. Simpan juga di USB untuk jaga-jaga."),
                tone="secondary",
            )
        )
        row, main = QHBoxLayout(), Flow(ends=True)
        row.addWidget(self.file_button)
        row.addLayout(main, 1)
        main.addWidget(self.usb_button)
        main.addWidget(self.now_button)
        card.body.addSpacing(4)
        card.body.addLayout(row)
        card.body.addWidget(self.busy)
        return card

    def _going_back(self) -> Card:
        card = Card(_("Kembali ke keadaan sebelumnya"))
        card.corner.addWidget(self.restore_button)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        theme.put(self.table, "setFixedHeight", HEAD + _ROWS_SHOWN * ROW)
        card.body.addWidget(self._full)
        card.body.addWidget(self.empty)
        return card

    def _places(self) -> Card:
        card = Card(_("Tempat data di laptop ini"))
        self.folder_path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        language.put(self.folder_path, _("Folder data"), "setAccessibleName")
        card.body.addWidget(self.folder_path)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder_button)
        row.addWidget(self.log_button)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(
            label(
                _("Catatan aplikasi membantu bila ada gangguan. Tidak memuat data pribadi."),
                "caption",
                "secondary",
            )
        )
        return card


def _go_back(path: Path, folder: DataFolder, clock: Clock) -> Text:
    restore(path, folder, clock)
    return _("Data dipulihkan. Data sebelumnya ada di daftar cadangan.")
