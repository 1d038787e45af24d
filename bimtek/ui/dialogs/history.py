"""Riwayat: the last fifty steps of a kegiatan, and taking one of them back."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.clock import Zone
from bimtek.domain.formatting import clock_time, date_text
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.storage.journal import ChangeSummary
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.tall_dialog import TallDialog
from bimtek.ui.undo import take_back_step
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label, line


class HistoryDialog(TallDialog):
    """`undo_buttons` by id of the change; `undone` after one was taken back."""

    undone = Signal()

    def __init__(
        self, context: UiContext, kegiatan_id: str, zone: Zone, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Riwayat perubahan"), 720)
        self._context, self._kegiatan_id, self._zone = context, kegiatan_id, zone
        self.undo_buttons: dict[str, buttons.Button] = {}
        self.said = label("", "body", "secondary")
        self.empty = EmptyState("history", _("Belum ada perubahan di kegiatan ini."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.close_button = buttons.primary(_("Tutup"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.foot.addWidget(self.said, 1)
        self.foot.addWidget(self.close_button)
        context.window.toast.connect(self._on_said)
        self.refresh()

    def refresh(self) -> None:
        """Read the steps again."""
        steps = self._context.services.history.recent(self._kegiatan_id)
        while (item := self._rows.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        self.undo_buttons = {}
        for at, step in enumerate(steps):
            if at:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(step))
        self.empty.setVisible(not steps)

    def _row(self, step: ChangeSummary) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(step.label, "body", "secondary" if step.undone else ""))
        words.addWidget(label(self._moment(step.at), "caption", "secondary"))
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        if step.undone:
            row.addWidget(StatusChip(_("Diurungkan")))
        elif step.undoable:
            row.addWidget(self._button(step))
        else:
            row.addWidget(label(_("Tetap"), "caption", "secondary", wrap=False))
        return made

    def _button(self, step: ChangeSummary) -> buttons.Button:
        button = buttons.secondary(_("Urungkan"), "undo-2")
        language.put(button, _("Urungkan: {label}", label=step.label), "setAccessibleName")
        button.clicked.connect(
            lambda _checked=False: take_back_step(
                self._context, self, self._kegiatan_id, step.id, self._on_undone
            )
        )
        self.undo_buttons[step.id] = button
        return button

    def _moment(self, at: str) -> Text:
        local = datetime.fromisoformat(at).astimezone(self._zone.offset)
        return _("{day}, pukul {time}", day=date_text(local.date()), time=clock_time(local.time()))

    def _on_undone(self) -> None:
        self.refresh()
        self.undone.emit()

    def _on_said(self, words: Text, _undo: object) -> None:
        """The toast lies behind this dialog: say it here too."""
        language.put(self.said, words or NO_TEXT)
