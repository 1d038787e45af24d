"""Pulihkan: what a backup holds, and what becomes of the present data, before anything is replaced."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.text import Text, _
from bimtek.storage.backup import Contents
from bimtek.ui import theme
from bimtek.ui.backup_contents import ContentsCard
from bimtek.ui.room import make_room
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice


class RestoreDialog(Dialog):
    """`accepted` when the person wants this backup. Esc and Batal leave everything as it is."""

    def __init__(self, when: Text | str, contents: Contents, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Pulihkan cadangan"))
        theme.put(self, "setMinimumWidth", 560)
        self.heading = label(_("Pulihkan cadangan ini?"), "h2")
        self.when = label(when, tone="secondary")
        self.preview = ContentsCard()
        self.preview.show_contents(contents)
        self.consequence = Notice(
            _("Data yang sekarang diganti. Cadangannya dibuat dulu, jadi Anda bisa kembali."), "warning"
        )
        self.cancel_button = buttons.secondary(_("Batal"))
        self.cancel_button.clicked.connect(self.reject)
        self.restore_button = buttons.primary(_("Pulihkan"), "history")
        self.restore_button.clicked.connect(self.accept)
        self.cancel_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.restore_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(16)
        layout.addWidget(self.heading)
        layout.addWidget(self.when)
        layout.addWidget(self.preview)
        layout.addWidget(self.consequence)
        layout.addLayout(row)
        self.cancel_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is needed before anybody sees it."""
        make_room(self)
        super().showEvent(event)
