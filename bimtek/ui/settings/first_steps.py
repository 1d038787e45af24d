"""The first screen once more, and the sample: made, opened, and taken away in one action."""

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.ui.after import after
from bimtek.ui.context import UiContext
from bimtek.ui.messages import show_error
from bimtek.ui.undo import say_with_undo, take_back
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.labels import label


class FirstSteps(Card):
    """`sample_button` makes the sample when it is not there; `remove_button` shows while it is."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Layar awal dan contoh"), parent)
        self._context = context
        self.welcome_button = buttons.secondary(_("Buka layar awal"), "play")
        self.welcome_button.clicked.connect(context.window.welcome)
        self.sample_button = buttons.secondary(_("Buka contoh"), "folder-open")
        self.sample_button.clicked.connect(self.open_sample)
        self.remove_button = buttons.quiet(_("Hapus contoh"), "trash-2")
        self.remove_button.clicked.connect(self.remove_sample)
        self._removed: tuple[str, Future[None]] | None = None  # id of the kegiatan, and its removal
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.bring_back)
        self.body.addWidget(
            label(
                _("Contoh berisi orang rekaan dan tidak pernah ikut dihitung. Bisa dibuat lagi kapan saja."),
                tone="secondary",
            )
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.welcome_button, self.sample_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.remove_button)
        self.body.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Show whether there is a sample."""
        self.remove_button.setVisible(self._context.services.sample.find() is not None)

    def open_sample(self) -> None:
        """Open the sample, made first when it is not there."""
        self._work(lambda: self._context.services.sample.create(), self._on_made)

    def remove_sample(self) -> None:
        """Take the sample away, with a way back."""
        found = self._context.services.sample.find()
        if found is None:
            return
        removing = self._context.services.planning.remove(found.id)
        self._removed = (found.id, removing)
        say_with_undo(self._context, self, found.id, removing, _("Contoh dihapus."), self.refresh)
        after(removing, lambda _done: self.refresh(), lambda _error: None, self)

    def bring_back(self) -> None:
        """Take back the removal, also when its toast is long gone."""
        if self._removed is not None and self._context.services.sample.find() is None:
            take_back(self._context, self, *self._removed, self.refresh)

    def _work(self, job: Callable[[], object], done: Callable[..., object]) -> None:
        self._set_enabled(False)
        self._context.tasks.run(
            lambda progress: job(),
            self,
            done=done,
            failed=self._on_failed,
            ended=lambda: self._set_enabled(True),
        )

    def _set_enabled(self, enabled: bool) -> None:
        for button in (self.sample_button, self.remove_button):
            button.setEnabled(enabled)

    def _on_made(self, kegiatan: Kegiatan) -> None:
        self.refresh()
        self._context.window.open_kegiatan.emit(kegiatan.id)

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self, error)
