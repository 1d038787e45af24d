"""The two forms beside the agenda: one line of it, or a session."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from bimtek.domain.kegiatan import AgendaItem, ItemKind, Session
from bimtek.domain.names import clean
from bimtek.domain.text import _
from bimtek.ui import language, theme
from bimtek.ui.models.agenda import KIND_NAMES
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.form import Form, FormRow

_BETWEEN = "; "
_NOON, _SOME_DAY = time(12), date(2000, 1, 1)  # shown for no moment: a line or session follows at once


def _side_by_side(*rows: QWidget) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in rows:
        row.addWidget(widget, 1)
    return pair


def _let_shrink(*narrow: QWidget) -> None:
    """Fields with arrows ask for more room than their few figures need."""
    for field in narrow:
        theme.put(field, "setMinimumWidth", 96)


class LineForm(Card):
    """One line of the agenda. `changed` carries it as typed."""

    changed = Signal(object)  # AgendaItem
    moved = Signal(int)  # -1 up, 1 down
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Baris acara"), parent)
        self._line: AgendaItem | None = None
        self.title_field = fields.text_field(_("Misalnya Mengenali grooming"))
        self.starts = fields.time_field(_NOON)
        self.ends = fields.time_field(_NOON)
        self.kind = fields.choice([(kind.value, KIND_NAMES[kind]) for kind in ItemKind])
        self.module = fields.choice([("", _("Tanpa modul"))])
        # A long title is cut rather than widens the form.
        self.module.setSizeAdjustPolicy(self.module.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.module.setMinimumContentsLength(6)
        self.speakers = fields.text_field(_("Pisah dengan titik koma"))
        self.names = QStringListModel(self)
        completer = QCompleter(self.names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.speakers.setCompleter(completer)
        self.jp = fields.number_field(-1, 20, -1)
        _let_shrink(self.starts, self.ends)
        self.up_button = buttons.icon_button("arrow-up", _("Naikkan baris ini"), framed=True)
        self.down_button = buttons.icon_button("arrow-down", _("Turunkan baris ini"), framed=True)
        self.remove_button = buttons.quiet(_("Hapus baris"), "trash-2")
        self.up_button.clicked.connect(lambda: self.moved.emit(-1))
        self.down_button.clicked.connect(lambda: self.moved.emit(1))
        self.remove_button.clicked.connect(self.remove_wanted)
        self._lay_out()
        self._watch()

    def show_line(self, line: AgendaItem, minutes_per_jp: int) -> None:
        """Show a line; nothing counts as changed by that."""
        self._line = None
        if clean(self.title_field.text()) != line.title:  # a space just typed stays
            self.title_field.setText(line.title)
            self.title_field.setCursorPosition(0)
        self.starts.show_value(line.starts)
        self.ends.show_value(line.ends)
        self.kind.choose(line.kind.value)
        if line.module and self.module.findData(line.module) < 0:
            self.module.add(line.module, line.module)
        self.module.choose(line.module)
        if self._speakers() != line.speakers:
            self.speakers.setText(_BETWEEN.join(line.speakers))
        self.jp.setValue(-1 if line.jp is None else line.jp)
        self.jp.setEnabled(line.kind.counts)
        computed = replace(line, jp=None).credit(minutes_per_jp)
        language.put(self.jp, _("Otomatis: {jp}", jp=computed), "setSpecialValueText")
        self._line = line

    def offer_modules(self, modules: Iterable[tuple[str, str]]) -> None:
        """Let these modules be chosen; each comes as (id, title)."""
        for key, title in modules:
            at = self.module.findData(key)
            if at < 0:
                self.module.addItem(title, key)
            else:
                self.module.setItemText(at, title)

    def _on_edited(self) -> None:
        if self._line is None:
            return
        self._line = replace(
            self._line,
            title=clean(self.title_field.text()),
            starts=self.starts.value(),
            ends=self.ends.value(),
            kind=ItemKind(self.kind.key()),
            module=self.module.key(),
            speakers=self._speakers(),
            jp=None if self.jp.value() < 0 else self.jp.value(),
        )
        self.changed.emit(self._line)

    def _speakers(self) -> tuple[str, ...]:
        return tuple(part for part in map(clean, self.speakers.text().split(";")) if part)

    def _watch(self) -> None:
        for field in (self.title_field, self.speakers):
            field.textChanged.connect(self._on_edited)
        for at in (self.starts, self.ends):
            at.timeChanged.connect(self._on_edited)
        for choice in (self.kind, self.module):
            choice.currentIndexChanged.connect(self._on_edited)
        self.jp.valueChanged.connect(self._on_edited)

    def _lay_out(self) -> None:
        form = Form()
        form.add(_("Judul"), self.title_field)
        self.body.addWidget(form)
        self.body.addWidget(_side_by_side(FormRow(_("Mulai"), self.starts), FormRow(_("Selesai"), self.ends)))
        rest = Form()
        rest.add(_("Modul"), self.module)
        rest.add(_("Narasumber"), self.speakers)
        self.body.addWidget(_side_by_side(FormRow(_("Jenis"), self.kind), FormRow(_("JP"), self.jp)))
        self.body.addWidget(rest)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.up_button)
        foot.addWidget(self.down_button)
        foot.addStretch(1)
        foot.addWidget(self.remove_button)
        self.body.addLayout(foot)


class SessionForm(Card):
    """A session: its word, its day, its hours. `changed` carries it without its lines touched."""

    changed = Signal(object)  # Session
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Sesi"), parent)
        self._session: Session | None = None
        self.label_field = fields.text_field(_("Misalnya Pagi"), longest=60)
        self.day = fields.date_field(_SOME_DAY)
        self.starts = fields.time_field(_NOON)
        self.ends = fields.time_field(_NOON)
        _let_shrink(self.starts, self.ends)
        self.open_end = fields.check_field(_("Sampai selesai, tanpa jam"))
        self.remove_button = buttons.quiet(_("Hapus sesi"), "trash-2")
        self.remove_button.clicked.connect(self.remove_wanted)
        self._lay_out()
        self.label_field.textChanged.connect(self._on_edited)
        self.day.dateChanged.connect(self._on_edited)
        self.starts.timeChanged.connect(self._on_edited)
        self.ends.timeChanged.connect(self._on_edited)
        self.open_end.toggled.connect(self._on_edited)

    def show_session(self, session: Session) -> None:
        """Show a session; nothing counts as changed by that."""
        self._session = None
        if clean(self.label_field.text()) != session.label:
            self.label_field.setText(session.label)
        self.day.show_value(session.on_date)
        self.starts.show_value(session.starts)
        self.open_end.setChecked(session.ends is None)
        self.ends.setEnabled(session.ends is not None)
        if session.ends is not None:
            self.ends.show_value(session.ends)
        self._session = session

    def _on_edited(self) -> None:
        if self._session is None:
            return
        self.ends.setEnabled(not self.open_end.isChecked())
        self._session = replace(
            self._session,
            label=clean(self.label_field.text()),
            on_date=self.day.value(),
            starts=self.starts.value(),
            ends=None if self.open_end.isChecked() else self.ends.value(),
        )
        self.changed.emit(self._session)

    def _lay_out(self) -> None:
        form = Form()
        form.add(_("Nama sesi"), self.label_field, _("Orang menandatangani sekali tiap sesi."))
        form.add(_("Tanggal"), self.day)
        self.body.addWidget(form)
        self.body.addWidget(_side_by_side(FormRow(_("Mulai"), self.starts), FormRow(_("Selesai"), self.ends)))
        self.body.addWidget(self.open_end)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.remove_button)
        self.body.addLayout(foot)
