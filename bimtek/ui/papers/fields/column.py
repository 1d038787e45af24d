"""The groups of fields beside a preview: those that matter to the paper that is shown."""

from collections.abc import Collection, Sequence
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bimtek.documents.base import Fix, Problem
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.people import Role
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


IN_ORDER: tuple[type[FieldGroup], ...] = (
    LetterheadFields,
    AttendanceListFields,
    NumberFields,
    IssueFields,
    WordingFields,
    PaperSizeFields,
    NameFields,
)
Group = TypeVar("Group", bound=FieldGroup)


class PaperFields(Column):
    """Shows one kegiatan; `edited` carries it as it is after each change. Nothing is stored here.

    A group is made when a paper that it matters to is shown first: all of them take a slow laptop a moment.
    """

    edited = Signal(object)  # Kegiatan
    letterhead_wanted = Signal()
    signers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self._kegiatan: Kegiatan | None = None
        self._key = ""
        self._roles: tuple[Role, ...] = (Role.PESERTA,)
        self._made: dict[type[FieldGroup], FieldGroup] = {}
        self.frozen = Notice(_("Yang sudah terbit tidak berubah. Isian ini untuk nomor berikutnya."))
        self.frozen.hide()
        self._lay_out()

    @property
    def letterhead(self) -> LetterheadFields:
        """The way to kop and signers."""
        return self._group(LetterheadFields)

    @property
    def attendance_list(self) -> AttendanceListFields:
        """How lists look."""
        return self._group(AttendanceListFields)

    @property
    def numbers(self) -> NumberFields:
        """How papers are numbered."""
        return self._group(NumberFields)

    @property
    def issue(self) -> IssueFields:
        """Where and when papers are issued."""
        return self._group(IssueFields)

    @property
    def wording(self) -> WordingFields:
        """What a certificate says."""
        return self._group(WordingFields)

    @property
    def paper_size(self) -> PaperSizeFields:
        """The sheet."""
        return self._group(PaperSizeFields)

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show what is stored; says nothing. A field that is being typed in stays as it is."""
        self._kegiatan = kegiatan
        for group in self._made.values():
            _show_quietly(group, kegiatan)
        self._follow()

    def show_roles(self, roles: tuple[Role, ...]) -> None:
        """Say which roles there are, for numbers that name the role."""
        if roles == self._roles:
            return
        self._roles = roles
        if NumberFields in self._made:
            self.numbers.show_roles(roles)
        if self._kegiatan is not None:
            self._follow()

    def value(self, onto: Kegiatan) -> Kegiatan:
        """The given kegiatan with everything that is set here, and nothing else changed."""
        for group in self._made.values():
            onto = group.value(onto)
        return onto

    def asked(self, offer: PaperOffer) -> PaperOffer:
        """The offered paper as it is asked for here."""
        for group in self._made.values():
            offer = group.asked(offer)
        return offer

    def show_groups(self, key: str, wanted: Collection[type[FieldGroup]]) -> None:
        """Show only what matters to one kind of paper."""
        self._key = key
        for kind in wanted:
            self._group(kind)
        for kind, group in self._made.items():
            group.setVisible(kind in wanted)
            group.show_kind(key)

    def show_number_problems(self, problems: Sequence[Problem]) -> None:
        """Say beside the numbers what is not right with them."""
        if NumberFields in self._made:
            self.numbers.show_problems(problems)

    def show_frozen(self, frozen: bool) -> None:
        """Say that papers with a number stay as they were printed."""
        self.frozen.setVisible(frozen)

    def set_wide(self, wide: bool) -> None:
        """Take all the room there is, or stand beside the preview."""
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy if wide else QSizePolicy.Policy.Fixed, policy)

    def mends(self, fix: Fix) -> bool:
        """Whether such a problem is put right here."""
        return any(group.field_for(fix) is not None for group in self._made.values())

    def focus_on(self, fix: Fix) -> None:
        """Put the keyboard on the field that mends this."""
        for group in self._made.values():
            field = group.field_for(fix)
            if field is not None:
                group.show()
                self.ensureWidgetVisible(field)
                field.setFocus()
                if isinstance(field, NumberField):
                    field.selectAll()

    def _group(self, kind: type[Group]) -> Group:
        """The group of this kind, made now unless it was before."""
        group = self._made.get(kind)
        if group is None:
            group = self._made[kind] = kind()
            above = sum(made in self._made for made in IN_ORDER[: IN_ORDER.index(kind)])
            self._column.insertWidget(1 + above, group)  # below the word about what is frozen
            if isinstance(group, NumberFields):
                group.show_roles(self._roles)
            if self._kegiatan is not None:
                _show_quietly(group, self._kegiatan)
                group.follow(self._kegiatan)
            group.show_kind(self._key)
            group.edited.connect(self._on_edited)
            if isinstance(group, LetterheadFields):
                group.letterhead_wanted.connect(self.letterhead_wanted)
                group.signers_wanted.connect(self.signers_wanted)
        assert isinstance(group, kind)
        return group

    def _on_edited(self) -> None:
        if self._kegiatan is None:
            return
        self._kegiatan = self.value(self._kegiatan)
        self._follow()
        self.edited.emit(self._kegiatan)

    def _follow(self) -> None:
        assert self._kegiatan is not None
        for group in self._made.values():
            group.follow(self._kegiatan)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 16, 0)
        self._column.setSpacing(24)
        self._column.addWidget(self.frozen)
        self._column.addStretch(1)
        self.setWidget(page)


def _show_quietly(group: FieldGroup, kegiatan: Kegiatan) -> None:
    blocker = QSignalBlocker(group)
    group.show_kegiatan(kegiatan)
    blocker.unblock()
