"""Absensi: two letters, Enter, present."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bimtek.domain.attendance import Status
from bimtek.domain.errors import BimtekError
from bimtek.domain.next_step import Step
from bimtek.domain.people import Participation, Role
from bimtek.domain.text import NO_TEXT, _, joined
from bimtek.services.attendance import PRIVACY_LINE, Line
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.leave_early import LeaveEarlyDialog
from bimtek.ui.dialogs.walk_in import WalkInDialog
from bimtek.ui.kegiatan.attendance_desk import AttendanceDesk
from bimtek.ui.kegiatan.attendance_list import AttendanceList
from bimtek.ui.kegiatan.attendance_side import AttendanceSide
from bimtek.ui.kegiatan.sessions import closed_word, session_word
from bimtek.ui.kegiatan.step_page import StepPage
from bimtek.ui.messages import show_error
from bimtek.ui.models.attendance_table import (
    SEX_WORDS,
    origin,
    status_icon,
    status_tone,
    status_word,
)
from bimtek.ui.role_names import ROLE_NAMES
from bimtek.ui.shortcuts import name_key
from bimtek.ui.soon import soon
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.search_list import FEWEST_LETTERS, Row, SearchList

EVERYBODY = "semua"
ROLE_WORDS = {role.value: name for role, name in ROLE_NAMES.items()} | {EVERYBODY: _("Semua peran")}


class AttendanceStep(StepPage):
    """Search, list and counts of one session."""

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self._context, self._kegiatan_id = context, kegiatan_id
        self.desk = AttendanceDesk(context, kegiatan_id, self)
        self._make_head()
        self._make_list()
        self._make_foot()
        self._lay_out()
        self._connect()
        self._begun = False
        soon(self, self._begin)  # the people follow the page they stand on

    @property
    def settled(self) -> bool:
        """True once the people were read."""
        return self._begun

    def refresh(self) -> None:
        """Read sessions and people again; the session, the typed text and the chosen row stay."""
        self._begun = True
        self.desk.read()

    def _begin(self) -> None:
        if not self._begun:
            self.refresh()
        if self.isVisible():
            self.search.field.setFocus()

    # ---- parts ----

    def _make_head(self) -> None:
        self.sessions = fields.choice([])
        language.put(self.sessions, _("Sesi"), "setAccessibleName")
        self.roles = fields.choice(ROLE_WORDS.items())
        language.put(self.roles, _("Peran yang ditampilkan"), "setAccessibleName")
        self.saved = label("", "caption", "secondary", wrap=False)
        self.closed_notice = Notice("", "success", _("Buka lagi"))
        self.reopen_button = self.closed_notice.button
        self.search = SearchList(self._find, _("Ketik dua huruf nama, lalu Enter"))
        self.search.field.installEventFilter(self)
        name_key(self.search.field, _("Cari"), "cari")
        self.consent = fields.check_field(_("Peserta setuju"), checked=True)
        language.put(self.consent, _("Peserta setuju"), "setAccessibleName")
        self.privacy = label(PRIVACY_LINE, "caption", "secondary")

    def _make_list(self) -> None:
        self.list = AttendanceList(self.desk.kegiatan.zone)
        self.empty = EmptyState(
            "calendar-days", _("Acara belum punya sesi. Susun acaranya dulu."), _("Susun acara")
        )
        self.empty.hide()  # until the people were read it is not known whether there are sessions
        self.closed_notice.hide()
        self.side = AttendanceSide(self.desk.kegiatan.zone)

    def _make_foot(self) -> None:
        self.close_button = buttons.primary(_("Tutup absensi"), "lock")
        self.slips_button = buttons.secondary(_("Slip kode"), "printer")
        self.add_aside(self.slips_button)
        self.add_aside(self.saved)
        self.add_action(self.close_button)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.sessions, 1)
        head.addWidget(self.roles)
        agreed = QHBoxLayout()
        agreed.setSpacing(16)
        agreed.addWidget(self.consent)
        agreed.addWidget(self.privacy, 1)
        typing = self.search.layout()
        assert isinstance(typing, QVBoxLayout)
        typing.insertLayout(1, agreed)
        self.main = QWidget()
        self._column = QVBoxLayout(self.main)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addWidget(self.closed_notice)
        self._column.addWidget(self.search)
        self._column.addWidget(self.list, 1)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self.main, 1)
        across.addWidget(self.side)
        self.body.addLayout(across, 1)
        self.body.addWidget(self.empty)
        self.search.hint.hide()
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        self.desk.read_again.connect(self._on_read)
        self.desk.line_changed.connect(self._on_line)
        self.desk.saving.connect(self._on_saving)
        self.desk.said.connect(self._context.window.toast)
        self.desk.failed.connect(self._on_failed)
        self.sessions.activated.connect(lambda _at: self.desk.read(self.sessions.key()))
        self.roles.activated.connect(lambda _at: self.desk.set_role(self._role()))
        self.search.chosen.connect(self._on_picked)
        self.search.add_wanted.connect(self.add_walk_in)
        self.search.field.textChanged.connect(lambda _text: self._show_list())
        self.consent.toggled.connect(self.desk.set_consent)
        self.list.present_wanted.connect(self.desk.take)
        self.list.add_wanted.connect(lambda: self.add_walk_in(""))
        self.list.bar.status_wanted.connect(self._on_status)
        self.list.bar.leave_wanted.connect(self.ask_leave_early)
        self.list.bar.clear_wanted.connect(self._on_clear)
        self.side.undo_wanted.connect(self.desk.undo)
        self.empty.pressed.connect(lambda: self.step_wanted.emit(Step.PREPARE.value))
        self.slips_button.clicked.connect(lambda: self.step_wanted.emit(Step.PAPERS.value))
        self.close_button.clicked.connect(self.desk.close)
        self.closed_notice.pressed.connect(lambda: self.desk.reopen())

    # ---- what is shown ----

    def _on_read(self) -> None:
        self.list.show_lines(self.desk.roll.lines, closed=self.desk.is_closed)
        self._show_sessions()
        self._show_state()
        self.search.refresh()
        self._show_list()
        self._show_counts()
        self.progressed.emit()

    def _show_sessions(self) -> None:
        self.sessions.clear()
        for session in self.desk.kegiatan.sessions:
            self.sessions.add(session.id, session_word(self.desk.kegiatan, session))
        if self.desk.session is not None:
            self.sessions.choose(self.desk.session.id)

    def _show_state(self) -> None:
        session, closed = self.desk.session, self.desk.is_closed
        for part in (self.main, self.side):
            part.setVisible(session is not None)
        self.empty.setVisible(session is None)
        self.close_button.setVisible(session is not None and not closed)
        self.closed_notice.setVisible(closed)
        self.search.setVisible(not closed)
        self.consent.setChecked(self.desk.consent)
        if session is not None:
            word = _("Tutup absensi {session}", session=session.label)
            language.put(self.close_button, word, "set_caption")
        if session is not None and closed:
            said = closed_word(self.desk.kegiatan, session)
            self.closed_notice.show_notice(said, "success")
            word = _("Buka lagi absensi {session}", session=session.label)
            language.put(self.reopen_button, word, "setAccessibleName")

    def _show_list(self) -> None:
        """The whole list, unless somebody is being looked for."""
        looking = len(self.search.field.text().strip()) >= FEWEST_LETTERS
        self.list.setVisible(not looking)
        self.search.hint.hide()
        self._column.setStretchFactor(self.search, 1 if looking else 0)

    def _show_counts(self) -> None:
        roll = self.desk.roll
        self.side.show_counts(roll.present, len(roll.lines))
        self.side.show_recent(roll.recent, undoable=not self.desk.is_closed)

    def _on_line(self, line: Line) -> None:
        self.list.put(line)
        self.search.refresh()
        self._show_list()
        self._show_counts()

    def _on_saving(self, waiting: int) -> None:
        language.put(self.saved, _("Menyimpan…") if waiting else _("Tersimpan ✓"))
        if not waiting:
            announce(self, _("Tersimpan"))

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self, error)

    # ---- what a person does ----

    def add_walk_in(self, typed: str) -> WalkInDialog:
        """Ask for the facts of somebody who is not on the list."""
        unsur = [line.participation.person.unsur for line in self.desk.roll.lines]
        role = self.desk.role or Role.PESERTA
        dialog = WalkInDialog(
            self._context, self._kegiatan_id, typed, role, [u for u in unsur if u], self.window()
        )
        dialog.added.connect(self._on_added)
        dialog.open()
        self.walk_in = dialog
        return dialog

    def ask_leave_early(self) -> LeaveEarlyDialog | None:
        """Ask when the person of the chosen row left."""
        line = self.list.chosen
        if line is None or not line.present:
            return None
        now = self._context.services.clock.now().astimezone(self.desk.kegiatan.zone.offset).time()
        dialog = LeaveEarlyDialog(self._context, line.participation, now, self.window())
        dialog.left.connect(lambda at: self.desk.leave_early(line.participation.id, at))
        dialog.open()
        self.leaving = dialog
        return dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z take back the last mark while nothing is typed."""
        empty = watched is self.search.field and not self.search.field.text()
        if (
            empty
            and event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.ignore()
            return True
        return False

    def _find(self, typed: str) -> Sequence[Row]:
        found = self.desk.roll.find(typed)
        if found.lines:
            return [*map(_row, found.lines), _add_row(typed)]
        return [_add_row(typed), *(_row(line) for line in found.similar)]

    def _on_picked(self, participation_id: str) -> None:
        self.search.clear()
        self.desk.take(participation_id)

    def _on_added(self, who: Participation) -> None:
        self.search.clear()
        self.desk.read()
        self.desk.take(who.id)

    def _on_status(self, status: Status) -> None:
        if self.list.chosen is not None:
            self.desk.take(self.list.chosen.participation.id, status)

    def _on_clear(self) -> None:
        if self.list.chosen is not None:
            self.desk.clear(self.list.chosen.participation.id)

    def _role(self) -> Role | None:
        return None if self.roles.key() == EVERYBODY else Role(self.roles.key())


def _row(line: Line) -> Row:
    person = line.participation.person
    sex = SEX_WORDS.get(person.sex, NO_TEXT)
    detail = joined((origin(person), sex))
    state = status_word(line.mark) if line.mark else NO_TEXT
    mark = status_icon(line.mark) if line.mark else ""
    return Row(line.participation.id, person.name.full, detail, state, mark, status_tone(line.mark))


def _add_row(typed: str) -> Row:
    return Row("", _("Tambah “{name}”", name=typed), mark="user-plus", tone="primary")
