"""What the attendance screen does: read a session, mark people at once, store, take back, close."""

from concurrent.futures import Future
from datetime import time
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from bimtek.domain.attendance import Mark, Status, attendance_closed
from bimtek.domain.clock import stamp
from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.people import Role
from bimtek.domain.text import Text, _
from bimtek.services.attendance import Line
from bimtek.services.progress import Progress
from bimtek.ui import editors
from bimtek.ui.context import UiContext
from bimtek.ui.editors import hear
from bimtek.ui.kegiatan.sessions import at_present
from bimtek.ui.models.attendance_table import arrival
from bimtek.ui.models.roll import Roll

TAKEN = {
    Status.HADIR: _("{name} hadir."),
    Status.IZIN: _("{name} izin."),
    Status.SAKIT: _("{name} sakit."),
    Status.ALPA: _("{name} alpa."),
}


class AttendanceDesk(QObject):
    """One session of one kegiatan at a time. A mark shows at once and is stored behind it."""

    read_again = Signal()  # everything may have changed
    line_changed = Signal(object)  # Line
    saving = Signal(int)  # how many marks are on their way to the disk
    said = Signal(object, object)  # Text, and how to undo it or None
    failed = Signal(object)  # BimtekError

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._kegiatan_id = context, kegiatan_id
        self._attendance = context.services.attendance
        self.kegiatan: Kegiatan = context.services.planning.get(kegiatan_id)
        self.session: Session | None = None
        self.role: Role | None = Role.PESERTA
        self.roll = Roll()
        self._undo: list[tuple[str, Line, Future[None]]] = []  # session id, the line before, the change
        self._consent: dict[str, bool] = {}
        self._waiting = 0

    @property
    def is_closed(self) -> bool:
        """True when attendance of the session was closed."""
        return self.session is not None and bool(self.session.closed_at)

    @property
    def consent(self) -> bool:
        """Whether the tick "Peserta setuju" stands, for this session."""
        return self._consent.get(self.session.id, True) if self.session else True

    def set_consent(self, agrees: bool) -> None:
        """Remember the tick for this session."""
        if self.session is not None:
            self._consent[self.session.id] = agrees

    def read(self, session_id: str | None = None) -> None:
        """Read sessions and people again; without a session the one at hand, or the one on now."""
        self.kegiatan = self._context.services.planning.get(self._kegiatan_id)
        wanted = session_id or (self.session.id if self.session else "")
        found = next((s for s in self.kegiatan.sessions if s.id == wanted), None)
        self.session = found or at_present(self.kegiatan, self._context.services.clock.now())
        self.roll = Roll() if self.session is None else self._read_roll(self.session)
        self.read_again.emit()

    def set_role(self, role: Role | None) -> None:
        """Show people of another role; None shows everybody."""
        self.role = role
        self.read()

    def take(self, participation_id: str, status: Status = Status.HADIR) -> None:
        """Note a state. Somebody already present keeps the time of arrival."""
        line, session = self.roll.get(participation_id), self.session
        if line is None or session is None or self._refuses():
            return
        name = line.participation.person.name.full
        if status is Status.HADIR and line.present:
            at = arrival(line.mark, self.kegiatan.zone)
            self.said.emit(_("{name} sudah hadir, {at}.", name=name, at=at), None)
            return
        consent = status is Status.HADIR and self.consent
        now = stamp(self._context.services.clock.now())
        mark = Mark(
            id="",
            session_id=session.id,
            participation_id=participation_id,
            status=status,
            arrived_at=now if status is Status.HADIR else "",
        )
        before = self.roll.mark(participation_id, mark, now if consent else "")
        future = self._attendance.set_status(before.participation, session.id, status, consent=consent)
        self._changed(future, session, before, Text(TAKEN[status].msgid, {"name": name}))

    def leave_early(self, participation_id: str, at: time) -> None:
        """Note the time at which somebody present left."""
        line, session = self.roll.get(participation_id), self.session
        if line is None or line.mark is None or session is None or not line.present or self._refuses():
            return
        mark = Mark(
            id=line.mark.id,
            session_id=session.id,
            participation_id=participation_id,
            status=Status.HADIR,
            arrived_at=line.mark.arrived_at,
            left_at=at,
        )
        before = self.roll.mark(participation_id, mark)
        future = self._attendance.leave_early(line.participation, line.mark, at)
        said = _("{name} pulang lebih awal.", name=line.participation.person.name.full)
        self._changed(future, session, before, said)

    def clear(self, participation_id: str) -> None:
        """Take a mark away: the person counts as not yet taken."""
        line, session = self.roll.get(participation_id), self.session
        if line is None or line.mark is None or session is None or self._refuses():
            return
        before = self.roll.mark(participation_id, None)
        future = self._attendance.clear(line.participation, session.id)
        said = _("Catatan {name} dikosongkan.", name=line.participation.person.name.full)
        self._changed(future, session, before, said)

    def undo(self, participation_id: str) -> None:
        """Take the last change of somebody back; what was noted before it stands again."""
        line, session = self.roll.get(participation_id), self.session
        if line is None or session is None or self._refuses():
            return
        found = self._before(session.id, participation_id)
        before = found[0] if found else Line(line.participation, None)
        self.roll.put(before)
        self.line_changed.emit(before)
        self._take_back(before, session.id, found[1] if found else None)

    def _undo_in(self, session_id: str, participation_id: str) -> None:
        """What a message offers: it stays in view when another session is opened meanwhile."""
        if self.session is not None and self.session.id == session_id:
            self.undo(participation_id)
        elif found := self._before(session_id, participation_id):
            self._take_back(found[0], session_id, found[1])

    def _take_back(self, before: Line, session_id: str, change: "Future[None] | None") -> None:
        """Take a change back; without one the mark was noted before this desk was opened."""
        if change is None:
            self._store(self._attendance.clear(before.participation, session_id))
        else:
            self._store(self._context.services.history.take_back(change, self._kegiatan_id))
        self.said.emit(_("Diurungkan: {name}.", name=before.participation.person.name.full), None)

    def close(self) -> None:
        """Close attendance of the session; a backup is made with it."""
        session = self.session
        if session is None or self.is_closed:
            return
        untaken = self.roll.untaken
        said = _("Absensi {session} ditutup. Cadangan dibuat.", session=session.label)
        if untaken:
            said = _(
                "Absensi {session} ditutup. {count} orang belum dicatat.",
                session=session.label,
                count=untaken,
            )

        def job(_progress: Progress) -> tuple[Text, str]:
            self._attendance.close_session(self._kegiatan_id, session.id)
            return said, session.id

        self._context.tasks.run(job, self, done=self._on_closed, failed=self._on_failed)

    def reopen(self, session_id: str = "") -> None:
        """Open attendance of a session again."""
        wanted = session_id or (self.session.id if self.session else "")
        self._context.tasks.run(
            lambda progress: self._attendance.reopen_session(self._kegiatan_id, wanted),
            self,
            done=self._on_reopened,
            failed=self._on_failed,
        )

    def _on_closed(self, result: tuple[Text, str]) -> None:
        said, session_id = result
        self.read()
        self.said.emit(said, partial(self.reopen, session_id))

    def _on_reopened(self, _result: None) -> None:
        self.read()

    def _on_failed(self, error: BimtekError) -> None:
        self.failed.emit(error)

    def _refuses(self) -> bool:
        """Say so when the session is closed: its marks stay as they are until it is opened again."""
        if self.session is None or not self.session.closed_at:
            return False
        self.failed.emit(attendance_closed(self.session.label))
        return True

    def _read_roll(self, session: Session) -> Roll:
        board = self._attendance.board(self._kegiatan_id, session.id, self.role)
        return Roll(board.lines, self._attendance.latest(session.id))

    def _changed(self, future: "Future[None]", session: Session, before: Line, said: Text) -> None:
        who = before.participation.id
        self._undo.append((session.id, before, future))
        self._store(future)
        self.line_changed.emit(self.roll.get(who))
        self.said.emit(said, partial(self._undo_in, session.id, who))

    def _before(self, session_id: str, participation_id: str) -> tuple[Line, "Future[None]"] | None:
        """The line before the last change of somebody here, and that change; it is forgotten by that."""
        for at in range(len(self._undo) - 1, -1, -1):
            session, line, change = self._undo[at]
            if session == session_id and line.participation.id == participation_id:
                del self._undo[at]
                return line, change
        return None

    def _store(self, future: "Future[Any]") -> None:
        self._waiting += 1
        self.saving.emit(self._waiting)
        hear(editors.MARK, future, lambda _result: self._stored(), self._not_stored, self)

    def _stored(self) -> None:
        self._waiting -= 1
        self.saving.emit(self._waiting)

    def _not_stored(self, error: BimtekError) -> None:
        self._stored()
        self.failed.emit(error)
        self.read()
