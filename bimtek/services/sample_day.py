"""A day with invented people, run through the services as people would run it; it can be repeated.

Their answers come from a fixed rule, so that two runs give the same figures.
"""

import random
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import time

from bimtek.domain.attendance import Status
from bimtek.domain.form import FormItem
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.people import Participation, Role
from bimtek.domain.questions.letters import write_letters
from bimtek.domain.questions.view import Input, Order, PickMany, PickOne, QuestionView, Value
from bimtek.domain.quiz import Round, TestKind
from bimtek.domain.shuffle import opaque_id
from bimtek.services.attendance import Attendance
from bimtek.services.quiz_run import QuizRun
from bimtek.services.registration import Registration


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Who misses what; peserta are counted from 1 in list order.

    `left_at` holds from the second session on; every `on_paper_every`-th person answers on paper;
    a post-test that `post_test_goes_on` is left open.
    """

    seed: int
    away: Mapping[int, Status] = field(default_factory=dict)
    left_at: Mapping[int, time] = field(default_factory=dict)
    without_post_test: Sequence[int] = ()
    on_paper_every: int
    post_test_goes_on: bool = False


class SampleDay:
    """Takes attendance and holds both tests of one kegiatan by a script. Every verb waits."""

    def __init__(self, registration: Registration, attendance: Attendance, quizzes: QuizRun) -> None:
        self._registration = registration
        self._attendance = attendance
        self._quizzes = quizzes

    def take_attendance(self, kegiatan: Kegiatan, script: Script) -> int:
        """Mark everybody in every open session and close it; returns how many peserta were there."""
        people = self._registration.of_kegiatan(kegiatan.id)
        nth = _places(people)
        marks = self._attendance.marks(kegiatan.id)
        first, *later = kegiatan.sessions
        for session in kegiatan.sessions:
            if session.closed_at:
                continue
            unmarked = [p for p in people if session.id not in marks.get(p.id, {})]
            statuses = [(p, script.away.get(nth[p.id], Status.HADIR)) for p in unmarked]
            for done in [self._mark(p, session, s, consent=session is first) for p, s in statuses]:
                done.result()
            if session in later:
                self._let_leave(kegiatan, people, session, script)
            self._attendance.close_session(kegiatan.id, session.id)
        presences = self._attendance.presence_of_all(kegiatan)
        return sum(presences[p.id].seen for p in people if p.role is Role.PESERTA)

    def run_tests(self, kegiatan: Kegiatan, script: Script) -> None:
        """Hold both tests, most on the laptop and some on paper."""
        if not self._quizzes.rounds(kegiatan.id):
            self._quizzes.prepare(kegiatan, seed=script.seed)
        for kind in TestKind:
            item = self._quizzes.rounds(kegiatan.id)[kind]
            if item.status == "tutup":
                continue
            item = self._quizzes.open(item)
            waiting: list[Future[int]] = []
            for nth, who in enumerate(self._registration.of_kegiatan(kegiatan.id, Role.PESERTA), start=1):
                late = kind is TestKind.POST and nth in (*script.without_post_test, *script.left_at)
                if nth not in script.away and not late:
                    waiting += self._take(item, who, nth, script)
            for done in waiting:
                done.result()
            if kind is TestKind.PRE or not script.post_test_goes_on:
                self._quizzes.close(item)

    def _mark(self, who: Participation, session: Session, status: Status, *, consent: bool) -> Future[None]:
        return self._attendance.set_status(
            who, session.id, status, consent=consent and status is Status.HADIR
        )

    def _let_leave(
        self, kegiatan: Kegiatan, people: Sequence[Participation], session: Session, script: Script
    ) -> None:
        marks, nth = self._attendance.marks(kegiatan.id), _places(people)
        for who in people:
            mark = marks.get(who.id, {}).get(session.id)
            at = script.left_at.get(nth[who.id])
            if at is not None and mark is not None and mark.left_at is None:
                self._attendance.leave_early(who, mark, at).result()

    def _take(self, item: Round, who: Participation, nth: int, script: Script) -> list[Future[int]]:
        """Let one person answer; what is on the way to the disk comes back."""
        form = self._quizzes.form(item)
        if nth % script.on_paper_every == 0:
            views = self._quizzes.paper_views(item)
            letters = [write_letters(v, _values(form.item(v.id), v, item.kind, nth, script)) for v in views]
            self._quizzes.key_paper(item, who, letters)
            return []
        sitting = self._quizzes.sit(item, who)
        if sitting.handed_in:
            return []
        answers = [
            self._quizzes.answer(sitting, v.id, _values(form.item(v.id), v, item.kind, nth, script))
            for v in sitting.views
        ]
        return [*answers, self._quizzes.hand_in(sitting)]


def _places(people: Sequence[Participation]) -> dict[str, int]:
    """The place of each peserta on the list, counted from 1; 0 for other roles."""
    peserta = [p.id for p in people if p.role is Role.PESERTA]
    return {p.id: peserta.index(p.id) + 1 if p.role is Role.PESERTA else 0 for p in people}


def _values(item: FormItem, view: QuestionView, kind: TestKind, nth: int, script: Script) -> list[Value]:
    """What the nth person answers: right with a chance that depends on person, topic and test."""
    chance = random.Random(f"{script.seed} {nth} {kind.value} {item.question.pair}")
    topic = int(opaque_id("topik", item.question.pair), 16) % 30 / 100
    knows = 0.30 + nth % 7 * 0.03 + topic + (0.32 if kind is TestKind.POST else 0.0)
    best = list(item.kind.best_values(item.question))
    if chance.random() < knows:
        return best
    return [_other(box, value, chance) for box, value in zip(view.inputs, best, strict=True)]


def _other(box: Input, best: Value, chance: random.Random) -> Value:
    """A value that differs from the right one."""
    if isinstance(box, PickOne):
        return chance.choice(sorted(o.id for o in box.options if o.id != best))
    if isinstance(box, PickMany):
        return (chance.choice(sorted(o.id for o in box.options)),)
    if isinstance(box, Order):
        return tuple(reversed(list(best))) if isinstance(best, list | tuple) else best
    return best
