"""Progress of a job: how far, how long still, and Batal."""

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language, motion
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.labels import label

QUIET_MS = 300  # shorter jobs show nothing
_ESTIMATE_AFTER_S = 2.0


class BusyBar(QWidget):
    """Call `begin`, pass `show_progress` and `finish` to the TaskRunner, cancel the task on `cancelled`."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = label("", "strong", wrap=False)
        self.figures = label("", "caption", "secondary", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel_button = buttons.secondary(_("Batal"), "x")
        self.cancel_button.clicked.connect(self._on_cancel)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.show)
        self._began, self._cancelled = 0.0, False
        words = QHBoxLayout()
        words.addWidget(self.message)
        words.addStretch(1)
        words.addWidget(self.figures)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(words)
        column.addWidget(self.bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(column, 1)
        layout.addWidget(self.cancel_button)
        self.hide()

    def begin(self, what: Text) -> None:
        """Start counting; the bar appears when the job is not over at once."""
        language.put(self.message, what)
        language.put(self.bar, what, "setAccessibleName")
        language.put(self.figures, NO_TEXT)
        self.bar.setRange(0, 1 if motion.calm() else 0)  # without an end it moves to and fro
        self.bar.setValue(0)
        self._cancelled = False
        self.cancel_button.setEnabled(True)
        self._began = time.monotonic()
        self.timer.start(QUIET_MS)

    def show_progress(self, done: int, total: int) -> None:
        """Show `done` of `total`, and after two seconds how long it still takes."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        spent = time.monotonic() - self._began
        if spent >= _ESTIMATE_AFTER_S and 0 < done < total:
            left = round(spent / done * (total - done))
            text = _("{done} dari {total} · ± {left} dtk", done=done, total=total, left=max(left, 1))
        else:
            text = _("{done} dari {total}", done=done, total=total)
        language.put(self.figures, text)

    def finish(self) -> None:
        """Go away; whoever saw the bar is told that it ended."""
        self.timer.stop()
        if not self.isHidden():
            announce(self, _("Dihentikan.") if self._cancelled else _("Proses berakhir."))
        self.hide()

    def _on_cancel(self) -> None:
        self._cancelled = True
        self.cancel_button.setEnabled(False)
        language.put(self.message, _("Menghentikan…"))
        announce(self, _("Menghentikan…"))
        self.cancelled.emit()
