"""At what time somebody left before the end."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bimtek.domain.people import Participation
from bimtek.domain.text import _
from bimtek.ui import editors
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.form_dialog import FormDialog
from bimtek.ui.draft import Draft
from bimtek.ui.widgets import fields


class LeaveEarlyDialog(FormDialog):
    """Asks for one time; `left` carries it."""

    left = Signal(object)  # time

    def __init__(
        self, context: UiContext, who: Participation, now: time, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent,
            _("Pulang lebih awal"),
            _("Catat jam pulang"),
            _(
                "{name}: materi yang belum selesai pada jam itu tidak dihitung.",
                name=who.person.name.full,
            ),
            "clock",
        )
        self.time = fields.time_field(now)
        self.form.add(_("Jam pulang"), self.time)
        self.draft = Draft(context, editors.LEAVE, who.id, self, {"jam": self.time})
        self.show_draft(self.draft)
        self.action_button.clicked.connect(self._on_pressed)
        self.time.setFocus()

    def _on_pressed(self) -> None:
        self.left.emit(self.time.value())
        self.accept()
