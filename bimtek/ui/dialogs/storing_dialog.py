"""A dialog that stores what is filled in while one types, and closes once that is durable."""

from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui.autosave import Autosave
from bimtek.ui.context import UiContext
from bimtek.ui.editors import Editor
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.labels import label


class StoringDialog(Dialog):
    """A subclass hands its content to `_lay_out`, answers `_store`, and touches `autosave` when edited.

    `saved` each time it is stored.
    """

    saved = Signal()

    def __init__(self, context: UiContext, editor: Editor, title: Text, parent: QWidget | None) -> None:
        super().__init__(parent, title)
        self.autosave = Autosave((editor,), self._store, context.services.clock)
        self.autosave.saved.connect(self.saved)
        self.done_button = buttons.primary(_("Selesai"), "check")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        self._heading = label(title, "h2")

    def done(self, result: int) -> None:
        """Close once what is typed just now is stored."""
        self.autosave.when_stored(lambda: super(StoringDialog, self).done(result))

    def _store(self) -> Future[Any]:
        raise NotImplementedError

    def _lay_out(self, body: QLayout, *beside: QWidget) -> None:
        """Put the content between heading and foot; Tab goes through it before the button.

        `beside` are quiet buttons before the one that ends it.
        """
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.autosave)
        foot.addStretch(1)
        for button in (*beside, self.done_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(16)
        layout.addWidget(self._heading)
        layout.addLayout(body, 1)
        layout.addLayout(foot)
