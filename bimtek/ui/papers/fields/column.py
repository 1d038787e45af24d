"""The groups of fields beside a preview: those that matter to the paper that is shown."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bimtek.documents.base import Fix
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.services.papers.request import PaperOffer
from bimtek.ui.papers.fields.attendance_list import AttendanceListFields
from bimtek.ui.papers.fields.group import FieldGroup
from bimtek.ui.papers.fields.issue import IssueFields
from bimtek.ui.papers.fields.letterhead import LetterheadFields
from bimtek.ui.papers.fields.names import NameFields
from bimtek.ui.papers.fields.numbers import NumberFields
from bimtek.ui.papers.fields.paper_size import PaperSizeFields
from bimtek.ui.papers.fields.wording import WordingFields
from bimtek.ui.widgets.fields import NumberField
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.scrolling import Column

WIDTH = 316


class PaperFields(Column):
    """Shows one kegiatan; `edited` carries it as it is after each change. Nothing is stored here."""

    edited = Signal(object)  # Kegiatan

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self._kegiatan: Kegiatan | None = None
        self.frozen = Notice(_("Yang sudah terbit tidak berubah. Isian ini untuk nomor berikutnya."))
        self.frozen.hide()
        self.letterhead = LetterheadFields()
        self.attendance_list = AttendanceListFields()
        self.numbers = NumberFields()
        self.issue = IssueFields()
        self.wording = WordingFields()
        self.paper_size = PaperSizeFields()
        self.names = NameFields()
        self._groups: tuple[FieldGroup, ...] = (
            self.letterhead,
            self.attendance_list,
            self.numbers,
            self.issue,
            self.wording,
            self.paper_size,
            self.names,
        )
        self._lay_out()
        for group in self._groups:
            group.edited.connect(self._on_edited)

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show what is stored; says nothing. A field that is being typed in stays as it is."""
        self._kegiatan = kegiatan
        blockers = [QSignalBlocker(group) for group in self._groups]
        for group in self._groups:
            group.show_kegiatan(kegiatan)
        del blockers
        self._follow()

    def value(self, onto: Kegiatan) -> Kegiatan:
        """The given kegiatan with everything that is set here, and nothing else changed."""
        for group in self._groups:
            onto = group.value(onto)
        return onto

    def asked(self, offer: PaperOffer) -> PaperOffer:
        """The offered paper as it is asked for here."""
        for group in self._groups:
            offer = group.asked(offer)
        return offer

    def show_groups(self, key: str, wanted: Collection[type[FieldGroup]]) -> None:
        """Show only what matters to one kind of paper."""
        for group in self._groups:
            group.setVisible(type(group) in wanted)
            group.show_kind(key)

    def show_frozen(self, frozen: bool) -> None:
        """Say that papers with a number stay as they were printed."""
        self.frozen.setVisible(frozen)

    def set_wide(self, wide: bool) -> None:
        """Take all the room there is, or stand beside the preview."""
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy if wide else QSizePolicy.Policy.Fixed, policy)

    def mends(self, fix: Fix) -> bool:
        """Whether such a problem is put right here."""
        return any(group.field_for(fix) is not None for group in self._groups)

    def focus_on(self, fix: Fix) -> None:
        """Put the keyboard on the field that mends this."""
        for group in self._groups:
            field = group.field_for(fix)
            if field is not None:
                group.show()
                self.ensureWidgetVisible(field)
                field.setFocus()
                if isinstance(field, NumberField):
                    field.selectAll()

    def _on_edited(self) -> None:
        if self._kegiatan is None:
            return
        self._kegiatan = self.value(self._kegiatan)
        self._follow()
        self.edited.emit(self._kegiatan)

    def _follow(self) -> None:
        assert self._kegiatan is not None
        for group in self._groups:
            group.follow(self._kegiatan)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(24)
        column.addWidget(self.frozen)
        for group in self._groups:
            column.addWidget(group)
        column.addStretch(1)
        self.setWidget(page)
