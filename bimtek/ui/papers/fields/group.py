"""A few fields under one heading that change one part of a kegiatan."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from bimtek.documents.base import Fix
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import Text
from bimtek.services.papers.request import PaperOffer
from bimtek.ui.widgets.fields import Choice, DateField, NumberField
from bimtek.ui.widgets.labels import label, line


class FieldGroup(QWidget):
    """A subclass makes its fields, hands them to `_lay_out` and `_watch`, and answers what it changes."""

    edited = Signal()

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show what is stored. A field that is being typed in stays as it is."""

    def follow(self, kegiatan: Kegiatan) -> None:
        """Say what comes of the fields, now that the kegiatan is this."""

    def show_kind(self, key: str) -> None:
        """Show only the fields that matter to this kind of paper."""

    def value(self, onto: Kegiatan) -> Kegiatan:
        """The given kegiatan with what is set here, and nothing else changed."""
        return onto

    def asked(self, offer: PaperOffer) -> PaperOffer:
        """The offered paper as it is asked for here: for what is set but not stored."""
        return offer

    def field_for(self, fix: Fix) -> QWidget | None:
        """The field that mends such a problem, None when it is not among these."""
        return None

    def _lay_out(self, title: Text, widgets: Sequence[QWidget]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(title, "h3"))
        for widget in widgets:
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(line())

    def _watch(self, *fields: QWidget) -> None:
        """Send `edited` whenever one of these fields changes."""
        for field in fields:
            match field:
                case Choice():
                    field.currentIndexChanged.connect(self.edited)
                case NumberField():
                    field.valueChanged.connect(self.edited)
                case DateField():
                    field.dateChanged.connect(self.edited)
                case QCheckBox():
                    field.toggled.connect(self.edited)
                case QLineEdit() | QPlainTextEdit():
                    field.textChanged.connect(self.edited)


def put(field: QLineEdit, text: str) -> None:
    """Show a text unless somebody is typing there."""
    if not field.hasFocus() and field.text() != text:
        field.setText(text)
        field.setCursorPosition(0)
