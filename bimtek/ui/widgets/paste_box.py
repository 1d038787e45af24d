"""A place to paste a list or drop a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import language
from bimtek.ui.pickers import ask_open
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.style import restyle

_TYPING_MS = 500


class PasteBox(QFrame):
    """Hands over pasted text when typing rests, or the file, dropped or picked.

    `suffixes` tells what files to pick end in; it is asked when the picker opens, for whatever reads them
    takes a moment to load.
    """

    text_given = Signal(str)
    file_given = Signal(object)  # Path

    def __init__(
        self,
        invitation: Text,
        suffixes: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "drop")
        self.setAcceptDrops(True)
        self._suffixes = suffixes
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAcceptDrops(False)
        language.put(self.edit, invitation, "setPlaceholderText")
        language.put(self.edit, invitation, "setAccessibleName")
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_TYPING_MS)
        self.timer.timeout.connect(self._hand_over)
        self.edit.textChanged.connect(self.timer.start)
        self.browse_button = buttons.secondary(_("Pilih berkas"), "folder-open")
        self.browse_button.clicked.connect(self.browse)
        foot = QHBoxLayout()
        foot.addWidget(label(_("Atau seret berkas Excel ke sini."), "caption", "secondary"), 1)
        foot.addWidget(self.browse_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.edit, 1)
        layout.addLayout(foot)

    def hand_over(self) -> None:
        """Hand over now what is typed and still rests."""
        if self.timer.isActive():
            self.timer.stop()
            self._hand_over()

    def hold(self, text: str) -> None:
        """Show a text that was read elsewhere; it is not handed over."""
        self.edit.setPlainText(text)
        self.timer.stop()

    def browse(self) -> QFileDialog:
        """Open the file picker without blocking."""
        title, patterns = _("Pilih berkas daftar"), " ".join(f"*{suffix}" for suffix in self._suffixes())
        return ask_open(self, title, _("Daftar"), patterns, self.file_given.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome one file of this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            restyle(self, state="over")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        restyle(self, state="")

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over the file."""
        restyle(self, state="")
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.file_given.emit(files[0])

    def _hand_over(self) -> None:
        self.text_given.emit(self.edit.toPlainText())
