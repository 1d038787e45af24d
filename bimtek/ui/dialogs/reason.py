"""Asks for the reason of something that is kept for ever."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.form_dialog import FormDialog
from bimtek.ui.draft import Draft
from bimtek.ui.editors import Editor
from bimtek.ui.widgets import fields


class ReasonDialog(FormDialog):
    """`given` carries the reason; an empty one is not accepted. `draft_of` names its draft."""

    given = Signal(str)

    def __init__(
        self,
        draft_of: tuple[UiContext, Editor, str],
        title: Text,
        explanation: Text,
        action: Text,
        example: Text,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, title, action, explanation)
        self.reason = fields.text_field(example, longest=200)
        self.row_of_reason = self.form.add(_("Alasan"), self.reason)
        context, editor, subject = draft_of
        self.draft = Draft(context, editor, subject, self, {"alasan": self.reason})
        self.show_draft(self.draft)
        self.action_button.clicked.connect(self.submit)
        self.reason.setFocus()

    def submit(self) -> None:
        """Hand the reason over and close."""
        reason = self.reason.text().strip()
        self.row_of_reason.show_problem(NO_TEXT if reason else _("Isi alasannya."))
        if reason:
            self.accept()
            self.given.emit(reason)
