"""Dialogs in plain words: what happened, is the data safe, what to do. Never the text of an exception."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError, DamagedFileError
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.host.log import LOG_NAME, current_folder, pack_log
from bimtek.ui import icons, language, rescue, theme
from bimtek.ui.tasks import BugError
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


class MessageDialog(Dialog):
    """One icon, a heading, a few sentences, and buttons at bottom right."""

    def __init__(self, parent: QWidget | None, title: Text, icon: str, tone: str) -> None:
        super().__init__(parent, title)
        theme.put(self, "setMinimumWidth", 480)
        theme.put(self, "setMaximumWidth", 640)
        self.words = QVBoxLayout()
        self.words.setSpacing(12)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addStretch(1)
        picture = label()
        icons.put_picture(picture, icon, tone, 40)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 28, 28, 24)
        layout.setSpacing(24)
        layout.addLayout(top)
        layout.addLayout(self.row)


class ErrorDialog(MessageDialog):
    """An expected failure, or a mistake of ours, in three parts; the rest behind "Rincian".

    When a backup leads on from it, `backup_button` leads there.
    """

    def __init__(self, error: BimtekError, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Perlu perhatian"), "triangle-alert", "warning")
        self.error = error
        self.words.addWidget(label(error.what, "h3"))
        if error.data_safe:
            self.words.addWidget(label(error.data_safe, tone="success"))
        if error.advice:
            self.words.addWidget(label(error.advice))
        self.detail = QPlainTextEdit(error.detail)
        self.detail.setReadOnly(True)
        theme.put(self.detail, "setMaximumHeight", 140)
        language.put(self.detail, _("Rincian"), "setAccessibleName")
        self.detail.hide()
        self.words.addWidget(self.detail)
        if error.detail:
            self.detail_button = buttons.quiet(_("Rincian"), "chevron-down")
            self.detail_button.clicked.connect(lambda: self.detail.setVisible(self.detail.isHidden()))
            self.row.insertWidget(0, self.detail_button)
        if isinstance(error, BugError):
            self.log_button = buttons.quiet(_("Simpan log"), "file-down")
            self.log_button.clicked.connect(self.save_log)
            self.row.insertWidget(0, self.log_button)
        recover = rescue.way_from(error)
        self.close_button = buttons.secondary(_("Nanti saja")) if recover else buttons.primary(_("Mengerti"))
        self.close_button.clicked.connect(self.accept)
        self.row.addWidget(self.close_button)
        if recover is None:
            self.close_button.setDefault(True)
            return
        self.backup_button = buttons.primary(_("Lihat cadangan"), "history")
        self.backup_button.setDefault(True)
        self.backup_button.clicked.connect(self.accept)
        self.backup_button.clicked.connect(recover)
        self.row.addWidget(self.backup_button)

    def save_log(self) -> "QFileDialog":
        """Ask where the log of this laptop is to be packed; it holds nobody's data."""
        from bimtek.ui.pickers import ask_save

        return ask_save(self, _("Simpan log"), LOG_NAME, _("Berkas zip"), self._on_place)

    def _on_place(self, path: Path) -> None:
        try:
            pack_log(current_folder(), path)
        except BimtekError as error:
            show_error(self, error)
            return
        self.words.addWidget(label(_("Log tersimpan: {name}", name=path.name), tone="success"))
        self.log_button.setEnabled(False)


class ConfirmDialog(MessageDialog):
    """Asked only before what cannot be undone. Esc and Enter both mean: not now."""

    def __init__(
        self,
        question: Text,
        consequence: Text,
        action: Text,
        parent: QWidget | None = None,
        *,
        danger: bool = False,
    ) -> None:
        icon, tone = ("triangle-alert", "danger") if danger else ("circle-help", "primary")
        super().__init__(parent, question, icon, tone)
        self.words.addWidget(label(question, "h3"))
        if consequence:
            self.words.addWidget(label(consequence))
        self.no_button = buttons.secondary(_("Batal"))
        self.no_button.clicked.connect(self.reject)
        self.yes_button = (buttons.danger if danger else buttons.primary)(action)
        self.yes_button.clicked.connect(self.accept)
        self.row.addWidget(self.no_button)
        self.row.addWidget(self.yes_button)
        (self.no_button if danger else self.yes_button).setDefault(True)
        (self.no_button if danger else self.yes_button).setFocus()


def show_error(parent: QWidget | None, error: BimtekError) -> ErrorDialog:
    """Open an error over `parent` without blocking the caller. Damage that is being shown is shown once."""
    open_already = _shown_damage() if isinstance(error, DamagedFileError) else None
    if open_already is not None:
        return open_already
    dialog = ErrorDialog(error, parent)
    dialog.open()
    announce(dialog, error.what)
    return dialog


def _shown_damage() -> ErrorDialog | None:
    """One damaged page of the data file may meet many readers."""
    for shown in QApplication.topLevelWidgets():
        if isinstance(shown, ErrorDialog) and shown.isVisible() and isinstance(shown.error, DamagedFileError):
            return shown
    return None


def confirm(
    parent: QWidget | None,
    question: Text,
    action: Text,
    then: Callable[[], object],
    consequence: Text = NO_TEXT,
    *,
    danger: bool = False,
) -> ConfirmDialog:
    """Ask, and call `then` when the person agrees; the caller is not blocked."""
    dialog = ConfirmDialog(question, consequence, action, parent, danger=danger)
    dialog.accepted.connect(then)
    dialog.open()
    return dialog
