"""Joins the kiosk's rules to the services: codes checked, answers stored, outcomes heard."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from bimtek.domain.errors import BimtekError, NotFoundError, RefusedError
from bimtek.domain.formatting import word_begins
from bimtek.domain.people import Participation
from bimtek.domain.questions.view import QuestionView, Values
from bimtek.domain.quiz import Round, TestKind
from bimtek.domain.text import Text, _
from bimtek.services.progress import Progress
from bimtek.services.quiz_run import Sitting
from bimtek.ui import editors
from bimtek.ui.after import after
from bimtek.ui.context import UiContext
from bimtek.ui.editors import hear
from bimtek.ui.kiosk.machine import KioskMachine, Place, Save

log = logging.getLogger(__name__)

WRONG_CODE = _("Kode belum cocok. Lihat lagi 4 huruf atau angka di kertas Anda.")
NOT_OPEN = _("Tes ini sedang tidak dibuka. Panggil panitia.")


class KioskDesk(QObject):
    """One test on this laptop. Widgets tell it what people do and draw `machine` after `moved`."""

    moved = Signal()  # something on the screen changed
    refused = Signal(object)  # Text for the person in front of the screen
    answered = Signal()  # an answer or a hand-in is durable

    def __init__(
        self, context: UiContext, kegiatan_id: str, kind: TestKind, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._kegiatan_id, self.kind = context, kegiatan_id, kind
        self._quizzes = context.services.quizzes
        self.machine = KioskMachine()
        self._sitting: Sitting | None = None
        self._views: dict[str, QuestionView] = {}
        self._people: dict[str, Participation] = {}
        self.reread()

    # ---- names ----

    def reread(self) -> None:
        """Read who has not handed in yet."""
        item = self._round()
        standings = self._quizzes.standings(item) if item is not None else []
        self._people = {s.participation.id: s.participation for s in standings if not s.done}

    def find(self, typed: str) -> list[Participation]:
        """People who are not done, with a word of their name that begins with what was typed."""
        return [who for who in self._people.values() if word_begins(who.person.name.name, typed)]

    @property
    def person(self) -> Participation | None:
        """Whose turn it is."""
        return self._people.get(self.machine.who)

    def pick(self, participation_id: str) -> None:
        """Somebody says who they are."""
        if participation_id in self._people:
            self.machine.pick(participation_id)
            self.moved.emit()

    # ---- code ----

    def try_code(self, typed: str) -> None:
        """Check a code. One of somebody else is as wrong as one of nobody."""
        item, machine = self._round(), self.machine
        turn = machine.try_code()
        if turn is None:
            return
        who = self._owner(typed)
        if who is None or who.id != machine.who:
            self._refuse(turn, WRONG_CODE)
        elif item is None or item.status != "buka":
            self._refuse(turn, NOT_OPEN)
        else:
            self.moved.emit()
            self._context.tasks.run(
                partial(self._sit, item, who, turn),
                self,
                done=self._on_seated,
                failed=partial(self._on_not_seated, turn),
            )

    def _owner(self, typed: str) -> Participation | None:
        try:
            return self._quizzes.person_of_code(self._kegiatan_id, typed)
        except NotFoundError:
            return None

    def _sit(self, item: Round, who: Participation, turn: int, _progress: Progress) -> tuple[int, Sitting]:
        return turn, self._quizzes.sit(item, who)

    def _on_seated(self, result: tuple[int, Sitting]) -> None:
        turn, sitting = result
        if turn != self.machine.turn:
            return
        self._sitting = sitting
        self._views = {view.id: view for view in sitting.views}
        again = self.machine.seat(turn, list(self._views), sitting.answers, handed_in=sitting.handed_in)
        for save in again:
            self._store(save)
        self.moved.emit()

    def _on_not_seated(self, turn: int, error: BimtekError) -> None:
        words = _("{what} {advice}", what=error.what, advice=error.advice) if error.advice else error.what
        self._refuse(turn, words)

    def _refuse(self, turn: int, words: Text) -> None:
        if self.machine.refuse_code(turn):
            self.refused.emit(words)
            self.moved.emit()

    # ---- questions ----

    def view(self, question: str) -> QuestionView:
        """A question as this person sees it."""
        return self._views[question]

    def give(self, values: Values) -> None:
        """An answer was tapped: store it."""
        save = self.machine.give(values)
        if save is not None:
            self._store(save)
            self.moved.emit()

    def retry(self) -> None:
        """Store once more what the disk refused."""
        for save in self.machine.retry():
            self._store(save)
        self.moved.emit()

    def act(self, step: Callable[[], object]) -> None:
        """Take a step of the machine that needs no service, and draw."""
        step()
        self._forget_when_gone()
        self.moved.emit()

    def hand_in(self) -> None:
        """Kirim."""
        turn = self.machine.hand_in()
        if turn is None or self._sitting is None:
            return
        future = self._quizzes.hand_in(self._sitting)
        after(future, partial(self._on_handed_in, turn), partial(self._on_not_handed_in, turn), self)
        self.moved.emit()

    def _store(self, save: Save) -> None:
        sitting = self._sitting
        assert sitting is not None
        future = self._quizzes.answer(sitting, save.question, save.values)
        who = sitting.participation.id
        stored, not_stored = partial(self._on_stored, save), partial(self._on_not_stored, save, who)
        hear(editors.KIOSK, future, stored, not_stored, self)

    def _on_stored(self, save: Save, _revision: int) -> None:
        if self.machine.stored(save):
            self.moved.emit()
        self.answered.emit()

    def _on_not_stored(self, save: Save, who: str, error: BimtekError) -> None:
        closed = isinstance(error, RefusedError)
        if not closed:
            log.error("an answer was not stored: %s", error.detail)
        if self.machine.not_stored(save, who, closed=closed):
            self._forget_when_gone()
            self.moved.emit()

    def _on_handed_in(self, turn: int, _rows: int) -> None:
        self.answered.emit()
        if self.machine.handed_in(turn):
            self._forget_when_gone()
            self.moved.emit()

    def _on_not_handed_in(self, turn: int, error: BimtekError) -> None:
        if self.machine.not_handed_in(turn):
            self.refused.emit(_("{what} Jawaban Anda aman. Tekan Kirim sekali lagi.", what=error.what))
            self.moved.emit()

    # ---- nobody there ----

    def tick(self, now: float) -> None:
        """Time passes."""
        if self.machine.tick(now):
            self._forget_when_gone()
            self.moved.emit()

    def _forget_when_gone(self) -> None:
        """Hold nothing of a person longer than their questions stand on the screen."""
        if self.machine.place not in (Place.QUESTION, Place.REVIEW):
            self._sitting, self._views = None, {}
        if self.machine.place is Place.NAME:
            self.reread()

    def _round(self) -> Round | None:
        return self._quizzes.rounds(self._kegiatan_id).get(self.kind)
