"""Siapkan, Acara: the lines of the day at the left, the chosen one in a form at the right."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bimtek.domain import agenda
from bimtek.domain.errors import RefusedError
from bimtek.domain.kegiatan import AgendaItem, Kegiatan, Session
from bimtek.domain.module import Module
from bimtek.domain.people import Role
from bimtek.domain.text import _
from bimtek.ui import editors, language, theme
from bimtek.ui.autosave import Autosave
from bimtek.ui.context import UiContext
from bimtek.ui.kegiatan.agenda_forms import LineForm, SessionForm
from bimtek.ui.kegiatan.agenda_painter import AgendaPainter
from bimtek.ui.messages import show_error
from bimtek.ui.models.agenda import AgendaModel, AgendaRow, agenda_rows
from bimtek.ui.undo import say_with_undo
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.scrolling import form_column

_NARROWEST, _WIDEST = 300, 380  # of the form beside the list, at 100 %


class AgendaSection(QWidget):
    """Every change shows its JP at once and is stored within a second."""

    def __init__(self, context: UiContext, kegiatan: Kegiatan, autosave_parent: QWidget) -> None:
        super().__init__()
        self._context, self._kegiatan = context, kegiatan
        self.sessions: tuple[Session, ...] = ()
        self.autosave = Autosave(
            (editors.LINE, editors.SESSION), self._save, context.services.clock, autosave_parent
        )
        self.model = AgendaModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(AgendaPainter(self.list))
        self.list.setUniformItemSizes(True)
        language.put(self.list, _("Susunan acara"), "setAccessibleName")
        self.list.selectionModel().currentChanged.connect(lambda now, before: self._show_form())
        self.total = label("", "h3", wrap=False)
        self.notice = Notice("", "warning")
        self.add_line_button = buttons.secondary(_("Baris baru"), "plus")
        self.add_line_button.clicked.connect(self.add_line)
        self.add_session_button = buttons.quiet(_("Sesi baru"), "calendar-plus")
        self.add_session_button.clicked.connect(self.add_session)
        self.line_form, self.session_form = LineForm(), SessionForm()
        self.line_form.changed.connect(self._on_line_changed)
        self.line_form.moved.connect(self.move_line)
        self.line_form.remove_wanted.connect(self.remove_line)
        self.session_form.changed.connect(self._on_session_changed)
        self.session_form.remove_wanted.connect(self.remove_session)
        self._lay_out()
        self.show_kegiatan(kegiatan)
        self._load()

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show the agenda as it is stored; what is being typed is kept until it is saved."""
        if self.autosave.timer.isActive():
            return
        self._kegiatan = kegiatan
        self.sessions = tuple(agenda.ordered(session) for session in kegiatan.sessions)
        self._redraw()
        if self.model.rows and not self.list.currentIndex().isValid():
            self._choose(self.model.rows[min(1, len(self.model.rows) - 1)].key)
        self._show_form()

    def add_line(self) -> None:
        """Add a line after the chosen one, ready to be named."""
        row = self._row()
        if row is None:
            self.add_session()
            return
        line = self._context.services.planning.blank_line(row.session, row.line)
        self._put_session(agenda.put_line(row.session, line), line.id)
        self.line_form.title_field.setFocus()

    def add_session(self) -> None:
        """Add a session on the day after the last one."""
        last = max((s.on_date for s in self.sessions), default=min(self._kegiatan.dates))
        day = last + timedelta(days=1) if self.sessions else last
        session = self._context.services.planning.blank_session(self._kegiatan.id, self.sessions, day)
        self.sessions = (*self.sessions, session)
        self._redraw()
        self._choose(session.id)
        self.session_form.label_field.setFocus()
        self.autosave.touch()

    def move_line(self, step: int) -> None:
        """Swap the chosen line with the one above (-1) or below (1)."""
        row = self._row()
        if row is not None and row.line is not None:
            self._put_session(agenda.move_line(row.session, row.line.id, step), row.line.id)

    def remove_line(self) -> None:
        """Take the chosen line away, with a way back."""
        row = self._row()
        if row is None or row.line is None:
            return
        changed = agenda.without_line(row.session, row.line.id)
        title = row.line.title or _("Baris")
        self._remove(
            tuple(changed if s.id == changed.id else s for s in self.sessions),
            lambda future: say_with_undo(
                self._context,
                self,
                self._kegiatan.id,
                future,
                _("“{title}” dihapus dari acara.", title=title),
                self._reread,
            ),
        )

    def remove_session(self) -> None:
        """Take the chosen session away, with a way back; not once people signed for it."""
        row = self._row()
        if row is None:
            return
        marks = self._context.services.attendance.marks(self._kegiatan.id)
        if any(row.session.id in of_person for of_person in marks.values()):
            show_error(self, _taken(row.session))
            return
        if len(self.sessions) == 1:
            show_error(self, _only())
            return
        self._remove(
            tuple(s for s in self.sessions if s.id != row.session.id),
            lambda future: say_with_undo(
                self._context,
                self,
                self._kegiatan.id,
                future,
                _("Sesi {label} dihapus.", label=row.session.label),
                self._reread,
            ),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what still waits before another step opens."""
        self.autosave.flush()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the form two fifths at most."""
        super().resizeEvent(event)
        wide = self.width() * 100 // theme.current().scale
        for area in (self._line_area, self._session_area):
            area.set_width(min(max(_NARROWEST, wide * 2 // 5), _WIDEST))

    def _remove(self, left: tuple[Session, ...], say: Callable[[Future[None]], object]) -> None:
        self.autosave.flush()
        at = self.list.currentIndex().row()
        self.sessions = left
        self._redraw()
        say(self._save())
        self._choose(self.model.rows[min(at, len(self.model.rows) - 1)].key)

    def _save(self) -> Future[None]:
        planning = self._context.services.planning
        return planning.set_sessions(planning.get(self._kegiatan.id), self.sessions)

    def _reread(self) -> None:
        self.show_kegiatan(self._context.services.planning.get(self._kegiatan.id))

    def _on_line_changed(self, line: AgendaItem) -> None:
        row = self._row()
        if row is not None:
            self._put_session(agenda.put_line(row.session, line), line.id)

    def _on_session_changed(self, session: Session) -> None:
        stored = next((s for s in self.sessions if s.id == session.id), None)
        if stored is not None:
            self._put_session(replace(session, agenda=stored.agenda), session.id)

    def _put_session(self, session: Session, chosen: str) -> None:
        """Keep a changed session, in order of day and hour, and save soon."""
        changed = [session if s.id == session.id else s for s in self.sessions]
        self.sessions = tuple(sorted(changed, key=lambda s: (s.on_date, s.starts)))
        self._redraw()
        self._choose(chosen)
        self.autosave.touch()

    def _redraw(self) -> None:
        minutes = self._kegiatan.minutes_per_jp
        self.model.set_rows(agenda_rows(self.sessions, minutes))
        jp = sum(session.jp(minutes) for session in self.sessions)
        language.put(self.total, _("Jumlah {jp} JP", jp=jp))
        wrong = sum(bool(row.warning) for row in self.model.rows)
        self.notice.setVisible(wrong > 0)
        self.notice.show_notice(_("{count} baris perlu diperiksa jamnya.", count=wrong), "warning")

    def _choose(self, key: str) -> None:
        at = self.model.find(key)
        if at >= 0:
            index = self.model.index(at)
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.list.scrollTo(index)
        self._show_form()

    def _row(self) -> AgendaRow | None:
        at = self.list.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def _show_form(self) -> None:
        row = self._row()
        if row is None:
            return
        if row.line is None:
            self.session_form.show_session(row.session)
            self.forms.setCurrentWidget(self._session_area)
            return
        self.line_form.show_line(row.line, self._kegiatan.minutes_per_jp)
        at = row.session.agenda.index(row.line)
        self.line_form.up_button.setEnabled(at > 0)
        self.line_form.down_button.setEnabled(at < len(row.session.agenda) - 1)
        self.forms.setCurrentWidget(self._line_area)

    def _load(self) -> None:
        """Bring the modules from a worker, and the names of those who speak."""
        services = self._context.services
        self._context.tasks.run(
            lambda progress: services.library.modules(),
            self,
            done=self._on_modules,
            failed=lambda error: show_error(self, error),
        )
        people = services.registration.of_kegiatan(self._kegiatan.id, Role.NARASUMBER)
        self.line_form.names.setStringList([p.person.name.full for p in people])

    def _on_modules(self, modules: list[Module]) -> None:
        self.line_form.offer_modules((module.id, module.title) for module in modules)
        self._show_form()

    def _lay_out(self) -> None:
        self.forms = QStackedWidget()
        self._line_area = form_column(self.line_form, _WIDEST)
        self._session_area = form_column(self.session_form, _WIDEST)
        self.forms.setSizePolicy(self._line_area.sizePolicy())
        self.forms.addWidget(self._line_area)
        self.forms.addWidget(self._session_area)
        bar, adding = QHBoxLayout(), Flow(ends=True)
        bar.addWidget(self.total)
        bar.addLayout(adding, 1)
        adding.addWidget(self.add_session_button)
        adding.addWidget(self.add_line_button)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(bar)
        left.addWidget(self.notice)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 16, 32, 16)
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addWidget(self.forms)


def _taken(session: Session) -> RefusedError:
    return RefusedError(
        _("Sesi {label} sudah punya absensi.", label=session.label),
        advice=_("Batalkan dahulu absensi sesi itu, lalu hapus sesinya."),
    )


def _only() -> RefusedError:
    return RefusedError(
        _("Kegiatan perlu paling sedikit satu sesi."), advice=_("Tambah sesi lain, lalu hapus yang ini.")
    )
