"""Rows of a form: the word above the field, help and problems below it, all tied together."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text
from bimtek.ui import language
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.style import restyle


class FormRow(QWidget):
    """One field with its word (its buddy, and its accessible name), a help line and a problem line."""

    def __init__(
        self, title: Text, field: QWidget, help_text: Text = NO_TEXT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.title: QLabel = label(title, "strong")
        self.title.setBuddy(field)
        language.put(field, title, "setAccessibleName")
        self.help = label(help_text, "caption", "secondary")
        if not help_text:  # shown before it has a parent, a label would be a window for a moment
            self.help.hide()
        self.problem = label("", "caption", "danger")
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.title, field, self.help, self.problem):
            layout.addWidget(widget)

    def show_problem(self, problem: Text | str = NO_TEXT) -> None:
        """Say what is not right with this field, or nothing when it is right."""
        language.put(self.problem, problem)
        self.problem.setVisible(bool(problem))
        restyle(self.field, state="wrong" if problem else "")
        language.put(self.field, problem, "setAccessibleDescription")


class Form(QWidget):
    """Rows from top to bottom, in the order in which they are added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FormRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)

    def add(self, title: Text, field: QWidget, help_text: Text = NO_TEXT) -> FormRow:
        """Add a field under its word."""
        row = FormRow(title, field, help_text)
        self._layout.addWidget(row)
        self.rows.append(row)
        return row
